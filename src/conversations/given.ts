/** The wrap-up of the agent's own part, as Genesys Cloud has it. */
import { objects, text } from '~/genesys/values'
import type { Conversation } from './conversation'

/** What the platform writes when nobody has chosen a code in time. */
export const timedOutCode = 'ININ-WRAP-UP-TIMEOUT'

export interface Given {
  readonly code: string
  /** Only REST tells it. */
  readonly name?: string
  readonly notes: string
}

/** Nothing while there is none. */
export function givenWrapup({ told, mine }: Pick<Conversation, 'told' | 'mine'>) {
  return mine && wrapupOf(told, mine.communicationId)
}

/** That of one communication, whoever's it is. */
export function wrapupOf(told: Conversation['told'], communicationId: string): Given | undefined {
  for (const { calls, wrapup } of objects(told?.participants)) {
    const call = objects(calls).find(({ id }) => id === communicationId)
    const given = call && (wrapup ?? call.wrapup)
    const code = text(given?.code)
    const name = text(given?.name)
    if (code) return { code, notes: text(given?.notes) ?? '', ...(name ? { name } : {}) }
  }
  return undefined
}
