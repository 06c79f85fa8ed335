/** The controls of a call, and what it is marked with, in words. */
import { t } from '~/language'
import { alertingWords, type ControlWords } from './alerting'
import type { CallVerb } from './controls'
import { type Conversation, isLive } from './conversation'
import { ownPart } from './own'

export const controlWords: Readonly<Record<CallVerb, ControlWords>> = {
  ...alertingWords,
  mute: { word: t`Mute`, icon: 'mute', hint: t`Nobody hears you` },
  unmute: { word: t`Unmute`, icon: 'unmute', hint: t`You are heard again` },
  hold: { word: t`Hold`, icon: 'hold', hint: t`The others hear music` },
  resume: { word: t`Resume`, icon: 'resume', hint: t`Talk again; any other call is held` },
  keypad: { word: t`Keypad`, icon: 'keypad', hint: t`Send digits, by key or paste` },
  transfer: { word: t`Transfer`, icon: 'transfer', hint: t`Pass the call on` },
  consult: { word: t`Consult`, icon: 'consult', hint: t`Ask somebody while the customer waits` },
  invite: { word: t`Add someone`, icon: 'invite', hint: t`All talk with each other` },
  record: { word: t`Record`, icon: 'record', hint: t`Begin to record this call` },
  'stop-recording': {
    word: t`Stop recording`,
    icon: 'stop-recording',
    hint: t`Nothing more is recorded`,
  },
  'pause-recording': {
    word: t`Secure pause`,
    icon: 'pause-recording',
    hint: t`Nothing is recorded until you go on: for card numbers`,
  },
  'resume-recording': {
    word: t`Resume recording`,
    icon: 'resume-recording',
    hint: t`What is said is recorded again`,
  },
  flag: { word: t`Flag call`, icon: 'flag', hint: t`Note that its sound was bad` },
  unflag: { word: t`Remove flag`, icon: 'flag', hint: t`Its sound was not bad after all` },
  'request-acw': {
    word: t`Request after-call work`,
    icon: 'after-call',
    hint: t`You get time to wrap up after this call`,
  },
  end: { word: t`End call`, icon: 'phone-end', hint: t`Hang up` },
}

export interface Mark {
  readonly kind: 'recording' | 'paused' | 'note'
  readonly words: string
}

/** What is to be seen of a live call besides its state. Only what Genesys Cloud says, never what was ordered. */
export function marksOf(conversation: Conversation): readonly Mark[] {
  if (!isLive(conversation) || conversation.phase === 'alerting') return []
  const { recording, securePause, flagged, acwRequested } = ownPart(conversation)
  const marks: Mark[] = []
  if (securePause)
    marks.push({
      kind: 'paused',
      words: t`Secure pause: nothing is recorded, say card numbers now`,
    })
  else if (recording === 'paused') marks.push({ kind: 'paused', words: t`Recording is paused` })
  else if (recording === 'active') marks.push({ kind: 'recording', words: t`Recording` })
  if (flagged) marks.push({ kind: 'note', words: t`Flagged` })
  if (acwRequested) marks.push({ kind: 'note', words: t`After-call work requested` })
  return marks
}
