/** A telephone number as it is typed, made into the one form that every telephone system reads alike. */

import { type Clock, inTime } from '~/clock'
import { t } from '~/language'
import type { NumberRead } from './destination'

const international = /^\+[1-9]\d{6,14}$/
/** Milliseconds for the rules to be fetched. */
const patience = 3_000

/** Digits, and what is written between them; too little to tell is none. */
export function looksLikeNumber(text: string): boolean {
  return /^\s*\+?[\d\s()./-]{3,30}$/.test(text) && text.replace(/\D/g, '').length > 2
}

/** `country`: the organization's own, such as `DE`, for numbers without a country code. */
export async function readNumber(text: string, country: string, clock: Clock): Promise<NumberRead> {
  if (!looksLikeNumber(text)) return undefined
  const fetched = import('./numbering').catch(() => undefined)
  const rules = await inTime(clock, patience, fetched, undefined)
  const plain = text.replace(/[\s()./-]/g, '')
  if (rules) {
    const { number, name, why } = rules.parse(plain, country)
    return why ? { trouble: why } : { number: { kind: 'number', id: number, name } }
  }
  // Without the rules of all countries only the form that needs none is safe.
  if (international.test(plain)) return { number: { kind: 'number', id: plain, name: plain } }
  return { trouble: t`Type the number with + and the country code.` }
}
