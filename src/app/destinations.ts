/** What a call can be sent to by name: a queue or a colleague. */
import type { Person } from '~/directory/person'
import { searchPeople } from '~/directory/search'
import { lackFor } from '~/genesys/allowed'
import { bounds, tooLong } from '~/genesys/bounds'
import { Failed, type Failure, failureOf, type Missing } from '~/genesys/errors'
import { explained } from '~/genesys/forbidden'
import type { OperationName } from '~/genesys/operations'
import { systemPresence } from '~/genesys/presence'
import { type Findings, inOrder, standing, type ToPerson } from '~/transfer/destination'
import { looksLikeNumber } from '~/transfer/number'
import type { SearchOptions } from '~/transfer/store'
import type { Desk } from './desk'
import { admitted } from './rights'

/** Nothing that was looked for; nothing that follows. */
const nothing = { found: [], next: undefined }

/**
 * A page of them, from the first one or as an earlier page says. Rejects with `Failed` only when nothing at
 * all could be found out.
 */
export async function findDestinations(
  desk: Desk,
  text: string,
  { from = { queues: 1, people: 1 }, signal }: SearchOptions = {},
): Promise<Findings> {
  const typed = text.trim()
  const long = tooLong('The text to search for', typed, bounds.search)
  if (long) return { destinations: [], trouble: long }
  // Nobody is called by so many digits: a number that is dictated costs no search at each pause.
  if (looksLikeNumber(typed) && typed.replace(/\D/g, '').length > 4) return { destinations: [] }
  const options = signal && { signal }
  const [queues, people] = await Promise.all([
    attempt(desk, 'searchQueues', from.queues, (page) => desk.queues.search(typed, page, options)),
    // All colleagues are too many to be of use.
    attempt(desk, 'searchUsers', typed ? from.people : undefined, (page) =>
      searchPeople(desk.means.ask, typed, page, options),
    ),
  ])
  if (queues.failed && people.failed && !(lacks(queues.failed) && lacks(people.failed)))
    throw queues.failed
  const found = [
    ...queues.found.map((one) => ({ kind: 'queue' as const, ...one })),
    ...people.found.map((one) => toDestination(desk, one)),
  ].map((one) => admitted(desk, one))
  const trouble = [
    queues.failed && `Queues could not be searched. ${explained(queues.failed.failure)}`,
    people.failed && `People could not be searched. ${explained(people.failed.failure)}`,
  ]
  const words = trouble.filter(Boolean).join(' ')
  const next = { queues: queues.next, people: people.next }
  return {
    destinations: inOrder(found, typed),
    ...(words ? { trouble: words } : {}),
    ...(next.queues || next.people ? { next } : {}),
  }
}

/** Looks again whether somebody is there: what was found may be some minutes old. */
export async function whyAway(desk: Desk, { id, name }: ToPerson): Promise<string | undefined> {
  const { presenceDefinition } = await desk.means.ask('getPresence', { userId: id })
  const away = systemPresence(presenceDefinition?.systemPresence) === 'offline'
  return away ? `${name} is offline: nobody would answer.` : undefined
}

function toDestination(desk: Desk, person: Person): ToPerson {
  const { id, name, presence, definitionId, routing, department } = person
  const word = desk.presence.labelOf(definitionId) ?? ''
  const isMe = id === desk.me.id
  const said = standing({ presence, word, routing, department, isMe })
  return { kind: 'person', id, name, presence, ...said }
}

interface Half<One> {
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
  find: (page: number) => Promise<Half<One>>,
): Promise<Half<One>> {
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
