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
import type { Desk } from './desk'
import { admitted } from './rights'

/** Rejects with `Failed` only when nothing at all could be found out. */
export async function findDestinations(desk: Desk, text: string): Promise<Findings> {
  const typed = text.trim()
  const long = tooLong('The text to search for', typed, bounds.search)
  if (long) return { destinations: [], trouble: long }
  // Nobody is called by so many digits: a number that is dictated costs no search at each pause.
  if (looksLikeNumber(typed) && typed.replace(/\D/g, '').length > 4) return { destinations: [] }
  const [queues, people] = await Promise.all([
    attempt(desk, 'searchQueues', () => desk.queues.search(typed)),
    // All colleagues are too many to be of use.
    attempt(desk, 'searchUsers', async () =>
      typed ? searchPeople(desk.means.ask, typed) : { found: [], more: false },
    ),
  ])
  if ('failed' in queues && 'failed' in people && !(lacks(queues) && lacks(people)))
    throw queues.failed
  const found = [
    ...('failed' in queues ? [] : queues.found.map((one) => ({ kind: 'queue' as const, ...one }))),
    ...('failed' in people ? [] : people.found.map((one) => toDestination(desk, one))),
  ].map((one) => admitted(desk, one))
  const trouble = [
    'failed' in queues && `Queues could not be searched. ${explained(queues.failed.failure)}`,
    'failed' in people && `People could not be searched. ${explained(people.failed.failure)}`,
    [queues, people].some((one) => 'more' in one && one.more) &&
      'There are more than are shown: type more of the name.',
  ]
  const said = trouble.filter(Boolean).join(' ')
  return { destinations: inOrder(found, typed), ...(said ? { trouble: said } : {}) }
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

/** Half of the answers are better than none; what would be refused is not asked. */
async function attempt<T>(desk: Desk, operation: OperationName, find: () => Promise<T>) {
  const missing = lackFor(operation, desk.me.permissions)
  if (missing) return { failed: new Failed(notAsked(operation, missing)) }
  try {
    return await find()
  } catch (error) {
    return { failed: new Failed(failureOf(error, operation)) }
  }
}

/** A right is missing: another search would find as much. */
function lacks({ failed: { failure } }: { readonly failed: Failed }): boolean {
  return failure.kind === 'refused' && failure.missing !== undefined
}

function notAsked(operation: OperationName, missing: Missing): Failure {
  const refused = { kind: 'refused', outcome: 'refused', status: 0 } as const
  return { ...refused, operation, missing, code: 'not.asked', message: '' }
}
