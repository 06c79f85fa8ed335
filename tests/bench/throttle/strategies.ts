import type { Clock } from '~/clock'
import { createThrottle } from '~/engine/throttle'
import type { Answer } from './platform'

export interface World {
  readonly clock: Clock
  readonly random: () => number
  readonly perMinute: number
}

export interface Client {
  /** Resolves once the platform took it, however often that needs asking. */
  ask(kind: 'read' | 'action', send: () => Promise<Answer>): Promise<void>
  end?(): void
}

export type Strategy = (world: World) => Client

const after = (clock: Clock, ms: number) =>
  new Promise<void>((resolve) => {
    clock.after(ms, resolve)
  })

/** 3, 9, 27 s and on like that, a quarter more or less. */
export function backOff({ clock, random }: World, attempt: number): Promise<void> {
  return after(clock, 3_000 * 3 ** Math.min(attempt, 2) * (0.75 + random() / 2))
}

export const retryAfter = ({ clock }: World, { retryAfter = 60 }: Answer) =>
  after(clock, retryAfter * 1000)

/** Asks until it is taken; `gate` before each try, `pause` after each refusal. */
export async function persist(
  send: () => Promise<Answer>,
  gate: () => Promise<void> | void,
  pause: (answer: Answer, attempt: number) => Promise<void>,
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    await gate()
    const answer = await send()
    if (answer.status === 200) return
    await pause(answer, attempt)
  }
}

/** One after the other, so many milliseconds apart. */
function spaced({ clock }: World, ms: number): () => Promise<void> {
  let next = clock.now()
  return () => {
    const at = Math.max(next, clock.now())
    next = at + ms
    return after(clock, at - clock.now())
  }
}

/** Filled evenly, never above `most`; who comes when it is empty waits for the next drop. */
function bucket({ clock, perMinute }: World): () => Promise<void> {
  const drop = 60_000 / perMinute
  let empty = clock.now() - perMinute * drop
  return () => {
    empty = Math.max(empty, clock.now() - perMinute * drop) + drop
    return after(clock, Math.max(0, empty - clock.now()))
  }
}

export const none: Strategy = (world) => ({
  ask: (_kind, send) =>
    persist(
      send,
      () => {},
      (_answer, attempt) => backOff(world, attempt),
    ),
})

export const obedient: Strategy = (world) => ({
  ask: (_kind, send) =>
    persist(
      send,
      () => {},
      (answer) => retryAfter(world, answer),
    ),
})

export const eightASecond: Strategy = (world) => {
  const gate = spaced(world, 125)
  return {
    ask: (_kind, send) => persist(send, gate, (_answer, attempt) => backOff(world, attempt)),
  }
}

export const atTheLimit: Strategy = (world) => {
  const gate = spaced(world, 60_000 / world.perMinute)
  return { ask: (_kind, send) => persist(send, gate, (answer) => retryAfter(world, answer)) }
}

export const tokenBucket: Strategy = (world) => {
  const gate = bucket(world)
  return { ask: (_kind, send) => persist(send, gate, (answer) => retryAfter(world, answer)) }
}

export const ours: Strategy = ({ clock, random, perMinute }) => {
  const throttle = createThrottle(clock, { perMinute, perUser: 3000, endpoints: [] }, random)
  return {
    async ask(kind, send) {
      const wish =
        kind === 'action'
          ? ({ operation: 'updateCall', lane: 'action' } as const)
          : ({ operation: 'getConversation', lane: 'screen' } as const)
      for (;;) {
        const leave = await throttle.enter({ ...wish, patience: 1e12 })
        if (!leave) throw new Error('It was to wait')
        const answer = await send()
        leave.done(answer)
        if (answer.status === 200) return
      }
    },
  }
}
