/**
 * What the agent is to be once the work of now is done. Where Genesys Cloud keeps such a wish, it does; everywhere
 * else this page holds it, and sends it once, at that very moment or not at all.
 */
import { type Accessor, createComputed, createSignal, on, onCleanup, untrack } from 'solid-js'
import type { Clock } from '~/clock'
import { t } from '~/language'
import type { Definition } from './presence'
import type { PresenceStore } from './store'

export interface Next {
  /** Held by this page. */
  readonly held: Accessor<Definition | undefined>
  /** What is to follow, whoever holds it. */
  readonly label: Accessor<string | undefined>
  choose(definition: Definition): void
  /** It is not to follow any more. */
  cancel(): void
  /** Another tab holds it from now on. */
  leave(): void
}

/** Milliseconds between two beats. */
const pace = 5_000
/** Milliseconds without one after which the machine has slept: those of a hidden page come once a minute. */
const asleep = 75_000
/** Milliseconds between two readings, after which an end that is only read is old news. */
const late = 15_000
/** Milliseconds in which what was read is put in its place. */
const putting = 200

export function createNext(parts: {
  readonly presence: Pick<
    PresenceStore,
    'current' | 'wanted' | 'choose' | 'onQueue' | 'labelOf' | 'choices'
  >
  readonly clock: Clock
  /** There is a conversation, or after-call work. */
  readonly busy: Accessor<boolean>
  /** When the facts were read last. */
  readonly readAt: () => number
  /** Why nothing is to be ordered: locked, or signed out. */
  readonly whyNot: () => string | undefined
  /** Whether Genesys Cloud itself keeps a status off the queue for later. */
  readonly isKept: () => Promise<boolean>
  readonly tell: (text: string, about: string) => void
  /** It is held here from now on: no other tab is to order another one at the end. */
  readonly onHeld: () => void
}): Next {
  const { presence, clock } = parts
  const [held, setHeld] = createSignal<Definition>()
  /** What the agent was when it was chosen. */
  let from: string | undefined
  /** The last beat, and the reading before it. */
  let beatAt = 0
  let readAt = 0
  let stop = () => {}
  onCleanup(() => stop())

  const whyAsleep = () =>
    clock.now() - beatAt > asleep
      ? t`This page was asleep when your work may have ended.`
      : undefined

  function beat() {
    const why = whyAsleep()
    if (why) return drop(why)
    beatAt = clock.now()
    readAt = parts.readAt()
    stop = clock.after(pace, beat)
  }

  function letGo() {
    stop()
    stop = () => {}
    const one = untrack(held)
    setHeld(undefined)
    return one
  }

  function drop(why: string) {
    const one = letGo()
    if (one) parts.tell(t`You were not set to ${one.label}. ${why}`, 'next status')
  }

  /** What is only read may have ended long ago: not more than `late` after the reading before. */
  function whyLate(): string | undefined {
    const now = clock.now()
    const isRead = now - parts.readAt() < putting
    return isRead && now - readAt > late
      ? t`Without live updates it is not known when your work ended.`
      : undefined
  }

  function end() {
    const why = parts.whyNot() ?? whyAsleep() ?? whyLate()
    if (why) return drop(why)
    const one = letGo()
    if (one) presence.choose(one)
  }

  createComputed(
    on(parts.busy, (now, before) => {
      if (before && !now && held()) end()
    }),
  )
  createComputed(
    on([presence.current, presence.wanted], ([current, wanted]) => {
      const one = held()
      if (!one) return
      if (wanted?.id === one.id || current?.definitionId === one.id) return void letGo()
      if (wanted || current?.definitionId !== from) drop(t`Your status has changed meanwhile.`)
    }),
  )

  async function handOver(one: Definition) {
    const isKept = await parts.isKept().catch(() => false)
    if (!isKept || held() !== one || !presence.onQueue() || one.system === 'onqueue') return
    letGo()
    presence.choose(one)
  }

  return {
    held,
    label: () => held()?.label ?? presence.labelOf(presence.current()?.nextId),
    choose(one) {
      letGo()
      if (!parts.busy()) return presence.choose(one)
      if (presence.current()?.definitionId === one.id) return
      from = presence.current()?.definitionId
      beatAt = clock.now()
      setHeld(one)
      parts.onHeld()
      beat()
      void handOver(one)
    },
    leave: letGo,
    cancel() {
      letGo()
      const { nextId, definitionId } = presence.current() ?? {}
      const now = presence.choices().find(({ id }) => id === definitionId)
      if (nextId && now) presence.choose(now)
    },
  }
}
