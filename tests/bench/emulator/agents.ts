import WebSocket from 'ws'
import { control, signIn, type Visitor } from '../../unit/emulator/visitor'

export type Addresses = Parameters<typeof control>[0]

const suffixes = [
  ...['conversations', 'conversations.calls', 'conversationsummary'],
  ...['presence', 'routingStatus', 'activity'],
]
const eventStart = Buffer.from('{"topicName":"v2.users.')

export interface Ears {
  /** Events heard so far. */
  heard(): number
  close(): void
}

/** Everybody who is on queue, signed in by the login pages. */
export async function signInAll(addresses: Addresses): Promise<Visitor[]> {
  const { body } = await control(addresses, 'GET', '/state')
  const names: string[] = body.users
    .filter(({ presence }: { presence: string }) => presence === 'On Queue')
    .map(({ name }: { name: string }) => name)
  const visitors: Visitor[] = []
  for (const name of names) visitors.push(await signIn(addresses, name, { find: name }))
  return visitors
}

/** A socket for each, subscribed to what a desk subscribes to. */
export async function listenAll(visitors: readonly Visitor[]): Promise<Ears> {
  let count = 0
  const sockets: WebSocket[] = []
  for (const visitor of visitors) {
    const { body: channel } = await visitor.ask('POST', '/notifications/channels')
    const topics = suffixes.map((suffix) => ({ id: `v2.users.${visitor.userId}.${suffix}` }))
    await visitor.ask('PUT', `/notifications/channels/${channel.id}/subscriptions`, topics)
    const socket = new WebSocket(channel.connectUri)
    socket.on('message', (frame: Buffer) => {
      if (frame.subarray(0, eventStart.length).equals(eventStart)) count += 1
    })
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    sockets.push(socket)
  }
  return {
    heard: () => count,
    close() {
      for (const socket of sockets) socket.terminate()
    },
  }
}
