import { type Fields, isFields } from '../http/json'
import { byName } from '../org/names'
import type { Agent } from '../org/organisation'
import { Refused } from './errors'

/** The fields of a user that can be searched. */
const searchable = {
  id: ({ id }: Agent) => id,
  name: ({ name }: Agent) => name,
  email: ({ email }: Agent) => email,
  username: ({ email }: Agent) => email,
  department: ({ department }: Agent) => department,
  title: ({ title }: Agent) => title,
  state: () => 'active',
} as const

/** Case does not matter; nor, as in most indexes, do accents (UNSURE in the official documents). */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

const plainFields = new WeakMap<Agent, Map<string, string>>()

/** A field of a user as `plain` has it, worked out once. */
function plainField(user: Agent, field: string): string | undefined {
  if (!Object.hasOwn(searchable, field)) return undefined
  const fields = plainFields.get(user) ?? new Map<string, string>()
  plainFields.set(user, fields)
  const have = fields.get(field) ?? plain(searchable[field as keyof typeof searchable](user))
  fields.set(field, have)
  return have
}

const tests: Readonly<Record<string, (have: string, wanted: string) => boolean>> = {
  EXACT: (have, wanted) => have === wanted,
  STARTS_WITH: (have, wanted) =>
    have.split(/[\s.-]+/).some((word) => word.startsWith(wanted)) || have.startsWith(wanted),
  CONTAINS: (have, wanted) => have.includes(wanted),
  TERM: (have, wanted) => have.split(/[\s.-]+/).includes(wanted),
  TERMS: (have, wanted) => have.split(/[\s.-]+/).includes(wanted),
  QUERY_STRING: (have, wanted) => wanted.split(/\s+/).every((word) => have.includes(word)),
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

function fits(user: Agent, criteria: Fields): boolean {
  if (Array.isArray(criteria.group)) return fitsAll(user, criteria.group.filter(isFields))
  const type = typeof criteria.type === 'string' ? criteria.type : ''
  if (type === 'MATCH_ALL') return true
  const test = tests[type]
  if (!test) throw new Refused('invalid.value', type, 'type', Object.keys(tests).join(', '))
  const wanted = [...strings(criteria.values), ...strings([criteria.value])].map(plain)
  return strings(criteria.fields).some((field) => {
    const have = plainField(user, field)
    return have !== undefined && wanted.some((text) => test(have, text))
  })
}

/** Criteria hold together, unless one says `OR` or `NOT`. */
function fitsAll(user: Agent, query: readonly Fields[]): boolean {
  const either = query.filter(({ operator }) => operator === 'OR')
  const rest = query.filter(({ operator }) => operator !== 'OR')
  const restFits = rest.every((criteria) => fits(user, criteria) !== (criteria.operator === 'NOT'))
  return restFits && (either.length === 0 || either.some((criteria) => fits(user, criteria)))
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
  const found = byName(users, body.sortOrder === 'DESC').filter((user) => fitsAll(user, query))
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
