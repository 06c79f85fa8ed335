/** Whether the agent looks at this tab, or at another one of the same desk. */

import { type Accessor, createComputed, createSignal, onCleanup } from 'solid-js'
export interface Eyes {
  readonly here: Accessor<boolean>
  /** At any tab; as the browser has it, so that one that has crashed does not count. */
  anywhere(): Promise<boolean>
}

/** `onLeft`: they were here, and are not any more. */
export function createEyes(agent: string, onLeft: () => void): Eyes {
  const locks: LockManager | undefined = navigator.locks
  const name = `minidesk-eyes ${agent}`
  const isHere = () => document.visibilityState === 'visible' && document.hasFocus()
  const [here, setHere] = createSignal(isHere())
  const look = () => setHere(isHere())
  for (const event of ['focus', 'blur', 'pageshow']) {
    addEventListener(event, look)
    onCleanup(() => removeEventListener(event, look))
  }
  const leave = () => setHere(false)
  addEventListener('pagehide', leave)
  onCleanup(() => removeEventListener('pagehide', leave))
  document.addEventListener('visibilitychange', look)
  onCleanup(() => document.removeEventListener('visibilitychange', look))

  /** The browser counts this tab no more. */
  let left: Promise<unknown> = Promise.resolve()
  createComputed(() => {
    if (!here()) return
    const done = new AbortController()
    const { signal } = done
    const until = () =>
      new Promise<void>((end) => {
        if (signal.aborted) end()
        signal.addEventListener('abort', () => end())
      })
    const held = locks?.request(name, { mode: 'shared', signal }, until).catch(() => {})
    onCleanup(() => {
      done.abort()
      left = Promise.resolve(held).then(onLeft)
    })
  })

  return {
    here,
    async anywhere() {
      if (here()) return true
      await left
      const all = await locks?.query().catch(() => undefined)
      return all?.held?.some((one) => one.name === name) ?? false
    },
  }
}
