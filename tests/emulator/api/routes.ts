import { operationFacts, type Permissions } from '../contract/facts'
import type { Template } from '../http/router'

export interface Route extends Template {
  /** The official operation id. */
  readonly operation: string
  /** Any one of them admits the client. */
  readonly scopes: readonly string[]
  readonly permissions?: Permissions
  /** Taking part in the conversation is permission enough. */
  readonly participantsToo: boolean
  /** Whether it changes something; a POST may merely ask. */
  readonly changes: boolean
}

/** A POST that only asks: its question is too long for an address. */
const questions = /^post(.*Search|SearchSuggest|Analytics.*Query)$/

/** "Implicit conversation access": whoever takes part may read. */
const openToParticipants = new Set(['getConversation'])

/** The route of an official operation: path, scopes and permissions are those of the description. */
export function routeOf(operation: string): Route {
  const facts = operationFacts[operation]
  if (!facts) throw new Error(`The official description has no operation ${operation}`)
  const { method, path, scopes, permissions } = facts
  const asks = method === 'GET' || method === 'HEAD' || questions.test(operation)
  return {
    operation,
    method,
    path,
    scopes,
    ...(permissions && { permissions }),
    participantsToo: openToParticipants.has(operation),
    changes: !asks,
  }
}
