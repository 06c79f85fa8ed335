/**
 * Whoever closes the last tab of the desk in a call is asked once, by the browser and in its words. The call itself goes
 * on at the phone.
 */
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { isOnItsWay } from '~/signin/away'
import type { Pages } from '~/storage/pages'
import type { Desk } from './desk'

/** Milliseconds in which what was begun makes the page go. */
const moment = 1_000

/** `now`: told each second. For as long as the caller's owner lives. */
export function askBeforeClosing(
  { conversations, means: { clock } }: Desk,
  pages: Pages,
  now: Accessor<number>,
) {
  /** The calls of which it was asked: whoever stayed, and closes again, means it. */
  const [asked, setAsked] = createSignal<readonly string[]>([])
  const calls = () => conversations.idsIn('connected', 'held', 'dialing')
  const isDue = createMemo(() => pages.alone() && calls().some((id) => !asked().includes(id)))
  /** Until then what makes the page go brings it back. */
  let harmless = 0
  const comesBack = () => {
    harmless = clock.now() + moment
  }

  function ask(event: BeforeUnloadEvent) {
    if (clock.now() < harmless || isOnItsWay()) return
    setAsked(calls())
    event.preventDefault()
  }
  /** The keys of a reload: its button looks like the end of the tab to a page. */
  function press({ key, ctrlKey, metaKey }: KeyboardEvent) {
    if (key === 'F5' || ((ctrlKey || metaKey) && key.toLowerCase() === 'r')) comesBack()
  }
  /** The page's own doing; a browser tells of it before, and not of what is done to it. */
  function navigate({ destination }: NavigateEvent) {
    if (!destination.sameDocument) comesBack()
  }

  // Counted each second of a call, and when it is looked at, as when another tab was closed before it.
  const look = () => calls().length > 0 && void pages.count()
  createEffect(on([now, calls], look))
  for (const event of ['focus', 'visibilitychange']) {
    addEventListener(event, look)
    onCleanup(() => removeEventListener(event, look))
  }

  // A browser may keep no page from going back that could ask: none listens without need.
  createEffect(() => {
    if (!isDue()) return
    const over = new AbortController()
    const { signal } = over
    addEventListener('beforeunload', ask, { signal })
    addEventListener('keydown', press, { signal, capture: true })
    globalThis.navigation?.addEventListener('navigate', navigate, { signal })
    onCleanup(() => over.abort())
  })
}
