/** The numbering rules of all countries; fetched when the first digits are typed. */

import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/min'
import { t } from '~/language'

interface Parsed {
  /** E.164. */
  readonly number: string
  /** As people read it. */
  readonly name: string
  /** Why it cannot be called; empty when it can. */
  readonly why: string
}

const none = { number: '', name: '' }

export function parse(text: string, country: string): Parsed {
  const home = isSupportedCountry(country) ? country : undefined
  if (!home && !text.startsWith('+'))
    return { ...none, why: t`Type the number with + and the country code.` }
  switch (validatePhoneNumberLength(text, home)) {
    case 'TOO_SHORT':
      return { ...none, why: t`This number is too short to be called.` }
    case 'TOO_LONG':
      return { ...none, why: t`This number is too long to be called.` }
    case 'INVALID_COUNTRY':
      return { ...none, why: t`No country has this code.` }
    case undefined:
      break
    default:
      return { ...none, why: t`This is not a number that can be called.` }
  }
  const parsed = parsePhoneNumberFromString(text, home)
  // Typed in full it is what the agent means, be its range newer than the rules; else we have guessed.
  const callable = text.startsWith('+') ? parsed?.isPossible() : parsed?.isValid()
  return parsed && callable
    ? { number: parsed.number, name: parsed.formatInternational(), why: '' }
    : { ...none, why: t`This is not a number that can be called.` }
}
