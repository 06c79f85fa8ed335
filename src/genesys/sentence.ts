/** A failure in words, needed only once something has gone wrong. */
import { said, t } from '~/language'
import type { Failure, Refused } from './errors'

const refusals = new Map(
  Object.entries({
    'callback.error.answer.not.alerting': t`The call is no longer ringing.`,
    'conversation.error.call.disconnected': t`The call has already ended.`,
    'conversation.error.hold.alerting': t`A ringing call cannot be put on hold.`,
    'conversation.error.conversation.not.found': t`The conversation no longer exists.`,
    'conversation.error.not.conversation.participant': t`You are no longer part of this call.`,
    'conversation.error.participant.no.active.conversations': t`You are no longer part of this call.`,
    'conversation.error.wrapup.code.required': t`A wrap-up code is required.`,
    'missing.wrapup.code': t`A wrap-up code is required.`,
    'request.entity.too.large': t`It is larger than the 512,000 bytes that can be sent at once.`,
  }),
)

/** One sentence for the agent. `words` are those of the room that asked, by the platform's code. */
export function sentence(failure: Failure, words: Readonly<Record<string, string>> = {}): string {
  switch (failure.kind) {
    case 'refused':
      return (
        new Map(Object.entries(words)).get(failure.code) ??
        refusals.get(failure.code) ??
        refusedOtherwise(failure)
      )
    case 'rate-limited':
      return t`Genesys Cloud asks to slow down. Try again in ${failure.retryAfter} seconds.`
    case 'signed-out':
      return t`Your sign-in has ended.`
    case 'expired':
      return t`It took too long to be sent, so it was not sent.`
    case 'unreachable':
      return failure.cause === 'server'
        ? t`Genesys Cloud has a problem of its own right now.`
        : t`Genesys Cloud did not answer.`
    default:
      return failure satisfies never
  }
}

function refusedOtherwise(failure: Refused): string {
  if (failure.missing) return t`You may not do this.`
  if (failure.status === 403) return t`You may not do this. Genesys Cloud says: ${failure.message}`
  if (failure.status === 404) return t`It no longer exists.`
  if (failure.status === 409) return t`Something else changed it at the same moment. Try again.`
  return t`Genesys Cloud refused: ${said(failure.message)}`
}
