/** Colleagues whose rows are shown are told live, and only as long as they are shown. */
import type { Clock } from '~/clock'
import type { UserId } from '~/genesys/ids'
import type { Doing } from './destination'

export interface LiveParts {
  readonly clock: Clock
  /**
   * Tells what they do until it is given up, from `onWatching` on, of all but those that it is given; resolves
   * when it is over for another reason, and rejects when it cannot be.
   */
  readonly watch: (
    ids: readonly UserId[],
    options: {
      readonly signal: AbortSignal
      readonly onWatching: (without: readonly UserId[]) => void
      readonly onDoing: (id: UserId, doing: Doing) => void
    },
  ) => Promise<unknown>
  /** What these do now, in one question; may reject. */
  readonly people: (
    ids: readonly UserId[],
    signal: AbortSignal,
  ) => Promise<readonly { readonly id: UserId; readonly doing: Doing }[]>
}

export interface Live {
  /** These, and nobody else. */
  watch(ids: readonly UserId[]): void
  has(id: UserId): boolean
}

/** Milliseconds before it is tried again, and the longest that becomes. */
const [again, longest] = [5_000, 60_000]
/** Milliseconds after which it is asked for anew: the engine lets go of what nobody has asked for in twenty minutes. */
const renewal = 15 * 60_000

export function createLive(
  { clock, watch, people }: LiveParts,
  told: {
    readonly see: (id: UserId, doing: Doing, isLive: boolean) => void
    /** It is not told any more: what was seen grows old. */
    readonly lost: (id: UserId) => void
  },
): Live {
  let wanted: readonly UserId[] = []
  let watching = new AbortController()
  let pause = again
  let [cancel, cancelRenewal] = [() => {}, () => {}]
  /** Read since it is told: nothing is missing. */
  const live = new Set<UserId>()
  /** Of these nothing is told. */
  let untold: readonly UserId[] = []
  /** What was told while that was being read. */
  const heard = new Map<UserId, Doing>()

  function forget(ids: Iterable<UserId>) {
    for (const id of [...ids]) if (live.delete(id)) told.lost(id)
  }

  async function start() {
    cancel()
    cancelRenewal()
    watching.abort()
    watching = new AbortController()
    const { signal } = watching
    if (wanted.length === 0) return
    cancelRenewal = clock.after(renewal, () => void start())
    await watch(wanted, {
      signal,
      onWatching(without) {
        if (signal.aborted) return
        pause = again
        untold = without
        forget(without)
        void readWhatWasMissed(signal)
      },
      onDoing(id, doing) {
        if (signal.aborted || !wanted.includes(id)) return
        if (!live.has(id)) heard.set(id, doing)
        told.see(id, doing, live.has(id))
      },
    }).catch(() => {})
    if (signal.aborted) return
    forget(live)
    cancel = clock.after(pause, () => void start())
    pause = Math.min(pause * 2, longest)
  }

  /** What happened between the search and now nobody has told. */
  async function readWhatWasMissed(signal: AbortSignal) {
    const missing = wanted.filter((id) => !live.has(id) && !untold.includes(id))
    if (missing.length === 0 || signal.aborted) return
    heard.clear()
    const read = await people(missing, signal).catch(() => undefined)
    if (signal.aborted) return
    if (!read) cancel = clock.after(again, () => void readWhatWasMissed(signal))
    for (const { id, doing } of read ?? []) {
      live.add(id)
      const latest = heard.get(id)
      told.see(id, latest && newest(latest) >= newest(doing) ? latest : doing, true)
    }
  }

  return {
    has: (id) => live.has(id),
    watch(ids) {
      if (ids.length === wanted.length && ids.every((id) => wanted.includes(id))) return
      wanted = ids
      forget([...live].filter((id) => !wanted.includes(id)))
      void start()
    },
  }
}

const newest = ({ presenceSince = 0, routingSince = 0 }: Doing) =>
  Math.max(presenceSince, routingSince)
