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
