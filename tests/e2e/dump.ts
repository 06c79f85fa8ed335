/** Everything a script in the page could read, as text. */
import type { BrowserContext, Page } from '@playwright/test'

/** Keeps all that workers say to pages: in the opener of every line between the two. */
export async function recordTalk(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const talk: string[] = []
    Object.defineProperty(window, 'heardTalk', { value: () => talk.join('\n') })
    const hear = (event: Event) => {
      if (event instanceof MessageEvent) talk.push(JSON.stringify(event.data) ?? '')
    }
    for (const { prototype } of [MessagePort, Worker]) {
      const handler = Object.getOwnPropertyDescriptor(prototype, 'onmessage')
      Object.defineProperty(prototype, 'onmessage', {
        ...handler,
        set(fn: ((event: Event) => void) | null) {
          const heard = (event: Event) => {
            hear(event)
            fn?.call(this, event)
          }
          handler?.set?.call(this, fn && heard)
        },
      })
      const post = prototype.postMessage
      Object.defineProperty(prototype, 'postMessage', {
        value(this: MessagePort, ...sent: Parameters<MessagePort['postMessage']>) {
          talk.push(JSON.stringify(sent[0]) ?? '')
          return post.apply(this, sent)
        },
      })
    }
  })
}

export interface Dump {
  /** All that is reachable from window, up to a bound. */
  readonly graph: string
  readonly html: string
  /** localStorage, sessionStorage, IndexedDB, caches, cookies, history, names and timings. */
  readonly kept: string
  /** What was said between the page and its engine. */
  readonly talk: string
}

export function dumpPage(page: Page): Promise<Dump> {
  return page.evaluate(async () => {
    function walkGraph() {
      const texts = new Set<string>()
      const seen = new Set<object>()
      const inherited = new Map<object, readonly PropertyKey[]>()
      const waiting: object[] = [window]

      // Getters live on prototypes, and answer only for the object itself.
      function keysOf(one: object | null): readonly PropertyKey[] {
        if (!one) return []
        const known = inherited.get(one) ?? keysOf(Object.getPrototypeOf(one))
        inherited.set(one, known)
        return [...Reflect.ownKeys(one), ...known]
      }

      for (let one = waiting.shift(); one && seen.size < 20_000; one = waiting.shift()) {
        if (seen.has(one)) continue
        seen.add(one)
        if (one instanceof Map || one instanceof Set) waiting.push([...one])
        for (const key of keysOf(one)) {
          let value: unknown
          try {
            value = Reflect.get(one, key)
          } catch {
            continue
          }
          if (value instanceof Promise) value.catch(() => {})
          if (typeof value === 'string') texts.add(value)
          if ((typeof value === 'object' && value) || typeof value === 'function') {
            if (!seen.has(value)) waiting.push(value)
          }
        }
      }
      return [...texts].join('\n')
    }

    async function readDatabases() {
      const answer = async <T>(request: IDBRequest<T>) => {
        await new Promise((done) => {
          request.onsuccess = done
        })
        return request.result
      }
      const texts: string[] = []
      for (const { name = '' } of await indexedDB.databases()) {
        const base = await answer(indexedDB.open(name))
        for (const store of base.objectStoreNames) {
          const all = base.transaction(store).objectStore(store)
          const values = await answer(all.getAll())
          const decode = (_: string, value: unknown) =>
            value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value
          texts.push(name, store, JSON.stringify(values, decode))
        }
        base.close()
      }
      return texts
    }

    const heard: unknown = Reflect.get(window, 'heardTalk')
    const kept = [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      document.cookie,
      window.name,
      document.title,
      document.referrer,
      location.href,
      JSON.stringify(history.state),
      JSON.stringify(performance.getEntries()),
      ...(await caches.keys()),
      ...(await readDatabases()),
    ]
    return {
      graph: walkGraph(),
      html: document.documentElement.outerHTML,
      kept: kept.join('\n'),
      talk: typeof heard === 'function' ? String(heard()) : '',
    }
  })
}
