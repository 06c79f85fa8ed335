import { createRandom } from '../random'
import { createTimers } from '../timers'
import type { World } from '../world'
import { playBusy } from './busy'
import { playCalm } from './calm'

export const scenarioNames = ['calm', 'busy'] as const
export type ScenarioName = (typeof scenarioNames)[number]

export interface ScenarioChoice {
  readonly name: ScenarioName
  readonly seed: number
  /** Scales the pace of the people in it, not the times of the platform. */
  readonly speed: number
}

export function isScenarioName(name: unknown): name is ScenarioName {
  return scenarioNames.some((known) => known === name)
}

/** Lets a scenario run; the answer ends it. */
export function playScenario(world: World, { name, seed, speed }: ScenarioChoice): () => void {
  const clock = createTimers(world.clock)
  const play = { calm: playCalm, busy: playBusy }[name]
  const end = play({ world, clock, random: createRandom(seed), speed })
  return () => {
    clock.stop()
    end()
  }
}
