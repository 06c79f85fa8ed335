/** What an agent orders for a call. Each goes through the ledger: sent once, proven by a fact. */

import { type Clock, inTime } from '~/clock'
import { Failed, failureOf } from '~/genesys/errors'
import type { ConversationId, ParticipantId } from '~/genesys/ids'
import type { MediaParticipantRequest } from '~/genesys/wirecalls'
import { t } from '~/language'
import type { Command } from '~/ledger/command'
import type { Ledger } from '~/ledger/ledger'
import type { Ask, AskOptions } from '~/protocol/protocol'
import type { Order } from './controls'
import type { Conversation, Mine } from './conversation'
import { ownPart } from './own'
import { unlessPartIs } from './resent'

export type CallCommands = ReturnType<typeof createCallCommands>

export interface CallCommandParts {
  readonly ask: Ask
  readonly ledger: Ledger
  readonly clock: Clock
  /** Every call there is. */
  readonly all: () => readonly Conversation[]
}

/** Milliseconds that the second call waits for the first to be held: it rings meanwhile. */
const patience = 2_000

/** Changes of the agent's own part. */
const changes: Readonly<Partial<Record<Order, MediaParticipantRequest>>> = {
  answer: { state: 'connected' },
  decline: { state: 'disconnected' },
  hold: { held: true },
  resume: { held: false },
  mute: { muted: true },
  unmute: { muted: false },
  record: { recording: true },
  'stop-recording': { recording: false },
  end: { state: 'disconnected' },
}

/** As they read in a sentence. */
export const names: Readonly<Record<Order, string>> = {
  ...{ answer: t`Answer`, decline: t`Decline`, hold: t`Hold`, resume: t`Resume`, mute: t`Mute` },
  ...{
    unmute: t`Unmute`,
    end: t`End call`,
    record: t`Record`,
    'stop-recording': t`Stop recording`,
  },
  ...{ 'pause-recording': t`Secure pause`, 'resume-recording': t`Resume recording` },
  ...{ flag: t`Flag`, unflag: t`Remove flag`, 'request-acw': t`After-call work` },
}

export function createCallCommands({ ask, ledger, clock, all }: CallCommandParts) {
  /** Resolves when it was answered, or will not be: what is to follow it may go out. */
  function order(
    verb: Order,
    conversation: Conversation,
    mine: Mine,
    after?: Promise<unknown>,
  ): Promise<unknown> {
    const { id } = conversation
    return new Promise((resolve) => {
      const ended = ledger.run({
        ...{ verb, target: id, name: names[verb] },
        async send(options) {
          await after
          // The call may have gone meanwhile.
          options.signal?.throwIfAborted()
          return send(verb, id, mine, options).finally(() => resolve(undefined))
        },
      })
      void ended.then(resolve)
    })
  }

  function send(verb: Order, conversationId: ConversationId, mine: Mine, options: AskOptions) {
    const { participantId, communicationId } = mine
    const params = { conversationId, participantId }
    switch (verb) {
      case 'pause-recording':
        return ask('setRecordingState', { conversationId }, { recordingState: 'PAUSED' }, options)
      case 'resume-recording':
        return ask('setRecordingState', { conversationId }, { recordingState: 'ACTIVE' }, options)
      case 'flag':
        return ask('flag', params, undefined, options)
      case 'unflag':
        return ask('unflag', params, undefined, options)
      case 'request-acw': {
        const body = { afterCallWorkRequired: true }
        return ask('requestAfterCallWork', { ...params, communicationId }, body, options)
      }
      default: {
        const request = changes[verb] ?? {}
        const again = (error: unknown) => unlessPartIs(error, ask, params, request)
        return ask('updateCall', params, request, options).catch(again)
      }
    }
  }

  /**
   * Before another call is answered, resumed or placed: whoever is talked to hears music first. Resolves when
   * that is answered, done or not: nobody is kept waiting for it longer than `patience`. Undefined when
   * nobody is talked to.
   */
  function holdOthers(but?: ConversationId): Promise<unknown> | undefined {
    const talked = all().filter(
      (one) =>
        one.id !== but &&
        one.phase === 'connected' &&
        one.media === 'call' &&
        !ownPart(one).supervises,
    )
    const held = talked.flatMap((one) => (one.mine ? [order('hold', one, one.mine)] : []))
    return held.length > 0 ? inTime(clock, patience, Promise.all(held), undefined) : undefined
  }

  return {
    holdOthers,
    /** Orders one thing for a call. One that brings it to the ear holds the others before. */
    change(verb: Order, conversation: Conversation) {
      const { id, mine } = conversation
      if (!mine) return
      const isHeard = verb === 'answer' || verb === 'resume'
      void order(verb, conversation, mine, isHeard ? holdOthers(id) : undefined)
    },
    /** Presses keys for whoever is to hear them; `pressedAt`: the first of them. They are kept nowhere. */
    digits(
      conversationId: ConversationId,
      participantId: ParticipantId,
      digits: string,
      pressedAt: number,
    ): Promise<Command> {
      return ledger.run({
        ...{ verb: 'digits', target: conversationId, name: t`Digits`, pressedAt },
        // The same again is another order.
        which: crypto.randomUUID(),
        send: (options) =>
          ask('sendDigits', { conversationId, participantId }, { digits }, options).catch(unquoted),
      })
    },
  }
}

/** What was refused may be quoted by whoever refused it. */
function unquoted(error: unknown): never {
  const failure = failureOf(error, 'sendDigits')
  throw new Failed(
    failure.kind === 'refused' ? { ...failure, message: t`it did not take them.` } : failure,
  )
}
