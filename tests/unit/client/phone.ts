import type { Emulator } from '../../contract/emulator'
import { control, type Json } from '../emulator/visitor'
import { type Agent, type Ears, given, listen, ofCalls } from './agent'

export const customer = { name: 'Derya Kowalczyk', number: '+14635550101' }

/** The agent's own latest part in a conversation, as the events of calls tell it. */
export function partOf(agent: Agent, conversation: Json): Json {
  return conversation.participants.findLast((one: Json) => one.user?.id === agent.id)
}

/** An agent's hand on one call. */
export interface Line {
  readonly conversationId: string
  readonly participantId: string
  /** The next event of the call in which the agent's own part is so. */
  becomes(wanted: Wanted): Promise<Json>
}

/** Fields with their values, or what must hold. */
type Wanted = Readonly<Record<string, unknown>> | ((part: Json) => boolean)

const fits = (part: Json, wanted: Wanted) =>
  typeof wanted === 'function'
    ? wanted(part)
    : Object.entries(wanted).every(([name, value]) => part?.[name] === value)

/** Takes the organisation's presence of that system presence, as definitions spell it: `OnQueue`. */
export async function takePresence({ id, presence }: Agent, wanted: string): Promise<void> {
  const { entities } = await presence.getPresenceDefinitions0()
  const definition = entities?.find(({ systemPresence }) => systemPresence === wanted)
  await presence.patchUserPresencesPurecloud(id, {
    presenceDefinition: { id: given(definition?.id) },
  })
}

export const goOnQueue = (agent: Agent) => takePresence(agent, 'OnQueue')

/** A customer calls one of the agent's queues; the conversation's id. */
export async function customerCalls(emulator: Emulator, queueName: string): Promise<string> {
  const { body: state } = await control(emulator, 'GET', '/state')
  const queue = state.queues.find(({ name }: Json) => name === queueName)
  const { body } = await control(emulator, 'POST', '/calls', { queueId: queue.id, from: customer })
  return body.conversationId
}

/** The phone rings: the line of the call that is offered to the agent. */
export async function ring(agent: Agent, ears: Ears): Promise<Line> {
  const ringing = (body: Json) => partOf(agent, body)?.state === 'alerting'
  const offered = await ears.heard('conversations.calls', ringing)
  const { id: participantId } = partOf(agent, offered)
  return {
    conversationId: offered.id,
    participantId,
    becomes: async (wanted) => {
      const told = await ears.heard(
        'conversations.calls',
        (body) => body.id === offered.id && fits(partOf(agent, body), wanted),
      )
      return partOf(agent, told)
    },
  }
}

/** The agent goes on queue, a customer calls, and the agent answers. */
export async function takeCall(emulator: Emulator, agent: Agent, queueName = 'Billing') {
  const ears = await listen(agent, ...ofCalls)
  await goOnQueue(agent)
  await customerCalls(emulator, queueName)
  const line = await ring(agent, ears)
  const { conversationId, participantId } = line
  await agent.conversations.patchConversationsCallParticipant(conversationId, participantId, {
    state: 'connected',
  })
  await line.becomes({ state: 'connected' })
  return { ...line, ears }
}
