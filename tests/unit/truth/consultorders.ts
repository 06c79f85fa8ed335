/** The orders of a consult and of a conference, each on the stage that it needs. */
import { expect } from 'vitest'
import { type Consult, consultOf } from '~/conversations/consult'
import { partiesOf } from '~/conversations/parties'
import { transfersOf } from '~/conversations/transfers'
import type { Intent } from '~/transfer/transfer'
import { connected, type Order, one, rowOf } from './orders'
import type { Scene } from './scene'

const of = '/api/v2/conversations/calls/*/participants/*'
const ben = 'Ben Okafor'

async function found(scene: Scene): Promise<string> {
  const id = await connected(scene)
  scene.transfers.finder(id)?.type(ben)
  await scene.pass(300)
  return id
}

function send(scene: Scene, id: string, as: Intent) {
  const row = rowOf(scene, id, 'person')
  if (row) void scene.transfers.send(one(scene, id), row, as)
}

/** Ben has answered. */
async function consulting(scene: Scene): Promise<string> {
  const id = await found(scene)
  send(scene, id, 'consult')
  await scene.pass(20)
  const { users } = await scene.control('GET', '/state')
  const userId = users.find(({ name }: { name: string }) => name === ben)?.id
  await scene.control('POST', `/users/${userId}/answer`, { conversationId: id })
  await scene.pass(20)
  return id
}

const consultIn = ({ desk }: Scene, id: string): Consult | undefined => {
  const call = desk.conversations.get(id)
  return call && consultOf(call)
}

function inConsult(
  name: string,
  order: Pick<Order, 'called' | 'method' | 'path' | 'send' | 'done'>,
): Order {
  return { name, prepare: consulting, ...order }
}

/** What was typed is there as long as nobody is asked. */
const keeps: Order['keeps'] = ({ transfers }, id, done) => {
  if (!done) expect(transfers.of(id).step).toBe('choosing')
}

export const consultOrders: readonly Order[] = [
  {
    name: 'consult',
    called: `The consult with ${ben}`,
    method: 'POST',
    path: `${of}/consult/agent`,
    prepare: found,
    send: (scene, id) => send(scene, id, 'consult'),
    // One that nobody has answered may be over again before it is looked for.
    done: ({ desk }, id) => {
      const call = desk.conversations.get(id)
      return call !== undefined && transfersOf(call).some(({ attended }) => attended)
    },
    keeps,
  },
  inConsult('speak', {
    called: 'Talk to both',
    method: 'PATCH',
    path: `${of}/consult`,
    send: ({ consults }, id) => consults.talkToBoth(id),
    done: (scene, id) => consultIn(scene, id)?.speaking === 'both',
  }),
  inConsult('cancel consult', {
    called: 'Cancel consult',
    method: 'DELETE',
    path: `${of}/consult`,
    send: ({ consults }, id) => consults.cancel(id),
    done: (scene, id) => consultIn(scene, id) === undefined,
  }),
  inConsult('complete', {
    called: 'Complete transfer',
    method: 'PATCH',
    path: of,
    send: ({ consults }, id) => consults.complete(id),
    done: ({ desk }, id) => desk.conversations.get(id)?.phase === 'wrapup',
  }),
  {
    name: 'invite',
    called: `Adding ${ben} to the call`,
    method: 'POST',
    path: '/api/v2/conversations/calls/*/participants',
    prepare: found,
    send: (scene, id) => send(scene, id, 'invite'),
    done: ({ desk }, id) => {
      const call = desk.conversations.get(id)
      return Boolean(call && partiesOf(call).some(({ name }) => name === ben))
    },
    keeps,
  },
]
