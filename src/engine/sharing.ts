/**
 * Reads of the same thing at the same time share one request. Whoever asks after something has happened
 * must not get an answer from before: then a new request goes out.
 */
export interface Sharing {
  /**
   * Joins a read that is under way, or starts it. `start` gets the signal that nobody waits any more, and
   * says when the request goes out. Rejects with what `givenUp` makes when `signal` aborts.
   */
  join(
    key: string,
    start: (signal: AbortSignal, onOut: () => void) => Promise<unknown>,
    givenUp: () => Error,
    signal: AbortSignal | undefined,
  ): Promise<unknown>
  /** Something was ordered, or heard: what is on its way may be older than that. */
  changed(): void
}

interface Shared {
  readonly answer: Promise<unknown>
  readonly abort: AbortController
  waiting: number
}

export function createSharing(): Sharing {
  const open = new Map<string, Shared>()
  /** Those that have gone out, and that nobody may join after the next change. */
  const out = new Map<string, Shared>()

  function close(key: string, shared: Shared) {
    if (open.get(key) === shared) open.delete(key)
    if (out.get(key) === shared) out.delete(key)
  }

  function begin(key: string, start: Parameters<Sharing['join']>[1]): Shared {
    const abort = new AbortController()
    const onOut = () => {
      if (open.get(key) === shared) out.set(key, shared)
    }
    // Not before it can be named.
    const answer = Promise.resolve().then(() => start(abort.signal, onOut))
    const shared: Shared = { answer, abort, waiting: 0 }
    open.set(key, shared)
    const done = () => close(key, shared)
    answer.then(done, done)
    return shared
  }

  return {
    join(key, start, givenUp, signal) {
      if (signal?.aborted) return Promise.reject(givenUp())
      const shared = open.get(key) ?? begin(key, start)
      shared.waiting++
      return new Promise((resolve, reject) => {
        const leave = () => {
          reject(givenUp())
          if (--shared.waiting > 0) return
          close(key, shared)
          shared.abort.abort()
        }
        signal?.addEventListener('abort', leave, { once: true })
        const done = () => signal?.removeEventListener('abort', leave)
        shared.answer.then(resolve, reject)
        shared.answer.then(done, done)
      })
    },
    changed() {
      for (const key of out.keys()) open.delete(key)
      out.clear()
    },
  }
}
