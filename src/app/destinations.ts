/** Everything a call can be sent to, found by what the agent types: a queue, a colleague, a number. */
import { searchPeople } from '~/directory/search'
import { failureOf, sentence } from '~/genesys/errors'
import type { OperationName } from '~/genesys/operations'
import { type Destination, type Findings, inOrder, standing } from '~/transfer/destination'
import { readNumber } from '~/transfer/number'
import type { Desk } from './desk'

/** The permissions of which one admits a transfer of each kind. */
const permissions: Readonly<Record<Destination['kind'], readonly string[]>> = {
  queue: ['blindTransfer', 'blindTransferQueue'],
  person: ['blindTransfer', 'blindTransferAgent'],
  number: ['blindTransfer'],
}

const kinds = ['queue', 'person', 'number'] as const

export function mayTransfer(desk: Desk, to: readonly Destination['kind'][] = kinds): boolean {
  return to.some((kind) =>
    permissions[kind].some((name) => desk.me.permissions.has(`conversation:communication:${name}`)),
  )
}

/** Rejects only when nothing at all could be found out. */
export async function findDestinations(desk: Desk, text: string): Promise<Findings> {
  const typed = text.trim()
  const [queues, people, number] = await Promise.all([
    attempt('searchQueues', async () =>
      (await desk.queues.search(text)).map((one) => ({ kind: 'queue' as const, ...one })),
    ),
    // All colleagues are too many to be of use.
    attempt('searchUsers', async () => (typed ? peopleOf(desk, typed) : [])),
    readNumber(typed, desk.me.country),
  ])
  const found: Destination[] = [...queues.found, ...people.found]
  if (number && 'number' in number) found.push(number.number)
  const trouble = [
    queues.why && `Queues could not be searched. ${queues.why}`,
    people.why && `People could not be searched. ${people.why}`,
    number && 'trouble' in number && number.trouble,
  ]
    .filter(Boolean)
    .join(' ')
  return {
    destinations: inOrder(found, typed).map((one) => admitted(desk, one)),
    ...(trouble ? { trouble } : {}),
  }
}

async function peopleOf(desk: Desk, text: string): Promise<Destination[]> {
  const people = await searchPeople(desk.means.ask, text)
  return people.map(({ id, name, presence, definitionId, routing, department }) => ({
    kind: 'person',
    id,
    name,
    presence,
    ...standing({
      presence,
      word: desk.presence.labelOf(definitionId) ?? '',
      routing,
      department,
      isMe: id === desk.me.id,
    }),
  }))
}

function admitted(desk: Desk, to: Destination): Destination {
  if (mayTransfer(desk, [to.kind])) return to
  const name = to.kind === 'person' ? 'Blind Transfer Agent' : 'Blind Transfer'
  return { ...to, whyNot: `Needs the permission Conversation > Communication > ${name}` }
}

/** Half of the answers are better than none. */
async function attempt<T>(
  operation: OperationName,
  find: () => Promise<readonly T[]>,
): Promise<{ found: readonly T[]; why?: string }> {
  try {
    return { found: await find() }
  } catch (error) {
    return { found: [], why: sentence(failureOf(error, operation)) }
  }
}
