/** Why somebody who was called could not be reached, by what the network and the platform say of their leg. */

import { objects, text, word } from '~/genesys/values'
import type { Call } from '~/genesys/wire'
import { t } from '~/language'
import { disconnectTypeOf } from './parties'

export interface Unreached {
  readonly why: 'busy' | 'no-answer' | 'unknown-number' | 'declined' | 'away' | 'failed'
  /** As the network or the platform words it. */
  readonly reason?: string
}

type Why = Unreached['why']

/** ITU-T Q.850, the causes that say something about the number or who has it. */
const q850: ReadonlyMap<number, Why> = new Map([
  ...[1, 2, 3, 22, 28].map((code) => [code, 'unknown-number'] as const),
  [17, 'busy'],
  ...[18, 19, 20].map((code) => [code, 'no-answer'] as const),
  [21, 'declined'],
])

/** RFC 3261. */
const sip: ReadonlyMap<number, Why> = new Map([
  ...[404, 410, 484, 485, 604].map((code) => [code, 'unknown-number'] as const),
  [486, 'busy'],
  [600, 'busy'],
  ...[408, 480, 487].map((code) => [code, 'no-answer'] as const),
  [603, 'declined'],
  [607, 'declined'],
])

const types: Readonly<Record<string, Why>> = {
  client: 'declined',
  endpoint: 'declined',
  timeout: 'no-answer',
  'transfer.noanswer': 'no-answer',
  'transfer.notavailable': 'away',
  'transfer.dnd': 'away',
  'endpoint.dnd': 'away',
}

export function unreachedOf(leg: Call | undefined): Unreached {
  const reasons = objects(leg?.disconnectReasons)
  const of = (type: string) => reasons.find((one) => word(one.type) === type)
  const [cause, response] = [of('q850'), of('sip')]
  const type = disconnectTypeOf(leg) ?? ''
  const why =
    q850.get(Number(cause?.code)) ??
    sip.get(Number(response?.code)) ??
    (reasons.length === 0 && Object.hasOwn(types, type) ? types[type] : 'failed')
  const named = cause ?? response
  const reason =
    text(leg?.errorInfo?.messageWithParams) ??
    text(leg?.errorInfo?.message) ??
    text(named?.phrase) ??
    text(named?.reason)
  return { why: why ?? 'failed', ...(reason ? { reason } : {}) }
}

const words: Readonly<Record<Why, (name: string) => string>> = {
  busy: (name) => t`${name} was busy`,
  'no-answer': (name) => t`${name} did not answer`,
  'unknown-number': (name) => t`${name} could not be reached: the number is not known`,
  declined: (name) => t`${name} did not take the call`,
  away: (name) => t`${name} was not available`,
  failed: (name) => t`${name} could not be reached`,
}

/** "+49 30 1 was busy (User busy)". */
export function unreachedWords(name: string, { why, reason }: Unreached): string {
  return `${words[why](name)}${reason ? ` (${reason.replace(/\.$/, '')})` : ''}`
}
