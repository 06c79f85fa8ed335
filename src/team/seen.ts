/**
 * What is known of the colleagues on screen, with its age: told live where that can be, else read again slowly
 * behind everything. Times are milliseconds since the epoch, by Genesys Cloud's clock.
 */
import { createSignal, type Signal } from 'solid-js'
import type { UserId } from '~/genesys/ids'
import type { PersonSeen } from '~/transfer/confidence'
import type { Doing } from '~/transfer/destination'
import { createLive, type LiveParts } from '~/transfer/live'

export interface SeenParts extends LiveParts {
  /** As Genesys Cloud dates. */
  readonly now: () => number
  /** Nobody looks. */
  readonly paused: () => boolean
  /** Nobody can see the page: it is told on, and nothing is read for it. */
  readonly hidden: () => boolean
}

/** Undefined: it is on its way. Else live, or as of that moment. */
export type News = 'live' | { readonly asOf: number } | undefined

export type Seen = ReturnType<typeof createSeen>

/** Milliseconds between two looks at the clock. */
const beat = 5_000
/** Milliseconds after which what is not told is read again, and at most after readings that failed. */
const [old, longest] = [30_000, 240_000]
/** Milliseconds in which what comes on screen may become live before anything is said. */
const patience = 5_000

export function createSeen(parts: SeenParts, onChange: (id: UserId) => void) {
  const { clock, now } = parts
  const cells = new Map<UserId, Signal<PersonSeen | undefined>>()
  /** When those were asked for of whom the answer did not tell: they have left, it may be. */
  const untold = new Map<UserId, number>()
  const [at, setAt] = createSignal(now())
  const [shown, setShown] = createSignal<readonly UserId[]>([])
  const [lost, setLost] = createSignal(false)
  let shownAt = now()
  let cancel = () => {}
  let reading = new AbortController()
  let isReading = false
  let failures = 0
  let notBefore = Number.NEGATIVE_INFINITY

  function cell(id: UserId): Signal<PersonSeen | undefined> {
    const known =
      cells.get(id) ?? createSignal<PersonSeen | undefined>(undefined, { equals: false })
    cells.set(id, known)
    return known
  }

  function put(id: UserId, doing: Doing, age: PersonSeen['age']) {
    untold.delete(id)
    cell(id)[1]({ ...doing, age })
    onChange(id)
  }

  const live = createLive(parts, {
    see(id, doing, isLive) {
      if (isLive) setLost(false)
      put(id, doing, isLive ? 'live' : now())
    },
    lost(id) {
      const [seen, set] = cell(id)
      const last = seen()
      if (last?.age === 'live') set({ ...last, age: now() })
      if (!shown().includes(id)) return
      setAt(now())
      setLost(true)
    },
  })

  const ageOf = (id: UserId) => cell(id)[0]()?.age
  const isOld = (id: UserId) => {
    const age = ageOf(id)
    const isDue = age === undefined || (age !== 'live' && now() - age >= old)
    return isDue && now() - (untold.get(id) ?? Number.NEGATIVE_INFINITY) >= longest
  }

  /** Those of which nothing is told, all in one question as soon as one of them is old. */
  async function readOld() {
    const silent = shown().filter((id) => !live.has(id))
    if (isReading || now() < notBefore || !silent.some(isOld)) return
    reading = new AbortController()
    const { signal } = reading
    isReading = true
    const read = await parts.people(silent, signal).catch(() => undefined)
    isReading = false
    if (signal.aborted) return
    failures = read ? 0 : failures + 1
    notBefore = read ? now() : now() + Math.min(old * 2 ** failures, longest)
    if (read) for (const id of silent) untold.set(id, now())
    for (const { id, doing } of read ?? []) if (!live.has(id)) put(id, doing, now())
    setAt(now())
  }

  function tick() {
    setAt(now())
    if (parts.paused()) live.watch([])
    else {
      live.watch(shown())
      if (now() - shownAt >= patience && !parts.hidden()) void readOld()
    }
    cancel = clock.after(beat, tick)
  }

  return {
    /** Moves on while anybody looks. */
    now: at,
    of: (id: UserId) => cell(id)[0](),
    /** What has just been read with the list. */
    note(id: UserId, doing: Doing) {
      if (!live.has(id)) put(id, doing, now())
    },
    /** Of all that are on screen together. */
    news(): News {
      const ages = shown().flatMap((id) => ageOf(id) ?? [])
      const times = ages.filter((age) => age !== 'live')
      if (ages.length === 0) return undefined
      if (times.length === 0) return 'live'
      return lost() || at() - shownAt >= patience ? { asOf: Math.min(...times) } : undefined
    },
    /** These are on screen, and no others. */
    show(ids: readonly UserId[]) {
      if (ids.length === shown().length && ids.every((id, n) => id === shown()[n])) return
      shownAt = now()
      setShown(ids)
      cancel()
      tick()
    },
    stop() {
      cancel()
      reading.abort()
      setShown([])
      live.watch([])
    },
  }
}
