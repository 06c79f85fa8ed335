import { describe, expect, test } from 'vitest'
import { searchPeople } from '~/directory/search'
import type { User } from '~/genesys/wire'
import { fakeAsk } from '../fake-ask'

const ben: User = {
  id: 'u-ben',
  name: 'Ben Okafor',
  department: 'Repairs',
  presence: { presenceDefinition: { id: 'd-1', systemPresence: 'On Queue' } },
  routingStatus: { status: 'INTERACTING' },
}

async function find(results: unknown) {
  const fake = fakeAsk({ searchUsers: () => ({ results }) })
  return { people: (await searchPeople(fake.ask, 'ben')).found, ...fake }
}

describe('colleagues', () => {
  test('are found by a part of their name, with what they are doing', async () => {
    const { people, asked } = await find([ben])
    expect(people).toEqual([
      {
        id: 'u-ben',
        name: 'Ben Okafor',
        department: 'Repairs',
        presence: 'onqueue',
        definitionId: 'd-1',
        routing: 'INTERACTING',
      },
    ])
    expect(asked).toMatchObject([
      {
        operation: 'searchUsers',
        body: {
          expand: ['presence', 'routingStatus'],
          query: [{ type: 'CONTAINS', fields: ['name'], value: 'ben' }],
        },
      },
    ])
  })

  test('that are too many for one page go on at the next', async () => {
    const answer = (total: unknown) => fakeAsk({ searchUsers: () => ({ total, results: [ben] }) })
    const next = async (total: unknown, page?: number) =>
      (await searchPeople(answer(total).ask, 'ben', page)).next
    expect([await next(26), await next(25), await next(undefined)]).toEqual([
      2,
      undefined,
      undefined,
    ])
    expect([await next(51, 2), await next(50, 2)]).toEqual([3, undefined])
  })

  test('of whom little is told are still somebody', async () => {
    const { people } = await find([{ id: 'u', name: 'Li Wei' }])
    expect(people).toEqual([
      { id: 'u', name: 'Li Wei', department: '', presence: 'other', routing: 'other' },
    ])
  })

  test.each([[undefined], [null], ['text'], [[null, 1, {}, { id: 'u' }, { name: 'Nobody' }]]])(
    'are none in %j',
    async (results) => {
      expect((await find(results)).people).toEqual([])
    },
  )
})
