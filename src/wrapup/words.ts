/** What a queue's way of asking for after-call work means, in words. */

import type { WrapupPrompt } from '~/conversations/own'
import { t } from '~/language'
import { duration } from '~/ui/duration'
import type { AfterWork } from './afterwork'

type Words = Readonly<Record<WrapupPrompt, string>>

/** `ms`: how long after-call work takes, where that is limited. */
const ahead = (ms: string): Words => ({
  mandatory: t`They wait here. After the call you choose a code and press Done.`,
  optional: t`They wait here. After the call you may send them with a code.`,
  timeout: t`They wait here. After the call you have ${ms} to choose a code and press Done.`,
  forcedTimeout: t`They wait here. After-call work takes ${ms}, however early you are done.`,
  agentRequested: t`They can be sent only if you ask for after-call work before the call ends.`,
})

const requested = t`They wait here. You have asked for after-call work.`

const owed: Words = {
  mandatory: t`You are in after-call work until you press Done.`,
  optional: t`This queue asks for no wrap-up: you may skip it.`,
  timeout: t`When the time is up, Genesys Cloud ends it without your code and notes.`,
  forcedTimeout: t`After Done the rest of the time is sat out.`,
  agentRequested: t`You have asked for it: you may skip it.`,
}

const late = t`The time is up: Genesys Cloud is about to end it.`

/** What comes of it. Undefined where nothing is known. */
export function hintOf(
  { stage, prompt, leftMs }: AfterWork,
  {
    acwRequested,
    wrapupMs,
  }: { readonly acwRequested: boolean; readonly wrapupMs?: number | undefined },
): string | undefined {
  if (stage === 'offered')
    return t`The call is over. This queue asks for no wrap-up: you may skip it.`
  if (leftMs !== undefined && leftMs <= 0) return late
  if (!prompt || stage === 'saved') return undefined
  if (stage === 'owed') return owed[prompt]
  if (prompt === 'agentRequested' && acwRequested) return requested
  return ahead(wrapupMs === undefined ? t`a limited time` : duration(wrapupMs))[prompt]
}

/** Said once, by the time an agent is warned. */
export const shortWords = t`Less than 10 seconds left for the wrap-up`

/** How a wrap-up that left without its Done came to an end. */
export const timedOutWords = (name: string) =>
  t`${name}: the time for the wrap-up was up, so Genesys Cloud ended it with a code of its own.`
