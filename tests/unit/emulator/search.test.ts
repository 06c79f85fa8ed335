import { describe, expect, test } from 'vitest'
import { searchUsers } from '../../emulator/api/search'
import { createStage } from './stage'

const { world } = createStage()

function names(...query: object[]): string[] {
  const { results } = searchUsers({ query, pageSize: 50 }, world.org, ({ name }) => name)
  return results.map(String)
}

describe('searching users', () => {
  const fields = ['name', 'email']

  test.each([
    ['CONTAINS', 'ruiz', ['Ana Ruiz']],
    ['CONTAINS', 'LEFEVRE', ['Chloé Lefèvre-Montgomery']],
    ['STARTS_WITH', 'ruiz', ['Ana Ruiz']],
    ['EXACT', 'li wei', ['Li Wei']],
    ['TERM', 'wei', ['Li Wei']],
    ['CONTAINS', 'nobody', []],
    ['TERMS', 'ruiz', ['Ana Ruiz']],
    ['REGEX', 'ana r.*', ['Ana Ruiz']],
    ['REGEX', 'ruiz', []],
    ['REGEX', '([a-z-]+ ?)+1', []],
    ['QUERY_STRING', 'ruiz ana', ['Ana Ruiz']],
    ['LESS_THAN', 'ana ruiz a', ['Ana Ruiz']],
    ['LESS_THAN_EQUAL_TO', 'Ana Ruiz', ['Ana Ruiz']],
  ])('%s %s', (type, value, found) => {
    expect(names({ fields, type, value })).toEqual(found)
  })

  test.each<[string, object, string[]]>([
    ['in a range', { type: 'RANGE', startValue: 'b', endValue: 'chloe m' }, ['Ben', 'Chloé']],
    ['after', { type: 'GREATER_THAN', value: 'maximiliana z' }, ['Zoë']],
    ['from', { type: 'GREATER_THAN_EQUAL_TO', value: 'zoe o’brien' }, ['Zoë']],
    ['one of several', { type: 'EXACT', values: ['Li Wei', 'Ana Ruiz'] }, ['Ana', 'Li']],
  ])('%s', (_what, criteria, found) => {
    const first = names({ fields: ['name'], ...criteria }).map((name) => name.split(' ')[0])
    expect(first).toEqual(found)
  })

  test('a field may be required, and one that is not known fits nobody', () => {
    expect(names({ type: 'REQUIRED_FIELDS', fields: ['title'] })).toHaveLength(12)
    expect(names({ type: 'REQUIRED_FIELDS', fields: ['title', 'shoeSize'] })).toEqual([])
    expect(names({ type: 'CONTAINS', fields: ['shoeSize'], value: '4' })).toEqual([])
  })

  test('criteria come in groups', () => {
    const is = (department: string) => ({
      type: 'EXACT',
      fields: ['department'],
      value: department,
      operator: 'OR',
    })
    const group = { type: 'MATCH_ALL', group: [is('Sales'), is('Returns')] }
    expect(names(group)).toEqual(['Emeka Nwachukwu', 'Giulia Bianchi', 'Ingrid Sørensen'])
    const ingrid = { type: 'CONTAINS', fields: ['name'], value: 'ingrid' }
    expect(names(group, ingrid)).toEqual(['Ingrid Sørensen'])
  })

  test('results are sorted by one field, or by several', () => {
    const sorted = (sort: object) =>
      searchUsers({ query: [], pageSize: 3, ...sort }, world.org, ({ name }) => name).results
    expect(sorted({ sortOrder: 'DESC' })[0]).toBe('Zoë O’Brien')
    const sort = [{ sortBy: 'department' }, { sortBy: 'name', sortOrder: 'DESC' }]
    expect(sorted({ sort })).toEqual(['Zoë O’Brien', 'Fatima Al-Zahra Benjelloun', 'Dmitri Volkov'])
  })

  test.each<[string, object]>([
    ['too.many.search.criteria', { query: Array(51).fill({ type: 'MATCH_ALL' }) }],
    [
      'search.criteria.values.exceed.limit',
      { query: [{ type: 'EXACT', fields, values: Array(101).fill('x') }] },
    ],
    ['too.many.requested.results', { query: [], pageSize: 100, pageNumber: 101 }],
    ['invalid.value', { query: [{ type: 'SOUNDS_LIKE', fields, value: 'x' }] }],
    ['invalid.value', { query: [{ type: 'REGEX', fields, value: '(' }] }],
  ])('is refused as %s', (code, body) => {
    expect(() => searchUsers({ ...body }, world.org, () => '')).toThrow(code)
  })

  test('criteria hold together, or one of them, or not', () => {
    const repairs = { fields: ['department'], type: 'EXACT', value: 'Repairs' }
    const ben = { fields, type: 'CONTAINS', value: 'ben ' }
    const ana = { fields, type: 'CONTAINS', value: 'ana' }
    expect(names(repairs, ben)).toEqual(['Ben Okafor'])
    expect(names({ ...ben, operator: 'OR' }, { ...ana, operator: 'OR' })).toContain('Ana Ruiz')
    expect(names(repairs, { ...ben, operator: 'NOT' })).not.toContain('Ben Okafor')
  })

  test('comes in pages', () => {
    const body = { query: [{ type: 'MATCH_ALL' }], pageSize: 5, pageNumber: 2 }
    const found = searchUsers(body, world.org, ({ name }) => name)
    expect(found).toMatchObject({ total: 12, pageCount: 3, pageNumber: 2, types: ['users'] })
    expect(found.results).toHaveLength(5)
    expect(found).toHaveProperty('nextPage')
    expect(found).toHaveProperty('previousPage')
  })
})
