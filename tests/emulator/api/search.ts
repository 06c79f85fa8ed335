import { type Fields, isFields, text } from '../http/json'
import { byName } from '../org/names'
import type { Agent, Organisation } from '../org/organisation'
import { fields, type Handler, ok } from './ask'
import { type Fit, fitOfAll, requireCriteria, strings } from './criteria'
import { Refused } from './errors'
import { toUser } from './person'
import { columnOf } from './searchable'

const pageSizeMax = 100
/** UNSURE in the official documents, which name the error and not the number. */
const resultsMax = 10_000

function count(value: unknown, standard: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : standard
}

interface Sort {
  readonly read: (user: Agent) => string
  readonly sign: 1 | -1
}

const { compare } = new Intl.Collator()

function sortOf(one: Fields, org: Organisation): Sort[] {
  const column = columnOf(org, text(one, 'sortBy') ?? 'name')
  return column ? [{ read: column.of, sign: one.sortOrder === 'DESC' ? -1 : 1 }] : []
}

/**
 * Everybody who fits. By name, unless the request says otherwise; what is sorted by score here stays in
 * the order of names.
 */
function findIn(org: Organisation, body: Fields, fits: Fit): Agent[] {
  const several = Array.isArray(body.sort) ? body.sort.filter(isFields) : []
  const last = { sortBy: 'name', ...body }
  if (several.length === 0 && last.sortBy === 'name') {
    return byName(org.users, body.sortOrder === 'DESC').filter(fits)
  }
  const sorts = [...several, last].flatMap((one) => sortOf(one, org))
  return org.users.filter(fits).sort((a, b) => {
    const signs = sorts.map(({ read, sign }) => compare(read(a), read(b)) * sign)
    return signs.find((sign) => sign !== 0) ?? 0
  })
}

/** `POST /users/search`: `results`, not `entities`, and pages by opaque links. */
export function searchUsers(
  body: Fields,
  org: Organisation,
  toWire: (user: Agent, expand: readonly string[]) => unknown,
) {
  const query = Array.isArray(body.query) ? body.query.filter(isFields) : []
  requireCriteria(query)
  const pageSize = Math.min(count(body.pageSize, 25), pageSizeMax)
  const pageNumber = count(body.pageNumber, 1)
  if (pageSize * pageNumber > resultsMax) throw new Refused('too.many.requested.results')
  const found = findIn(org, body, fitOfAll(query, org))
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

/** The question in a link of an earlier answer. */
function questionOf(q64: string | null): Fields {
  try {
    const body: unknown = JSON.parse(Buffer.from(q64 ?? '', 'base64').toString())
    if (isFields(body)) return body
  } catch {
    // Refused below.
  }
  throw new Refused('bad.request')
}

export const searchHandlers = {
  postUsersSearch: (ask) =>
    ok(searchUsers(fields(ask), ask.world.org, (user, expand) => toUser(user, ask.world, expand))),
  getUsersSearch: ({ world, query }) =>
    ok(
      searchUsers(questionOf(query.get('q64')), world.org, (user, expand) =>
        toUser(user, world, [...expand, ...query.getAll('expand')]),
      ),
    ),
} satisfies Record<string, Handler>
