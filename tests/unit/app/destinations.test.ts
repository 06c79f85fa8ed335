import { describe, expect, test } from 'vitest'
import { findDestinations, whyAway } from '~/app/destinations'
import { whyNotTransfer } from '~/app/rights'
import { refused, unanswered } from '../fixtures/failures'
import { createStage } from './stage'

const all = ['blindTransfer', 'blindTransferQueue', 'blindTransferAgent']
const searching = ['routing:queue:search', 'directory:user:view']

function open(transfers: readonly string[] = all, others: readonly string[] = searching) {
  const names = transfers.map((name) => `conversation:communication:${name}`)
  const stage = createStage([...names, ...others])
  stage.answers.searchQueues = () => ({ entities: [{ id: 'q-2', name: 'Benefits' }] })
  stage.answers.searchUsers = () => ({
    results: [
      { id: 'u-ben', name: 'Ben Okafor' },
      { id: stage.desk.me.id, name: 'Ana Ruben' },
    ],
  })
  return stage
}

describe('what a call can be sent to', () => {
  test('is every queue before anything is typed, and nobody', async () => {
    const { desk, count } = open()
    const { destinations, trouble } = await findDestinations(desk, ' ')
    expect(destinations.map(({ name }) => name)).toEqual(['Benefits'])
    expect(trouble).toBeUndefined()
    expect(count('searchUsers')).toBe(0)
  })

  test('is queues and colleagues by name, the agent last and not to be chosen', async () => {
    const { destinations } = await findDestinations(open().desk, 'ben')
    expect(destinations.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'queue Benefits',
      'person Ben Okafor',
      'person Ana Ruben',
    ])
    expect(destinations.map(({ whyNot }) => Boolean(whyNot))).toEqual([false, false, true])
  })

  test('is not searched for what is no name: a number that is dictated costs nothing', async () => {
    const { desk, asked } = open()
    expect(await findDestinations(desk, '030 55500')).toEqual({ destinations: [] })
    expect(asked.filter(({ operation }) => operation.startsWith('search'))).toEqual([])
    // A queue may be called by a few digits.
    await findDestinations(desk, '112')
    expect(asked.some(({ operation }) => operation === 'searchQueues')).toBe(true)
  })

  test('goes on page by page, each kind by itself', async () => {
    const stage = open()
    const pages: unknown[] = []
    stage.answers.searchQueues = ({ params }) => {
      pages.push(`queues ${params.pageNumber}`)
      return { total: 30, entities: [{ id: `q-${params.pageNumber}`, name: 'Benefits' }] }
    }
    stage.answers.searchUsers = ({ body }) => {
      const { pageNumber } = body as { pageNumber: number }
      pages.push(`people ${pageNumber}`)
      return { total: 60, results: [{ id: `u-${pageNumber}`, name: 'Ben' }] }
    }
    const first = await findDestinations(stage.desk, 'ben')
    expect(first.next).toEqual({ queues: 2, people: 2 })
    const second = await findDestinations(stage.desk, 'ben', { from: first.next })
    expect(second.destinations.map(({ id }) => id)).toEqual(['q-2', 'u-2'])
    expect(second.next).toEqual({ people: 3 })
    const third = await findDestinations(stage.desk, 'ben', { from: second.next })
    expect(third.next).toBeUndefined()
    expect(pages).toEqual(['queues 1', 'people 1', 'queues 2', 'people 2', 'people 3'])
  })

  test('goes on at the page that failed', async () => {
    const stage = open()
    stage.answers.searchQueues = () => Promise.reject(unanswered())
    const { next, trouble } = await findDestinations(stage.desk, 'ben', {
      from: { queues: 3, people: 4 },
    })
    expect(next).toEqual({ queues: 3 })
    expect(trouble).toMatch(/^Queues could not be searched/)
  })

  test('is given up with what asks for it', async () => {
    const { desk, signals } = open()
    const { signal } = new AbortController()
    await findDestinations(desk, 'ben', { signal })
    expect(signals.slice(-2)).toEqual([signal, signal])
  })

  test('is half of it, and says which half is missing', async () => {
    const stage = open()
    stage.answers.searchUsers = () => Promise.reject(refused('missing.any.permissions', 403))
    const { destinations, trouble } = await findDestinations(stage.desk, 'ben')
    expect(destinations.map(({ name }) => name)).toEqual(['Benefits'])
    expect(trouble).toMatch(/^People could not be searched\. You may not do this/)
  })

  test.each([
    ['searchUsers', 'routing:queue:search', 'People', 'Directory > User > View'],
    ['searchQueues', 'directory:user:view', 'Queues', 'Routing > Queue > Search'],
  ])(
    'is not asked with %s when the role lacks it, and says so',
    async (name, other, who, lacks) => {
      const { desk, asked } = open(all, [other])
      const { destinations, trouble } = await findDestinations(desk, 'ben')
      expect(destinations.length).toBeGreaterThan(0)
      expect(trouble).toContain(
        `${who} could not be searched. Your role lacks the permission ${lacks}.`,
      )
      expect(asked.filter(({ operation }) => operation === name)).toEqual([])
    },
  )

  test('is nothing to search for a role that lacks both: not a failure to try again', async () => {
    const { desk, count } = open(all, [])
    const { destinations, trouble } = await findDestinations(desk, 'ben')
    expect(destinations).toEqual([])
    expect(trouble).toMatch(/^Queues could not be .* People could not be/)
    expect(count('searchUsers') + count('searchQueues')).toBe(0)
  })

  test('is all of it when nobody told the permissions', async () => {
    const { desk } = open([], [])
    const { destinations } = await findDestinations(desk, 'ben')
    expect(destinations.map(({ whyNot }) => whyNot?.includes('permission') ?? false)).toEqual([
      ...[false, false, false],
    ])
    expect(whyNotTransfer(desk)).toBeUndefined()
  })

  test.each([
    [100, undefined],
    [101, 'The text to search for: 101 characters are too many, 100 can be sent'],
  ])('is not searched for with a text of more than 100 characters: %d', async (length, said) => {
    const { desk, count } = open()
    const { trouble } = await findDestinations(desk, 'b'.repeat(length))
    expect(trouble).toBe(said)
    expect(count('searchUsers')).toBe(said ? 0 : 1)
  })

  test('is nothing when nothing answers, which is told as the failure it is', async () => {
    const stage = open()
    stage.answers.searchUsers = () => Promise.reject(unanswered())
    stage.answers.searchQueues = () => Promise.reject(unanswered())
    await expect(findDestinations(stage.desk, 'ben')).rejects.toMatchObject({
      failure: { kind: 'unreachable' },
    })
  })
})

describe('a colleague who seemed to be away', () => {
  const ben = { kind: 'person', id: 'u-ben', name: 'Ben', presence: 'offline' } as const

  test.each([
    ['Offline', 'Ben is offline: nobody would answer.'],
    ['OFFLINE', 'Ben is offline: nobody would answer.'],
    ['Available', undefined],
    ['ON_QUEUE', undefined],
  ])('is looked for again: %s', async (systemPresence, why) => {
    const stage = open()
    stage.answers.getPresence = ({ params }) => {
      expect(params).toEqual({ userId: 'u-ben' })
      return { presenceDefinition: { id: 'd', systemPresence } }
    }
    expect(await whyAway(stage.desk, ben)).toBe(why)
  })
})

describe('who may send a call', () => {
  test.each([
    ['queue', ['blindTransferQueue']],
    ['person', ['blindTransferAgent']],
  ] as const)('only to a %s cannot choose the other', async (kind, permissions) => {
    const { desk } = open(permissions)
    const { destinations } = await findDestinations(desk, 'ben')
    for (const one of destinations)
      if (one.id !== desk.me.id)
        expect([one.kind, one.whyNot === undefined]).toEqual([one.kind, one.kind === kind])
    expect(whyNotTransfer(desk)).toBeUndefined()
  })

  test('only to people sees them before the queues that are of no use', async () => {
    const { destinations } = await findDestinations(open(['blindTransferAgent']).desk, 'ben')
    expect(destinations[0]).toMatchObject({ name: 'Ben Okafor' })
    expect(destinations.find(({ kind }) => kind === 'queue')?.whyNot).toBe(
      'Your role lacks the permission Conversation > Communication > Blind Transfer or Blind Transfer Queue',
    )
  })

  test('nowhere cannot transfer at all', () => {
    expect(whyNotTransfer(open([]).desk)).toMatch(/lacks the permission .* Blind Transfer or/)
  })
})
