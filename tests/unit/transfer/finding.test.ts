import { describe, expect, test } from 'vitest'
import { type Finding, type Happening, next, unsearched } from '~/transfer/finding'

const repairs = { kind: 'queue', id: 'q-2', name: 'Repairs' } as const
const number = { kind: 'number', id: '+493055500142', name: '+49 30 55500142' } as const
const asking: Finding = { ...unsearched, query: 'rep' }
const answered: Finding = { ...asking, found: { state: 'found', last: [repairs] } }
const asked = { query: 'rep', tab: 'all' } as const

const type: Happening = { kind: 'type', query: 'bil' }
const found: Happening = { kind: 'found', ...asked, findings: { destinations: [repairs] } }
const numbered: Happening = { kind: 'number', query: 'rep', number: { number } }
const notFound: Happening = { kind: 'not-found', ...asked, why: 'No network.' }

describe('a search', () => {
  test.each<[string, Finding, Happening, Finding]>([
    [
      'goes on with what is typed, and keeps what was found on screen',
      answered,
      type,
      { ...asking, query: 'bil', found: { state: 'searching', last: [repairs] } },
    ],
    [
      'forgets a number when another is typed: half of it is the number of somebody else',
      { ...answered, number: { number } },
      type,
      { ...asking, query: 'bil', found: { state: 'searching', last: [repairs] } },
    ],
    [
      'shows nothing of one tab in another',
      answered,
      { kind: 'show', tab: 'people' },
      { ...asking, tab: 'people' },
    ],
    ['reads what is typed as a number', answered, numbered, { ...answered, number: { number } }],
    ['shows what was found', asking, found, answered],
    [
      'says what could not be found out beside what was found',
      asking,
      { ...found, findings: { destinations: [repairs], trouble: 'No people.' } },
      { ...asking, found: { state: 'found', trouble: 'No people.', last: [repairs] } },
    ],
    [
      'says why nothing could be found, and keeps what was',
      answered,
      notFound,
      { ...answered, found: { state: 'failed', why: 'No network.', last: [repairs] } },
    ],
    [
      'is done again, and keeps what was typed',
      { ...answered, number: { number } },
      { kind: 'search' },
      { ...answered, number: { number }, found: { state: 'searching', last: [repairs] } },
    ],
  ])('%s', (_what, before, happening, after) => {
    expect(next(before, happening)).toEqual(after)
  })

  test.each<[string, Finding, Happening]>([
    ['passes over an answer to what is no longer asked', asking, { ...found, query: 're' }],
    ['passes over an answer for another tab', asking, { ...found, tab: 'people' }],
    ['passes over a number that is no longer typed', asking, { ...numbered, query: 're' }],
    ['passes over a failure of what is no longer asked', { ...asking, query: 'r' }, notFound],
    ['has no more where there is no more', answered, { kind: 'more' }],
    ['stays in its tab', answered, { kind: 'show', tab: 'all' }],
  ])('%s', (_what, finding, happening) => {
    expect(next(finding, happening)).toBe(finding)
  })
})
