/**
 * Whose presence pages look at: what they name is told while somebody waits for it, whatever the number of
 * tabs. One change of the subscriptions for all of it, behind everything else; when nobody looks any more
 * they are given back.
 */
import type { Clock } from '~/clock'
import type { Port, Watched } from '~/protocol/protocol'

export interface Watching {
  /** Resolves when it is over: then whoever still looks asks again, and reads what they have missed. */
  open(
    source: Port,
    id: number,
    topics: readonly string[],
    onProgress: (news: Watched) => void,
  ): Promise<void>
  /** Nobody looks any more. */
  cancel(source: Port, id: number): void
  /** The page is gone, and hears of nothing. */
  leave(source: Port): void
  /** It has come back from the back-forward cache: what it watched is over. */
  back(source: Port): void
  /** The socket is live; what was subscribed before may be lost. */
  live(): void
  /** What happens is not told any more. */
  lost(): void
  told(topic: string, body: unknown): void
  /** Nobody is signed in, or somebody else. */
  clear(): void
}

interface Watch {
  /** Counts them. */
  readonly turn: number
  readonly topics: readonly string[]
  readonly onProgress: (news: Watched) => void
  readonly over: () => void
  readonly stop: () => void
  /** What it was told last that nothing is told of, once it was told that it is live. */
  acknowledged?: string
}

/** Milliseconds: who scrolls names others several times. */
const settling = 250
/** Milliseconds after a second change in a row that was refused or not answered, whoever names others meanwhile. */
const again = 30_000
/** Milliseconds: whoever still looks asks again before that; a page that has crashed does not. */
const life = 20 * 60_000
/** Of all pages together; the platform's own bound is a thousand in a channel, the agent's own among them. */
const most = 900

/** `subscribe`: to these besides the agent's own; tells which are refused, nothing when it cannot be. May reject. */
export function createWatching(
  clock: Clock,
  subscribe: (topics: readonly string[]) => Promise<readonly string[] | undefined>,
): Watching {
  const open = new Map<Port, Map<number, Watch>>()
  /** What pages that have left still wait for. */
  const left = new WeakMap<Port, readonly (() => void)[]>()
  let isLive = false
  /** Undefined: nobody knows. */
  let subscribed: ReadonlySet<string> | undefined = new Set()
  /** Of those, what is not told all the same. */
  let refused: ReadonlySet<string> = new Set()
  /** What was named when that was decided. */
  let weighed: ReadonlySet<string> = new Set()
  let turns = 0
  /** Counts the sockets: what was ordered for one says nothing of the next. */
  let socket = 0
  let changing = false
  /** Changes in a row that did not come about. */
  let failures = 0
  /** By the clock: no change before. */
  let notBefore = Number.NEGATIVE_INFINITY
  let cancel = () => {}

  const all = () => [...open.values()].flatMap((mine) => [...mine.values()])
  /** Where there are too many, what was asked for last is in front of somebody. */
  const wanted = () => [
    ...new Set(
      all()
        .sort((a, b) => b.turn - a.turn)
        .flatMap(({ topics }) => topics),
    ),
  ]

  function acknowledge() {
    for (const watch of all()) {
      // What was named since comes with the next change.
      if (!subscribed || !watch.topics.every((topic) => weighed.has(topic))) continue
      const without = watch.topics.filter((topic) => !subscribed?.has(topic) || refused.has(topic))
      const said = without.join()
      if (watch.acknowledged === said) continue
      watch.acknowledged = said
      watch.onProgress({ step: 'watching', without })
    }
  }

  function settle(ms = settling) {
    cancel()
    cancel = clock.after(Math.max(ms, notBefore - clock.now()), () => void change())
  }

  /** What was refused to another says nothing. */
  function allow() {
    failures = 0
    notBefore = Number.NEGATIVE_INFINITY
  }

  async function change() {
    if (!isLive || changing) return
    const named = wanted()
    const topics = named.slice(0, most)
    const isSame = subscribed?.size === topics.length && topics.every((one) => subscribed?.has(one))
    if (isSame) {
      weighed = new Set(named)
      return acknowledge()
    }
    const mine = socket
    changing = true
    const not = await subscribe(topics).catch(() => undefined)
    changing = false
    if (mine !== socket) return settle()
    // Whether a change that was not answered came about is not known.
    subscribed = not && new Set(topics)
    weighed = new Set(named)
    refused = new Set(not)
    failures = not ? 0 : failures + 1
    if (failures > 1) notBefore = clock.now() + again
    if (not) acknowledge()
    // Whoever still looks asks again, later.
    else endAll()
    // Somebody may have named others meanwhile.
    settle(not ? settling : again)
  }

  /** `told`: whoever waits is to ask again. */
  function end(source: Port, id: number, told: boolean) {
    const watch = open.get(source)?.get(id)
    if (!watch) return
    watch.stop()
    open.get(source)?.delete(id)
    if (open.get(source)?.size === 0) open.delete(source)
    if (told) watch.over()
    settle()
  }

  function endAll() {
    for (const [source, mine] of [...open]) for (const id of [...mine.keys()]) end(source, id, true)
  }

  return {
    open: (source, id, topics, onProgress) =>
      new Promise((over) => {
        const stop = clock.after(life, () => end(source, id, true))
        const mine = open.get(source) ?? new Map<number, Watch>()
        open.set(source, mine.set(id, { turn: turns++, topics, onProgress, over, stop }))
        settle()
      }),
    cancel: (source, id) => end(source, id, true),
    leave(source) {
      const mine = open.get(source) ?? new Map<number, Watch>()
      left.set(
        source,
        [...mine.values()].map(({ over }) => over),
      )
      for (const id of [...mine.keys()]) end(source, id, false)
    },
    back(source) {
      for (const over of left.get(source) ?? []) over()
      left.delete(source)
    },
    live() {
      socket++
      allow()
      // Another one takes its place, without a word that the first was lost.
      if (isLive) endAll()
      isLive = true
      if (subscribed?.size !== 0) subscribed = undefined
      settle()
    },
    lost() {
      if (isLive) endAll()
      isLive = false
    },
    told(topic, body) {
      // Also to who named it a moment ago, and others with it that are not subscribed yet.
      for (const { topics, onProgress } of all())
        if (topics.includes(topic)) onProgress({ step: 'told', topic, body })
    },
    clear() {
      cancel()
      endAll()
      cancel()
      allow()
      isLive = false
      subscribed = new Set()
    },
  }
}
