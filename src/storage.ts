/**
 * What the browser keeps between visits. Storage may be blocked or full: then nothing is kept, and
 * everything else goes on.
 */
import { del, delMany, get, keys, set } from 'idb-keyval'

export interface Storage {
  read(key: string): Promise<unknown>
  /** False when it could not be kept. */
  keep(key: string, value: unknown): Promise<boolean>
  /** All but the place to log in to, which is nobody's. */
  empty(): Promise<void>
}

/** Also lists what it holds, and lets go of one. */
export interface Shelf extends Storage {
  keys(): Promise<readonly string[]>
  remove(key: string): Promise<void>
}

/** The name of the place that the last log-in went to. */
export const placeKey = 'place'

export const browserStorage: Shelf = {
  read: (key) => attempt(() => get(key), undefined),
  keep: (key, value) => attempt(() => set(key, value).then(() => true), false),
  empty: () =>
    attempt(async () => delMany((await keys()).filter((key) => key !== placeKey)), undefined),
  keys: () => attempt(() => keys<string>(), []),
  remove: (key) => attempt(() => del(key), undefined),
}

/** Where storage is blocked it throws at once, or fails later. */
async function attempt<T>(what: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await what()
  } catch {
    return otherwise
  }
}

/** Something one person wrote, kept where only this browser can read it, and not for ever. */
export interface Sealed {
  /** Pairs of id and value. */
  read(): Promise<unknown>
  /** Nothing as a value lets go of it. False when it could not be kept. */
  keep(id: string, value?: unknown): Promise<boolean>
}

/** Milliseconds: what is older than the longest shift is nobody's any more. */
const shift = 12 * 3_600_000

/**
 * Keeps values, each by itself so that two tabs do not overwrite each other's, encrypted with a key that
 * never leaves the browser's own store. What another owner left, what is too old, and what cannot be
 * opened is removed when it is met.
 */
export function createSealed(
  storage: Shelf,
  name: string,
  owner: string,
  now: () => number,
): Sealed {
  const algorithm = 'AES-GCM'
  const prefix = `${name}:`
  let writing = Promise.resolve(true)

  async function key(): Promise<CryptoKey> {
    const kept = await storage.read('key')
    if (kept instanceof CryptoKey) return kept
    const made = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
    await storage.keep('key', made)
    return made
  }

  async function write(id: string, value: unknown) {
    if (value === undefined) {
      await storage.remove(prefix + id)
      return true
    }
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const text = new TextEncoder().encode(JSON.stringify(value))
    const data = await crypto.subtle.encrypt({ name: algorithm, iv }, await key(), text)
    return storage.keep(prefix + id, { owner, at: now(), iv, data })
  }

  async function open(at: string): Promise<unknown> {
    const kept = Object(await storage.read(at))
    // An age that cannot be told is too old.
    if (kept.owner !== owner || !(now() - kept.at <= shift)) throw new Error('It is nobody’s.')
    const { iv, data } = kept
    const text = await crypto.subtle.decrypt({ name: algorithm, iv }, await key(), data)
    return JSON.parse(new TextDecoder().decode(text))
  }

  return {
    async read() {
      const found: [string, unknown][] = []
      for (const at of await storage.keys()) {
        if (!at.startsWith(prefix)) continue
        await open(at).then(
          (value) => found.push([at.slice(prefix.length), value]),
          () => storage.remove(at),
        )
      }
      return found
    },
    keep(id, value) {
      // One after the other, so that the last keystroke is what stays.
      writing = writing.then(() => write(id, value)).catch(() => false)
      return writing
    },
  }
}
