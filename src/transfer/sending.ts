/** The orders that send a call somewhere. Each goes out once, and what comes of it the facts tell. */

import { type Conversation, currentCall, farEnd, isEnded } from '~/conversations/conversation'
import { isWaiting, myUserId, sentFrom } from '~/conversations/offer'
import { inviting, isInvited, noteAttribute, partIs } from '~/conversations/part'
import { transfersOf } from '~/conversations/transfers'
import { failureOf } from '~/genesys/errors'
import type { ConversationId, ParticipantId } from '~/genesys/ids'
import { objects } from '~/genesys/values'
import type { Conversation as Wire } from '~/genesys/wire'
import { t } from '~/language'
import type { Command } from '~/ledger/command'
import type { Ledger } from '~/ledger/ledger'
import { unlessDone } from '~/ledger/twice'
import type { Ask } from '~/protocol/protocol'
import { aboutWhom } from './consultation'
import type { Destination } from './destination'
import { consultWith, invitationOf, transferTo } from './orders'

const unattended = 'conversations.error.transfer.acd.call.unattended'

export interface Sending {
  /** Blind, without a type; where that is refused to a call of a queue, once more until somebody takes it. */
  transfer(
    call: Conversation,
    to: Destination,
    pressedAt: number,
    isNew: () => boolean,
  ): Promise<Command>
  consult(call: Conversation, to: Destination, pressedAt: number): Promise<Command | undefined>
  invite(call: Conversation, to: Destination, pressedAt: number): Promise<Command>
  /** A line for whoever takes the call. True when Genesys Cloud has it. */
  note(call: Conversation, note: string, pressedAt: number): Promise<boolean>
}

export function createSending({ ask, ledger }: { ask: Ask; ledger: Ledger }): Sending {
  return {
    async transfer(call, to, pressedAt, isNew) {
      const { id, mine } = call
      const participantId = mine?.participantId ?? ''
      const params = { conversationId: id, participantId }
      // While an earlier one is in doubt, that the call was transferred does not say by which.
      const isDone = async () => isNew() && isTransferred(ask, id, participantId)
      return ledger.run({
        verb: 'transfer',
        target: id,
        which: participantId,
        name: t`The transfer to ${to.name}`,
        pressedAt,
        send: (options) =>
          transferTo(ask, params, to, false, options).catch((error) => {
            const failure = failureOf(error, 'transferToQueue')
            if (failure.kind !== 'refused' || failure.code !== unattended)
              return unlessDone(Promise.reject(error), isDone)
            // Refused for its type, and so not done: it is another request, of the same press.
            return unlessDone(transferTo(ask, params, to, true, options), async () =>
              waitsToBeTaken(await read(id), participantId),
            )
          }),
      })
    },

    async consult(call, to, pressedAt) {
      const { id } = call
      const about = aboutWhom(call)
      if (!about) return undefined
      const params = { conversationId: id, participantId: about.id }
      return ledger.run({
        verb: 'consult',
        target: id,
        which: sentFrom(call).findLast(({ attended }) => attended)?.id ?? '',
        name: t`The consult with ${to.name}`,
        pressedAt,
        send: (options) =>
          unlessDone(consultWith(ask, params, to, options), async () =>
            isAskedAbout(await read(id), about.id),
          ),
      })
    },

    invite({ id, startedAt, told }, to, pressedAt) {
      const { invited, seenAs } = invitationOf(to)
      const which = inviting(seenAs, told)
      const body = { startTime: new Date(startedAt).toISOString(), participants: [invited] }
      return ledger.run({
        verb: 'invite',
        target: id,
        which,
        name: t`Adding ${to.name} to the call`,
        pressedAt,
        send: (options) =>
          unlessDone(ask('invite', { conversationId: id }, body, options), async () =>
            isInvited(which, await read(id)),
          ),
      })
    },

    async note(call, note, pressedAt) {
      const { id, attributes } = call
      if (attributes[noteAttribute] === note) return true
      const participantId = readerOf(call)
      if (!participantId) return false
      const params = { conversationId: id, participantId }
      const end = await ledger.run({
        verb: 'note',
        target: id,
        which: note,
        name: t`The note`,
        pressedAt,
        send: (options) =>
          ask('setAttributes', params, { attributes: { [noteAttribute]: note } }, options),
      })
      return end.state.step === 'confirmed' && end.state.fact !== 'ended'
    },
  }

  function read(conversationId: ConversationId) {
    return ask('getConversation', { conversationId })
  }
}

/** Of whom the attributes are that the desk reads; nobody once they have gone. */
function readerOf(call: Conversation): ParticipantId | undefined {
  const far = farEnd(objects(call.told.participants), myUserId(call) ?? '')
  return far && !isEnded(currentCall(far)) ? far.id : undefined
}

/** Whether the agent's part has ended by a transfer, as Genesys Cloud has it now. */
export async function isTransferred(ask: Ask, id: ConversationId, participantId: ParticipantId) {
  const wire = await ask('getConversation', { conversationId: id })
  return partIs(wire, { participantId }, { disconnectType: 'transfer' })
}

/** Whether the agent's part has ended by handing over a consult. */
export async function isHandedOver(ask: Ask, id: ConversationId, participantId: ParticipantId) {
  const wire = await ask('getConversation', { conversationId: id })
  return partIs(wire, { participantId }, { disconnectType: 'transfer.consult' })
}

function waitsToBeTaken(wire: Wire, participantId: ParticipantId): boolean {
  const me = objects(wire?.participants).find(({ id }) => id === participantId)?.userId
  return transfersOf({ told: wire }).some(
    ({ initiatorId, state, attended }) => attended && isWaiting(state) && initiatorId === me,
  )
}

/** Somebody is consulted about this participant. */
export function isAskedAbout(wire: Wire, participantId: ParticipantId): boolean {
  return objects(wire?.participants).some(
    (one) => one.consultParticipantId === participantId && !isEnded(currentCall(one)),
  )
}
