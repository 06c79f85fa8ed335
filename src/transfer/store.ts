/** The transfer of each conversation under way: searching, sending, and coming back when refused. */
import { batch, createComputed, createSignal } from 'solid-js'
import { type Clock, inTime } from '~/clock'
import { type Conversation, isLive, type Mine } from '~/conversations/conversation'
import { partIs } from '~/conversations/part'
import { failureOf } from '~/genesys/errors'
import { explained } from '~/genesys/forbidden'
import type { ConversationId, ParticipantId } from '~/genesys/ids'
import type { Ledger } from '~/ledger/ledger'
import { unlessDone } from '~/ledger/twice'
import type { Ask, AskOptions } from '~/protocol/protocol'
import { problemOf } from './check'
import type { Destination, Findings, NextPage, ToPerson } from './destination'
import { readNumber } from './number'
import { closed, type Happening, next, type Transfer } from './transfer'

export type TransferStore = ReturnType<typeof createTransfers>

export interface SearchOptions {
  /** A page that is not the first. */
  readonly from?: NextPage | undefined
  /** Nobody waits for it any more. */
  readonly signal?: AbortSignal
}

/** Milliseconds after the last key before a search is sent. */
const pause = 250
/** Milliseconds to look whether somebody is there: a call is not sent away long after the press. */
const patience = 4_000
export const perhaps = 'The call is gone. It may have been transferred after all.'

export function createTransfers(parts: {
  readonly ask: Ask
  readonly clock: Clock
  readonly ledger: Ledger
  readonly conversation: (id: ConversationId) => Conversation | undefined
  /** Rejects with `Failed` when nothing could be found out. */
  readonly search: (text: string, options: SearchOptions) => Promise<Findings>
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
  const searching = new Map<ConversationId, AbortController>()
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
        giveUp(id)
      } else after.set(id, now)
      return after
    })
  }

  function giveUp(id: ConversationId) {
    searching.get(id)?.abort()
    searching.delete(id)
  }

  /** The latest question counts: what was asked before is given up, and its answer says nothing. */
  async function search(id: ConversationId, from?: NextPage) {
    giveUp(id)
    const asked = of(id)
    if (asked.step === 'closed') return
    const { query } = asked
    const mine = new AbortController()
    const { signal } = mine
    searching.set(id, mine)
    const answered = await parts.search(query, { from, signal }).then(
      (findings) => ({ kind: from ? 'found-more' : 'found', query, findings }) as const,
      (error) => {
        const why = explained(failureOf(error, 'searchQueues'))
        return { kind: from ? 'no-more' : 'not-found', query, why } as const
      },
    )
    if (signal.aborted) return
    searching.delete(id)
    happen(id, answered)
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

  function order(
    id: ConversationId,
    { participantId }: Mine,
    to: Destination,
    options: AskOptions,
  ): Promise<unknown> {
    const params = { conversationId: id, participantId }
    switch (to.kind) {
      case 'queue':
        return ask('transferToQueue', params, { queueId: to.id }, options)
      case 'person':
        return ask('transferToAgent', params, { userId: to.id }, options)
      case 'number':
        return ask('transferToAddress', params, { address: to.id }, options)
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
      giveUp(id)
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
    /** The page that follows. */
    more(id: ConversationId) {
      const now = of(id)
      if (now.step !== 'choosing' || now.found.state !== 'found') return
      const { next, reading } = now.found
      if (!next || reading) return
      happen(id, { kind: 'more' })
      void search(id, next)
    },
    /** Sends the call away, blind. Without a transfer type: the platform's own default. */
    async send({ id, mine }: Conversation, to: Destination) {
      if (!mine || to.whyNot || of(id).step !== 'choosing') return
      const pressedAt = clock.now()
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
      const isDone = async () => !doubtful.has(id) && isTransferred(ask, id, mine.participantId)
      const end = await ledger.run({
        verb: 'transfer',
        target: id,
        which: mine.participantId,
        ...{ name, pressedAt },
        send: (options) => unlessDone(order(id, mine, to, options), isDone),
      })
      if (end.state.step === 'failed') doubtful.add(id)
      const isOver = end.state.step === 'confirmed'
      if (isOver) {
        if (end.acceptedAt === undefined && !(await isDone().catch(() => false))) parts.say(perhaps)
        doubtful.delete(id)
      }
      // Gone, it closes; refused, it is as it was.
      batch(() => {
        happen(id, { kind: 'came-back' })
        if (isOver) happen(id, { kind: 'close' })
      })
    },
  }
}

/** Whether the agent's part has ended by a transfer, as Genesys Cloud has it now. */
export async function isTransferred(ask: Ask, id: ConversationId, participantId: ParticipantId) {
  const wire = await ask('getConversation', { conversationId: id })
  return partIs(wire, { participantId }, { disconnectType: 'transfer' })
}
