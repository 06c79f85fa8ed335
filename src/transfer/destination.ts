/** Where a call can be sent. */
import type { QueueId, UserId } from '~/genesys/ids'
import type { RoutingStatus, SystemPresence } from '~/genesys/presence'

interface Common {
  readonly name: string
  /** What else helps to choose, in a few words. */
  readonly about?: string
  /** Why nothing can be sent there; absent when it can. */
  readonly whyNot?: string
}

export interface ToQueue extends Common {
  readonly kind: 'queue'
  readonly id: QueueId
}

export interface ToPerson extends Common {
  readonly kind: 'person'
  readonly id: UserId
  readonly presence: SystemPresence
}

export interface ToNumber extends Common {
  readonly kind: 'number'
  /** E.164, such as `+493055500142`; it is the row's identity too. */
  readonly id: string
}

export type Destination = ToQueue | ToPerson | ToNumber

/** What is typed, as a telephone number. */
export type NumberRead =
  /** No number at all: letters, or too little to tell. */
  | undefined
  | { readonly number: ToNumber }
  /** Looks like one, and cannot be called. */
  | { readonly trouble: string }

/** Where a search goes on: the numbers of the pages that follow, of either kind. */
export interface NextPage {
  readonly queues?: number | undefined
  readonly people?: number | undefined
}

/** What a search brought; `trouble` says in one sentence what is missing from it. */
export interface Findings {
  readonly destinations: readonly Destination[]
  readonly trouble?: string
  /** Absent when there are no more. */
  readonly next?: NextPage
}

const routingWords: Partial<Record<RoutingStatus, string>> = {
  INTERACTING: 'in a conversation',
  COMMUNICATING: 'on another call',
  NOT_RESPONDING: 'not responding',
}

/** What a colleague is doing, and why the call cannot go there, if it cannot. */
export function standing(person: {
  readonly presence: SystemPresence
  /** The organization's word for it. */
  readonly word: string
  readonly routing: RoutingStatus
  readonly department: string
  readonly isMe: boolean
}): { about: string; whyNot?: string } {
  const parts = [person.word, routingWords[person.routing], person.department]
  const about = parts.filter(Boolean).join(' · ')
  if (person.isMe) return { about, whyNot: 'This is you: the call is already here' }
  return { about }
}

/** What can be reached first; else what begins with the text, queues before people, by name. */
export function inOrder(destinations: readonly Destination[], text: string): Destination[] {
  const wanted = text.trim().toLowerCase()
  const isAway = (one: Destination) =>
    one.whyNot !== undefined || (one.kind === 'person' && one.presence === 'offline')
  const rank = (one: Destination) =>
    (isAway(one) ? 4 : 0) +
    (one.name.toLowerCase().startsWith(wanted) ? 0 : 2) +
    (one.kind === 'queue' ? 0 : 1)
  return [...destinations].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}
