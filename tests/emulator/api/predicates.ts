import { type Fields, isFields, text } from '../http/json'
import { Refused } from './errors'

/** The filter of an observation query, held against the group of a result. */

export type Group = Readonly<Record<string, string>>

function holds(group: Group, predicate: Fields, dimensions: readonly string[]): boolean {
  const dimension = text(predicate, 'dimension') ?? ''
  if (!dimensions.includes(dimension)) {
    throw new Refused('invalid.value', dimension, 'dimension', dimensions.join(', '))
  }
  const have = group[dimension]
  const operator = text(predicate, 'operator') ?? 'matches'
  if (operator === 'exists') return have !== undefined
  if (operator === 'notExists') return have === undefined
  // What a group does not tell, such as the medium of a queue's people, does not divide it.
  return have === undefined || have === predicate.value
}

function parts(filter: Fields, name: string): Fields[] {
  const value = filter[name]
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** Clauses and predicates, all of them or any. A filter of nothing lets everything pass. */
export function passes(group: Group, filter: Fields, dimensions: readonly string[]): boolean {
  const verdicts = [
    ...parts(filter, 'clauses').map((clause) => passes(group, clause, dimensions)),
    ...parts(filter, 'predicates').map((predicate) => holds(group, predicate, dimensions)),
  ]
  if (verdicts.length === 0) return true
  return filter.type === 'or' ? verdicts.includes(true) : !verdicts.includes(false)
}

/** The metrics asked for, each known, at least one. */
export function metricsIn(body: Fields, known: readonly string[]): string[] {
  const wanted = Array.isArray(body.metrics) ? body.metrics.map(String) : []
  const strange = wanted.find((metric) => !known.includes(metric))
  if (strange !== undefined || wanted.length === 0) {
    throw new Refused('invalid.value', strange ?? '', 'metrics', known.join(', '))
  }
  return wanted
}

export function filterIn(body: Fields): Fields {
  if (isFields(body.filter)) return body.filter
  throw new Refused('bad.request')
}
