/** The transfer of each conversation under way: searching, sending, and coming back when refused. */
import { batch, createComputed, createSignal } from 'solid-js'
import { type Clock, inTime } from '~/clock'
import { type Conversation, isLive, type Mine, partIs } from '~/conversations/conversation'
import { failureOf } from '~/genesys/errors'
import { explained } from '~/genesys/forbidden'
import type { ConversationId } from '~/genesys/ids'
import { makeAnswered } from '~/ledger/answer'
import type { Ledger } from '~/ledger/ledger'
import { unlessDone } from '~/ledger/twice'
import type { Ask } from '~/protocol/protocol'
import { problemOf } from './check'
import type { Destination, Findings, ToPerson } from './destination'
import { readNumber } from './number'
import { closed, type Happening, next, type Transfer } from './transfer'
import { refusals } from './words'

export type TransferStore = ReturnType<typeof createTransfers>

/** Milliseconds after the last key before a search is sent. */
const pause = 250
/** Milliseconds to look whether somebody is there: a call is not sent away long after the press. */
const patience = 4_000
const perhaps = 'The call is gone. It may have been transferred after all.'

export function createTransfers(parts: {
  readonly ask: Ask
  readonly clock: Clock
  readonly ledger: Ledger
  readonly conversation: (id: ConversationId) => Conversation | undefined
  readonly readBack: (id: ConversationId) => Promise<void>
  /** Rejects with `Failed` when nothing could be found out. */
  readonly search: (text: string) => Promise<Findings>
  /** Why nobody would answer there now; undefined when somebody may. Rejects with `Failed`. */
  readonly whyAway: (person: ToPerson) => Promise<string | undefined>
  /** The organization's own country, such as `DE`. */
  readonly country: string
  /** Says one sentence to the agent. */
  readonly say: (sentence: string) => void
}) {
  const { ask, clock, ledger } = parts
  const [transfers, setTransfers] = createSignal<ReadonlyMap<ConversationId, Transfer>>(new Map())
  const typing = new Map<ConversationId, () => void>()
  /** Searched for, and not answered yet. */
  const searching = new Set<ConversationId>()
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

  /** One question at a time: what is typed meanwhile is asked when the answer has come. */
  async function search(id: ConversationId) {
    const asked = of(id)
    if (asked.step === 'closed' || searching.has(id)) return
    const { query } = asked
    searching.add(id)
    try {
      happen(id, { kind: 'found', query, findings: await parts.search(query) })
    } catch (error) {
      happen(id, { kind: 'not-found', query, why: explained(failureOf(error, 'searchQueues')) })
    }
    searching.delete(id)
    const now = of(id)
    if (now.step !== 'closed' && now.query !== query && !typing.has(id)) void search(id)
  }

  // A call that has ended cannot be transferred: its panel closes, and the agent is told why.
  createComputed(() => {
    for (const [id, { step }] of transfers()) {
      const now = parts.conversation(id)
      if (step !== 'choosing' || (now && isLive(now))) continue
      happen(id, { kind: 'close' })
      parts.say(
        doubtful.delete(id)
          ? perhaps
          : 'Your part in the call has ended, so nothing was transferred from here.',
      )
    }
  })

  /** Why it is not sent to somebody who was offline when they were found. */
  async function whyAway(to: ToPerson): Promise<string | undefined> {
    const looked = parts.whyAway(to).catch((error) => explained(failureOf(error, 'getPresence')))
    return inTime(clock, patience, looked, 'Whether anybody is there could not be seen.')
  }

  function order(id: ConversationId, { participantId }: Mine, to: Destination): Promise<unknown> {
    const params = { conversationId: id, participantId }
    switch (to.kind) {
      case 'queue':
        return ask('transferToQueue', params, { queueId: to.id })
      case 'person':
        return ask('transferToAgent', params, { userId: to.id })
      case 'number':
        return ask('transferToAddress', params, { address: to.id })
      default:
        return to satisfies never
    }
  }

  return {
    of,
    open(id: ConversationId) {
      happen(id, { kind: 'open' })
      void search(id)
    },
    close(id: ConversationId) {
      happen(id, { kind: 'close' })
    },
    type(id: ConversationId, query: string) {
      happen(id, { kind: 'type', query })
      void readNumber(query, parts.country, clock).then((number) =>
        happen(id, { kind: 'number', query, number }),
      )
      typing.get(id)?.()
      typing.set(
        id,
        clock.after(pause, () => {
          typing.delete(id)
          void search(id)
        }),
      )
    },
    /** After a search that failed. */
    searchAgain(id: ConversationId) {
      happen(id, { kind: 'search' })
      void search(id)
    },
    /** Sends the call away, blind. Without a transfer type: the platform's own default. */
    async send({ id, mine }: Conversation, to: Destination) {
      if (!mine || to.whyNot || of(id).step !== 'choosing') return
      const problem = problemOf(to)
      if (problem) return parts.say(`The call was not transferred. ${problem}`)
      const seemsAway = to.kind === 'person' && to.presence === 'offline' ? to : undefined
      happen(id, { kind: 'send', to, looking: seemsAway !== undefined })
      const name = `The transfer to ${to.name}`
      const gone = () => {
        const now = parts.conversation(id)
        return !now || !isLive(now) || now.mine?.participantId !== mine.participantId
      }
      if (seemsAway) {
        const away = await whyAway(seemsAway)
        // Called off meanwhile, and perhaps sent elsewhere.
        const now = of(id)
        if (now.step !== 'sending' || now.to !== to) return
        if (away || gone()) {
          happen(id, { kind: 'came-back' })
          if (away) parts.say(`${name} did not happen. ${away}`)
          return
        }
        happen(id, { kind: 'found-there' })
      }
      // While an earlier one is in doubt, that the call was transferred does not say by which.
      const isDone = async () => {
        if (doubtful.has(id)) return false
        const wire = await ask('getConversation', { conversationId: id })
        return partIs(wire, mine, { disconnectType: 'transfer' })
      }
      const request = makeAnswered(() => unlessDone(order(id, mine, to), isDone))
      const end = await ledger.run({
        verb: 'transfer',
        target: id,
        name,
        refusals,
        send: request.send,
        // The customer may hang up while this is on its way: that the call is gone proves nothing.
        settled: () => request.answer() !== undefined && gone(),
        readBack: () => parts.readBack(id),
      })
      if (end.step === 'failed') doubtful.add(id)
      if (end.step === 'confirmed') {
        if (request.answer() === 'none' && !(await isDone().catch(() => false))) parts.say(perhaps)
        doubtful.delete(id)
      }
      // Gone, it closes; refused, it is as it was.
      batch(() => {
        happen(id, { kind: 'came-back' })
        if (end.step === 'confirmed') happen(id, { kind: 'close' })
      })
    },
  }
}
