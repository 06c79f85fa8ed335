import { describe, expect, test } from 'vitest'
import { listEverybody, listMembers, readByIds } from '~/directory/roster'
import type { User } from '~/genesys/wire'
import { fakeAsk } from '../fake-ask'

const ben: User = {
  ...{ id: 'u-ben', name: 'Ben Okafor', department: 'Repairs' },
  presence: { presenceDefinition: { id: 'd-1', systemPresence: 'Break' } },
}

describe('everybody', () => {
  test('is listed by name a page at a time, with what they do, and how many there are', async () => {
    const { ask, asked } = fakeAsk({ searchUsers: () => ({ total: 250, results: [ben] }) })
    const page = await listEverybody(ask, '', 2)
    expect(page).toMatchObject({
      people: [{ id: 'u-ben', presence: 'break' }],
      total: 250,
      next: 3,
    })
    expect(asked).toMatchObject([
      {
        body: {
          ...{ pageSize: 100, pageNumber: 2, sortBy: 'name' },
          query: [{ type: 'MATCH_ALL' }],
          expand: ['presence', 'routingStatus', 'outOfOffice'],
        },
      },
    ])
  })

  test('whose name contains what is typed is searched for', async () => {
    const { ask, asked } = fakeAsk({ searchUsers: () => ({ total: 1, results: [ben] }) })
    expect(await listEverybody(ask, 'ben', 1)).not.toHaveProperty('next')
    expect(asked[0]?.body).toMatchObject({
      query: [{ type: 'CONTAINS', fields: ['name'], value: 'ben' }],
    })
  })

  test('is not listed beyond what a search of the directory gives', async () => {
    const { ask } = fakeAsk({ searchUsers: () => ({ total: 25_000, results: [ben] }) })
    expect(await listEverybody(ask, '', 99)).toMatchObject({ next: 100 })
    expect(await listEverybody(ask, '', 100)).not.toHaveProperty('next')
  })

  test.each([[undefined], [{ results: 'many' }], [{ results: [null, { id: 7 }] }]])(
    'is nobody when the answer is %o',
    async (answer) => {
      const { ask } = fakeAsk({ searchUsers: () => answer })
      expect(await listEverybody(ask, '', 1)).toEqual({ people: [] })
    },
  )
})

describe('the members of a queue', () => {
  test('come with what they do; there is another page while there is the address of one', async () => {
    const answer = {
      entities: [{ id: 'u-ben', name: 'Ben', user: ben, routingStatus: { status: 'IDLE' } }],
      nextUri: '/api/v2/next',
    }
    const { ask, asked } = fakeAsk({ listQueueMembers: () => answer })
    expect(await listMembers(ask, 'q', 'be', 1)).toMatchObject({
      people: [{ id: 'u-ben', presence: 'break', routing: 'IDLE' }],
      next: 2,
    })
    expect(asked[0]?.params).toMatchObject({ queueId: 'q', name: 'be', pageNumber: '1' })
    const last = fakeAsk({ listQueueMembers: () => ({ entities: [{ id: 'x', name: 'X' }] }) })
    expect(await listMembers(last.ask, 'q', '', 2)).toMatchObject({ people: [{ name: 'X' }] })
    expect(last.asked[0]?.params).not.toHaveProperty('name')
  })
})

test('some by their ids are read in one question', async () => {
  const { ask, asked } = fakeAsk({ listUsers: () => ({ entities: [ben] }) })
  expect(await readByIds(ask, ['u-ben', 'u-gone'])).toMatchObject([{ name: 'Ben Okafor' }])
  expect(asked).toMatchObject([
    { params: { id: 'u-ben,u-gone', expand: 'presence,routingStatus,outOfOffice' } },
  ])
})

test('more than a hundred by their ids are read, a hundred in one question', async () => {
  const ids = Array.from({ length: 130 }, (_, at) => `u${at}`)
  const { ask, asked } = fakeAsk({
    listUsers: ({ params }) => ({
      entities: params.id?.split(',').map((id) => ({ id, name: id })),
    }),
  })
  expect((await readByIds(ask, ids)).map(({ id }) => id)).toEqual(ids)
  expect(asked.map(({ params }) => params.id?.split(',').length)).toEqual([100, 30])
})
