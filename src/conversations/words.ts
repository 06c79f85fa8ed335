import type { IconName } from '~/ui/Icon'
import type { CallVerb } from './controls'
import type { Conversation, Phase } from './conversation'

export const phaseWords: Readonly<Record<Phase, string>> = {
  alerting: 'Ringing',
  dialing: 'Dialing',
  connected: 'Connected',
  held: 'On hold',
  wrapup: 'Wrap-up',
  over: 'Ended',
}

export const controlWords: Readonly<Record<CallVerb, { word: string; icon: IconName }>> = {
  answer: { word: 'Answer', icon: 'phone' },
  decline: { word: 'Decline', icon: 'phone-end' },
  mute: { word: 'Mute', icon: 'mute' },
  unmute: { word: 'Unmute', icon: 'unmute' },
  hold: { word: 'Hold', icon: 'hold' },
  resume: { word: 'Resume', icon: 'resume' },
  transfer: { word: 'Transfer', icon: 'transfer' },
  end: { word: 'End call', icon: 'phone-end' },
}

/** "Billing · +49 30 555 0142": what helps to know who it is, without saying the name twice. */
export function aboutLine(
  { queue, customer }: Conversation,
  queueName: string | undefined,
): string {
  const number = customer.address === customer.name ? '' : customer.address
  return [queue?.name ?? queueName, number].filter(Boolean).join(' · ')
}
