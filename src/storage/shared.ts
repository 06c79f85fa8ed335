/**
 * A setting that several tabs change: each change is made to what the browser has by then, and to nothing older,
 * and is in the others at once.
 */
import { type Accessor, createSignal } from 'solid-js'
import type { Settings } from './settings'

type Change<Value> = (before: Value) => Value

export interface Shared<Value> {
  readonly now: Accessor<Value>
  /** What was kept has been read. */
  readonly isRead: Accessor<boolean>
  /** Shown at once, and kept. */
  change(how: Change<Value>): void
}

export function createShared<Value>(
  settings: Settings,
  name: string,
  /** What was kept may be anything, or nothing. */
  fromStorage: (kept: unknown) => Value,
  toStorage: (value: Value) => unknown,
): Shared<Value> {
  const [now, setNow] = createSignal(fromStorage(undefined))
  const [isRead, setRead] = createSignal(false)
  /** Made here, and not kept yet. */
  let changes: readonly Change<Value>[] = []
  let isKeeping = false

  const textOf = (value: Value) => JSON.stringify(toStorage(value))

  function put(kept: unknown): Value {
    const value = changes.reduce((before, change) => change(before), fromStorage(kept))
    setRead(true)
    // What is the same stays the same: the rows that are drawn of it stay, too.
    return textOf(value) === textOf(now()) ? now() : setNow(() => value)
  }

  const reading = settings.read(name).then(put, () => undefined)
  settings.follow((changed, fate) => {
    if (changed === name && (fate === 'elsewhere' || fate === 'gone'))
      void settings.readAnew(name).then(put, () => undefined)
  })

  async function keep() {
    if (isKeeping) return
    isKeeping = true
    await reading
    while (changes.length > 0) {
      const value = put(await settings.readAnew(name))
      changes = []
      await settings.keep(name, toStorage(value))
    }
    isKeeping = false
  }

  return {
    now,
    isRead,
    change(how) {
      changes = [...changes, how]
      setNow((before) => how(before))
      void keep()
    },
  }
}
