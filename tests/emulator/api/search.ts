import { type Fields, isFields } from '../http/json'
import { byName } from '../org/names'
import type { Agent } from '../org/organisation'
import { Refused } from './errors'

/** Case does not matter; nor, as in most indexes, do accents (UNSURE in the official documents). */
function plain(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase()
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** The fields of a user that can be searched. */
const searchable: Readonly<Record<string, (user: Agent) => string>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  email: ({ email }) => email,
  username: ({ email }) => email,
  department: ({ department }) => department,
  title: ({ title }) => title,
  state: () => 'active',
}

/** The texts of one field, user for user. */
type Column = readonly string[]
/** Whether the user at a place of the list fits. */
type Test = (at: number) => boolean

const known = new WeakMap<readonly Agent[], Map<string, Column>>()

/** A field of a list's users, worked out once; nothing for what cannot be searched. */
function columnOf(users: readonly Agent[], field: string): Column[] {
  const read = Object.hasOwn(searchable, field) ? searchable[field] : undefined
  if (!read) return []
  const columns = known.get(users) ?? new Map<string, Column>()
  known.set(users, columns)
  const column = columns.get(field) ?? users.map((user) => plain(read(user)))
  columns.set(field, column)
  return [column]
}

const words = (text: string) => text.split(/[\s.-]+/)
const hasWord = (have: string, wanted: string) =>
  have.includes(wanted) && words(have).includes(wanted)

const tests: Readonly<Record<string, (have: string, wanted: string) => boolean>> = {
  EXACT: (have, wanted) => have === wanted,
  STARTS_WITH: (have, wanted) =>
    have.startsWith(wanted) ||
    (have.includes(wanted) && words(have).some((word) => word.startsWith(wanted))),
  CONTAINS: (have, wanted) => have.includes(wanted),
  TERM: hasWord,
  TERMS: hasWord,
  QUERY_STRING: (have, wanted) => wanted.split(/\s+/).every((word) => have.includes(word)),
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

function testOf(criteria: Fields, users: readonly Agent[]): Test {
  if (Array.isArray(criteria.group)) return testOfAll(criteria.group.filter(isFields), users)
  const type = typeof criteria.type === 'string' ? criteria.type : ''
  if (type === 'MATCH_ALL') return () => true
  const test = tests[type]
  if (!test) throw new Refused('invalid.value', type, 'type', Object.keys(tests).join(', '))
  const wanted = [...strings(criteria.values), ...strings([criteria.value])].map(plain)
  const columns = strings(criteria.fields).flatMap((field) => columnOf(users, field))
  return (at) => columns.some((column) => wanted.some((text) => test(column[at] ?? '', text)))
}

/** Criteria hold together, unless one says `OR` or `NOT`. */
function testOfAll(query: readonly Fields[], users: readonly Agent[]): Test {
  const of = (isMeant: (operator: unknown) => boolean) =>
    query.filter(({ operator }) => isMeant(operator)).map((criteria) => testOf(criteria, users))
  const either = of((operator) => operator === 'OR')
  const none = of((operator) => operator === 'NOT')
  const all = of((operator) => operator !== 'OR' && operator !== 'NOT')
  return (at) =>
    all.every((test) => test(at)) &&
    !none.some((test) => test(at)) &&
    (either.length === 0 || either.some((test) => test(at)))
}

function count(value: unknown, standard: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : standard
}

/** `POST /users/search`: `results`, not `entities`, and pages by opaque links. */
export function searchUsers(
  body: Fields,
  users: readonly Agent[],
  toWire: (user: Agent, expand: readonly string[]) => unknown,
) {
  const query = Array.isArray(body.query) ? body.query.filter(isFields) : []
  const sorted = byName(users, body.sortOrder === 'DESC')
  const fits = testOfAll(query, sorted)
  const found = sorted.filter((_, at) => fits(at))
  const pageSize = Math.min(count(body.pageSize, 25), 100)
  const pageNumber = count(body.pageNumber, 1)
  const pageCount = Math.ceil(found.length / pageSize)
  const link = (number: number) => {
    const q64 = Buffer.from(JSON.stringify({ ...body, pageNumber: number })).toString('base64')
    return `/api/v2/users/search?q64=${encodeURIComponent(q64)}`
  }
  return {
    total: found.length,
    pageCount,
    pageSize,
    pageNumber,
    ...(pageNumber > 1 && { previousPage: link(pageNumber - 1) }),
    currentPage: link(pageNumber),
    ...(pageNumber < pageCount && { nextPage: link(pageNumber + 1) }),
    types: ['users'],
    results: found
      .slice((pageNumber - 1) * pageSize, pageNumber * pageSize)
      .map((user) => toWire(user, strings(body.expand))),
  }
}
