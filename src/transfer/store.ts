/** The transfer of each conversation under way: searching, sending, and coming back when refused. */
import { batch, createComputed, createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import { type Conversation, isLive, partIs } from '~/conversations/conversation'
import { failureOf, sentence } from '~/genesys/errors'
import type { ConversationId } from '~/genesys/ids'
import type { Ledger } from '~/ledger/ledger'
import { unlessDone } from '~/ledger/twice'
import type { Ask } from '~/protocol'
import type { Destination, Findings } from './destination'
import { closed, type Happening, next, type Transfer } from './transfer'
import { refusals } from './words'

type Params = Readonly<Record<'conversationId' | 'participantId', string>>

export type TransferStore = ReturnType<typeof createTransfers>

/** Milliseconds after the last key before a search is sent. */
const pause = 250

export function createTransfers(parts: {
  readonly ask: Ask
  readonly clock: Clock
  readonly ledger: Ledger
  readonly conversation: (id: ConversationId) => Conversation | undefined
  readonly readBack: (id: ConversationId) => Promise<void>
  readonly search: (text: string) => Promise<Findings>
  /** Says one sentence to the agent. */
  readonly say: (sentence: string) => void
}) {
  const { clock, ledger } = parts
  const [transfers, setTransfers] = createSignal<ReadonlyMap<ConversationId, Transfer>>(new Map())
  const typing = new Map<ConversationId, () => void>()
  /** Sent away, and nobody could say whether that came about. */
  const doubtful = new Set<ConversationId>()

  const of = (id: ConversationId): Transfer => transfers().get(id) ?? closed

  function happen(id: ConversationId, happening: Happening) {
    setTransfers((before) => {
      const after = new Map(before)
      const now = next(before.get(id) ?? closed, happening)
      if (now.step === 'closed') {
        after.delete(id)
        typing.get(id)?.()
        typing.delete(id)
      } else after.set(id, now)
      return after
    })
  }

  async function search(id: ConversationId, query: string) {
    try {
      happen(id, { kind: 'found', query, findings: await parts.search(query) })
    } catch (error) {
      happen(id, { kind: 'not-found', query, why: sentence(failureOf(error, 'searchQueues')) })
    }
  }

  // A call that has ended cannot be transferred: its panel closes, and the agent is told why.
  createComputed(() => {
    for (const [id, { step }] of transfers()) {
      const now = parts.conversation(id)
      if (step !== 'choosing' || (now && isLive(now))) continue
      happen(id, { kind: 'close' })
      parts.say(
        doubtful.has(id)
          ? 'The call is gone. It may have been transferred after all.'
          : 'The call has ended, so it was not transferred.',
      )
    }
  })

  function order(params: Params, to: Destination): Promise<unknown> {
    switch (to.kind) {
      case 'queue':
        return parts.ask('transferToQueue', params, { queueId: to.id })
      case 'person':
        return parts.ask('transferToAgent', params, { userId: to.id })
      case 'number':
        return parts.ask('transferToAddress', params, { address: to.id })
      default:
        return to satisfies never
    }
  }

  return {
    of,
    open(id: ConversationId) {
      happen(id, { kind: 'open' })
      void search(id, '')
    },
    close(id: ConversationId) {
      happen(id, { kind: 'close' })
    },
    type(id: ConversationId, query: string) {
      happen(id, { kind: 'type', query })
      typing.get(id)?.()
      typing.set(
        id,
        clock.after(pause, () => void search(id, query)),
      )
    },
    /** Sends the call away, blind. Without a transfer type: the platform's own default. */
    async send({ id, mine }: Conversation, to: Destination) {
      if (!mine || to.whyNot || of(id).step !== 'choosing') return
      happen(id, { kind: 'send', to })
      const params = { conversationId: id, participantId: mine.participantId }
      const left = { disconnectType: 'transfer' }
      const isDone = async () =>
        partIs(await parts.ask('getConversation', { conversationId: id }), mine, left)
      const end = await ledger.run({
        verb: 'transfer',
        target: id,
        name: `The transfer to ${to.name}`,
        refusals,
        send: () => unlessDone(order(params, to), isDone),
        settled() {
          const now = parts.conversation(id)
          return !now || !isLive(now) || now.mine?.participantId !== mine.participantId
        },
        readBack: () => parts.readBack(id),
      })
      if (end.step === 'failed') doubtful.add(id)
      // Gone, it closes; refused, it is as it was.
      batch(() => {
        happen(id, { kind: 'came-back' })
        if (end.step === 'confirmed') happen(id, { kind: 'close' })
      })
    },
  }
}
