import { type Fields, isFields, text } from '../http/json'
import type { Agent, Organisation } from '../org/organisation'
import { Refused } from './errors'

/** UNSURE in the official documents, which name the errors and not the numbers. */
const criteriaMax = 50
const valuesMax = 100

type Reader = (user: Agent, org: Organisation) => string

/** The fields of a user that can be searched and sorted by. */
const readers: Readonly<Record<string, Reader>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  email: ({ email }) => email,
  username: ({ email }) => email,
  department: ({ department }) => department,
  title: ({ title }) => title,
  state: () => 'active',
  divisionId: (_, { division }) => division.id,
  'chat.jabberId': ({ id }, { domain }) => `${id}@${domain}`,
  'primaryContactInfo.email': ({ email }) => email,
  'addresses.email': ({ email }) => email,
  'addresses.voice': ({ phone }) => phone,
}

export function readerOf(field: string): Reader | undefined {
  return Object.hasOwn(readers, field) ? readers[field] : undefined
}

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

/** Case does not matter; nor, as in most indexes, do accents (UNSURE in the official documents). */
function plain(value: string): string {
  return value.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function wordsOf(have: string): string[] {
  return have.split(/[\s.@-]+/)
}

function fitsPattern(have: string, pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'i').test(have)
  } catch {
    throw new Refused('invalid.value', pattern, 'value', 'regular expressions')
  }
}

/** Numbers as numbers, everything else by the alphabet. */
function compare(a: string, b: string): number {
  const difference = Number(a) - Number(b)
  return Number.isNaN(difference) ? a.localeCompare(b) : difference
}

/** Criteria that hold a field against values of the request. */
const tests: Readonly<Record<string, (have: string, wanted: string) => boolean>> = {
  EXACT: (have, wanted) => have === wanted,
  STARTS_WITH: (have, wanted) =>
    have.startsWith(wanted) || wordsOf(have).some((word) => word.startsWith(wanted)),
  CONTAINS: (have, wanted) => have.includes(wanted),
  REGEX: fitsPattern,
  TERM: (have, wanted) => wordsOf(have).includes(wanted),
  TERMS: (have, wanted) => wordsOf(have).includes(wanted),
  QUERY_STRING: (have, wanted) => wanted.split(/\s+/).every((word) => have.includes(word)),
  LESS_THAN: (have, wanted) => compare(have, wanted) < 0,
  LESS_THAN_EQUAL_TO: (have, wanted) => compare(have, wanted) <= 0,
  GREATER_THAN: (have, wanted) => compare(have, wanted) > 0,
  GREATER_THAN_EQUAL_TO: (have, wanted) => compare(have, wanted) >= 0,
}

const others = ['MATCH_ALL', 'REQUIRED_FIELDS', 'RANGE']

function inRange(have: string, criteria: Fields): boolean {
  const [start, end] = [text(criteria, 'startValue'), text(criteria, 'endValue')]
  return (
    (start === undefined || compare(have, plain(start)) >= 0) &&
    (end === undefined || compare(have, plain(end)) <= 0)
  )
}

function fits(user: Agent, org: Organisation, criteria: Fields): boolean {
  if (Array.isArray(criteria.group)) return fitsAll(user, org, criteria.group.filter(isFields))
  const type = text(criteria, 'type') ?? ''
  if (type === 'MATCH_ALL') return true
  const have = strings(criteria.fields).map((field) => readerOf(field)?.(user, org))
  if (type === 'REQUIRED_FIELDS') return have.every((value) => value !== undefined && value !== '')
  const known = have.flatMap((value) => (value === undefined ? [] : [plain(value)]))
  if (type === 'RANGE') return known.some((value) => inRange(value, criteria))
  // A pattern stays as it is written: small letters would change what it means.
  const shape = type === 'REGEX' ? (value: string) => value : plain
  const wanted = [...strings(criteria.values), ...strings([criteria.value])].map(shape)
  return known.some((value) => wanted.some((one) => tests[type]?.(value, one)))
}

/** Criteria hold together, unless one says `OR` or `NOT`. */
export function fitsAll(user: Agent, org: Organisation, query: readonly Fields[]): boolean {
  const either = query.filter(({ operator }) => operator === 'OR')
  const rest = query.filter(({ operator }) => operator !== 'OR')
  const holds = (criteria: Fields) => fits(user, org, criteria)
  const restFits = rest.every((criteria) => holds(criteria) !== (criteria.operator === 'NOT'))
  return restFits && (either.length === 0 || either.some(holds))
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
