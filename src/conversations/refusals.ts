/** Why Genesys Cloud refuses what was ordered for a call, by its code; and what is to be done instead. */
import { t } from '~/language'
import type { Command, Verb } from '~/ledger/command'

type Words = Readonly<Record<string, string>>

const onPhone = t`Answer on your phone: not every phone can be answered from here.`

const ofCalls: Words = {
  'conversation.error.user.not.party': t`You are no longer part of this call.`,
  'conversation.error.conversation.disconnected': t`The call has already ended.`,
  'conversation.error.forbidden.not.active.participant': t`Only who takes part in the call can change its recording.`,
  'conversation.error.cannot.confine.party': t`Nobody can be kept out of a call between two.`,
  'conversation.error.no.user.station': t`You have no phone: choose one in Genesys Cloud first.`,
  'conversation.participant.update.invalid': t`The call cannot be changed like that now.`,
}

const ofVerbs: Readonly<Partial<Record<Verb, Words>>> = {
  answer: { 'conversation.participant.update.invalid': onPhone },
  hold: {
    'conversation.participant.update.invalid': t`Hold it on your phone, or try again in a moment.`,
  },
  'request-acw': {
    'bad.request': t`It can be asked for only while you talk, and where the queue leaves it to you.`,
  },
}

export function refusalsOf(verb: Verb): Words {
  return { ...ofCalls, ...ofVerbs[verb] }
}

/** What became of it cannot be seen in a call, or only on the phone itself: the general words would be wrong. */
export function unseen({ verb, name, state }: Command): string | undefined {
  if (state.step !== 'failed') return undefined
  if (verb === 'digits')
    return t`${name}: Genesys Cloud did not answer, so nobody knows whether they were heard. They were not sent again: listen what is asked for, and begin again.`
  return verb === 'answer' && state.why === 'unproven' && state.seen
    ? t`${name} changed nothing: the call still rings. ${onPhone}`
    : undefined
}
