/** The time in which a transfer can be taken back: nothing has gone out before it is over. */
import type { Accessor } from 'solid-js'
import type { Clock } from '~/clock'
import type { ConversationId } from '~/genesys/ids'
import type { Settings } from '~/storage/settings'
import { createShared } from '~/storage/shared'

/** Seconds that may be set, and those where nothing was. */
export const undoTimes = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const
const standard = 4
/** Milliseconds after which a timer that fires tells that the page slept: the moment has passed. */
const lateness = 2_000

/** `late`: the page slept, and nobody watches any more. */
export type WindowEnd = 'over' | 'late' | 'undone'

export interface Windows {
  /** At most one per call: another ends the one before. `until`: when it is over. */
  open(id: ConversationId, until: number): Promise<WindowEnd>
  end(id: ConversationId, how: WindowEnd): void
}

export function createWindows(clock: Clock): Windows {
  const windows = new Map<ConversationId, (how: WindowEnd) => void>()
  return {
    open(id, until) {
      windows.get(id)?.('undone')
      return new Promise((resolve) => {
        const end = (how: WindowEnd) => {
          cancel()
          windows.delete(id)
          resolve(how)
        }
        const cancel = clock.after(until - clock.now(), () =>
          end(clock.now() - until > lateness ? 'late' : 'over'),
        )
        windows.set(id, end)
      })
    },
    end: (id, how) => windows.get(id)?.(how),
  }
}

export interface UndoSetting {
  /** In seconds; 0 sends at once. */
  readonly seconds: Accessor<number>
  set(seconds: number): void
}

export const undoSetting = 'undo'

export function createUndoSetting(settings: Settings): UndoSetting {
  const known = (value: unknown) => undoTimes.find((one) => one === value)
  const { now, change } = createShared<number>(
    settings,
    undoSetting,
    (kept) => known(kept) ?? standard,
    (seconds) => seconds,
  )
  return {
    seconds: now,
    set: (seconds) => change((before) => known(seconds) ?? before),
  }
}
