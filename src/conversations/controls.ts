/** What the agent may do with a call now, and why not. Pure, so that every view says the same. */
import type { Verb } from '~/ledger/command'
import type { Conversation } from './conversation'

export type CallVerb = Extract<
  Verb,
  'answer' | 'decline' | 'hold' | 'resume' | 'mute' | 'unmute' | 'transfer' | 'end'
>

export interface Control {
  readonly verb: CallVerb
  /** Why it cannot be used now; absent when it can. */
  readonly whyNot?: string
  /** The order was given, and its proof has not come yet. */
  readonly pending: boolean
}

/** Decline and Answer are one request apart: a second click must not hang up what was just answered. */
export function alertingControl(verb: 'answer' | 'decline', pending: readonly Verb[]): Control {
  const [other, done] =
    verb === 'answer' ? (['decline', 'declined'] as const) : (['answer', 'answered'] as const)
  return {
    verb,
    pending: pending.includes(verb),
    ...(pending.includes(other) ? { whyNot: `You have just ${done}` } : {}),
  }
}

/** The controls of a call, in their constant order. `pending` are the verbs already ordered for it. */
export function controlsFor(
  conversation: Conversation,
  pending: readonly Verb[],
  /** Why the agent's role does not admit it; nothing when it does. */
  lacks: { readonly change?: string | undefined; readonly transfer?: string | undefined },
): Control[] {
  const control = (verb: CallVerb, whyNot?: string): Control => ({
    verb,
    pending: pending.includes(verb),
    ...(whyNot ? { whyNot } : {}),
  })
  switch (conversation.phase) {
    case 'alerting':
      return [alertingControl('decline', pending), alertingControl('answer', pending)]
    case 'dialing':
      return [
        ...(['mute', 'hold', 'transfer'] as const).map((verb) =>
          control(verb, 'The call is not connected'),
        ),
        control('end', lacks.change),
      ]
    case 'connected':
    case 'held':
      return [
        control(conversation.mine?.muted ? 'unmute' : 'mute', lacks.change),
        control(conversation.phase === 'held' ? 'resume' : 'hold', lacks.change),
        control('transfer', lacks.transfer),
        control('end', lacks.change),
      ]
    case 'wrapup':
    case 'over':
      return []
    default:
      return conversation.phase satisfies never
  }
}
