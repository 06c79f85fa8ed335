import type { Clock } from '~/clock'
import { createHeap } from '~/engine/heap'

interface Timer {
  readonly at: number
  readonly serial: number
  readonly fn: () => void
}

export interface Virtual extends Clock {
  /** Runs what falls due, in order, and all that follows from it, until that is so. */
  until(isOver: () => boolean): Promise<void>
}

const realImmediate = setImmediate
/** All that waits for nothing but its turn has happened. */
const settled = () => new Promise<void>((resolve) => realImmediate(resolve))

/** A clock that jumps from one timer to the next: minutes take milliseconds, whoever measures. */
export function createVirtual(start = 1_800_000_000_000): Virtual {
  const timers = createHeap<Timer>((a, b) => a.at < b.at || (a.at === b.at && a.serial < b.serial))
  const gone = new Set<Timer>()
  let now = start
  let serial = 0
  return {
    now: () => now,
    after(ms, fn) {
      serial += 1
      const timer = { at: now + Math.max(0, ms), serial, fn }
      timers.push(timer)
      return () => gone.add(timer)
    },
    async until(isOver) {
      await settled()
      while (!isOver()) {
        const timer = timers.shift()
        if (!timer) throw new Error('Nothing more will happen')
        if (gone.delete(timer)) continue
        now = timer.at
        timer.fn()
        await settled()
      }
    },
  }
}

const names = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] as const

/** Libraries have no clock handed in: while `work` runs, the machine's is this one. */
export async function governed<T>(clock: Clock, work: () => Promise<T>): Promise<T> {
  const real = names.map((name) => [name, globalThis[name]] as const)
  const realNow = performance.now
  const cancels = new Map<number, () => void>()
  let serial = 0
  const set = (repeat: boolean) =>
    function start(fn: () => void, ms = 0) {
      serial += 1
      const id = serial
      const next = () => {
        cancels.set(
          id,
          clock.after(Math.max(1, ms), () => {
            if (repeat) next()
            else cancels.delete(id)
            fn()
          }),
        )
      }
      next()
      // What Node answers is an object: libraries call `unref` where there is one.
      return Object.assign(Object(id), { unref() {}, ref() {} })
    }
  const clear = (id: unknown) => {
    cancels.get(Number(id))?.()
    cancels.delete(Number(id))
  }
  class VirtualDate extends Date {
    constructor(value: number | string = clock.now()) {
      super(value)
    }
    static override now() {
      return clock.now()
    }
  }
  Object.assign(globalThis, {
    ...{ setTimeout: set(false), setInterval: set(true) },
    ...{ clearTimeout: clear, clearInterval: clear, Date: VirtualDate },
  })
  performance.now = () => clock.now()
  try {
    return await work()
  } finally {
    Object.assign(globalThis, Object.fromEntries(real))
    performance.now = realNow
  }
}
