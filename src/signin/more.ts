/** The chunk of what is seldom needed around a log-in. */
export { Copy } from './Copy'
export { PlaceChoice } from './PlaceChoice'
export { Problems } from './Problems'
export { SignInLog } from './SignInLog'
