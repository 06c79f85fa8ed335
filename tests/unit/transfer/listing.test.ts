import { describe, expect, test } from 'vitest'
import type { Destination } from '~/transfer/destination'
import { type Finding, listingOf, next, type Tab, unsearched } from '~/transfer/finding'

const queue = (name: string): Destination => ({ kind: 'queue', id: name, name })
const person = (name: string, more: object = {}): Destination => ({
  ...{ kind: 'person', id: name, name, presence: 'available' as const },
  ...more,
})
const offline = { presence: 'offline' }
const number = { kind: 'number', id: '+493055500142', name: '+49 30 55500142' } as const

function found(query: string, tab: Tab, ...last: Destination[]): Finding {
  return { ...unsearched, query, tab, found: { state: 'found', last } }
}
const names = (finding: Finding, favourites: Destination[] = [], recents: Destination[] = []) => {
  const { rows, away } = listingOf(finding, favourites, recents)
  return [...rows.map(({ name }) => name), ...(away ? [`+${away}`] : [])]
}

describe('what is listed', () => {
  test('is who can be reached, and how many else there are', () => {
    const last = [
      ...[queue('Benefits'), person('Ben'), person('Bea', offline)],
      ...[person('Bo', { away: true }), person('Me', { isMe: true })],
    ]
    const finding = found('b', 'all', ...last)
    expect(names(finding)).toEqual(['Benefits', 'Ben', '+3'])
    const all = next(finding, { kind: 'show-away' })
    expect(names(all)).toEqual(['Benefits', 'Ben', 'Bea', 'Bo', 'Me', '+3'])
    // As long as the panel is open, whatever is typed.
    expect(next(all, { kind: 'type', query: 'be' }).away).toBe(true)
    expect(names(next(all, { kind: 'show-away' }))).toEqual(['Benefits', 'Ben', '+3'])
  })

  test('hides nobody silently whose very name was typed, nor when nobody else is there', () => {
    const last = [person('Bea', offline), person('Beate'), person('Beatrix', offline)]
    expect(names(found(' bea ', 'all', ...last))).toEqual(['Bea', 'Beate', '+1'])
    expect(names(found('beat', 'all', person('Beatrix', offline)))).toEqual(['Beatrix'])
  })

  test('begins with favourites while nothing is typed, each once, offline or not', () => {
    const favourites = [person('Ada', offline), queue('Sales')]
    const last = [queue('Repairs'), queue('Sales')]
    expect(names(found('', 'all', ...last), favourites)).toEqual(['Ada', 'Sales', 'Repairs'])
    expect(names(found('', 'people'), favourites)).toEqual(['Ada'])
    expect(names(found('', 'queues', ...last), favourites)).toEqual(['Sales', 'Repairs'])
    expect(names(found('', 'external'), favourites)).toEqual([])
    expect(names(found('re', 'all', ...last), favourites)).toEqual(['Repairs', 'Sales'])
  })

  test.each<[Tab, boolean]>([
    ['all', true],
    ['external', true],
    ['people', false],
    ['queues', false],
    ['recent', false],
  ])('offers a number that was typed in %s: %s', (tab, offered) => {
    expect(names({ ...found('030', tab), number: { number } })).toEqual(
      offered ? [number.name] : [],
    )
  })

  test('is what was used last in its own tab, by what is typed', () => {
    const recents = [queue('Repairs'), person('Ben', offline), number]
    expect(names(found('', 'recent'), [], recents)).toEqual(['Repairs', 'Ben', number.name])
    expect(names(found('BEN', 'recent'), [], recents)).toEqual(['Ben'])
  })

  test('is the same row for whoever does something else now', () => {
    const doing = { presence: 'available', word: 'A', routing: 'IDLE', outOfOffice: false } as const
    const asked = { query: 'b', tab: 'all' } as const
    const answer = (one: Destination) =>
      ({ kind: 'found', ...asked, findings: { destinations: [one] } }) as const
    const first = next(found('b', 'all'), answer(person('Ben', { doing })))
    const [before] = listingOf(first, [], []).rows
    const again = next(
      first,
      answer(person('Ben', { doing: { ...doing, routing: 'INTERACTING' } })),
    )
    expect(listingOf(again, [], []).rows[0]).toBe(before)
    const gone = next(first, answer(person('Ben', { doing, presence: 'offline' })))
    expect(listingOf(gone, [], []).rows[0]).not.toBe(before)
  })
})
