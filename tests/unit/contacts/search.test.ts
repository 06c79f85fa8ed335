import { describe, expect, test } from 'vitest'
import { contactFromWire } from '~/contacts/contact'
import { searchContacts } from '~/contacts/search'
import { fakeAsk } from '../fake-ask'

const halvard = {
  ...{ id: 'c-1', firstName: 'Halvard', lastName: 'Lindqvist', title: 'Mover' },
  homePhone: { e164: '+13175553320', display: '+1 317-555-3320' },
  otherPhone: { userInput: 'ext. 12' },
  externalOrganization: { name: 'Lindqvist & Co' },
}

describe('an external contact', () => {
  test('has the numbers that are told, in their order', () => {
    expect(contactFromWire(halvard)).toEqual({
      ...{ id: 'c-1', name: 'Halvard Lindqvist', about: 'Mover · Lindqvist & Co' },
      numbers: [
        { phoneType: 'HomePhone', number: '+13175553320', shown: '+1 317-555-3320' },
        { phoneType: 'OtherPhone', number: 'ext. 12', shown: 'ext. 12' },
      ],
    })
  })

  test('may be an organization alone', () => {
    const { firstName: _, lastName: __, title: ___, ...rest } = halvard
    expect(contactFromWire(rest)).toMatchObject({ name: 'Lindqvist & Co', about: '' })
  })

  test.each([
    {},
    { ...halvard, id: undefined },
    { id: 'c-2', firstName: 'Wanda' },
    { id: 'c-2', firstName: 1, workPhone: { e164: '+1' } },
    { id: 'c-2', firstName: 'W', workPhone: { e164: 5 }, cellPhone: null },
  ])('is none without an id, a name or a number: %j', (wire) => {
    expect(contactFromWire(wire as never)).toBeUndefined()
  })
})

describe('the search for contacts', () => {
  test.each([
    [1, 26, 2],
    [1, 25, undefined],
    // No more than the first thousand are ever told.
    [40, 5_000, undefined],
    [39, 5_000, 40],
    [1, undefined, undefined],
  ])('page %d of %d in all goes on at %d', async (page, total, next) => {
    const fake = fakeAsk({ searchContacts: () => ({ entities: [halvard, null, {}], total }) })
    const found = await searchContacts(fake.ask, 'halv', page)
    expect(found).toMatchObject({ found: [{ id: 'c-1' }], next })
    expect(fake.asked[0]?.params).toEqual({ q: 'halv', pageSize: '25', pageNumber: `${page}` })
  })

  test.each([[undefined], [null], ['text'], [{ entities: 'x' }]])(
    'finds none in %j',
    async (answer) => {
      const { ask } = fakeAsk({ searchContacts: () => answer })
      expect(await searchContacts(ask, 'x')).toEqual({ found: [], next: undefined })
    },
  )
})
