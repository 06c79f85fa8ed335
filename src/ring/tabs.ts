/**
 * Which tab of this agent's desk rings: the one that holds a lock of the browser's, which ends with the tab, by a
 * crash too. Only a tab that the browser lets sound holds or waits for it; the others look on.
 */

import { type Accessor, createComputed, createSignal, onCleanup, untrack } from 'solid-js'
import type { Clock } from '~/clock'
export type Where = 'here' | 'elsewhere' | 'nowhere'

/** Between the tabs; it carries nothing else. */
export type News = 'rings' | 'came' | 'left'

/** Milliseconds after which a page that was about to go has stayed. */
const patience = 3_000

export interface Tabs {
  /** Undefined until the browser has told. */
  readonly where: Accessor<Where | undefined>
  /** There are other tabs of this desk. */
  readonly several: Accessor<boolean>
  /** From now on this tab rings, which can be heard. */
  takeOver(): void
  tell(news: News): void
}

export function createTabs(parts: {
  /** Of one agent: nobody else's tab rings for them. */
  readonly agent: string
  /** Whether this tab can be heard. */
  readonly able: Accessor<boolean>
  readonly onNews: (news: News) => void
  readonly clock: Clock
  readonly locks?: Pick<LockManager, 'request' | 'query'> | undefined
}): Tabs {
  const { able } = parts
  const locks = 'locks' in parts ? parts.locks : navigator.locks
  const name = `minidesk-ring ${parts.agent}`
  const [where, setWhere] = createSignal<Where>()
  /** Others that wait for their turn, or look on. */
  const [others, setOthers] = createSignal(false)
  let channel: BroadcastChannel | undefined
  let stays = () => {}
  /** Ends what is held or waited for. */
  let turn = new AbortController()
  const tell = (news: News) => channel?.postMessage(news)

  function anew(): AbortSignal {
    turn.abort()
    turn = new AbortController()
    return turn.signal
  }

  /** Where no browser can say which tab it is, each rings: better twice than not at all. */
  function alone() {
    setOthers(false)
    setWhere('here')
  }

  /** Rings as soon as no other tab does, for as long as it can be heard. */
  async function wait(signal: AbortSignal, steal: boolean): Promise<void> {
    if (!locks) return alone()
    const held = locks.request(name, steal ? { steal } : { signal }, () => {
      if (signal.aborted) return undefined
      setWhere('here')
      tell('rings')
      void look()
      return new Promise<void>((done) => signal.addEventListener('abort', () => done()))
    })
    void look()
    try {
      await held
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof DOMException && error.name === 'AbortError')) return alone()
      // Taken over by another tab; this one is the next again.
      setWhere('elsewhere')
      void wait(anew(), false)
      await announce()
    }
  }

  /** Cannot be heard: notices when the tab that rings is gone. */
  async function watch(signal: AbortSignal): Promise<void> {
    if (!locks) return alone()
    // Not this one any more; which one is told at once.
    if (where() === 'here') setWhere('elsewhere')
    try {
      while (!signal.aborted) {
        const free = locks.request(name, { mode: 'shared', signal }, () => {})
        void look()
        await free
        await look()
        // Until the next one says that it rings.
        if (signal.aborted || where() !== 'elsewhere') return
      }
    } catch {
      if (!signal.aborted) alone()
    }
  }

  async function look(): Promise<void> {
    const all = await locks?.query().catch(() => undefined)
    const of = (some: LockInfo[] | undefined) => some?.filter((one) => one.name === name) ?? []
    const [held, pending] = [of(all?.held), of(all?.pending)]
    const rings = (some: LockInfo[]) => some.some(({ mode }) => mode === 'exclusive')
    if (where() === 'here') return void setOthers(pending.length > 0)
    if (rings(held)) setWhere('elsewhere')
    // One that waits rings in a moment, and says so.
    else if (!able() && !rings(pending)) setWhere('nowhere')
  }

  /** Once the browser counts this one among those that wait. */
  const announce = () => look().then(() => tell('came'))

  const begin = () => (able() ? wait(anew(), false) : watch(anew()))

  function hear(news: News) {
    const { aborted } = turn.signal
    if (news === 'rings' && (where() !== 'here' || aborted)) {
      setWhere('elsewhere')
      if (!able() && !aborted) void watch(anew())
    }
    void look()
    parts.onNews(news)
  }

  function listen() {
    if (typeof BroadcastChannel !== 'function') return
    channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }: MessageEvent<News>) => hear(data)
  }

  /** Nothing is kept that would keep the page from coming back, and what ends late tells nobody. */
  function leave() {
    stays()
    turn.abort()
    tell('left')
    channel?.close()
    channel = undefined
  }

  /** Said some time before the page goes, if it goes: one that holds what others wait for would not be kept. */
  function going() {
    turn.abort()
    stays()
    stays = parts.clock.after(patience, () => {
      void begin()
      void announce()
    })
  }

  function come({ persisted }: PageTransitionEvent) {
    if (!persisted) return
    listen()
    setWhere(undefined)
    void begin()
  }

  listen()
  createComputed(() => {
    able()
    void untrack(begin)
  })
  void announce()
  addEventListener('beforeunload', going)
  addEventListener('pagehide', leave)
  addEventListener('pageshow', come)
  onCleanup(() => {
    leave()
    removeEventListener('beforeunload', going)
    removeEventListener('pagehide', leave)
    removeEventListener('pageshow', come)
  })

  return {
    ...{ where, tell },
    several: () => where() === 'elsewhere' || others(),
    takeOver() {
      if (where() !== 'here') void wait(anew(), true)
    },
  }
}
