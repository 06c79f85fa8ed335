import { isOrganisationName, organisationNames } from '../org/organisation'
import { isScenarioName, scenarioNames } from '../scenario/scenario'
import {
  BadAsk,
  type ControlAsk,
  type ControlRoute,
  optionalNumber,
  optionalText,
  requiredText,
} from './ask'
import { stateOfWorld } from './state'

/** The stage itself: what is on it, who has knocked, and what is played. */

function reset(ask: ControlAsk) {
  const organisation = optionalText(ask, 'organisation')
  if (organisation !== undefined && !isOrganisationName(organisation)) {
    throw new BadAsk(`organisation must be one of ${organisationNames.join(', ')}`, 'organisation')
  }
  ask.reset(optionalNumber(ask, 'seed'), organisation)
  return { status: 204 }
}

function scenario(ask: ControlAsk) {
  const name = requiredText(ask, 'name')
  if (name !== 'off' && !isScenarioName(name)) {
    throw new BadAsk(`name must be one of ${scenarioNames.join(', ')}, off`, 'name')
  }
  const seed = optionalNumber(ask, 'seed') ?? ask.seed
  const speed = optionalNumber(ask, 'speed', { least: 0.01, whole: false }) ?? ask.speed
  ask.playScenario(name === 'off' ? name : { name, seed, speed })
  return { status: 204 }
}

function requests({ journal, query }: ControlAsk) {
  const since = Number(query.get('since') ?? 0)
  if (!Number.isFinite(since)) throw new BadAsk('since must be a number', 'since')
  return { status: 200, body: journal.since(since) }
}

export const stageRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/state',
    answer: ({ world, query }) => ({
      status: 200,
      body: stateOfWorld(world(), query.get('live') === 'true'),
    }),
  },
  { method: 'POST', path: '/reset', answer: reset },
  { method: 'POST', path: '/scenario', answer: scenario },
  { method: 'GET', path: '/requests', answer: requests },
  {
    method: 'DELETE',
    path: '/requests',
    answer({ journal }) {
      journal.clear()
      return { status: 204 }
    },
  },
]
