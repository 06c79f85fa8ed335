/**
 * What the browser keeps between visits. Storage may be blocked or full: then nothing is kept, and
 * everything else goes on.
 */
import { del, delMany, get, keys, set } from 'idb-keyval'

export interface Storage {
  read(key: string): Promise<unknown>
  /** False when it could not be kept. */
  keep(key: string, value: unknown): Promise<boolean>
  /** All but the place to log in to, which is nobody's, and what an agent has set up. */
  empty(): Promise<void>
}

/** Also lists what it holds, and lets go of one. */
export interface Shelf extends Storage {
  keys(): Promise<readonly string[]>
  remove(key: string): Promise<void>
}

/** The name of the place that the last log-in went to. */
export const placeKey = 'place'

/** Of what stays when an agent signs out. */
export const settingsPrefix = 'settings:'

const stays = (key: IDBValidKey) =>
  key === placeKey || (typeof key === 'string' && key.startsWith(settingsPrefix))

export const browserStorage: Shelf = {
  read: (key) => attempt(() => get(key), undefined),
  keep: (key, value) => attempt(() => set(key, value).then(() => true), false),
  empty: () => attempt(async () => delMany((await keys()).filter((key) => !stays(key))), undefined),
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
