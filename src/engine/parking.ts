/** Reads that wait while nobody is signed in: what they ask is as good as ever afterwards. Orders never wait. */
import type { Clock } from '~/clock'

export interface Parking {
  /** True when it may go on; false when it waited too long, or there are too many. */
  wait(): Promise<boolean>
  /** Lets all go on, or sends all away. */
  release(goOn: boolean): void
}

/** Milliseconds. */
const patience = 120_000
const most = 200

export function createParking(clock: Clock): Parking {
  const parked = new Set<(goOn: boolean) => void>()
  return {
    wait() {
      if (parked.size >= most) return Promise.resolve(false)
      return new Promise((resolve) => {
        const leave = (goOn: boolean) => {
          cancel()
          parked.delete(leave)
          resolve(goOn)
        }
        const cancel = clock.after(patience, () => leave(false))
        parked.add(leave)
      })
    },
    release(goOn) {
      for (const leave of [...parked]) leave(goOn)
    },
  }
}
