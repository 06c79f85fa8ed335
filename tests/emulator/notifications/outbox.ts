import type { Clock } from '~/clock'

/** Frames on their way to one channel, each at its moment; of the same moment, in the order they came. */
export interface Outbox {
  put(text: string, at: number): void
  /** What waits is never sent. */
  close(): void
}

export function createOutbox(clock: Clock, send: (text: string) => void): Outbox {
  const waiting: { readonly at: number; readonly text: string }[] = []
  let cancel = () => {}

  function wait(): void {
    cancel()
    const [next] = waiting
    cancel = next ? clock.after(next.at - clock.now(), flush) : () => {}
  }

  function flush(): void {
    for (let next = waiting[0]; next && next.at <= clock.now(); next = waiting[0]) {
      waiting.shift()
      send(next.text)
    }
    wait()
  }

  return {
    put(text, at) {
      const later = waiting.findIndex((frame) => frame.at > at)
      const place = later < 0 ? waiting.length : later
      waiting.splice(place, 0, { at, text })
      if (place === 0) wait()
    },
    close() {
      cancel()
      waiting.length = 0
    },
  }
}
