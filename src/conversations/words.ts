import { word } from '~/genesys/values'
import { t } from '~/language'
import { duration } from '~/ui/duration'
import type { IconName } from '~/ui/Icon'
import type { Conversation, Media, Phase } from './conversation'
import { ownLeg } from './own'

export const phaseWords: Readonly<Record<Phase, string>> = {
  alerting: t`Ringing`,
  dialing: t`Dialing`,
  connected: t`Connected`,
  held: t`On hold`,
  wrapup: t`Wrap-up`,
  over: t`Ended`,
}

/** What it is, and where it is worked on until this desk does. */
export const mediaWords: Readonly<Record<Media, { word: string; icon: IconName }>> = {
  call: { word: t`Call`, icon: 'phone' },
  callback: { word: t`Callback`, icon: 'callback' },
  message: { word: t`Message`, icon: 'message' },
  email: { word: t`Email`, icon: 'email' },
  chat: { word: t`Chat`, icon: 'chat' },
  other: { word: t`Interaction`, icon: 'media' },
}

/** The same where nobody dials or talks. */
const otherWords: Readonly<Record<Phase, string>> = {
  ...phaseWords,
  alerting: t`Offered`,
  dialing: t`Under way`,
  connected: t`Open`,
  held: t`Parked`,
}

export function stateWord(conversation: Conversation): string {
  const { media, phase } = conversation
  if (media !== 'call') return otherWords[phase]
  if (phase !== 'dialing') return phaseWords[phase]
  const state = word(ownLeg(conversation)?.state) ?? phase
  // Of a state that nobody knows no more is said than that it lives.
  return state === phase || state === 'contacting' ? phaseWords[phase] : otherWords[phase]
}

/** "Billing · +49 30 555 0142", "Billing · waited 1:42": what helps to know who it is, and no name twice. */
export function aboutLine(
  { media, queue, customer }: Conversation,
  queueName: string | undefined,
  waitedMs?: number,
): string {
  const what = media === 'call' ? '' : mediaWords[media].word
  const waited = waitedMs === undefined ? '' : t`waited ${duration(waitedMs)}`
  const isSaid = waited || customer.address === customer.name
  const number = isSaid ? '' : customer.address
  return [what, queue?.name ?? queueName, waited, number].filter(Boolean).join(' · ')
}
