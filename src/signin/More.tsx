import type { JSX } from 'solid-js'
import { createLater, DrawLater } from '~/ui/Later'

/** Draws with what few agents ever look at, fetched when it is looked at. */
export function More(props: {
  readonly children: (code: typeof import('./seldom')) => JSX.Element
}) {
  const later = createLater(() => import('./seldom'))
  return <DrawLater later={later}>{props.children}</DrawLater>
}
