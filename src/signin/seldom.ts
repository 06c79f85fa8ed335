/** The chunk of what is seldom needed around a log-in, and of what only a frame needs. */
export { Copy } from '~/ui/Copy'
export { createFrame } from './frame'
export { PlaceChoice } from './PlaceChoice'
export { Problems } from './Problems'
export { Sheet } from './Sheet'
export { SignInLog } from './SignInLog'
