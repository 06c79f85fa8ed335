/** A transfer that waits to be taken, and the way back from it. */

import type { Conversation } from '~/conversations/conversation'
import { currentCall, isEnded } from '~/conversations/conversation'
import { isOnTheWay, offerOf, partyFor } from '~/conversations/offer'
import { objects } from '~/genesys/values'
import { t } from '~/language'
import type { Ledger } from '~/ledger/ledger'
import { unlessDone } from '~/ledger/twice'
import type { Ask } from '~/protocol/protocol'
import { nameFor } from './sent'

export interface Offer {
  /** Who is asked to take the call. */
  readonly name: string
  /** When it was sent, in milliseconds since the epoch, when Genesys Cloud says. */
  readonly since?: number
  /** Why it cannot be taken back; absent when it can. */
  readonly whyNot?: string
}

/** As Genesys Cloud tells of it: a reload while it waits changes nothing. */
export function offerIn(call: Conversation): Offer | undefined {
  const transfer = offerOf(call)
  if (!transfer) return undefined
  const party = partyFor(call, transfer)
  const { issuedAt } = transfer
  return {
    name: nameFor(call, transfer),
    ...(issuedAt === undefined ? {} : { since: issuedAt }),
    ...(party && isOnTheWay(party) ? {} : { whyNot: t`Genesys Cloud does not say who is asked` }),
  }
}

export function makeOffers({ ask, ledger }: { ask: Ask; ledger: Ledger }) {
  return {
    /**
     * No operation takes a transfer back: whoever was asked is let off, and the call, which never left, stays.
     */
    cancel(call: Conversation) {
      const transfer = offerOf(call)
      const party = transfer && partyFor(call, transfer)
      if (!party || !isOnTheWay(party)) return
      const conversationId = call.id
      const params = { conversationId, participantId: party.id }
      const isOff = async () => {
        const wire = await ask('getConversation', { conversationId })
        const asked = objects(wire?.participants).find(({ id }) => id === party.id)
        return asked !== undefined && isEnded(currentCall(asked))
      }
      void ledger.run({
        verb: 'cancel-transfer',
        target: call.id,
        which: party.id,
        name: t`Taking back the transfer to ${party.name}`,
        send: (options) =>
          unlessDone(ask('updateCall', params, { state: 'disconnected' }, options), isOff),
      })
    },
  }
}
