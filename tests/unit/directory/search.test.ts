import { describe, expect, test } from 'vitest'
import { readPeople, searchPeople } from '~/directory/search'
import type { User } from '~/genesys/wire'
import { fakeAsk } from '../fake-ask'

const ben: User = {
  id: 'u-ben',
  name: 'Ben Okafor',
  department: 'Repairs',
  presence: {
    presenceDefinition: { id: 'd-1', systemPresence: 'On Queue' },
    modifiedDate: '2026-03-02T08:00:00Z',
  },
  routingStatus: { status: 'INTERACTING', startTime: '2026-03-02T09:00:00Z' },
  outOfOffice: { active: true },
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
        presenceSince: Date.parse('2026-03-02T08:00:00Z'),
        routing: 'INTERACTING',
        routingSince: Date.parse('2026-03-02T09:00:00Z'),
        outOfOffice: true,
      },
    ])
    expect(asked).toMatchObject([
      {
        operation: 'searchUsers',
        body: {
          expand: ['presence', 'routingStatus', 'outOfOffice'],
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
      {
        id: 'u',
        name: 'Li Wei',
        department: '',
        presence: 'other',
        routing: 'other',
        outOfOffice: false,
      },
    ])
  })

  test.each([[undefined], [null], ['text'], [[null, 1, {}, { id: 'u' }, { name: 'Nobody' }]]])(
    'are none in %j',
    async (results) => {
      expect((await find(results)).people).toEqual([])
    },
  )

  test('are read again by their ids, all in one question', async () => {
    const fake = fakeAsk({ searchUsers: () => ({ results: [ben] }) })
    expect(await readPeople(fake.ask, ['u-ben', 'u-gone'])).toMatchObject([{ id: 'u-ben' }])
    expect(fake.asked).toMatchObject([
      { body: { query: [{ type: 'EXACT', fields: ['id'], values: ['u-ben', 'u-gone'] }] } },
    ])
  })
})
