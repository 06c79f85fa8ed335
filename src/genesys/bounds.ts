import { locale, t } from '~/language'
/**
 * How long a text may be. The official description gives no length for any of them, only 512,000 bytes for a
 * whole request: these are ours, far above what anybody means and far below that.
 */
export const bounds = {
  /** Of a wrap-up. */
  notes: 10_000,
  /** One line for whoever takes a call. */
  note: 500,
  /** Typed to find a queue or a colleague. */
  search: 100,
} as const

const counted = new Intl.NumberFormat(locale())

/** Why a text cannot be sent, by the name of its field; undefined when it can. In characters. */
export function tooLong(field: string, text: string, most: number): string | undefined {
  if (text.length <= most) return undefined
  return t`${field}: ${counted.format(text.length)} characters are too many, ${counted.format(most)} can be sent`
}
