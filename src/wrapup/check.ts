/** What keeps a wrap-up from being sent, found here before Genesys Cloud has to refuse it. */

import { bounds, tooLong } from '~/genesys/bounds'
import { t } from '~/language'
import type { Draft } from './draft'

/**
 * In the words of the field that is wrong; undefined when it can go. A card that owes a wrap-up owes a code,
 * whatever its queue prompts with: without one the platform takes none.
 */
export function problemOf({ code, notes }: Partial<Draft>): string | undefined {
  if (!code) return t`Choose a wrap-up code first`
  return troubleOfNotes(notes ?? '')
}

export const troubleOfNotes = (notes: string): string | undefined =>
  tooLong(t`Notes`, notes, bounds.notes)
