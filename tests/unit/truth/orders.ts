/** Every order the desk can send, each on the stage that it needs. */
import { expect } from 'vitest'
import type { Conversation } from '~/conversations/conversation'
import type { Destination } from '~/transfer/destination'
import { eventually } from '../eventually'
import { consultOrders } from './consultorders'
import type { Doubt } from './faults'
import { phoneOrders } from './phoneorders'
import type { Scene } from './scene'

/** What was typed beside it, and must not be lost. */
const typed = 'Rep'
export const notes = 'Wants the invoice by post'

export interface Order {
  readonly name: string
  /** As the sentence begins that says it did not happen. */
  readonly called: string
  readonly method: string
  readonly path: string
  /** Answers the id of what it is about. */
  prepare(scene: Scene): Promise<string>
  send(scene: Scene, id: string): void
  /** What is said when it has happened and its answer did not tell, at once or after all. */
  readonly doubt?: Readonly<Partial<Record<Doubt, RegExp>>>
  /** What is said when it was taken and changed nothing, where that is not what is said of every order. */
  readonly unproven?: RegExp
  /** Whether a refusal is believed without a look at the facts. */
  readonly believes?: true
  /** True when the desk shows it done. */
  done(scene: Scene, id: string): boolean
  /** Nothing that was typed is lost. */
  keeps?(scene: Scene, id: string, done: boolean): void
}

const participant = '/api/v2/conversations/calls/*/participants/*'
const replace = '/api/v2/conversations/*/participants/*'

async function ringing(scene: Scene, queue?: string): Promise<string> {
  const { desk } = scene
  await scene.control('POST', `/users/${desk.me.id}/presence`, { systemPresence: 'On Queue' })
  const id = await scene.customerCalls(queue)
  await scene.pass(20)
  expect(phaseOf(scene, id)).toBe('alerting')
  return id
}

export async function connected(scene: Scene, queue?: string): Promise<string> {
  const id = await ringing(scene, queue)
  await scene.control('POST', `/users/${scene.desk.me.id}/answer`, { conversationId: id })
  await scene.pass(20)
  scene.transfers.open(id)
  scene.transfers.finder(id)?.type(typed)
  await scene.pass(300)
  return id
}

export async function owed(scene: Scene, queue?: string): Promise<string> {
  const id = await connected(scene, queue)
  scene.transfers.close(id)
  await scene.control('POST', `/conversations/${id}/hangup`)
  await scene.pass(20)
  const { wrapup } = scene
  await wrapup.load(one(scene, id))
  const codes = wrapup.codes(one(scene, id).mine)
  if (codes.state === 'ready' && codes.codes[0]) wrapup.choose(id, codes.codes[0])
  wrapup.write(id, notes)
  await scene.quiet()
  return id
}

export function one({ desk }: Scene, id: string): Conversation {
  const found = desk.conversations.get(id)
  if (!found) throw new Error('The desk does not know the call.')
  return found
}

const phaseOf = ({ desk }: Scene, id: string) => desk.conversations.get(id)?.phase

type Verb = 'answer' | 'decline' | 'hold' | 'resume' | 'mute' | 'unmute' | 'end'

function change(
  verb: Verb,
  called: string,
  prepare: Order['prepare'],
  done: (conversation: Conversation | undefined) => boolean,
): Order {
  return {
    name: verb,
    called,
    method: 'PATCH',
    path: participant,
    prepare,
    send: (scene, id) => scene.calls.change(verb, one(scene, id)),
    done: ({ desk }, id) => done(desk.conversations.get(id)),
    keeps(scene, id) {
      const now = phaseOf(scene, id)
      if (verb === 'answer' || verb === 'end' || (now !== 'connected' && now !== 'held')) return
      expect(scene.transfers.finder(id)?.now()).toMatchObject({ query: typed })
    },
  }
}

/** With no transfer being prepared, of which the agent would be told that it is off. */
async function quietly(scene: Scene) {
  const id = await connected(scene)
  scene.transfers.close(id)
  return id
}

/** Connected, and `verb` done already. */
const after = (verb: Verb) => async (scene: Scene) => {
  const id = await connected(scene)
  scene.calls.change(verb, one(scene, id))
  await scene.pass(20)
  await scene.control('DELETE', '/requests')
  return id
}

export function rowOf({ transfers }: Scene, id: string, kind: Destination['kind']) {
  const now = transfers.finder(id)?.now()
  if (!now) return undefined
  const read = now.number
  if (kind !== 'number') return now.found.last.find((one) => one.kind === kind)
  return read && 'number' in read ? read.number : undefined
}

function transfer(kind: Destination['kind'], to: string, operation: string): Order {
  return {
    name: `transfer to a ${kind}`,
    called: `The transfer to ${to}`,
    method: 'POST',
    path: `${replace}/${operation}`,
    async prepare(scene) {
      const id = await connected(scene)
      scene.transfers.finder(id)?.type(to)
      await scene.pass(300)
      // The rules of numbers are read from disk, which no clock moves.
      await eventually(() => rowOf(scene, id, kind)).toBeDefined()
      return id
    },
    send(scene, id) {
      const row = rowOf(scene, id, kind)
      if (row) void scene.transfers.send(one(scene, id), row)
      // The time in which it could be taken back is none of the order's.
      scene.transfers.sendNow(id)
    },
    doubt: { late: /^The call is gone\. It may have been transferred after all\.$/ },
    done: ({ desk }, id) => desk.conversations.get(id)?.phase !== 'connected',
    keeps(scene, id, done) {
      expect(scene.transfers.of(id)).toMatchObject({ step: done ? 'closed' : 'choosing' })
      if (!done) expect(scene.transfers.finder(id)?.now()).toMatchObject({ query: to })
    },
  }
}

const mayBeLost = new RegExp(`^Genesys Cloud may not have your notes: “${notes}”$`)

export const orders: readonly Order[] = [
  {
    ...change(
      'answer',
      'Answer',
      (scene) => ringing(scene),
      (one) => one?.phase === 'connected',
    ),
    unproven: /^Answer changed nothing: the call still rings\./,
  },
  change(
    'decline',
    'Decline',
    (scene) => ringing(scene),
    (one) => one === undefined,
  ),
  change(
    'hold',
    'Hold',
    (scene) => connected(scene),
    (one) => one?.phase === 'held',
  ),
  change('resume', 'Resume', after('hold'), (one) => one?.phase === 'connected'),
  change(
    'mute',
    'Mute',
    (scene) => connected(scene),
    (one) => one?.mine?.muted === true,
  ),
  change('unmute', 'Unmute', after('mute'), (one) => one?.mine?.muted === false),
  change('end', 'End call', quietly, (one) => one?.phase === 'wrapup'),
  transfer('queue', 'Repairs', 'replace/queue'),
  transfer('person', 'Ben Okafor', 'replace/agent'),
  transfer('number', '+49 30 55500150', 'transfer'),
  ...consultOrders,
  ...phoneOrders,
  {
    name: 'wrap-up',
    called: 'The wrap-up',
    method: 'POST',
    path: `${participant}/communications/*/wrapup`,
    believes: true,
    prepare: (scene) => owed(scene),
    send: (scene, id) => void scene.wrapup.submit(one(scene, id)),
    done: ({ desk }, id) => desk.conversations.get(id) === undefined,
    // After-call work may as well have timed out meanwhile.
    doubt: { 'in time': mayBeLost, late: mayBeLost },
    keeps({ wrapup }, id, done) {
      if (!done) expect(wrapup.draft(id).notes).toBe(notes)
    },
  },
  {
    name: 'presence',
    called: 'The change to Busy',
    method: 'PATCH',
    path: '/api/v2/users/*/presences/purecloud',
    believes: true,
    prepare: async ({ desk }) => desk.me.id,
    send({ desk }) {
      const busy = desk.presence.choices().find(({ label }) => label === 'Busy')
      if (busy) desk.presence.choose(busy)
    },
    done: ({ desk }) => desk.presence.current()?.system === 'busy',
    keeps: ({ desk }) => expect(desk.presence.wanted()).toBeUndefined(),
  },
  {
    name: 'back on queue',
    called: 'The return to the queue',
    method: 'PUT',
    path: '/api/v2/users/*/routingstatus',
    async prepare(scene) {
      const id = await ringing(scene)
      await scene.pass(21_000)
      await scene.control('POST', `/conversations/${id}/hangup`)
      await scene.pass(20)
      expect(scene.desk.presence.routing()?.status).toBe('NOT_RESPONDING')
      return scene.desk.me.id
    },
    send: ({ desk }) => desk.presence.backOnQueue(),
    done: ({ desk }) => desk.presence.routing()?.status === 'IDLE',
  },
]
