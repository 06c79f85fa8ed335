/** Whether what was chosen can be sent at all: the last look before a call leaves. */

import { bounds, tooLong } from '~/genesys/bounds'
import { t } from '~/language'
import type { Destination } from './destination'

/** E.164: the country code and at least as much as the shortest service numbers have. */
const number = /^\+[1-9]\d{3,14}$/
const id = /^[\w-]{1,100}$/

const wrongIds = {
  queue: t`Queue: Genesys Cloud named it by an id that cannot be used.`,
  person: t`Colleague: Genesys Cloud named them by an id that cannot be used.`,
  contact: t`Contact: Genesys Cloud named them by an id that cannot be used.`,
} as const

/** Of one that goes by its id. */
export const problemOfId = (to: Pick<Destination, 'id'> & { kind: keyof typeof wrongIds }) =>
  id.test(to.id) ? undefined : wrongIds[to.kind]

/** In the words of the field that is wrong; undefined when it can go. */
export function problemOf(to: Destination): string | undefined {
  if (to.kind !== 'number') return problemOfId(to)
  return number.test(to.id)
    ? undefined
    : t`Number: it must begin with + and the country code, and have 4 to 15 digits.`
}

export const troubleOfNote = (note: string): string | undefined =>
  tooLong(t`Note`, note, bounds.note)
