import { describe, expect, test } from 'vitest'
import { namesOf, searchStations, whyNotChosen } from '~/phone/stations'
import { fakeAsk } from '../fake-ask'

const station = (id: string, more: object = {}) => ({
  id,
  name: id,
  type: 'inin_physical',
  ...more,
})

describe('a search for a phone', () => {
  test('lists the own WebRTC phone first, once, and then those that can be chosen', async () => {
    const own = station('b-own', { webRtcUserId: 'ana' })
    const fake = fakeAsk({
      listStations: ({ params }) =>
        params.webRtcUserId
          ? { entities: [own], total: 1 }
          : { entities: [station('a'), own], total: 60 },
    })
    const { found, next } = await searchStations(fake.ask, 'ana', '', 1)
    expect(found.map(({ id }) => id)).toEqual(['b-own', 'a'])
    expect(next).toBe(2)
    expect(fake.asked.map(({ params }) => params.userSelectable)).toEqual([undefined, 'true'])
  })

  test.each([
    ['cept', '*cept*'],
    [' Re*cep* ', '*Recep*'],
    ['*', undefined],
  ])('%j is looked for as %j', async (typed, name) => {
    const fake = fakeAsk({ listStations: () => ({ entities: [] }) })
    await searchStations(fake.ask, 'ana', typed, 1)
    expect(fake.asked.at(-1)?.params.name).toBe(name)
  })

  test('passes over what has no id or no name', async () => {
    const fake = fakeAsk({ listStations: () => ({ entities: [null, {}, { id: 'x' }] }) })
    expect((await searchStations(fake.ask, 'ana', 'x', 1)).found).toEqual([])
  })

  test.each<[string, object, string | undefined]>([
    ['a free one', {}, undefined],
    ['one that the agent uses', { userId: 'ana' }, undefined],
    ['one that a colleague uses', { userId: 'ben' }, 'Ben Okafor uses this phone'],
    ['one that somebody uses', { userId: 'who' }, 'Somebody else uses this phone'],
    ['one set up for another', { webRtcUserId: 'ben' }, 'This phone is set up for somebody else'],
  ])('%s says why it cannot be chosen, if so', async (_which, more, why) => {
    const fake = fakeAsk({
      listStations: () => ({ entities: [station('s', more)] }),
      listUsers: () => ({ entities: [{ id: 'ben', name: 'Ben Okafor' }] }),
    })
    const { found } = await searchStations(fake.ask, 'ana', 's', 1)
    const names = await namesOf(fake.ask, found)
    expect(found.map((one) => whyNotChosen(one, names))).toEqual([why])
  })

  test('asks for no names where nobody uses any, and does without those it cannot read', async () => {
    const fake = fakeAsk({ listStations: () => ({ entities: [station('s')] }) })
    const free = await searchStations(fake.ask, 'ana', 's', 1)
    expect((await namesOf(fake.ask, free.found)).size).toBe(0)
    expect(fake.count('listUsers')).toBe(0)
    fake.answers.listUsers = () => Promise.reject(new Error('no'))
    const used = free.found.map((one) => ({ ...one, userId: 'ben' }))
    expect((await namesOf(fake.ask, used)).size).toBe(0)
  })
})
