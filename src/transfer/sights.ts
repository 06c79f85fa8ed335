/**
 * What is seen of the rows on screen: colleagues are told live while they are shown, queues are observed in one
 * question, and how long one would wait is asked for the row that has the focus alone.
 */

import { createSignal, type Signal } from 'solid-js'
import type { QueueId, UserId } from '~/genesys/ids'
import { t } from '~/language'
import type { Age, PersonSeen, QueueSeen } from './confidence'
import type { Destination, Doing, ToQueue } from './destination'
import { createLive, type LiveParts } from './live'

export interface SightParts extends LiveParts {
  /** As Genesys Cloud dates. */
  readonly now: () => number
  /** Why nothing can be told of queues; absent when it can. */
  readonly whyNoFigures?: string | undefined
  /** Of all of them in one question; rejects when it cannot be told. */
  readonly observe: (
    ids: readonly QueueId[],
    signal: AbortSignal,
  ) => Promise<ReadonlyMap<QueueId, Pick<QueueSeen, 'onQueue' | 'waiting' | 'longest'>>>
  /** Seconds; undefined when it cannot be told. May reject. */
  readonly estimate: (id: QueueId, signal: AbortSignal) => Promise<number | undefined>
  /** Nobody looks. */
  readonly paused: () => boolean
}

type QueueCell = Omit<QueueSeen, 'age'> & {
  readonly at?: number
  readonly waitAt?: number
}

export interface Sights {
  /** Moves on while rows are shown. */
  now(): number
  person(id: UserId): PersonSeen | undefined
  queue(id: QueueId): QueueSeen | undefined
  /** What cannot be told of any queue, in one sentence. */
  trouble(): string | undefined
  /** What has just been found is known as of now. */
  note(found: readonly Destination[]): void
  /** These rows are on screen, and no others. */
  show(rows: readonly Destination[]): void
  /** This row has the focus, or the pointer; or none. */
  point(row: Destination | undefined): void
  /** What is shown is about to change: nothing is asked for it. */
  wait(): void
  stop(): void
}

/** Milliseconds after the last movement of the list. */
const settling = 300
/** Milliseconds between two looks at the clock. */
const beat = 5_000
/** Milliseconds for which figures are not asked for again, however often the rows change. */
const fresh = 10_000
/** Milliseconds at most, after several that failed. */
const longest = 120_000
/** Milliseconds after which figures on screen are asked for again. */
const stale = 20_000
/** Milliseconds for which a predicted wait is shown. */
const waitLife = 30_000
/** Of one kind at once. */
const most = 50

export function createSights(parts: SightParts): Sights {
  const { clock, now } = parts
  const [at, setAt] = createSignal(now())
  const [trouble, setTrouble] = createSignal(
    parts.whyNoFigures && t`Queues are listed without figures. ${parts.whyNoFigures}.`,
  )
  const people = new Map<UserId, Signal<PersonSeen | undefined>>()
  const queues = new Map<QueueId, Signal<QueueCell>>()
  let shown: readonly Destination[] = []
  let pointed: ToQueue | undefined
  let asking = new AbortController()
  let estimating = new AbortController()
  let [cancelSettling, cancelPointing, cancelBeat] = [() => {}, () => {}, () => {}]
  let isBeating = false
  /** The queues of the question that is on its way. */
  let asked: readonly QueueId[] = []
  /** The queue of the wait that is asked for. */
  let estimated: QueueId | undefined
  /** Questions in a row that failed, and the moment before which none is asked again. */
  let failures = 0
  let notBefore = Number.NEGATIVE_INFINITY

  function cell<Id, Value>(cells: Map<Id, Signal<Value>>, id: Id, first: Value): Signal<Value> {
    const known = cells.get(id) ?? createSignal(first, { equals: false })
    cells.set(id, known)
    return known
  }
  const personCell = (id: UserId) => cell<UserId, PersonSeen | undefined>(people, id, undefined)
  const queueCell = (id: QueueId) => cell<QueueId, QueueCell>(queues, id, {})
  const doing = (id: UserId, seen: Doing, age: Age) => personCell(id)[1]({ ...seen, age })

  const live = createLive(parts, {
    see: (id, seen, isLive) => doing(id, seen, isLive ? 'live' : now()),
    lost(id) {
      const [seen, set] = personCell(id)
      const last = seen()
      if (last?.age === 'live') set({ ...last, age: now() })
    },
  })

  async function observe(ids: readonly QueueId[]) {
    if (ids.length === 0 || parts.whyNoFigures) return
    asking.abort()
    asking = new AbortController()
    const { signal } = asking
    asked = ids
    try {
      const figures = await parts.observe(ids, signal)
      if (signal.aborted) return
      for (const id of ids) {
        const [known, set] = queueCell(id)
        const { wait, waitAt } = known()
        set({ ...figures.get(id), wait, at: now(), ...(waitAt && { waitAt }) })
      }
      failures = 0
      setTrouble(undefined)
    } catch {
      if (signal.aborted) return
      notBefore = now() + Math.min(fresh * 2 ** failures++, longest)
      setTrouble(t`How it goes in queues could not be read.`)
    }
    asked = []
  }

  async function estimate(queue: ToQueue) {
    estimating.abort()
    estimating = new AbortController()
    const { signal } = estimating
    estimated = queue.id
    const wait = await parts.estimate(queue.id, signal).catch(() => undefined)
    if (signal.aborted) return
    estimated = undefined
    const [known, set] = queueCell(queue.id)
    set({ ...known(), wait, waitAt: now() })
  }

  const ageOf = (since: number | undefined) => (since === undefined ? Infinity : now() - since)

  /** Asks for what is older than that. */
  function look(age: number) {
    if (parts.paused()) return live.watch([])
    const ids = shown.flatMap((one) => (one.kind === 'person' && !one.isMe ? one.id : []))
    live.watch(ids.slice(0, most))
    const old = shown.flatMap((one) =>
      one.kind === 'queue' && ageOf(queueCell(one.id)[0]().at) >= age ? one.id : [],
    )
    // All that are shown, so that one row is no older than the next.
    const isAsked = old.every((id) => asked.includes(id))
    if (!isAsked && now() >= notBefore) void observe(shown.flatMap(queueOf).slice(0, most))
    if (!pointed || pointed.id === estimated) return
    if (ageOf(queueCell(pointed.id)[0]().waitAt) >= stale) void estimate(pointed)
  }

  function tick() {
    setAt(now())
    look(stale)
    keepBeating()
  }

  function keepBeating() {
    isBeating = shown.length > 0
    cancelBeat()
    if (isBeating) cancelBeat = clock.after(beat, tick)
  }

  function wait() {
    cancelSettling()
    cancelPointing()
    asking.abort()
    estimating.abort()
    asked = []
    estimated = undefined
  }

  return {
    now: at,
    person: (id) => personCell(id)[0](),
    queue(id) {
      const { at: read, waitAt, wait: predicted, ...figures } = queueCell(id)[0]()
      const wait = ageOf(waitAt) < waitLife ? predicted : undefined
      const ages = [read, wait === undefined ? undefined : waitAt].filter(
        (one) => one !== undefined,
      )
      return ages.length > 0 ? { ...figures, wait, age: Math.min(...ages) } : undefined
    },
    trouble,
    note(found) {
      setAt(now())
      for (const one of found)
        if (one.kind === 'person' && one.doing && !live.has(one.id)) doing(one.id, one.doing, now())
    },
    show(rows) {
      shown = rows
      if (!isBeating) keepBeating()
      cancelSettling()
      cancelSettling = clock.after(settling, () => look(fresh))
    },
    point(row) {
      cancelPointing()
      pointed = undefined
      if (row?.kind !== 'queue') return
      cancelPointing = clock.after(settling, () => {
        pointed = row
        if (!parts.paused() && ageOf(queueCell(row.id)[0]().waitAt) >= fresh) void estimate(row)
      })
    },
    wait,
    stop() {
      wait()
      cancelBeat()
      shown = []
      live.watch([])
    },
  }
}

const queueOf = (one: Destination) => (one.kind === 'queue' ? one.id : [])
