/** The agent's hand on the desk, told to the engine: it counts from the last one in any tab. */
import { createEffect, onCleanup } from 'solid-js'
import type { Clock } from '~/clock'
import type { Lock } from '~/protocol/protocol'

/** Milliseconds between two reports: a hand that moves on is no news. */
const pace = 5_000

/** What only a person does. What the network, a timer or a window's focus does keeps no desk open. */
const hands = ['pointerdown', 'keydown', 'wheel'] as const

/** Reports hands, and whether a conversation is live. To be made under an owner. */
export function watchForHands(parts: {
  readonly clock: Clock
  readonly lock: () => Lock
  /** A conversation rings or lives. */
  readonly live: () => boolean
  readonly report: (live?: boolean) => void
  /** What the hand touches. */
  readonly page: EventTarget
}): void {
  const { clock, page } = parts
  let reportedAt = Number.NEGATIVE_INFINITY

  function touched({ isTrusted }: Event) {
    const { state } = parts.lock()
    // A script is no hand; and what is locked is opened by none.
    if (!isTrusted || state === 'locked') return
    if (state === 'open' && clock.now() - reportedAt < pace) return
    reportedAt = clock.now()
    parts.report()
  }

  for (const kind of hands) {
    page.addEventListener(kind, touched, { capture: true, passive: true })
    onCleanup(() => page.removeEventListener(kind, touched, { capture: true }))
  }
  createEffect(() => parts.report(parts.live()))
}
