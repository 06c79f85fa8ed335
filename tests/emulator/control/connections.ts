import {
  type ControlAsk,
  type ControlRoute,
  longestMs,
  optionalNumber,
  optionalUser,
  requiredNumber,
  requiredText,
} from './ask'

/** Seconds: no token of Genesys Cloud lives longer than two days. */
const longestToken = 172_800
/** Seconds: nor may one be left unused for longer than eight hours. */
const longestIdle = 28_800

/** Tokens and sockets, as seen from outside. */

function endTokens(ask: ControlAsk, state: 'expired' | 'revoked') {
  const user = optionalUser(ask)
  const { tokens, refreshTokens } = ask.world()
  const isMeant = ({ userId }: { readonly userId?: string }) => !user || userId === user
  if (state === 'revoked') refreshTokens.end(isMeant)
  const count = tokens.end(state, isMeant)
  return { status: 200, body: { count } }
}

function setDuration(ask: ControlAsk) {
  const seconds = requiredNumber(ask, 'seconds', { least: 1, most: longestToken })
  for (const client of ask.world().clients) client.tokenDuration = seconds
  return { status: 204 }
}

/** `null`: no token ends for want of use. */
function setIdleTimeout(ask: ControlAsk) {
  const { tokens } = ask.world()
  const isOff = ask.body.seconds === null
  const bounds = { least: 1, most: longestIdle }
  tokens.setIdleTimeout(isOff ? undefined : requiredNumber(ask, 'seconds', bounds))
  return { status: 204 }
}

function dropSockets(ask: ControlAsk) {
  const connected = ask.world().channels.connected(optionalUser(ask))
  for (const { socket } of connected) socket.terminate()
  return { status: 200, body: { count: connected.length } }
}

function muteSockets(ask: ControlAsk) {
  const { channels } = ask.world()
  const ms = optionalNumber(ask, 'ms', { least: 1, most: longestMs })
  const connected = channels.connected(optionalUser(ask))
  for (const channel of connected) channels.mute(channel, ms)
  return { status: 200, body: { count: connected.length } }
}

function sendText(ask: ControlAsk) {
  const { channels } = ask.world()
  const raw = requiredText(ask, 'text')
  const connected = channels.connected(optionalUser(ask))
  for (const channel of connected) channels.send(channel, raw)
  return { status: 200, body: { count: connected.length } }
}

export const connectionRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/tokens/expire', answer: (ask) => endTokens(ask, 'expired') },
  { method: 'POST', path: '/tokens/revoke', answer: (ask) => endTokens(ask, 'revoked') },
  { method: 'POST', path: '/tokens/duration', answer: setDuration },
  { method: 'POST', path: '/tokens/idle', answer: setIdleTimeout },
  { method: 'POST', path: '/sockets/drop', answer: dropSockets },
  { method: 'POST', path: '/sockets/mute', answer: muteSockets },
  { method: 'POST', path: '/sockets/send', answer: sendText },
]
