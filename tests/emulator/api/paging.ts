import { Refused } from './errors'

/** What the platform serves at most; beyond a limit that it states, it is taken to refuse. */
export interface Limits {
  readonly sizeMax?: number
  readonly numberMax?: number
}

/** Where no limit is stated, a larger page is cut down to this. */
const unstatedMax = 500

function positive(query: URLSearchParams, name: string, standard: number, max?: number): number {
  const text = query.get(name)
  if (text === null) return standard
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) {
    if (name === 'pageNumber') throw new Refused('invalid.page.number')
    throw new Refused('invalid.value', text, name, 'positive integers')
  }
  if (max !== undefined && value > max) {
    throw new Refused('invalid.value', text, name, `1 to ${max}`)
  }
  return value
}

const asItIs = (entry: unknown) => entry

function cut<T>(
  all: readonly T[],
  path: string,
  query: URLSearchParams,
  toWire: (entry: T) => unknown,
  { sizeMax, numberMax }: Limits,
) {
  const pageSize = Math.min(positive(query, 'pageSize', 25, sizeMax), unstatedMax)
  const pageNumber = positive(query, 'pageNumber', 1, numberMax)
  const pageCount = Math.max(1, Math.ceil(all.length / pageSize))
  const uri = (number: number) => {
    const params = new URLSearchParams(query)
    params.set('pageSize', String(pageSize))
    params.set('pageNumber', String(number))
    return `${path}?${params}`
  }
  const links = {
    firstUri: uri(1),
    ...(pageNumber > 1 && { previousUri: uri(pageNumber - 1) }),
    ...(pageNumber < pageCount && { nextUri: uri(pageNumber + 1) }),
    selfUri: uri(pageNumber),
  }
  const entities = all.slice((pageNumber - 1) * pageSize, pageNumber * pageSize).map(toWire)
  return { entities, pageSize, pageNumber, links, pageCount, lastUri: uri(pageCount) }
}

/** One page of a list, with the links to the others. Only what is on it takes its wire form. */
export function page<T>(
  all: readonly T[],
  path: string,
  query: URLSearchParams,
  toWire: (entry: T) => unknown = asItIs,
  limits: Limits = {},
) {
  const { links, lastUri, pageCount, ...shown } = cut(all, path, query, toWire, limits)
  return { ...shown, total: all.length, pageCount, lastUri, ...links }
}

/** A page of a list that does not tell how long it is: there is another one while there is a `nextUri`. */
export function pageWithoutTotal<T>(
  all: readonly T[],
  path: string,
  query: URLSearchParams,
  toWire: (entry: T) => unknown = asItIs,
  limits: Limits = {},
) {
  const { links, lastUri: _, pageCount: __, ...shown } = cut(all, path, query, toWire, limits)
  return { ...shown, ...links }
}

/** What a list is filtered by, sent once with commas or several times. */
export function listOf(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((text) => text.split(',').filter((part) => part !== ''))
}

/** A sort order, however the operation spells it: `desc`, `descending`, `DESC`. */
export function isDescending(query: URLSearchParams): boolean {
  return query.get('sortOrder')?.toLowerCase().startsWith('desc') ?? false
}

/** What an id looks like; some lists refuse anything else. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

/** The `name` filter of queues: the whole name, or a part where a `*` leads or trails. */
export function fitsName(filter: string | null, name: string): boolean {
  if (!filter) return true
  const text = filter.toLowerCase()
  const wanted = text.replace(/^\*/, '').replace(/\*$/, '')
  const have = name.toLowerCase()
  const leads = text.startsWith('*')
  const trails = text.endsWith('*')
  if (leads && trails) return have.includes(wanted)
  if (leads) return have.endsWith(wanted)
  return trails ? have.startsWith(wanted) : have === wanted
}
