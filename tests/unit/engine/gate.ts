import type { RateLimits } from '~/config/ratelimit'
import { createThrottle, type Leave, type Told, type Wish } from '~/engine/throttle'
import type { Lane } from '~/genesys/operation'
import type { OperationName } from '~/genesys/operations'
import { createManualClock } from '../../manual-clock'
import { settled } from '../settled'

export interface Passed {
  readonly name: string
  readonly lane: Lane
  /** Milliseconds since the gate was made. */
  readonly at: number
  readonly leave: Leave
}

const operationOf: Readonly<Record<Lane, OperationName>> = {
  action: 'updateCall',
  screen: 'getConversation',
  background: 'getToken',
}

/** A throttle, and who was let through when; each is answered at once unless `answers` is off. */
export function createGate(
  perMinute: number,
  { answers = true, ...more }: Partial<RateLimits> & { readonly answers?: boolean } = {},
) {
  let slept = 0
  const clock = createManualClock()
  const began = clock.now()
  const limits = { perMinute, perUser: 3000, endpoints: [], ...more }
  const throttle = createThrottle({ ...clock, now: () => clock.now() + slept }, limits, () => 0)
  const passed: Passed[] = []
  const refused: string[] = []
  return {
    clock,
    throttle,
    passed,
    refused,
    names: () => passed.map(({ name }) => name),
    count: (lane?: Lane) => passed.filter((one) => !lane || one.lane === lane).length,
    /** The machine sleeps: time passes, and the timers come late. Backwards: its clock is set. */
    sleep(ms: number) {
      slept += ms
    },
    ask(lane: Lane, name: string = lane, wish: Partial<Wish> = {}) {
      const asked = { operation: operationOf[lane], lane, patience: 1e9, ...wish }
      void throttle.enter(asked).then((leave) => {
        if (!leave) return refused.push(name)
        passed.push({ name, lane, at: clock.now() - began, leave })
        if (answers) leave.done({ status: 200 })
        return undefined
      })
    },
    /** One that goes at once and is answered like this. */
    async meet(lane: Lane, told: Told, operation = operationOf[lane]) {
      const leave = await throttle.enter({ operation, lane, patience: 1 })
      leave?.done(told)
      await settled()
      return leave !== undefined
    },
    /** Second by second, so that each is noted at its own moment. */
    async pass(seconds: number) {
      await settled()
      for (let second = 0; second < seconds; second++) {
        clock.advance(1_000)
        await settled()
      }
    },
  }
}

export function times(count: number, each: (n: number) => void) {
  for (let n = 0; n < count; n++) each(n)
}
