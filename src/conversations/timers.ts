/**
 * The three times of a conversation as Genesys Cloud means them: how long the customer waited in the queue and
 * how long is left to answer, how long the state of now lasts, and all of it. By its clock, in milliseconds;
 * never less than nothing, whatever the clocks say.
 */
import { objects, time, word } from '~/genesys/values'
import type { Conversation } from './conversation'

const span = (from: number, to: number) => (to > from ? to - from : 0)

/** A time that is limited, in milliseconds; less than nothing is as good as not said. */
const limit = (ms: number | undefined) => (ms && Number.isFinite(ms) && ms > 0 ? ms : undefined)

/** From the last queue before it came to me; it goes on while I am rung. Undefined when it came past the queues. */
export function waitedMs({ told, mine }: Conversation, now: number): number | undefined {
  const all = objects(told.participants)
  const index = all.findIndex(({ id }) => id !== undefined && id === mine?.participantId)
  const queue = all.slice(0, Math.max(0, index)).findLast(({ purpose }) => word(purpose) === 'acd')
  const from = time(queue?.connectedTime ?? queue?.startTime)
  const to = time(queue?.endTime) ?? time(all[index]?.connectedTime) ?? now
  return from === undefined ? undefined : span(from, to)
}

/** What is left to answer, and its share of what there was; undefined when nobody says, or nothing rings. */
export function answerLeft(
  { media, phase, mine, since }: Conversation,
  now: number,
): { readonly ms: number; readonly share: number } | undefined {
  const all = limit(mine?.alertingMs)
  if (!all || media !== 'call' || phase !== 'alerting') return undefined
  const ms = Math.min(all, span(now, since + all))
  return { ms, share: ms / all }
}

/** The state of now: since it began, or what is left of it where after-call work is limited. */
export function inPhase(
  { phase, mine, since }: Conversation,
  now: number,
): { readonly ms: number; readonly isLeft: boolean } {
  const all = phase === 'wrapup' ? limit(mine?.wrapupMs) : undefined
  return {
    ms: all ? Math.min(all, span(now, since + all)) : span(since, now),
    isLeft: Boolean(all),
  }
}

/** The whole conversation. What I am no longer part of is not counted on. */
export function totalMs({ phase, startedAt, since }: Conversation, now: number): number {
  return span(startedAt, phase === 'wrapup' ? since : now)
}
