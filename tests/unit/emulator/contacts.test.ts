import { describe, expect, test } from 'vitest'
import type { Ask } from '../../emulator/api/ask'
import { contactHandlers } from '../../emulator/api/contacts'
import { createStage } from './stage'

const { world } = createStage()
const path = '/api/v2/externalcontacts/contacts'

interface Listed {
  readonly entities: readonly Record<string, unknown>[]
  readonly total: number
  readonly pageSize: number
  readonly nextUri?: string
}

function search(query: string): Listed {
  const ask = { world, path, query: new URLSearchParams(query), params: {} } as unknown as Ask
  return contactHandlers.getExternalcontactsContacts(ask).body as Listed
}
const names = (query: string) =>
  search(query).entities.map(({ firstName, lastName }) => `${firstName} ${lastName ?? ''}`.trim())

describe('the search for external contacts', () => {
  test.each([
    ['halv', ['Halvard Lindqvist']],
    ['HALVARD lind', ['Halvard Lindqvist']],
    ['figueira joao', ['João Figueira']],
    ['northgate', ['Northgate Couriers', 'Otto Hasenkamp']],
    ['5553320', ['Halvard Lindqvist']],
    ['indqvist', []],
  ])('finds %s by the words that begin so, or by number', (q, found) => {
    expect(names(`q=${q}`)).toEqual(found)
  })

  test('tells each number in its field, and the organization to whoever wants it', () => {
    const [halvard] = search('q=halvard').entities
    expect(halvard).toMatchObject({
      homePhone: { e164: '+13175553320', display: '+1 317-555-3320' },
      otherPhone: { e164: '+13175550001' },
    })
    expect(halvard).not.toHaveProperty('workPhone')
    expect(search('q=imogen').entities[0]).not.toHaveProperty('externalOrganization')
    expect(search('q=imogen&expand=externalOrganization').entities[0]).toMatchObject({
      externalOrganization: { name: 'Harbour Estates' },
    })
  })

  test('has pages of 20, or as told, and sorts', () => {
    expect(search('')).toMatchObject({ total: 25, pageSize: 20, nextUri: expect.any(String) })
    expect(names('pageSize=2&pageNumber=13')).toEqual(['Wanda Kosmider'])
    expect(names('pageSize=1&sortOrder=firstName:desc')).toEqual(['Wanda Kosmider'])
  })

  test.each([
    'pageSize=25&pageNumber=41',
    'pageSize=1001',
    'pageNumber=0',
    'sortOrder=shoeSize:asc',
    'divisionIds=elsewhere',
  ])('refuses %s', (query) => {
    expect(() => search(query)).toThrow()
  })

  test('stops at the thousandth', () => {
    expect(search('pageSize=25&pageNumber=40').entities).toEqual([])
  })
})
