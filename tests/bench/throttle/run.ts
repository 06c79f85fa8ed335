import { type Answer, createPlatform, longest, type Rules, seeded } from './platform'
import type { Strategy } from './strategies'
import { createVirtual, governed } from './virtual'

export interface Load {
  /** All asked for at once. */
  readonly reads: number
  /** Spread over the time that all of it needs at least. */
  readonly actions: number
}

export interface Outcome {
  /** 429s. */
  readonly refused: number
  /** Until the last answer, of the least possible. */
  readonly makespan: number
  /** Milliseconds from a press to its answer. */
  readonly actions: readonly number[]
}

const minute = 60_000

/** The least time in which the platform takes so many requests and answers the last. */
export function optimum({ perMinute, foreign }: Rules, requests: number): number {
  return (Math.ceil(requests / (perMinute - foreign)) - 1) * minute + longest
}

/** One client, one platform and one load, in virtual time. */
export async function run(
  strategy: Strategy,
  rules: Rules,
  load: Load,
  seed: number,
): Promise<Outcome> {
  const clock = createVirtual()
  const random = seeded(seed)
  const platform = createPlatform(clock, rules, random)
  const began = clock.now()
  const least = optimum(rules, load.reads + load.actions)
  return governed(clock, async () => {
    const client = strategy({ clock, random, perMinute: rules.perMinute })
    const took: number[] = []
    let open = load.reads + load.actions
    let last = began

    async function ask(kind: 'read' | 'action') {
      const asked = clock.now()
      await client.ask(kind, (): Promise<Answer> => platform.send())
      if (kind === 'action') took.push(clock.now() - asked)
      last = clock.now()
      open -= 1
    }

    for (let n = 0; n < load.reads; n++) void ask('read')
    for (let n = 0; n < load.actions; n++)
      clock.after(((n + random()) / load.actions) * least, () => void ask('action'))
    await clock.until(() => open === 0)
    client.end?.()
    if (platform.taken.length !== load.reads + load.actions) throw new Error('Lost or sent twice')
    return { refused: platform.refused, makespan: (last - began) / least, actions: took }
  })
}
