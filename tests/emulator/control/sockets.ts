import { closingMs } from '../notifications/channel'
import type { Connected } from '../notifications/channels'
import {
  type ControlAsk,
  type ControlRoute,
  longestMs,
  optionalNumber,
  optionalUser,
  requiredText,
} from './ask'

/** Sockets, as seen from outside: what is done to those of one user, or to all. */
function withSockets(ask: ControlAsk, act: (channel: Connected) => void) {
  const connected = ask.world().channels.connected(optionalUser(ask))
  for (const channel of connected) act(channel)
  return { status: 200, body: { count: connected.length } }
}

function dropSockets(ask: ControlAsk) {
  return withSockets(ask, ({ socket }) => socket.terminate())
}

function muteSockets(ask: ControlAsk) {
  const { channels } = ask.world()
  const ms = optionalNumber(ask, 'ms', { least: 1, most: longestMs })
  return withSockets(ask, (channel) => channels.mute(channel, ms))
}

/** One text, or several in their order. */
function sendText(ask: ControlAsk) {
  const { channels } = ask.world()
  const { texts } = ask.body
  const all = Array.isArray(texts) && texts.every(isText) ? texts : [requiredText(ask, 'text')]
  return withSockets(ask, (channel) => {
    for (const raw of all) channels.send(channel, raw)
  })
}

const isText = (one: unknown): one is string => typeof one === 'string' && one !== ''

function closeSockets(ask: ControlAsk) {
  const { channels } = ask.world()
  const ms = optionalNumber(ask, 'ms', { most: longestMs }) ?? closingMs
  return withSockets(ask, (channel) => channels.closeSoon(channel, ms))
}

/** Somebody else connects to the channel, hears everything in the client's place and says nothing. */
function takeOver(ask: ControlAsk) {
  const { channels } = ask.world()
  return withSockets(ask, ({ id }) => {
    const leave = () => channels.disconnected(id, stranger)
    const stranger = { send() {}, close: leave, terminate: leave }
    channels.connect(id, stranger)
  })
}

export const socketRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/sockets/drop', answer: dropSockets },
  { method: 'POST', path: '/sockets/mute', answer: muteSockets },
  { method: 'POST', path: '/sockets/send', answer: sendText },
  { method: 'POST', path: '/sockets/closing', answer: closeSockets },
  { method: 'POST', path: '/sockets/takeover', answer: takeOver },
]
