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

/** What a search brought; `trouble` says in one sentence what is missing from it. */
export interface Findings {
  readonly destinations: readonly Destination[]
  readonly trouble?: string
}

const routingWords: Partial<Record<RoutingStatus, string>> = {
  INTERACTING: 'in a conversation',
  COMMUNICATING: 'on another call',
  NOT_RESPONDING: 'not responding',
}

/** What a colleague is doing, and whether somebody would answer there. */
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
  if (person.presence === 'offline') return { about, whyNot: 'Offline: nobody would answer' }
  return { about }
}

/** What can be reached first; else what begins with the text, queues before people, by name. */
export function inOrder(destinations: readonly Destination[], text: string): Destination[] {
  const wanted = text.trim().toLowerCase()
  const rank = ({ kind, name, whyNot }: Destination) =>
    (whyNot ? 8 : 0) +
    (name.toLowerCase().startsWith(wanted) ? 0 : 4) +
    ['number', 'queue', 'person'].indexOf(kind)
  return [...destinations].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}
