/** What a call can be sent to by name: a queue, a colleague or an external contact. */

import type { Contact } from '~/contacts/contact'
import { searchContacts } from '~/contacts/search'
import type { Doing, Person } from '~/directory/person'
import { searchPeople } from '~/directory/search'
import { lackFor } from '~/genesys/allowed'
import { bounds, tooLong } from '~/genesys/bounds'
import { Failed, type Failure, failureOf, type Missing } from '~/genesys/errors'
import { explained } from '~/genesys/forbidden'
import type { OperationName } from '~/genesys/operations'
import { systemPresence } from '~/genesys/presence'
import { t } from '~/language'
import {
  type Destination,
  type Findings,
  inOrder,
  type Doing as Seen,
  type ToContact,
  type ToPerson,
} from '~/transfer/destination'
import type { SearchOptions } from '~/transfer/finder'
import type { Tab } from '~/transfer/finding'
import { looksLikeNumber } from '~/transfer/number'
import type { Desk } from './desk'
import { admitted } from './rights'

/** Nothing that was looked for; nothing that follows. */
const nothing = { found: [], next: undefined }

type Half = 'queues' | 'people' | 'contacts'

/** What is looked through in each tab. */
const halves: Readonly<Record<Tab, readonly Half[]>> = {
  all: ['queues', 'people', 'contacts'],
  people: ['people'],
  queues: ['queues'],
  external: ['contacts'],
  recent: [],
}

/**
 * A page of them, from the first one or as an earlier page says. Rejects with `Failed` only when nothing at
 * all could be found out at first. `admit`: says of each why it cannot be chosen, if so.
 */
export async function findDestinations(
  desk: Desk,
  text: string,
  { tab = 'all', from = { queues: 1, people: 1, contacts: 1 }, signal }: SearchOptions = {},
  admit: (to: Destination) => Destination = (to) => admitted(desk, to),
): Promise<Findings> {
  const typed = text.trim()
  const long = tooLong(t`The text to search for`, typed, bounds.search)
  if (long) return { destinations: [], trouble: long }
  // Nobody is called by so many digits: a number that is dictated costs no search at each pause.
  if (looksLikeNumber(typed) && typed.replace(/\D/g, '').length > 4) return { destinations: [] }
  const options = signal && { signal }
  const { ask } = desk.means
  // All colleagues are too many to be of use, and so are all contacts.
  const within = (half: Half) =>
    halves[tab].includes(half) && (typed || half === 'queues') ? from[half] : undefined
  const [queues, people, contacts] = await Promise.all([
    attempt(desk, 'searchQueues', within('queues'), (page) =>
      desk.queues.search(typed, page, options),
    ),
    attempt(desk, 'searchUsers', within('people'), (page) =>
      searchPeople(ask, typed, page, options),
    ),
    attempt(desk, 'searchContacts', within('contacts'), (page) =>
      searchContacts(ask, typed, page, options),
    ),
  ])
  // Not everybody deals with contacts: who may not is told where they look for one.
  const silent = tab === 'all' && contacts.failed !== undefined && lacks(contacts.failed)
  const said = [
    { half: 'queues', who: t`Queues`, failed: queues.failed },
    { half: 'people', who: t`People`, failed: people.failed },
    { half: 'contacts', who: t`Contacts`, failed: silent ? undefined : contacts.failed },
  ] as const
  const failed = said.flatMap(({ who, failed: one }) => (one ? [{ who, failed: one }] : []))
  const asked = said.filter(({ half }) => within(half) && !(silent && half === 'contacts'))
  const first = failed.find((one) => !lacks(one.failed))
  const isMore = Object.values(from).some((page) => page !== undefined && page > 1)
  if (first && !isMore && failed.length === asked.length) throw first.failed
  const found: readonly Destination[] = [
    ...queues.found.map((one) => ({ kind: 'queue' as const, ...one })),
    ...people.found.map((one) => toPerson(desk, one)),
    ...contacts.found.flatMap(toContacts),
  ]
  const words = failed
    .map((half) => t`${half.who} could not be searched. ${explained(half.failed.failure)}`)
    .join(' ')
  const next = { queues: queues.next, people: people.next, contacts: contacts.next }
  return {
    destinations: inOrder(found.map(admit), typed),
    ...(words ? { trouble: words } : {}),
    ...(Object.values(next).some(Boolean) ? { next } : {}),
  }
}

/** Looks again whether somebody is there: what was found may be some minutes old. */
export async function whyAway(desk: Desk, { id, name }: ToPerson): Promise<string | undefined> {
  const { presenceDefinition } = await desk.means.ask('getPresence', { userId: id })
  const away = systemPresence(presenceDefinition?.systemPresence) === 'offline'
  return away ? t`${name} is offline: nobody would answer.` : undefined
}

function toPerson(desk: Desk, person: Person): ToPerson {
  const { id, name, presence, department, outOfOffice } = person
  const isMe = id === desk.me.id
  return {
    ...{ kind: 'person', id, name, presence, department, doing: seenOf(desk, person) },
    ...(outOfOffice ? { away: true } : {}),
    ...(isMe ? { isMe } : {}),
  }
}

/** In the organization's own words. */
export function seenOf({ presence }: Desk, doing: Doing): Seen {
  return {
    presence: doing.presence,
    word: presence.labelOf(doing.definitionId) ?? '',
    presenceSince: doing.presenceSince,
    routing: doing.routing,
    routingSince: doing.routingSince,
    outOfOffice: doing.outOfOffice,
  }
}

/** One for each of their numbers. */
function toContacts({ id, name, about, numbers }: Contact): ToContact[] {
  return numbers.map(({ phoneType, number, shown }) => ({
    ...{ kind: 'contact', id, name, phoneType, number },
    about: shown,
    whose: about,
  }))
}

interface Part<One> {
  readonly found: readonly One[]
  readonly next: number | undefined
  readonly failed?: Failed
}

/**
 * Half of the answers are better than none; what would be refused is not asked. A later page that failed is
 * what is asked for next.
 */
async function attempt<One>(
  desk: Desk,
  operation: OperationName,
  page: number | undefined,
  find: (page: number) => Promise<Part<One>>,
): Promise<Part<One>> {
  if (!page) return nothing
  const missing = lackFor(operation, desk.me.permissions)
  if (missing) return { ...nothing, failed: new Failed(notAsked(operation, missing)) }
  try {
    return await find(page)
  } catch (error) {
    const failed = new Failed(failureOf(error, operation))
    return { found: [], next: page > 1 ? page : undefined, failed }
  }
}

/** A right is missing: another search would find as much. */
function lacks({ failure }: Failed): boolean {
  return failure.kind === 'refused' && failure.missing !== undefined
}

function notAsked(operation: OperationName, missing: Missing): Failure {
  const refused = { kind: 'refused', outcome: 'refused', status: 0 } as const
  return { ...refused, operation, missing, code: 'not.asked', message: '' }
}
