/** The two verbs of a ringing call: what the list draws, long before anything else of a call is needed. */
import { t } from '~/language'
import type { Verb } from '~/ledger/command'
import type { IconName } from '~/ui/Icon'

export interface Control<V extends string = string> {
  readonly verb: V
  /** Why it cannot be used now; absent when it can. */
  readonly whyNot?: string
  /** The order was given, and its proof has not come yet. */
  readonly pending: boolean
}

export interface ControlWords {
  readonly word: string
  readonly icon: IconName
  /** What it does, where the word alone does not say. */
  readonly hint?: string
}

type AlertingVerb = 'answer' | 'decline'

export const alertingWords: Readonly<Record<AlertingVerb, ControlWords>> = {
  answer: { word: t`Answer`, icon: 'phone' },
  decline: { word: t`Decline`, icon: 'phone-end' },
}

/** They are one request apart: a second click must not hang up what was just answered. */
export function alertingControl<V extends AlertingVerb>(
  verb: V,
  pending: readonly Verb[],
): Control<V> {
  const other = verb === 'answer' ? 'decline' : 'answer'
  const done = verb === 'answer' ? t`You have just declined` : t`You have just answered`
  return {
    verb,
    pending: pending.includes(verb),
    ...(pending.includes(other) ? { whyNot: done } : {}),
  }
}
