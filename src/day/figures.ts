/** What an agent has done today, as Genesys Cloud counts it. What it does not tell is not known: it is not zero. */
import type { UserId } from '~/genesys/ids'
import { objects } from '~/genesys/values'
import type { Aggregates, AggregatesQuery } from '~/genesys/wirepeople'

/** Times are milliseconds. */
export interface Figures {
  /** Calls that are over, with the work after them. */
  readonly handled?: number
  /** In all. */
  readonly handle?: number
  readonly afterCall?: number
  readonly holds?: number
  readonly held?: number
  readonly transfers?: number
}

/** Two moments: the midnight before now where the agent is, and the end of this minute. */
export interface Interval {
  /** Names the day: `2026-11-21`. */
  readonly day: string
  readonly from: Date
  readonly to: Date
}

/** Whole minutes, so that several tabs ask the same. */
export function today(now: number): Interval {
  const from = new Date(now)
  from.setHours(0, 0, 0, 0)
  const to = new Date((Math.floor(now / 60_000) + 1) * 60_000)
  return { day: iso(from).slice(0, 10), from, to }
}

/** By the agent's own clock: `2026-11-21T00:00:00.000+01:00`. */
export function iso(date: Date): string {
  const ahead = -date.getTimezoneOffset()
  const local = new Date(+date + ahead * 60_000).toISOString().slice(0, -1)
  const two = (value: number) => String(value).padStart(2, '0')
  const offset = Math.abs(ahead)
  return `${local}${ahead < 0 ? '-' : '+'}${two(Math.floor(offset / 60))}:${two(offset % 60)}`
}

const matches = (dimension: string, value: string) =>
  ({ type: 'dimension', dimension, operator: 'matches', value }) as const

export const questionFor = (me: UserId, { from, to }: Interval): AggregatesQuery => ({
  interval: `${iso(from)}/${iso(to)}`,
  filter: { type: 'and', predicates: [matches('userId', me), matches('mediaType', 'voice')] },
  metrics: ['tHandle', 'tAcw', 'tHeld', 'nTransferred'],
})

/** Several groups, and several parts of the day, are added up. */
export function figuresFromWire(answer: Aggregates): Figures {
  const metrics = objects(answer?.results)
    .filter(({ group }) => !group?.mediaType || group.mediaType === 'voice')
    .flatMap(({ data }) => objects(data))
    .flatMap((part) => objects(part.metrics))
  const sum = (name: string, which: 'count' | 'sum') => {
    const told = metrics.flatMap(({ metric, stats }) => {
      const value = metric === name ? stats?.[which] : undefined
      return typeof value === 'number' && value >= 0 ? value : []
    })
    return told.length > 0 ? told.reduce((total, value) => total + value) : undefined
  }
  const all = {
    ...{ handled: sum('tHandle', 'count'), handle: sum('tHandle', 'sum') },
    afterCall: sum('tAcw', 'sum'),
    ...{ holds: sum('tHeld', 'count'), held: sum('tHeld', 'sum') },
    transfers: sum('nTransferred', 'count'),
  }
  return checked(all)
}

/** Only what is a number; as it comes from storage, it may be anything. */
export function checked(kept: unknown): Figures {
  const names = ['handled', 'handle', 'afterCall', 'holds', 'held', 'transfers'] as const
  const known: Record<string, unknown> = { ...Object(kept) }
  return Object.fromEntries(
    names.flatMap((name) => (typeof known[name] === 'number' ? [[name, known[name]]] : [])),
  )
}

/** Milliseconds a call, on average; undefined where it cannot be told. */
export const average = (sum: number | undefined, count: number | undefined) =>
  sum === undefined || !count ? undefined : sum / count
