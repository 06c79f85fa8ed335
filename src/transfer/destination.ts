/** Where a call can be sent. */

import type { ContactId, QueueId, UserId } from '~/genesys/ids'
import type { SystemPresence } from '~/genesys/presence'
import type { PhoneType } from '~/genesys/wirecalls'
import { t } from '~/language'
import type { PersonSeen } from './confidence'

/** What somebody does, as far as a row tells. */
export type Doing = Omit<PersonSeen, 'age'>

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
  readonly department?: string
  /** Out of office. */
  readonly away?: boolean
  readonly isMe?: boolean
  /** As of when they were found. */
  readonly doing?: Doing
}

export interface ToNumber extends Common {
  readonly kind: 'number'
  /** E.164, such as `+493055500142`; it is the row's identity too. */
  readonly id: string
}

/** One telephone number of an external contact. */
export interface ToContact extends Common {
  readonly kind: 'contact'
  /** The contact's own: each of their numbers has the same. */
  readonly id: ContactId
  readonly phoneType: PhoneType
  /** E.164, or as Genesys Cloud has it. */
  readonly number: string
  /** What they do, and for whom. */
  readonly whose?: string
}

export type Destination = ToQueue | ToPerson | ToNumber | ToContact

/** Tells destinations apart: a contact has as many as it has numbers. */
export const keyOf = (to: Destination): string =>
  to.kind === 'contact' ? `contact ${to.id} ${to.phoneType}` : `${to.kind} ${to.id}`

/** What is typed, as a telephone number. */
export type NumberRead =
  /** No number at all: letters, or too little to tell. */
  | undefined
  | { readonly number: ToNumber }
  /** Looks like one, and cannot be called. */
  | { readonly trouble: string }

/** Where a search goes on: the numbers of the pages that follow, of each kind. */
export interface NextPage {
  readonly queues?: number | undefined
  readonly people?: number | undefined
  readonly contacts?: number | undefined
}

/** What a search brought; `trouble` says in one sentence what is missing from it. */
export interface Findings {
  readonly destinations: readonly Destination[]
  readonly trouble?: string
  /** Absent when there are no more. */
  readonly next?: NextPage
}

/** Who would hardly answer: offline, away for longer, or the agent themself. */
export const isAway = (to: Destination): boolean =>
  to.kind === 'person' && (to.isMe === true || to.presence === 'offline' || to.away === true)

/** What can be reached first; else what begins with the text, queues before people before contacts, by name. */
export function inOrder(destinations: readonly Destination[], text: string): Destination[] {
  const wanted = text.trim().toLowerCase()
  const rank = (one: Destination) =>
    (one.whyNot !== undefined || isAway(one) ? 8 : 0) +
    (one.name.toLowerCase().startsWith(wanted) ? 0 : 4) +
    (one.kind === 'queue' ? 0 : one.kind === 'person' ? 1 : 2)
  return [...destinations].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}

const phones: Readonly<Record<PhoneType, string>> = {
  WorkPhone: t`Work`,
  CellPhone: t`Mobile`,
  HomePhone: t`Home`,
  OtherPhone: t`Other`,
}

/** The same in the middle of a name. */
const phoneInName: Readonly<Record<PhoneType, string>> = {
  WorkPhone: t`work`,
  CellPhone: t`mobile`,
  HomePhone: t`home`,
  OtherPhone: t`other`,
}

export const phoneWord = ({ phoneType }: Pick<ToContact, 'phoneType'>) => phones[phoneType]

/** One of several numbers of somebody, by a name that tells which. */
export const oneOf = (to: ToContact): ToContact => ({
  ...to,
  name: `${to.name}, ${phoneInName[to.phoneType]}`,
})
