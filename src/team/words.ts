/** What a colleague does, in words: presence and routing status, each with its own. */
import type { RoutingStatus, SystemPresence } from '~/genesys/presence'
import { t } from '~/language'
import type { PersonSeen } from '~/transfer/confidence'
import type { Doing } from '~/transfer/destination'
import { isEngaged, sinceOf } from './state'

export const presenceWords: Readonly<Record<SystemPresence, string>> = {
  onqueue: t`On Queue`,
  available: t`Available`,
  busy: t`Busy`,
  meeting: t`Meeting`,
  training: t`Training`,
  away: t`Away`,
  break: t`Break`,
  meal: t`Meal`,
  idle: t`Idle`,
  other: t`Another status`,
  offline: t`Offline`,
}

const routingWords: Partial<Readonly<Record<RoutingStatus, string>>> = {
  IDLE: t`waiting for a call`,
  INTERACTING: t`in a conversation`,
  COMMUNICATING: t`on another call`,
  NOT_RESPONDING: t`not responding`,
}

/** "On Queue, in a conversation"; the organization's own word for the presence, where it has one. */
export function stateWords({ presence, word, routing, outOfOffice, ...rest }: Doing): string {
  const first = word || presenceWords[presence]
  const doing = { presence, word, routing, outOfOffice, ...rest }
  const second = isEngaged(doing) ? routingWords[routing] : undefined
  const both = second ? `${first}, ${second}` : first
  return outOfOffice ? t`${both}, out of office` : both
}

/** How long it has been so, in steps that nobody has to follow. */
export function sinceWords(doing: Doing, now: number): string {
  const since = sinceOf(doing)
  return since === undefined ? '' : spanWords(now - since)
}

export function spanWords(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000)
  if (minutes < 1) return t`under a minute`
  if (minutes < 120) return t`${minutes} min`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? t`${hours} h` : t`${Math.floor(hours / 24)} days`
}

/** Milliseconds for which nobody is told that it was read just now. */
const fresh = 10_000

/** Of what is not told as it happens. */
export function ageWords({ age }: PersonSeen, now: number): string {
  if (age === 'live' || now - age < fresh) return ''
  const seconds = Math.floor((now - age) / 5_000) * 5
  if (seconds < 60) return t`${seconds} s ago`
  const days = Math.floor(seconds / 86_400)
  return days < 2 ? t`${spanWords(now - age)} ago` : t`${days} days ago`
}
