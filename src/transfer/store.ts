/** The transfer of each conversation under way: searching, sending, and coming back when refused. */
import { createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import { type Conversation, isLive } from '~/conversations/conversation'
import { failureOf, sentence } from '~/genesys/errors'
import type { ConversationId } from '~/genesys/ids'
import type { Ledger } from '~/ledger/ledger'
import type { Ask } from '~/protocol'
import { closed, type Destination, type Happening, next, type Transfer } from './transfer'

export type TransferStore = ReturnType<typeof createTransfers>

/** Milliseconds after the last key before a search is sent. */
const pause = 250

export function createTransfers(parts: {
  readonly ask: Ask
  readonly clock: Clock
  readonly ledger: Ledger
  readonly conversation: (id: ConversationId) => Conversation | undefined
  readonly readBack: (id: ConversationId) => Promise<void>
  readonly search: (text: string) => Promise<readonly Destination[]>
}) {
  const { clock, ledger } = parts
  const [transfers, setTransfers] = createSignal<ReadonlyMap<ConversationId, Transfer>>(new Map())
  const typing = new Map<ConversationId, () => void>()

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
      happen(id, { kind: 'found', query, destinations: await parts.search(query) })
    } catch (error) {
      happen(id, { kind: 'not-found', query, why: sentence(failureOf(error, 'searchQueues')) })
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
    /** A call that has ended cannot be transferred: its panel closes. */
    closeEnded() {
      for (const id of transfers().keys()) {
        const now = parts.conversation(id)
        if (!now || !isLive(now)) happen(id, { kind: 'close' })
      }
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
      if (!mine || of(id).step !== 'choosing') return
      happen(id, { kind: 'send', to })
      const params = { conversationId: id, participantId: mine.participantId }
      const end = await ledger.run({
        verb: 'transfer',
        target: id,
        name: `The transfer to ${to.name}`,
        send: () => parts.ask('transferToQueue', params, { queueId: to.id }),
        settled() {
          const now = parts.conversation(id)
          return !now || !isLive(now) || now.mine?.participantId !== mine.participantId
        },
        readBack: () => parts.readBack(id),
      })
      happen(id, { kind: 'came-back' })
      if (end.step === 'confirmed') happen(id, { kind: 'close' })
    },
  }
}
