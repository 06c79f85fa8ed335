/** What an agent orders in a consult of theirs. Everything is checked against the facts of the moment. */

import { type Consult, consultOf, type Speaking } from '~/conversations/consult'
import type { Conversation } from '~/conversations/conversation'
import { partIs } from '~/conversations/part'
import type { Party } from '~/conversations/parties'
import type { ConversationId } from '~/genesys/ids'
import type { SpeakTo } from '~/genesys/wirecalls'
import { t } from '~/language'
import type { Ledger } from '~/ledger/ledger'
import { unlessDone } from '~/ledger/twice'
import type { Ask } from '~/protocol/protocol'
import { consultationOf, type Pending, type SideName } from './consultation'
import { isAskedAbout } from './sending'

export type Consults = ReturnType<typeof createConsults>

const speakTo: Readonly<Record<Speaking, SpeakTo>> = {
  consulted: 'DESTINATION',
  customer: 'OBJECT',
  both: 'BOTH',
}

export function createConsults(parts: {
  readonly ask: Ask
  readonly ledger: Ledger
  readonly conversation: (id: ConversationId) => Conversation | undefined
  readonly pending: (id: ConversationId) => readonly Pending[]
  /** The agent's own hold. */
  readonly hold: (verb: 'hold' | 'resume', call: Conversation) => void
}) {
  const { ask, ledger } = parts

  /** The call as it is now, and what its consult admits. What was drawn before a press may be old. */
  function now(id: ConversationId) {
    const call = parts.conversation(id)
    const consult = call && consultOf(call)
    const may = call && consultationOf(call, parts.pending(id))
    return call?.mine && consult && may ? { call, mine: call.mine, consult, may } : undefined
  }
  const isFree = ({ whyNot, pending }: { whyNot?: string; pending: boolean }) => !whyNot && !pending

  /** Who holds the call hears nobody: their own hold ends with it. */
  function speak(call: Conversation, consult: Consult, speaking: Speaking, name: string) {
    const { id, phase } = call
    const { customer, consulted } = consult
    if (phase === 'held') parts.hold('resume', call)
    const params = { conversationId: id, participantId: customer.id }
    const isDone = async () => {
      const wire = await ask('getConversation', { conversationId: id })
      const hears = ({ id: participantId }: Party) =>
        partIs(wire, { participantId }, { state: 'connected' }) &&
        !partIs(wire, { participantId }, { confined: true })
      return (
        hears(customer) === (speaking !== 'consulted') &&
        hears(consulted) === (speaking !== 'customer')
      )
    }
    void ledger.run({
      verb: 'speak',
      target: id,
      which: speaking,
      name,
      send: (options) =>
        unlessDone(ask('changeConsult', params, { speakTo: speakTo[speaking] }, options), isDone),
    })
  }

  return {
    /** *Hold Ms Tanaka*, *Resume Ms Tanaka*. */
    turn(id: ConversationId, side: SideName) {
      const found = now(id)
      const row = found?.may.sides.find((one) => one.side === side)
      if (!found || !row || !isFree(row.press)) return
      const { order, held, name } = row
      if (order.verb !== 'speak') return parts.hold(order.verb, found.call)
      speak(found.call, found.consult, order.speaking, `${held ? t`Resume` : t`Hold`} ${name}`)
    },
    talkToBoth(id: ConversationId) {
      const found = now(id)
      if (found && isFree(found.may.both)) speak(found.call, found.consult, 'both', t`Talk to both`)
    },
    /** Customer and consulted go on without the agent. It ends this one part, and never another. */
    complete(id: ConversationId) {
      const found = now(id)
      if (!found || !isFree(found.may.complete)) return
      const { participantId } = found.mine
      const params = { conversationId: id, participantId }
      const isDone = async () =>
        partIs(
          await ask('getConversation', { conversationId: id }),
          { participantId },
          { state: 'disconnected' },
        )
      void ledger.run({
        verb: 'complete',
        target: id,
        which: participantId,
        name: t`Complete transfer`,
        send: (options) =>
          unlessDone(ask('updateCall', params, { state: 'disconnected' }, options), isDone),
      })
    },
    cancel(id: ConversationId) {
      const found = now(id)
      if (!found || !isFree(found.may.cancel)) return
      const { customer } = found.consult
      const params = { conversationId: id, participantId: customer.id }
      const isDone = async () =>
        !isAskedAbout(await ask('getConversation', { conversationId: id }), customer.id)
      void ledger.run({
        verb: 'cancel-consult',
        target: id,
        name: t`Cancel consult`,
        send: (options) => unlessDone(ask('cancelConsult', params, undefined, options), isDone),
      })
    },
  }
}
