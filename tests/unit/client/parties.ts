import type { Emulator } from '../../contract/emulator'
import type { Json } from '../emulator/visitor'
import { type Agent, type Ears, given, listen, ofCalls, signIn } from './agent'
import { partOf, takeCall } from './phone'

/** An agent's first name, or else the purpose → state, how the party is heard, and how it ended. */
export type Parties = Readonly<Record<string, string>>

function partiesOf({ participants }: Json): Parties {
  const entries = participants.map(
    ({ user, name, purpose, state, held, confined, disconnectType }: Json) => [
      user ? name.split(' ')[0] : purpose,
      [state, held && 'held', confined && 'confined', disconnectType].filter(Boolean).join(' '),
    ],
  )
  return Object.fromEntries(entries)
}

/** The next event of that call in which the parties named are so. */
export function sees(ears: Ears, conversationId: string, wanted: Parties): Promise<Json> {
  return ears.heard('conversations.calls', (body) => {
    const parties = partiesOf(body)
    const isSo = Object.entries(wanted).every(([who, words]) => parties[who] === words)
    return body.id === conversationId && isSo
  })
}

export interface Talk {
  readonly ana: Agent
  readonly ben: Agent
  readonly id: string
  readonly customerId: string
  readonly anaId: string
  /** Ana sees the parties so, and Ben does when he is one of them. */
  all(wanted: Parties): Promise<Json>
  /** Ben answers, or hangs up, the part of his that `all` has answered. */
  bens(conversation: Json, state: 'connected' | 'disconnected'): Promise<void>
  /** How far the latest transfer is, as both may read. */
  transfer(): Promise<string | undefined>
}

/** Ana talks to a customer of Billing; Ben is there, should he be wanted. */
export async function startTalk(emulator: Emulator): Promise<Talk> {
  const [ana, ben] = await Promise.all([signIn(emulator), signIn(emulator, 'Ben Okafor')])
  const benEars = await listen(ben, ...ofCalls)
  const { conversationId: id, participantId: anaId, ears } = await takeCall(emulator, ana)
  const { participants } = await ana.conversations.getConversation(id)
  return {
    ana,
    ben,
    id,
    anaId,
    customerId: given(participants[0]?.id),
    async all(wanted) {
      const anas = await sees(ears, id, wanted)
      if ('Ben' in wanted) await sees(benEars, id, wanted)
      return anas
    },
    async bens(conversation, state) {
      const { id: participantId } = partOf(ben, conversation)
      await ben.conversations.patchConversationsCallParticipant(id, participantId, { state })
    },
    async transfer() {
      const { recentTransfers } = await ana.conversations.getConversation(id)
      return recentTransfers?.at(-1)?.state
    },
  }
}
