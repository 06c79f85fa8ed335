/** Which fact proves an order for a call: by what is ordered and what is seen, whoever ordered it, and when. */

import type { Command, Fact, Verb } from '~/ledger/command'
import { consultOf } from './consult'
import { type Conversation, isLive } from './conversation'
import { givenWrapup } from './given'
import { offerOf, sentFrom } from './offer'
import { ownPart } from './own'
import { isInvited, noteAttribute } from './part'
import { placedCall } from './placed'

type Look = (call: Conversation, which: string) => Fact | undefined

const phase =
  (...facts: readonly ('dialing' | 'connected' | 'held')[]): Look =>
  (call) =>
    facts.find((fact) => fact === call.phase)

const shown =
  (isShown: (call: Conversation, which: string) => boolean): Look =>
  (call, which) =>
    isShown(call, which) ? 'shown' : undefined

/** What a live call shows when it is done. */
const looks: Readonly<Partial<Record<Verb, Look>>> = {
  answer: phase('connected', 'held'),
  decline: phase('dialing', 'connected', 'held'),
  hold: phase('held'),
  resume: phase('connected'),
  mute: ({ mine }) => (mine?.muted ? 'muted' : undefined),
  unmute: ({ mine }) => (mine && !mine.muted ? 'unmuted' : undefined),
  record: shown((call) => ownPart(call).recording !== 'none'),
  'stop-recording': shown((call) => ownPart(call).recording === 'none'),
  'pause-recording': shown((call) => ownPart(call).securePause),
  'resume-recording': shown((call) => !ownPart(call).securePause),
  flag: shown((call) => ownPart(call).flagged),
  unflag: shown((call) => !ownPart(call).flagged),
  'request-acw': shown((call) => ownPart(call).acwRequested),
  // One that nobody took may be over before it is looked at: the transfer it goes by tells of it.
  consult: shown(
    (call, which) =>
      consultOf(call)?.role === 'initiator' ||
      ![undefined, which].includes(sentFrom(call).findLast(({ attended }) => attended)?.id),
  ),
  speak: shown((call, which) => consultOf(call)?.speaking === which),
  'cancel-consult': shown((call) => consultOf(call) === undefined),
  invite: shown(({ told }, which) => isInvited(which, told)),
  'cancel-transfer': shown((call) => offerOf(call) === undefined),
  note: shown((call, which) => call.attributes[noteAttribute] === which),
}

/** Nothing of it is to be seen. */
const unseen: readonly Verb[] = ['digits']

/**
 * `now`: the call as it is known, nothing when it is over. `all`: every call there is, for an order that makes
 * one.
 */
export function callProof(
  { verb, which = '', state: { step } }: Command,
  now: Conversation | undefined,
  all: readonly Conversation[] = [],
): Fact | undefined {
  // The customer may hang up, or after-call work time out, while one of these is on its way: that the call
  // has left proves nothing before its answer.
  const isAnswered = step !== 'queued' && step !== 'sent'
  if (verb === 'wrap-up' || verb === 'skip-wrap-up') {
    // A call that came back may owe one for each part: this one is done when another is owed.
    // One that is there and sat out is done, too.
    const isOwed =
      now?.phase === 'wrapup' && now.mine?.communicationId === which && !givenWrapup(now)
    return isAnswered && !isOwed ? 'wrapped-up' : undefined
  }
  if (verb === 'dial') {
    const placed = placedCall(which, all, step === 'accepted')
    return placed && (placed.phase === 'dialing' ? 'dialing' : 'connected')
  }
  if (unseen.includes(verb)) return step === 'accepted' ? 'taken' : undefined
  const isHere = now && isLive(now)
  if (verb === 'transfer' || verb === 'complete') {
    if (!isAnswered) return undefined
    if (!(isHere && now.mine?.participantId === which)) return 'ended'
    return verb === 'transfer' && offerOf(now) ? 'offered' : undefined
  }
  // An event need not tell it.
  if (verb === 'note' && step === 'accepted') return 'taken'
  // A call that has ended has answered every order for it.
  if (!isHere) return 'ended'
  return looks[verb]?.(now, which)
}
