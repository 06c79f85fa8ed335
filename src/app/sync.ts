/**
 * Listen, read, replay: how the desk opens, and how it recovers from every gap. While it cannot listen
 * it keeps reading, slowly, so that what is on screen is never older than it says.
 */
import { batch, createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import type { Connection } from '~/protocol/protocol'

/** How true the screen is: being read for the first time, read, or not readable. */
export type Freshness = 'reading' | 'fresh' | 'failed'

/** What was read, ready to be put in its place; `complete` is false when something is still missing. */
export interface Facts {
  readonly put: () => void
  readonly complete: boolean
}

export type Sync = ReturnType<typeof createSync>

/** Milliseconds until a failed or incomplete reading is tried again. */
const again = 10_000
/** Milliseconds between readings while nothing can be heard: two requests each, of sixty a minute. */
const deafPace = 12_000

export function createSync<Event>(parts: {
  readonly clock: Clock
  readonly read: () => Promise<Facts>
  /** `fresh` when it was heard this moment, and is not told again after a reading. */
  readonly apply: (event: Event, fresh: boolean) => void
  /** Something was put or applied: read, or told by an event. */
  readonly onFacts: (by: 'reading' | 'event') => void
  /** Nobody looks at it: what is due is put off. */
  readonly paused: () => boolean
}) {
  const { clock } = parts
  const [freshness, setFreshness] = createSignal<Freshness>('reading')
  const [opened, setOpened] = createSignal(false)
  const [wasLive, setWasLive] = createSignal(false)
  let live = false
  let closed = false
  let latest = 0
  let readAt = 0
  let askedAt = 0
  /** What is heard while the facts are being read: told again after them, as it is newer. */
  let waiting: Event[] | undefined = []
  // Beside the making of the channel, unless there is one: what happens until it is live is read again then.
  let cancel = clock.after(0, () => void read())

  function readIn(ms: number) {
    cancel()
    cancel = clock.after(ms, () => (parts.paused() ? readIn(ms) : void read()))
  }

  async function read() {
    const mine = ++latest
    askedAt = clock.now()
    cancel()
    // What was heard before is older than what is read now.
    waiting = []
    const facts = await parts.read().catch(() => undefined)
    if (closed) return
    if (mine !== latest) {
      // Better than nothing, until the later one is there.
      if (facts && !opened()) show(facts)
      return
    }
    if (facts) readAt = clock.now()
    batch(() => {
      show(facts)
      waiting = undefined
      setFreshness(facts ? 'fresh' : 'failed')
    })
    if (!facts?.complete) readIn(again)
    else if (!live) readIn(deafPace)
  }

  function show(facts: Facts | undefined) {
    batch(() => {
      facts?.put()
      for (const event of waiting ?? []) parts.apply(event, false)
      setOpened(true)
    })
    parts.onFacts('reading')
  }

  return {
    freshness,
    /** False until the facts were read once: before that nothing on screen would be true. */
    opened,
    /** A ringing call is not kept waiting for the rest. */
    open: () => setOpened(true),
    /** True once the socket has been open: before that, connecting is no interruption. */
    wasLive,
    isLive: () => live,
    /** When the facts were read last. */
    readAt: () => readAt,
    isClosed: () => closed,
    read: () => void read(),
    hear(event: Event) {
      // At once, for a call rings shorter than a slow reading takes; and again over what was read.
      waiting?.push(event)
      batch(() => parts.apply(event, true))
      parts.onFacts('event')
    },
    /** Each time the socket goes live there may be a gap behind it. */
    onConnection({ state }: Connection) {
      const before = live
      live = state === 'live'
      if (live) {
        setWasLive(true)
        void read()
      } else if (before) readIn(deafPace)
      // The timers of a hidden page come once a minute; what the engine tells of its attempts does not wait.
      else if (!waiting && !parts.paused() && clock.now() - askedAt >= deafPace) void read()
    },
    close() {
      closed = true
      cancel()
    },
  }
}
