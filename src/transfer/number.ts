/** A telephone number as it is typed, made into the one form that every telephone system reads alike. */
import type { ToNumber } from './destination'

export type NumberRead =
  /** No number at all: letters, or too little to tell. */
  | undefined
  | { readonly number: ToNumber }
  /** Looks like one, and cannot be called. */
  | { readonly trouble: string }

const looksLikeOne = /^\s*\+?[\d\s()./-]{3,30}$/
const international = /^\+[1-9]\d{6,14}$/

/** `country`: the organization's own, such as `DE`, for numbers without a country code. */
export async function readNumber(text: string, country: string): Promise<NumberRead> {
  if (!looksLikeOne.test(text) || text.replace(/\D/g, '').length < 3) return undefined
  const rules = await import('./numbering').catch(() => undefined)
  const plain = text.replace(/[\s()./-]/g, '')
  if (rules) {
    const { number, name, why } = rules.parse(plain, country)
    return why ? { trouble: why } : { number: { kind: 'number', id: number, name } }
  }
  // Without the rules of all countries only the form that needs none is safe.
  if (international.test(plain)) return { number: { kind: 'number', id: plain, name: plain } }
  return { trouble: 'Type the number with + and the country code.' }
}
