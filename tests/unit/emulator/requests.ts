import type { Conversation, Participant } from '../../emulator/conversation/call'
import type { Agent, Queue } from '../../emulator/org/organisation'

/** Who and what a request is about. */
export interface Scene {
  readonly conversation: Conversation
  readonly own: Participant
  /** The party at the far end. */
  readonly far: Participant
  readonly colleague: Agent
  readonly queue: Queue
  /** Another conversation of the same agent; the same one when there is none. */
  readonly second: Conversation
  readonly other: number
}

interface Request {
  readonly method: string
  /** Under `/api/v2`. */
  readonly path: string
  readonly body?: unknown
}

const generic = ({ conversation, own }: Scene) =>
  `/conversations/${conversation.id}/participants/${own.id}`
const calls = ({ conversation, own }: Scene) =>
  `/conversations/calls/${conversation.id}/participants/${own.id}`
const leg = (scene: Scene) => `${calls(scene)}/communications/${scene.own.call.id}`

/** Some answer, some are busy, some do not answer. */
const number = ({ other }: Scene) => `+1463555000${other}`
const code = ({ queue }: Scene) => queue.codes[0]?.id

/** A change of one's own part in a call. */
const change =
  (body: (scene: Scene) => unknown) =>
  (scene: Scene): Request => ({ method: 'PATCH', path: calls(scene), body: body(scene) })

/** A blind transfer, in each of its ways. */
const transfer =
  (way: string, body: (scene: Scene) => object) =>
  (scene: Scene): Request => {
    const transferType = scene.other % 2 === 0 ? 'Attended' : 'Unattended'
    return {
      method: 'POST',
      path: `${generic(scene)}/${way}`,
      body: { ...body(scene), transferType },
    }
  }

const speakers = ['DESTINATION', 'OBJECT', 'BOTH', 'CONFERENCE'] as const
const speakTo = ({ other }: Scene) => speakers[other % speakers.length]

/** A consult is about the party at the far end. */
const consult =
  (method: string, way: string, body?: (scene: Scene) => object) =>
  (scene: Scene): Request => ({
    method,
    path: `/conversations/calls/${scene.conversation.id}/participants/${scene.far.id}/${way}`,
    ...(body && { body: { speakTo: speakTo(scene), ...body(scene) } }),
  })

/** Something of the whole conversation. */
const whole =
  (method: string, what: string, body?: (scene: Scene) => object) =>
  (scene: Scene): Request => ({
    method,
    path: `/conversations/${what.replace('{id}', scene.conversation.id)}`,
    ...(body && { body: body(scene) }),
  })

const startTime = new Date(0).toISOString()

/** Further parties are asked to join: one of each kind, or two at once. */
const invite = (wanted: (scene: Scene) => readonly object[]) =>
  whole('POST', 'calls/{id}/participants', (scene) => ({ startTime, participants: wanted(scene) }))

const inviting: readonly ((scene: Scene) => Request)[] = [
  invite((scene) => [{ address: number(scene) }]),
  invite(({ colleague }) => [{ userId: colleague.id }]),
  invite(({ queue }) => [{ queueId: queue.id }]),
  invite(({ colleague, queue }) => [{ userId: colleague.id }, { queueId: queue.id }]),
]

const talking: readonly ((scene: Scene) => Request)[] = [
  consult('POST', 'consult/agent', ({ colleague }) => ({ userId: colleague.id })),
  consult('POST', 'consult/agent', ({ colleague }) => ({ userId: colleague.id })),
  consult('POST', 'consult/queue', ({ queue }) => ({ queueId: queue.id })),
  consult('POST', 'voice/consult', (scene) => ({ address: number(scene) })),
  consult('PATCH', 'consult', () => ({})),
  consult('DELETE', 'consult'),
  whole('PATCH', 'calls/{id}/conference', ({ second }) => ({ conversationIds: [second.id] })),
  whole('POST', 'calls', (scene) => ({ phoneNumber: number(scene) })),
  whole('POST', 'calls', ({ conversation, second }) => ({
    conversationIds: [conversation.id, second.id],
  })),
  whole('POST', 'calls', ({ colleague }) => ({ callUserId: colleague.id })),
  whole('POST', 'calls', ({ queue }) => ({ callQueueId: queue.id })),
  whole('POST', 'calls', (scene) => ({
    phoneNumber: number(scene),
    callFromQueueId: scene.queue.id,
  })),
  whole('PATCH', '{id}/recordingstate', ({ other }) => ({
    recordingState: other % 2 === 0 ? 'PAUSED' : 'ACTIVE',
  })),
]

const marking: readonly ((scene: Scene) => Request)[] = [
  (scene) => ({ method: 'POST', path: `${generic(scene)}/digits`, body: { digits: '12#' } }),
  (scene) => ({ method: 'PUT', path: `${generic(scene)}/flaggedreason` }),
  (scene) => ({ method: 'DELETE', path: `${generic(scene)}/flaggedreason` }),
  ({ conversation, own }) => ({
    method: 'PATCH',
    path: `/conversations/aftercallwork/${conversation.id}/participants/${own.id}/communications/${own.call.id}`,
    body: { afterCallWorkRequired: true },
  }),
]

/** What an agent may ask for in a call, sensible or not. */
export const requests: readonly ((scene: Scene) => Request)[] = [
  ...talking,
  ...inviting,
  ...marking,
  change(() => ({ state: 'connected' })),
  change(() => ({ state: 'connected' })),
  change(() => ({ state: 'connected' })),
  change(() => ({ state: 'disconnected' })),
  change(() => ({ held: true })),
  change(() => ({ held: false })),
  change(() => ({ muted: true })),
  change(() => ({ muted: false })),
  change(() => ({ confined: true })),
  change(() => ({ confined: true })),
  change(() => ({ confined: false })),
  change(() => ({ recording: true })),
  change((scene) => ({ wrapup: { code: code(scene) } })),
  change(() => ({ wrapupSkipped: true })),
  change((scene) => ({ state: 'disconnected', wrapup: { code: code(scene) } })),
  transfer('replace/queue', ({ queue }) => ({ queueId: queue.id })),
  transfer('replace/agent', ({ colleague }) => ({ userId: colleague.id })),
  transfer('replace/external', (scene) => ({ address: number(scene) })),
  transfer('transfer', (scene) => ({ address: number(scene) })),
  transfer('replace', ({ queue }) => ({ queueId: queue.id })),
  (scene) => ({
    method: 'POST',
    path: `${leg(scene)}/wrapup`,
    body: { code: code(scene), notes: 'Rang about an invoice' },
  }),
  (scene) => ({ method: 'POST', path: `/conversations/${scene.conversation.id}/disconnect` }),
  (scene) => ({ method: 'DELETE', path: `/conversations/${scene.conversation.id}` }),
  (scene) => ({ method: 'GET', path: `/conversations/${scene.conversation.id}` }),
  (scene) => ({ method: 'GET', path: `/conversations/calls/${scene.conversation.id}` }),
  () => ({ method: 'GET', path: '/conversations' }),
  (scene) => ({
    method: 'PATCH',
    path: `${generic(scene)}/attributes`,
    body: { attributes: { account: String(scene.other) } },
  }),
]
