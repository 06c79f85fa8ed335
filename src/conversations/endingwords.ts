import { objects } from '~/genesys/values'
import { t } from '~/language'
import type { Conversation } from './conversation'
import { type Ending, endingOf } from './ending'
import { unreachedWords } from './unreached'

const because = (reason: string | undefined) => (reason ? ` (${reason.replace(/\.$/, '')})` : '')
const waits = (said: string, queue: string | undefined) =>
  queue ? t`${said}: it waits in ${queue} again` : said

/** How a call ended, as one says it; without a full stop, for it stands on cards too. */
export function endingWords(ending: Ending): string {
  switch (ending.how) {
    case 'customer':
      return ending.answered
        ? t`Ended by the customer`
        : t`The customer hung up before you answered`
    case 'other':
    case 'elsewhere':
      return ending.how === 'other' ? t`Ended by ${ending.who}` : t`${ending.who} answered it`
    case 'me':
      return ending.reached ? t`You ended it` : t`You hung up before it was answered`
    case 'requeued':
      return sentBack(ending.by, ending.to)
    case 'transferred':
      return transferred(ending.by, ending.to)
    case 'consulted':
      return ending.to
        ? t`You handed it over to ${ending.to} after a consult`
        : t`You handed it over after a consult`
    case 'conference':
      return t`It went on as part of a conference`
    case 'unanswered':
      return waits(t`You did not answer`, ending.queue)
    case 'declined':
      return waits(t`You declined it`, ending.queue)
    case 'away':
      return waits(t`Your phone could not be rung`, ending.queue)
    case 'withdrawn':
      return t`It was taken back before you answered`
    case 'unreached':
      return unreachedWords(ending.name, ending)
    case 'listened':
      return t`The call you listened to has ended`
    case 'failed':
      return t`The connection failed` + because(ending.reason)
    case 'system':
      return t`Ended by Genesys Cloud` + because(ending.reason)
    case 'unknown':
      return t`It has ended`
    default:
      return ending satisfies never
  }
}

function sentBack(by: string | undefined, to: string | undefined): string {
  if (by) return to ? t`${by} sent it back to ${to}` : t`${by} sent it back to its queue`
  return to ? t`You sent it back to ${to}` : t`You sent it back to its queue`
}

function transferred(by: string | undefined, to: string | undefined): string {
  if (by) return to ? t`${by} transferred it to ${to}` : t`${by} transferred it`
  return to ? t`You transferred it to ${to}` : t`You transferred it`
}

/** What the agent did themself, wherever. */
export function isOwn(ending: Ending): boolean {
  const isMine = ['me', 'declined', 'transferred', 'requeued', 'consulted'].includes(ending.how)
  return isMine && !('by' in ending && ending.by)
}

/** How the call ended of which only the wrap-up is left. */
export function endedLine({ phase, media, told, mine }: Conversation): string | undefined {
  const me = objects(told.participants).find(({ id }) => id && id === mine?.participantId)?.userId
  if (phase !== 'wrapup' || media !== 'call' || !me) return undefined
  const ending = endingOf(told, me, mine?.participantId)
  return ending.how === 'unknown' ? undefined : endingWords(ending)
}
