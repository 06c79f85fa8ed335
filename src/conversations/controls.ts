/** What the agent may do with a call now, and why not. Pure, so that every view says the same. */
import { t } from '~/language'
import type { Verb } from '~/ledger/command'
import { type Control as AnyControl, alertingControl } from './alerting'
import { consultOf } from './consult'
import type { Conversation } from './conversation'
import { consultFirst, whyNotAway } from './offer'
import { type Own, ownPart, type Supervision } from './own'
import { isTalked } from './part'

/** Ordered by one press. */
export type Order = Extract<
  Verb,
  | 'answer'
  | 'decline'
  | 'hold'
  | 'resume'
  | 'mute'
  | 'unmute'
  | 'record'
  | 'stop-recording'
  | 'pause-recording'
  | 'resume-recording'
  | 'flag'
  | 'unflag'
  | 'request-acw'
  | 'end'
>

/** Opens what it takes to do it. */
export type Opening = 'keypad' | 'transfer' | 'consult' | 'invite'

export type CallVerb = Order | Opening

/** Where in the row: a verb and its opposite share a place, so that the button stays while its word changes. */
export type Place = 'mute' | 'hold' | 'keypad' | 'transfer' | 'consult' | 'recording' | 'end'

export type Control = AnyControl<CallVerb>

/** Why the agent's role does not admit it; nothing where it does. */
export interface Lacks {
  /** Any change of the agent's own part. */
  readonly change?: string | undefined
  readonly transfer?: string | undefined
  readonly consult?: string | undefined
  readonly invite?: string | undefined
  readonly keypad?: string | undefined
  readonly pause?: string | undefined
  readonly flag?: string | undefined
  readonly acw?: string | undefined
}

export const placeOf = (verb: CallVerb): Place | undefined => places[verb]

const places: Readonly<Partial<Record<CallVerb, Place>>> = {
  ...{ mute: 'mute', unmute: 'mute', hold: 'hold', resume: 'hold', keypad: 'keypad' },
  ...{ transfer: 'transfer', consult: 'consult', end: 'end', record: 'recording' },
  ...{ 'pause-recording': 'recording', 'resume-recording': 'recording' },
}

/** The controls of a call, in their constant order. `pending` are the verbs already ordered for it. */
export function controlsFor(
  conversation: Conversation,
  pending: readonly Verb[],
  lacks: Lacks,
): Control[] {
  if (conversation.phase === 'alerting')
    return [alertingControl('decline', pending), alertingControl('answer', pending)]
  if (!isTalked(conversation)) return []
  const { mine } = conversation
  const own = ownPart(conversation)
  const not = reasons(conversation, own)
  const isHeld = conversation.phase === 'held'
  return [
    control(mine?.muted ? 'unmute' : 'mute', pending, not.speak ?? lacks.change),
    isHeld
      ? control('resume', pending, not.unknown ?? lacks.change)
      : control('hold', pending, not.part ?? lacks.change),
    control('keypad', pending, (isHeld ? t`Resume the call first` : not.speak) ?? lacks.keypad),
    control('transfer', pending, not.handOver ?? lacks.transfer),
    control('consult', pending, not.handOver ?? lacks.consult),
    recording(own, pending, not, lacks),
    control('end', pending, not.unknown ?? not.end ?? lacks.change),
  ]
}

/** What is seldom wanted, behind *More*. */
export function moreFor(
  conversation: Conversation,
  pending: readonly Verb[],
  lacks: Lacks,
): Control[] {
  if (!isTalked(conversation)) return []
  const own = ownPart(conversation)
  const not = reasons(conversation, own)
  const asked = own.acwRequested ? t`You have asked for it` : undefined
  return [
    control('invite', pending, not.handOver ?? lacks.invite),
    control(own.flagged ? 'unflag' : 'flag', pending, not.unknown ?? lacks.flag),
    ...(own.prompt === 'agentRequested'
      ? [control('request-acw', pending, not.connected ?? asked ?? lacks.acw)]
      : []),
    ...(own.recording === 'none'
      ? []
      : [control('stop-recording', pending, not.part ?? lacks.change)]),
  ]
}

const control = (verb: CallVerb, pending: readonly Verb[], whyNot?: string): Control => ({
  verb,
  pending: pending.some((one) => one === verb),
  ...(whyNot ? { whyNot } : {}),
})

/** On and off stand behind *More* once it runs: what is pressed in a hurry is the pause. */
function recording(own: Own, pending: readonly Verb[], not: Reasons, lacks: Lacks): Control {
  if (own.securePause || own.recording === 'paused')
    return control('resume-recording', pending, not.part ?? lacks.pause)
  return own.recording === 'active'
    ? control('pause-recording', pending, not.part ?? lacks.pause)
    : control('record', pending, not.part ?? lacks.change)
}

type Reasons = ReturnType<typeof reasons>

const supervising: Readonly<Record<Supervision, string>> = {
  monitor: t`You only listen to this call`,
  coach: t`You only coach in this call`,
  barge: t`You have joined this call as a supervisor`,
}

/** Why not, by what it takes. */
function reasons(conversation: Conversation, { supervises }: Own) {
  const unknown = conversation.mine ? undefined : t`Your part in the call is being looked up`
  const connected =
    conversation.phase === 'dialing' ? t`The call is not connected` : (unknown ?? undefined)
  const listens = supervises === 'monitor' ? supervising.monitor : undefined
  const part = supervises && supervises !== 'barge' ? supervising[supervises] : undefined
  return {
    unknown,
    connected,
    /** To be heard. */
    speak: connected ?? listens,
    /** To be one of those who talk. */
    part: connected ?? part,
    /** To be the one whose call it is. */
    handOver: connected ?? (supervises && supervising[supervises]) ?? whyNotAway(conversation),
    /** One part leaves, and that completes the consult: it is ordered by that name. */
    end: consultOf(conversation)?.role === 'initiator' ? consultFirst : undefined,
  }
}
