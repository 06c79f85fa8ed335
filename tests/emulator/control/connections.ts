import { type ControlAsk, type ControlRoute, optionalUser, requiredNumber } from './ask'

/** Seconds: no token of Genesys Cloud lives longer than two days. */
const longestToken = 172_800

/** Tokens, as seen from outside. */

function endTokens(ask: ControlAsk, state: 'expired' | 'revoked') {
  const user = optionalUser(ask)
  const count = ask.world().tokens.end(state, ({ userId }) => !user || userId === user)
  return { status: 200, body: { count } }
}

function setDuration(ask: ControlAsk) {
  const seconds = requiredNumber(ask, 'seconds', { least: 1, most: longestToken })
  for (const client of ask.world().clients) client.tokenDuration = seconds
  return { status: 204 }
}

export const connectionRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/tokens/expire', answer: (ask) => endTokens(ask, 'expired') },
  { method: 'POST', path: '/tokens/revoke', answer: (ask) => endTokens(ask, 'revoked') },
  { method: 'POST', path: '/tokens/duration', answer: setDuration },
]
