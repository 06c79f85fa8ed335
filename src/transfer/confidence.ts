/**
 * What speaks for a destination, in one sentence with the age of what it says. Times are milliseconds since the
 * epoch, by Genesys Cloud's clock.
 */

import type { RoutingStatus, SystemPresence } from '~/genesys/presence'
import { t } from '~/language'

/** How old it is: told as it happens, or read at that moment. */
export type Age = 'live' | number

export interface PersonSeen {
  readonly presence: SystemPresence
  /** The organization's word for the presence. */
  readonly word: string
  readonly presenceSince?: number | undefined
  readonly routing: RoutingStatus
  readonly routingSince?: number | undefined
  readonly outOfOffice: boolean
  readonly age: Age
}

export interface QueueSeen {
  readonly onQueue?: number | undefined
  readonly waiting?: number | undefined
  /** Since when somebody waits, where that was asked for. */
  readonly longest?: number | undefined
  /** Seconds, as Genesys Cloud predicts them. */
  readonly wait?: number | undefined
  readonly age: Age
}

const busy: Partial<Record<RoutingStatus, string>> = {
  INTERACTING: t`In a conversation`,
  COMMUNICATING: t`On another call`,
  NOT_RESPONDING: t`Not responding`,
}

/** Of these nobody asks for how long. */
const unmeasured: readonly SystemPresence[] = ['available', 'onqueue', 'offline', 'other']

/** "On another call for 6 min"; empty when nothing is known. */
export function doingOf(seen: Omit<PersonSeen, 'age'>, now: number): string {
  const { presence, presenceSince, routing, routingSince } = seen
  const engaged = presence === 'offline' ? undefined : busy[routing]
  if (engaged) return lasting(engaged, routingSince, now)
  const word = seen.word || (presence === 'offline' ? t`Offline` : '')
  if (seen.outOfOffice) return word ? t`${word}, out of office` : t`Out of office`
  return word && !unmeasured.includes(presence) ? lasting(word, presenceSince, now) : word
}

/** "On another call for 6 min · Repairs · live". */
export function ofPerson(seen: PersonSeen, department: string, now: number): string {
  const doing = doingOf(seen, now)
  return [doing, department, doing && ageOf(seen.age, now)].filter(Boolean).join(' · ')
}

/** "3 agents on queue, 2 waiting, about 40 s wait · 5 s ago"; empty when nothing is known. */
export function ofQueue({ onQueue, waiting, wait, age }: QueueSeen, now: number): string {
  const parts = [
    onQueue !== undefined && counted(onQueue),
    waiting !== undefined && (waiting ? t`${waiting} waiting` : t`nobody waiting`),
    // Where nobody is there is no telling.
    wait !== undefined &&
      onQueue !== 0 &&
      (wait < 1 ? t`no wait` : t`about ${span(wait * 1_000)} wait`),
  ].filter(Boolean)
  return parts.length > 0 ? `${parts.join(', ')} · ${ageOf(age, now)}` : ''
}

const counted = (agents: number) =>
  agents === 0
    ? t`Nobody on queue`
    : agents === 1
      ? t`1 agent on queue`
      : t`${agents} agents on queue`

export function ageOf(age: Age, now: number): string {
  if (age === 'live') return t`live`
  // In steps, so that no text changes every second.
  const seconds = Math.floor(Math.max(0, now - age) / 5_000) * 5
  return seconds < 5 ? t`just now` : t`${span(seconds * 1_000)} ago`
}

/** What began this minute is not measured: clocks differ by some seconds. */
function lasting(word: string, since: number | undefined, now: number): string {
  const isLong = since !== undefined && now - since >= 60_000
  return isLong ? t`${word} for ${span(now - since)}` : word
}

/** "40 s", "6 min", "2 h". */
function span(ms: number): string {
  const seconds = Math.round(ms / 1_000)
  if (seconds < 60) return t`${seconds} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 120 ? t`${minutes} min` : t`${Math.floor(minutes / 60)} h`
}
