/** What an agent has chosen and written for a wrap-up, and not sent yet. */
import type { ConversationId, WrapupCodeId } from '~/genesys/ids'
import type { Codes } from './codes'

export interface Code {
  readonly id: WrapupCodeId
  readonly name: string
}

export interface Draft {
  readonly code?: Code
  readonly notes: string
}

/**
 * The code that would be sent: the one chosen, unless it was from another queue's list; else the only one there
 * is, for there is nothing to choose.
 */
export function chosenOf({ code }: Draft, listed: Codes): Code | undefined {
  if (listed.state !== 'ready') return code
  const [only, ...others] = listed.codes
  if (only && others.length === 0) return only
  return code && listed.codes.find(({ id }) => id === code.id)
}

/** Pairs as they were kept; what is no draft is left out. */
export function draftsFromStorage(value: unknown): [ConversationId, Draft][] {
  if (!Array.isArray(value)) return []
  return value.flatMap((pair: unknown): [ConversationId, Draft][] => {
    const [id, draft] = Array.isArray(pair) ? pair : []
    const { notes, code } = Object(draft)
    if (typeof id !== 'string' || typeof notes !== 'string') return []
    const { id: codeId, name } = Object(code)
    const known = typeof codeId === 'string' && typeof name === 'string'
    return [[id, { notes, ...(known ? { code: { id: codeId, name } } : {}) }]]
  })
}
