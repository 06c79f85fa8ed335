import { Refused } from './errors'

const pageSizeMax = 500

function positive(query: URLSearchParams, name: string, standard: number): number {
  const text = query.get(name)
  if (text === null) return standard
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) {
    if (name === 'pageNumber') throw new Refused('invalid.page.number')
    throw new Refused('invalid.value', text, name, 'positive integers')
  }
  return value
}

/** One page of a list, with the links to the others. `toWire` is asked for what is on the page only. */
export function page<T>(
  all: readonly T[],
  path: string,
  query: URLSearchParams,
  toWire: (entry: T) => unknown = (entry) => entry,
) {
  const pageSize = Math.min(positive(query, 'pageSize', 25), pageSizeMax)
  const pageNumber = positive(query, 'pageNumber', 1)
  const pageCount = Math.max(1, Math.ceil(all.length / pageSize))
  const uri = (number: number) => {
    const params = new URLSearchParams(query)
    params.set('pageSize', String(pageSize))
    params.set('pageNumber', String(number))
    return `${path}?${params}`
  }
  return {
    entities: all
      .slice((pageNumber - 1) * pageSize, pageNumber * pageSize)
      .map((entry) => toWire(entry)),
    pageSize,
    pageNumber,
    total: all.length,
    pageCount,
    firstUri: uri(1),
    ...(pageNumber > 1 && { previousUri: uri(pageNumber - 1) }),
    ...(pageNumber < pageCount && { nextUri: uri(pageNumber + 1) }),
    lastUri: uri(pageCount),
    selfUri: uri(pageNumber),
  }
}

/** The `name` filter of queues: the whole name, or a part where a `*` leads or trails. */
export function nameTest(filter: string | null): (name: string) => boolean {
  if (!filter) return () => true
  const text = filter.toLowerCase()
  const wanted = text.replace(/^\*/, '').replace(/\*$/, '')
  const leads = text.startsWith('*')
  const trails = text.endsWith('*')
  return (name) => {
    const have = name.toLowerCase()
    if (leads && trails) return have.includes(wanted)
    if (leads) return have.endsWith(wanted)
    return trails ? have.startsWith(wanted) : have === wanted
  }
}
