import { type ControlAsk, type ControlRoute, optionalUser, requiredText } from './ask'

/** Tokens and sockets, as seen from outside. */

function endTokens(ask: ControlAsk, state: 'expired' | 'revoked') {
  const user = optionalUser(ask)
  const count = ask.world().tokens.end(state, ({ userId }) => !user || userId === user)
  return { status: 200, body: { count } }
}

function dropSockets(ask: ControlAsk) {
  const connected = ask.world().channels.connected(optionalUser(ask))
  for (const { socket } of connected) socket.terminate()
  return { status: 200, body: { count: connected.length } }
}

function sendText(ask: ControlAsk) {
  const raw = requiredText(ask, 'text')
  const connected = ask.world().channels.connected(optionalUser(ask))
  for (const { socket } of connected) socket.send(raw)
  return { status: 200, body: { count: connected.length } }
}

export const connectionRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/tokens/expire', answer: (ask) => endTokens(ask, 'expired') },
  { method: 'POST', path: '/tokens/revoke', answer: (ask) => endTokens(ask, 'revoked') },
  { method: 'POST', path: '/sockets/drop', answer: dropSockets },
  { method: 'POST', path: '/sockets/send', answer: sendText },
]
