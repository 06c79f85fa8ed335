/**
 * What the browser keeps between visits. Storage may be blocked or full: then nothing is kept, and
 * everything else goes on.
 */
import { clear, get, set } from 'idb-keyval'

export interface Storage {
  read(key: string): Promise<unknown>
  /** False when it could not be kept. */
  keep(key: string, value: unknown): Promise<boolean>
  empty(): Promise<void>
}

export const browserStorage: Storage = {
  read: (key) => get(key).catch(() => undefined),
  keep: (key, value) =>
    set(key, value).then(
      () => true,
      () => false,
    ),
  empty: () => clear().catch(() => {}),
}

/** Something one person wrote, kept where only this browser can read it, and not for ever. */
export interface Sealed {
  read(): Promise<unknown>
  keep(value: unknown): Promise<void>
}

/** Milliseconds: what is older than the longest shift is nobody's any more. */
const shift = 12 * 3_600_000

/**
 * Keeps one value encrypted with a key that never leaves the browser's own store. What another owner
 * left, what is too old, and what cannot be opened is treated as not there.
 */
export function createSealed(
  storage: Storage,
  name: string,
  owner: string,
  now: () => number,
): Sealed {
  const algorithm = 'AES-GCM'
  let writing = Promise.resolve()

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

  async function write(value: unknown) {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const text = new TextEncoder().encode(JSON.stringify(value))
    const data = await crypto.subtle.encrypt({ name: algorithm, iv }, await key(), text)
    await storage.keep(name, { owner, at: now(), iv, data })
  }

  return {
    async read() {
      try {
        const { owner: whose, at, iv, data } = Object(await storage.read(name))
        if (whose !== owner || now() - at > shift) return undefined
        const text = await crypto.subtle.decrypt({ name: algorithm, iv }, await key(), data)
        return JSON.parse(new TextDecoder().decode(text))
      } catch {
        return undefined
      }
    },
    keep(value) {
      // One after the other, so that the last keystroke is what stays.
      writing = writing.then(() => write(value)).catch(() => {})
      return writing
    },
  }
}
