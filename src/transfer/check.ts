/** Whether what was chosen can be sent at all: the last look before a call leaves. */
import type { Destination } from './destination'

/** E.164: the country code and at least as much as the shortest service numbers have. */
const number = /^\+[1-9]\d{3,14}$/
const id = /^[\w-]{1,100}$/

/** In the words of the field that is wrong; undefined when it can go. */
export function problemOf(to: Destination): string | undefined {
  switch (to.kind) {
    case 'number':
      return number.test(to.id)
        ? undefined
        : 'Number: it must begin with + and the country code, and have 4 to 15 digits.'
    case 'queue':
      return id.test(to.id)
        ? undefined
        : 'Queue: Genesys Cloud named it by an id that cannot be used.'
    case 'person':
      return id.test(to.id)
        ? undefined
        : 'Colleague: Genesys Cloud named them by an id that cannot be used.'
    default:
      return to satisfies never
  }
}
