/** What an agent has chosen and written for a wrap-up, and not sent yet. */
import type { ConversationId, WrapupCodeId } from '~/genesys/ids'

export interface Code {
  readonly id: WrapupCodeId
  readonly name: string
}

export interface Draft {
  readonly code?: Code
  readonly notes: string
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
