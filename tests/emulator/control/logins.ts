import { providerModes } from '../oauth/providers'
import {
  BadAsk,
  type ControlAsk,
  type ControlRoute,
  longestMs,
  optionalNumber,
  optionalText,
} from './ask'

const slowMs = 3000

function oneOf<T extends string>(
  ask: ControlAsk,
  field: string,
  values: readonly T[],
): T | undefined {
  const text = optionalText(ask, field)
  const value = values.find((known) => known === text)
  if (text !== undefined && value === undefined) {
    throw new BadAsk(`${field} must be one of ${values.join(', ')}`, field)
  }
  return value
}

/** How an identity provider behaves from now on: the one named, or all. */
function setProvider(ask: ControlAsk) {
  const mode = oneOf(ask, 'mode', providerModes)
  if (!mode) throw new BadAsk('mode is required', 'mode')
  const ms = optionalNumber(ask, 'ms', { most: longestMs }) ?? slowMs
  ask.world().providers.become({ mode, ms }, optionalText(ask, 'provider'))
  return { status: 204 }
}

const verities = ['right', 'wrong', 'missing'] as const

/** The next answers that applications get from the login host carry a wrong `state` or `iss`. */
function spoilAnswers(ask: ControlAsk) {
  const state = oneOf(ask, 'state', verities)
  const iss = oneOf(ask, 'iss', verities)
  if (!state && !iss) throw new BadAsk('state or iss is required', 'state')
  const times = optionalNumber(ask, 'times', { least: 1 }) ?? 1
  ask.world().answers.spoil({ times, ...(state && { state }), ...(iss && { iss }) })
  return { status: 204 }
}

/** What goes wrong on the way through the login host; until the reset. */
export const loginRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/idp', answer: setProvider },
  { method: 'POST', path: '/authorize-answers', answer: spoilAnswers },
]
