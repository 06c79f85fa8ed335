/** Which fact proves an order for a call: by what is ordered and what is seen, whoever ordered it, and when. */
import type { Command, Fact, Verb } from '~/ledger/command'
import { type Conversation, isLive } from './conversation'

/** What a live call shows when it is done. */
const proofs: Readonly<Partial<Record<Verb, readonly Fact[]>>> = {
  answer: ['connected', 'held'],
  decline: ['dialing', 'connected', 'held'],
  hold: ['held'],
  resume: ['connected'],
  mute: ['muted'],
  unmute: ['unmuted'],
}

/** `now`: the call as it is known, nothing when it is over. */
export function callProof(
  { verb, which, state: { step } }: Command,
  now: Conversation | undefined,
): Fact | undefined {
  // The customer may hang up, or after-call work time out, while one of these is on its way: that the call
  // has left proves nothing before its answer.
  const isAnswered = step !== 'queued' && step !== 'sent'
  if (verb === 'wrap-up') {
    // A call that came back may owe one for each part: this one is done when another is owed.
    const isOwed = now?.phase === 'wrapup' && now.mine?.communicationId === which
    return isAnswered && !isOwed ? 'wrapped-up' : undefined
  }
  const isHere = now && isLive(now)
  if (verb === 'transfer')
    return isAnswered && !(isHere && now.mine?.participantId === which) ? 'ended' : undefined
  // A call that has ended has answered every order for it.
  if (!isHere) return 'ended'
  const { phase, mine } = now
  const shown: readonly (Fact | typeof phase | undefined)[] = [
    phase,
    mine && (mine.muted ? 'muted' : 'unmuted'),
  ]
  return proofs[verb]?.find((fact) => shown.includes(fact))
}
