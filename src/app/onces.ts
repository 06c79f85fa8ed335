/** What sounds once, and goes on without a sound. */
import { createComputed, on, onCleanup, untrack } from 'solid-js'
import type { Connection } from '~/protocol/protocol'
import type { tones } from '~/ring/tones'
import { keyOf } from './announcing'
import type { Desk } from './desk'

type Once = Exclude<keyof typeof tones, 'waiting'>

/** Milliseconds: most connections that break are back before anybody could do anything about it. */
const lostAfter = 4_000

export function tellOnce(parts: {
  readonly desk: Desk
  readonly talking: () => boolean
  readonly connection: () => Connection
  readonly play: (sound: Once) => void
}) {
  const { desk, play } = parts
  const { conversations, presence, means, sync } = desk

  /** What is offered and is no call, by its part: the same conversation may be offered again. */
  const offered = () =>
    conversations.ids().flatMap((id) => {
      const one = untrack(() => conversations.get(id))
      return one?.media !== 'call' && one?.phase === 'alerting' ? keyOf(one) : []
    })
  const known = new Set<string>()
  createComputed(() => {
    const fresh = offered().filter((key) => !known.has(key))
    for (const key of fresh) known.add(key)
    if (fresh.length > 0) untrack(() => play('message'))
  })

  createComputed(
    on(
      () => presence.routing()?.status,
      (now, before) => {
        if (before && before !== now && now === 'NOT_RESPONDING') play('not-responding')
      },
    ),
  )

  let cancel = () => {}
  const isCut = () => sync.wasLive() && parts.connection().state !== 'live'
  createComputed<boolean>((was) => {
    const now = isCut()
    if (now && !was) lose()
    return now
  }, false)
  function lose() {
    cancel()
    cancel = means.clock.after(lostAfter, () => {
      const matters = presence.onQueue() || parts.talking()
      if (isCut() && matters) play('lost')
    })
  }
  onCleanup(() => cancel())
}
