import { definitions } from '../contract/facts'
import { counted, type Fact } from '../conversation/tally'
import { type Fields, isFields, text } from '../http/json'
import { fields, type Handler, ok } from './ask'
import { strings } from './criteria'
import { Refused } from './errors'
import { metricsIn } from './predicates'

const hour = 3_600_000

const { metrics: all } = definitions.ConversationAggregationQuery?.properties ?? {}
const described = all?.items?.enum ?? []

/** Start and end of an ISO 8601 interval, `start/end`. */
function intervalIn(body: Fields): readonly [from: number, to: number] {
  const [from = Number.NaN, to = Number.NaN] = (text(body, 'interval') ?? '')
    .split('/')
    .map((one) => Date.parse(one))
  if (Number.isNaN(from) || Number.isNaN(to)) throw new Refused('invalid.date')
  if (to <= from) throw new Refused('bad.request')
  return [from, to]
}

/** The parts of the interval that are told apart: `PT30M`, `PT1H`, `P1D`; without a granularity, all of it. */
function parts(body: Fields, from: number, to: number): (readonly [number, number])[] {
  const granularity = text(body, 'granularity')
  if (granularity === undefined) return [[from, to]]
  const match = /^P(?:(\d+)D|T(\d+)([HM]))$/.exec(granularity)
  if (!match) throw new Refused('bad.request')
  const [, days, count, unit] = match
  const step = days ? Number(days) * 24 * hour : Number(count) * (unit === 'H' ? hour : 60_000)
  // A minute is the finest there is.
  if (step < 60_000 || (to - from) / step > 1_000) throw new Refused('bad.request')
  const starts = Array.from({ length: Math.ceil((to - from) / step) }, (_, n) => from + n * step)
  return starts.map((start) => [start, Math.min(start + step, to)])
}

function holds({ group }: Fact, predicate: Fields): boolean {
  const have = group[text(predicate, 'dimension') ?? '']
  const operator = text(predicate, 'operator') ?? 'matches'
  if (operator === 'exists') return have !== undefined
  return operator === 'notExists' ? have === undefined : have === predicate.value
}

/** Clauses and predicates, all of them or any. No filter lets everything pass. */
function passes(fact: Fact, filter: Fields): boolean {
  const list = (name: string) => {
    const value = filter[name]
    return Array.isArray(value) ? value.filter(isFields) : []
  }
  const verdicts = [
    ...list('clauses').map((clause) => passes(fact, clause)),
    ...list('predicates').map((predicate) => holds(fact, predicate)),
  ]
  if (verdicts.length === 0) return true
  return filter.type === 'or' ? verdicts.includes(true) : !verdicts.includes(false)
}

/** Times are added up, what is only counted has no sum. */
function statsOf(facts: readonly Fact[]) {
  const times = facts.flatMap(({ ms }) => ms ?? [])
  if (times.length === 0) return { count: facts.length }
  const sum = times.reduce((total, ms) => total + ms, 0)
  return { max: Math.max(...times), min: Math.min(...times), count: facts.length, sum }
}

const iso = (at: number) => new Date(at).toISOString()

/**
 * UNSURE in the official documents: the medium is always in the group; what did not happen is left out, and so is
 * a group of which nothing is told.
 */
export const aggregateHandlers = {
  postAnalyticsConversationsAggregatesQuery(ask) {
    const body = fields(ask)
    const [from, to] = intervalIn(body)
    const intervals = parts(body, from, to)
    const filter = isFields(body.filter) ? body.filter : {}
    const asked = metricsIn(body, described)
    const metrics = counted.filter((metric) => asked.includes(metric))
    const by = ['mediaType', ...strings(body.groupBy)]
    const groups = new Map<string, { group: Record<string, string>; facts: Fact[] }>()
    for (const fact of ask.world.tally.all()) {
      if (fact.at < from || fact.at >= to || !passes(fact, filter)) continue
      const entries = by.flatMap((name) => {
        const value = fact.group[name]
        return value === undefined ? [] : [[name, value] as const]
      })
      const group = Object.fromEntries(entries)
      const found = groups.get(JSON.stringify(group)) ?? { group, facts: [] }
      groups.set(JSON.stringify(group), { group, facts: [...found.facts, fact] })
    }
    const results = [...groups.values()].flatMap(({ group, facts }) => {
      const data = intervals.flatMap(([start, end]) => {
        const within = facts.filter(({ at }) => at >= start && at < end)
        const told = metrics.flatMap((metric) => {
          const own = within.filter((fact) => fact.metric === metric)
          return own.length > 0 ? [{ metric, stats: statsOf(own) }] : []
        })
        return told.length > 0 ? [{ interval: `${iso(start)}/${iso(end)}`, metrics: told }] : []
      })
      return data.length > 0 ? [{ group, data }] : []
    })
    return ok({ results })
  },
} satisfies Record<string, Handler>
