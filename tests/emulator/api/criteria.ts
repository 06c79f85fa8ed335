import { type Fields, isFields, text } from '../http/json'
import type { Agent, Organisation } from '../org/organisation'
import { Refused } from './errors'
import { patternOf } from './pattern'
import { columnOf, plainOf } from './searchable'

/** UNSURE in the official documents, which name the errors and not the numbers. */
const criteriaMax = 50
const valuesMax = 100

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

function wordsOf(have: string): string[] {
  return have.split(/[\s.@-]+/)
}

function matcherOf(pattern: string): (have: string) => boolean {
  const matches = patternOf(pattern)
  if (matches) return matches
  throw new Refused('invalid.value', pattern, 'value', 'regular expressions')
}

/** Numbers as numbers, everything else by the alphabet. */
function compare(a: string, b: string): number {
  const difference = Number(a) - Number(b)
  return Number.isNaN(difference) ? a.localeCompare(b) : difference
}

function hasWord(have: string, wanted: string): boolean {
  return have.includes(wanted) && wordsOf(have).includes(wanted)
}

/** Criteria that hold a field against values of the request. */
const tests: Readonly<Record<string, (have: string, wanted: string) => boolean>> = {
  EXACT: (have, wanted) => have === wanted,
  STARTS_WITH: (have, wanted) =>
    have.startsWith(wanted) ||
    (have.includes(wanted) && wordsOf(have).some((word) => word.startsWith(wanted))),
  CONTAINS: (have, wanted) => have.includes(wanted),
  TERM: hasWord,
  TERMS: hasWord,
  QUERY_STRING: (have, wanted) => wanted.split(/\s+/).every((word) => have.includes(word)),
  LESS_THAN: (have, wanted) => compare(have, wanted) < 0,
  LESS_THAN_EQUAL_TO: (have, wanted) => compare(have, wanted) <= 0,
  GREATER_THAN: (have, wanted) => compare(have, wanted) > 0,
  GREATER_THAN_EQUAL_TO: (have, wanted) => compare(have, wanted) >= 0,
}

const others = ['MATCH_ALL', 'REQUIRED_FIELDS', 'RANGE', 'REGEX']

function rangeOf(criteria: Fields): (have: string) => boolean {
  const [start, end] = [text(criteria, 'startValue'), text(criteria, 'endValue')]
  return (have) =>
    (start === undefined || compare(have, plainOf(start)) >= 0) &&
    (end === undefined || compare(have, plainOf(end)) <= 0)
}

/** What a criterion asks of a field's plain text. */
function testOf(criteria: Fields): (have: string) => boolean {
  const type = text(criteria, 'type') ?? ''
  if (type === 'RANGE') return rangeOf(criteria)
  const values = [...strings(criteria.values), ...strings([criteria.value])]
  if (type === 'REGEX') {
    // A pattern stays as it is written: small letters would change what it means.
    const patterns = values.map(matcherOf)
    return (have) => patterns.some((matches) => matches(have))
  }
  const wanted = values.map(plainOf)
  const test = tests[type]
  return (have) => test !== undefined && wanted.some((one) => test(have, one))
}

function fitOf(criteria: Fields, org: Organisation): Fit {
  if (Array.isArray(criteria.group)) return fitOfAll(criteria.group.filter(isFields), org)
  if (criteria.type === 'MATCH_ALL') return () => true
  const columns = strings(criteria.fields).map((field) => columnOf(org, field))
  const known = columns.filter((column) => column !== undefined)
  if (criteria.type === 'REQUIRED_FIELDS') {
    return (user) => known.length === columns.length && known.every(({ of }) => of(user) !== '')
  }
  const test = testOf(criteria)
  return (user) => known.some(({ plain }) => test(plain(user)))
}

/** Whether somebody fits. */
export type Fit = (user: Agent) => boolean

/** Criteria hold together, unless one says `OR` or `NOT`. */
export function fitOfAll(query: readonly Fields[], org: Organisation): Fit {
  const of = (isMeant: (operator: unknown) => boolean) =>
    query.filter(({ operator }) => isMeant(operator)).map((criteria) => fitOf(criteria, org))
  const either = of((operator) => operator === 'OR')
  const none = of((operator) => operator === 'NOT')
  const all = of((operator) => operator !== 'OR' && operator !== 'NOT')
  return (user) =>
    all.every((fits) => fits(user)) &&
    !none.some((fits) => fits(user)) &&
    (either.length === 0 || either.some((fits) => fits(user)))
}

function everyOne(query: readonly Fields[]): Fields[] {
  return query.flatMap((criteria) => [
    criteria,
    ...(Array.isArray(criteria.group) ? everyOne(criteria.group.filter(isFields)) : []),
  ])
}

/** Refuses criteria that are too many, or of a kind that does not exist. */
export function requireCriteria(query: readonly Fields[]): void {
  const all = everyOne(query)
  if (all.length > criteriaMax) throw new Refused('too.many.search.criteria')
  const kinds = [...Object.keys(tests), ...others]
  for (const { type, values } of all) {
    if (Array.isArray(values) && values.length > valuesMax) {
      throw new Refused('search.criteria.values.exceed.limit')
    }
    if (!kinds.includes(String(type))) {
      throw new Refused('invalid.value', String(type), 'type', kinds.join(', '))
    }
  }
}
