/**
 * Who changed the agent's status, as far as that can be known: an event says what became of it and since when, and
 * never who did it. Known are the orders of this page, by their answers; those of its other tabs, which tell; and
 * what Genesys Cloud alone can do. Everything else is *elsewhere*, and nothing is guessed.
 */
import {
  type Accessor,
  createComputed,
  createMemo,
  createSignal,
  onCleanup,
  untrack,
} from 'solid-js'
import type { Clock } from '~/clock'
import { type Command, isOver, isUndone } from '~/ledger/command'
import type { Definition, Presence } from './presence'
import type { PresenceStore } from './store'
import type { Tabs } from './tabs'

export type Who =
  /** An order of this page; its answer said so. */
  | 'here'
  /** An order of another tab of this browser. */
  | 'tab'
  /** It had been asked for, to follow the work of then. */
  | 'asked'
  /** A status that nobody can choose. */
  | 'genesys'
  /** Another system that sets statuses, by its name. */
  | 'source'
  /** Somebody at another desk, an app, a supervisor, or Genesys Cloud by itself. */
  | 'elsewhere'
  /** An order from here may have done it: its answer has not come, or never came. */
  | 'unsure'
  /** It was so when this page was opened. */
  | 'found'

const strangers: readonly Who[] = ['genesys', 'source', 'elsewhere']

/** A change that was not ordered here, for as long as it is news. */
export interface News {
  readonly to: Presence
  readonly who: Who
  /** What the agent was before; nothing where nobody can be put back there. */
  readonly back: Definition | undefined
}

export interface Changes {
  /** Of the status there is now; nothing before one is known. */
  readonly who: Accessor<Who | undefined>
  readonly news: Accessor<News | undefined>
  /** To what the agent was before it, by one order; once. */
  putBack(): void
  /** It has been read. */
  dismiss(): void
}

/** Milliseconds in which it is asked whose a change is, before it is told of: the answer comes after the event. */
const settling = 1_000
/** Milliseconds after which a change is no news any more, and nobody is put back to what was before. */
const life = 300_000
/** Milliseconds after the end of an order in which its effect may still show. */
const effect = 15_000

interface Change {
  readonly before: Presence | undefined
  /** Orders that may have done it. */
  readonly suspects: ReadonlySet<string>
  /** What was before the first of several changes in a row. */
  readonly origin: string | undefined
  readonly stage: Accessor<'settling' | 'told' | 'closed'>
  close(): void
}

export function createChanges(parts: {
  readonly presence: Pick<PresenceStore, 'current' | 'wanted' | 'choices' | 'choose'>
  readonly commands: Accessor<readonly Command[]>
  readonly clock: Clock
  /** As Genesys Cloud dates. */
  readonly now: () => number
  readonly tabs: Tabs
  /** Why nothing can be ordered. */
  readonly whyNot: () => string | undefined
  readonly whyNotQueue: () => string | undefined
}): Changes {
  const { presence, commands, clock, tabs } = parts
  const [change, setChange] = createSignal<Change>()
  let cancel = () => {}
  onCleanup(() => cancel())

  function suspectsOf({ definitionId }: Presence): ReadonlySet<string> {
    const isRecent = ({ state, endedAt = 0 }: Command) =>
      !isOver(state) || clock.now() - endedAt < effect
    const all = commands().filter(
      (one) => one.verb === 'presence' && one.which === definitionId && isRecent(one),
    )
    return new Set(all.map(({ id }) => id))
  }

  const left = ({ since }: Presence) => life - (parts.now() - since)
  const isNews = (last: Change, now: Presence) =>
    strangers.includes(whoOf(last, now)) && last.stage() !== 'closed' && left(now) > 0

  function note(before: Presence | undefined, to: Presence) {
    cancel()
    const last = change()
    const [stage, setStage] = createSignal<'settling' | 'told' | 'closed'>('settling')
    const isChain = last && before && isNews(last, before)
    const origin = isChain ? last.origin : before?.definitionId
    const close = () => setStage('closed')
    setChange({ before, suspects: suspectsOf(to), origin, stage, close })
    cancel = clock.after(settling, () => {
      setStage('told')
      cancel = clock.after(Math.max(0, left(to)), close)
    })
  }

  createComputed<Presence | undefined>((before) => {
    const to = presence.current()
    if (to?.definitionId !== before?.definitionId || to?.since !== before?.since)
      untrack(() => to && note(before, to))
    return to
  })

  function whoOf({ before, suspects }: Change, now: Presence): Who {
    if (now.here) return 'here'
    if (tabs.ordered(now)) return 'tab'
    if (!before) return 'found'
    if (before.nextId === now.definitionId) return 'asked'
    const isPossible = ({ id, state }: Command) => suspects.has(id) && !isUndone(state.step)
    if (tabs.mayHave(now) || commands().some(isPossible)) return 'unsure'
    if (now.system === 'idle') return 'genesys'
    return now.source ? 'source' : 'elsewhere'
  }

  const who = createMemo(() => {
    const [now, last] = [presence.current(), change()]
    return now && last && whoOf(last, now)
  })

  function backOf(origin: string | undefined): Definition | undefined {
    const one = presence.choices().find(({ id }) => id === origin)
    const isRefused = one?.system === 'onqueue' && parts.whyNotQueue()
    return parts.whyNot() || isRefused || one?.system === 'offline' ? undefined : one
  }

  const news = createMemo((): News | undefined => {
    const [to, last] = [presence.current(), change()]
    if (!to || last?.stage() !== 'told' || !isNews(last, to)) return undefined
    // It has come back by itself, or the agent has chosen something else.
    if (last.origin === to.definitionId || presence.wanted()) return undefined
    return { to, who: whoOf(last, to), back: backOf(last.origin) }
  })

  const dismiss = () => untrack(change)?.close()

  return {
    who,
    news,
    dismiss,
    putBack() {
      const { to, back } = untrack(news) ?? {}
      dismiss()
      // A machine that slept has not noticed that its time is over.
      if (to && back && left(to) > 0) presence.choose(back)
    },
  }
}
