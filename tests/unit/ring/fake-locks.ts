/** The locks of a browser, as its standard has them: in their order, shared or not, given up or taken away. */

interface Held extends LockInfo {
  readonly mode: LockMode
  readonly name: string
  readonly release: (why?: unknown) => void
}

interface Waiting {
  readonly name: string
  readonly mode: LockMode
  readonly grant: () => void
}

export type FakeLocks = Pick<LockManager, 'request' | 'query'>

export function createFakeLocks(): FakeLocks {
  let held: Held[] = []
  let waiting: Waiting[] = []

  function settle() {
    for (const one of [...waiting]) {
      const before = waiting.slice(0, waiting.indexOf(one))
      const against = [...held, ...before].filter(({ name }) => name === one.name)
      const fits = (mode: LockMode) => mode === 'shared' && one.mode === 'shared'
      if (!against.every(({ mode }) => fits(mode))) continue
      waiting = waiting.filter((other) => other !== one)
      one.grant()
    }
  }

  function request(name: string, options: LockOptions, what: () => unknown): Promise<unknown> {
    const { mode = 'exclusive', signal, steal } = options
    let resolve: (value: unknown) => void = () => {}
    let reject: (why: unknown) => void = () => {}
    const promise = new Promise<unknown>((done, failed) => {
      resolve = done
      reject = failed
    })
    const given = new DOMException('given up', 'AbortError')
    const one: Waiting = { name, mode, grant }
    function grant() {
      const lock: Held = {
        ...{ name, mode, clientId: '' },
        release(why) {
          held = held.filter((other) => other !== lock)
          if (why) reject(why)
          else resolve(undefined)
          queueMicrotask(settle)
        },
      }
      held.push(lock)
      queueMicrotask(() => Promise.resolve(what()).then(() => lock.release()))
    }
    if (steal) {
      for (const other of held.filter((lock) => lock.name === name)) other.release(given)
      grant()
      return promise
    }
    signal?.addEventListener('abort', () => {
      if (!waiting.includes(one)) return
      waiting = waiting.filter((other) => other !== one)
      reject(given)
      settle()
    })
    waiting.push(one)
    queueMicrotask(settle)
    return promise
  }

  return {
    request: request as LockManager['request'],
    query: async () => ({
      held: held.map(({ name, mode }) => ({ name, mode, clientId: '' })),
      pending: waiting.map(({ name, mode }) => ({ name, mode, clientId: '' })),
    }),
  }
}
