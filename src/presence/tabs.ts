/**
 * The tabs of one browser tell one another what they ordered, so that none takes the agent's own change for somebody
 * else's. Nothing of it is kept.
 */
import { type Accessor, createComputed, createSignal, on } from 'solid-js'
import type { Clock } from '~/clock'
import type { Presence } from './presence'
import type { PresenceStore } from './store'

/** What one tab tells: the status that it ordered, and once Genesys Cloud has answered, since when it stands. */
interface Word {
  readonly userId: string
  readonly definitionId: string
  readonly since?: number
}

/** Carries a word to the other tabs. */
export interface Wire {
  tell(word: unknown): void
  /** What another tab tells, from now on. */
  hear(listen: (word: unknown) => void): void
}

export interface Tabs {
  /** Another tab has ordered it. */
  ordered(presence: Presence): boolean
  /** It may have. */
  mayHave(presence: Presence): boolean
  /** From now on this tab holds what is to follow, and no other. */
  hold(): void
}

/** Milliseconds from a press to the last moment at which its effect may show. */
const life = 30_000

export function createTabs(parts: {
  readonly userId: string
  readonly presence: Pick<PresenceStore, 'current' | 'wanted'>
  readonly clock: Clock
  readonly wire: Wire
  /** Another tab holds what is to follow. */
  readonly onHeld: () => void
}): Tabs {
  const { userId, presence, clock, wire } = parts
  const [words, setWords] = createSignal<readonly (Word & { at: number })[]>([])

  wire.hear((heard) => {
    const word = Object(heard)
    if (word.userId !== userId) return
    if (word.holds) return parts.onHeld()
    if (typeof word.definitionId !== 'string') return
    const at = clock.now()
    setWords((all) => [...all.filter((one) => at - one.at < life), { ...word, at }])
  })

  const tellOf = (one: Accessor<Word | undefined>) =>
    createComputed(
      on(one, (word) => {
        if (word) wire.tell(word)
      }),
    )
  tellOf(() => {
    const id = presence.wanted()?.id
    return id === undefined ? undefined : { userId, definitionId: id }
  })
  tellOf(() => {
    const { here, definitionId, since } = presence.current() ?? {}
    return here && definitionId !== undefined && since !== undefined
      ? { userId, definitionId, since }
      : undefined
  })

  const those = ({ definitionId }: Presence) =>
    words().filter((one) => one.definitionId === definitionId)
  return {
    hold: () => wire.tell({ userId, holds: true }),
    ordered: (now) => those(now).some(({ since }) => since === now.since),
    mayHave: (now) =>
      those(now).some((one) => one.since === undefined && clock.now() - one.at < life),
  }
}

/** No other tab. */
export const alone: Wire = { tell: () => {}, hear: () => {} }
