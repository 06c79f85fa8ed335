/** Where this desk may send a call at all, whoever asks: the configuration's own lists. */
import { t } from '~/language'
import type { Allowed } from '~/protocol/protocol'
import type { Destination } from './destination'

const notHere = t`Your organization does not allow this desk to call there`

/** Undefined when it may. To be asked again before anything goes out: what was found is only a row. */
export function whyNotAllowedHere(
  to: Destination,
  allowed: Allowed | undefined,
): string | undefined {
  if (!allowed) return undefined
  const { numbers, queues, contacts } = allowed
  switch (to.kind) {
    case 'queue':
      return !queues || fits([to.name, to.id], queues) ? undefined : notHere
    case 'number':
      return !numbers || fits([to.id], numbers) ? undefined : notHere
    case 'contact':
      return contacts !== false && (!numbers || fits([to.number], numbers)) ? undefined : notHere
    case 'person':
      return undefined
    default:
      return to satisfies never
  }
}

/** An asterisk at the end stands for whatever follows. */
function fits(words: readonly string[], list: readonly string[]): boolean {
  return list.some((one) => {
    const entry = one.toLowerCase()
    return words.some((word) =>
      entry.endsWith('*')
        ? word.toLowerCase().startsWith(entry.slice(0, -1))
        : word.toLowerCase() === entry,
    )
  })
}
