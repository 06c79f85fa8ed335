/** How many pages of this browser show one agent's desk: as the browser has it, so that one that has crashed does not count. */
import { type Accessor, createSignal, onCleanup } from 'solid-js'

export interface Pages {
  /** As it was counted last: there is no other one, or the browser cannot tell. */
  readonly alone: Accessor<boolean>
  count(): Promise<void>
}

/** This page is one of them for as long as the caller's owner lives. */
export function createPages(parts: {
  /** Whose desk it is. */
  readonly owner: string
  readonly locks?: Pick<LockManager, 'request' | 'query'> | undefined
}): Pages {
  const locks = 'locks' in parts ? parts.locks : navigator.locks
  const name = `minidesk-page ${parts.owner}`
  const [alone, setAlone] = createSignal(false)
  let stay = new AbortController()

  async function count() {
    const all = await locks?.query().catch(() => undefined)
    setAlone((all?.held ?? []).filter((one) => one.name === name).length < 2)
  }

  function enter() {
    stay = new AbortController()
    const { signal } = stay
    const until = () =>
      new Promise<void>((done) => {
        signal.addEventListener('abort', () => done())
        void count()
      })
    locks?.request(name, { mode: 'shared', signal }, until).catch(() => {})
  }

  // A page that holds something is not kept by the back-forward cache.
  const leave = () => stay.abort()
  const back = ({ persisted }: PageTransitionEvent) => persisted && enter()
  enter()
  addEventListener('pagehide', leave)
  addEventListener('pageshow', back)
  onCleanup(() => {
    leave()
    removeEventListener('pagehide', leave)
    removeEventListener('pageshow', back)
  })
  return { alone, count }
}
