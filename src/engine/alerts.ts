/**
 * When it is worth saying that something is wrong, and when that is over. Pure: one sample after another in,
 * what stands and what has been out. Every rule begins later than it ends, so that nothing flickers, and needs
 * enough requests to mean anything: one failure of two is no rate.
 */
import type { Alert, AlertKind, AlertLevel, Count, Latency } from '~/protocol/health'

export interface Sample {
  readonly at: number
  /** Shares of the allowance, and requests. */
  readonly used: number
  readonly left: number
  readonly allowance: number
  /** Of the last five minutes, and of the rest of the hour. */
  readonly recent: Count & Latency
  readonly before: Count & Latency
  /** How many 401 in the last five minutes, 503 and 429 in the last two; a pause that stands is one as well. */
  readonly unauthorized: number
  readonly unavailable: number
  readonly limited: number
  /** The last attempt to renew the sign-in has failed. */
  readonly renewalFailed: boolean
  readonly renewedAt?: number | undefined
}

/** What is known of earlier samples. */
export interface Watch {
  /** The newest first. */
  readonly alerts: readonly Alert[]
  /** The shares used, the newest last. */
  readonly uses: readonly number[]
}

export const nothingYet: Watch = { alerts: [], uses: [] }

const mostEnded = 50
const samples = 10
/** Milliseconds. */
const minute = 60_000

interface Rule {
  readonly level: AlertLevel
  begins(sample: Sample, watch: Watch): boolean
  ends(sample: Sample, watch: Watch): boolean
}

const asked = ({ sent, unsent }: Count) => sent + unsent
const lost = ({ failed, unsent }: Count) => failed + unsent
const rateOf = (count: Count) => (asked(count) === 0 ? 0 : lost(count) / asked(count))
/** So many requests, or that share; of a small allowance all there is. */
const few = ({ allowance }: Sample, requests: number, share: number) =>
  Math.min(allowance, Math.max(requests, share * allowance))
const average = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length
const standing = ({ alerts }: Watch, kind: AlertKind) =>
  alerts.find((one) => one.kind === kind && one.to === undefined)

/** Milliseconds that an answer in a hundred may take, by what was usual before. */
const usualP99 = ({ before }: Sample) =>
  before.sent >= 50 ? Math.max(5_000, 3 * (before.p99 ?? 0)) : 8_000
const usualP95 = ({ before }: Sample) =>
  before.sent >= 30 ? Math.max(1_500, 2 * (before.p95 ?? 0)) : 4_000
/** The hour's pace before, for five minutes. */
const usualUse = ({ before }: Sample) => before.sent / 11

const rules: Readonly<Record<AlertKind, Rule>> = {
  'limited-long': {
    level: 'critical',
    begins: ({ at, limited }, watch) =>
      limited > 0 && at - (standing(watch, 'limited')?.from ?? at) >= 5 * minute,
    ends: ({ limited }) => limited === 0,
  },
  unauthorized: {
    level: 'critical',
    begins: ({ unauthorized }) => unauthorized >= 5,
    ends: ({ unauthorized }) => unauthorized <= 1,
  },
  unavailable: {
    level: 'critical',
    begins: ({ unavailable }) => unavailable >= 2,
    ends: ({ unavailable }) => unavailable === 0,
  },
  failing: {
    level: 'critical',
    begins: ({ recent }) => asked(recent) >= 10 && lost(recent) >= 5 && rateOf(recent) > 0.1,
    ends: ({ recent }) => lost(recent) < 2 || rateOf(recent) < 0.05,
  },
  'very-slow': {
    level: 'critical',
    begins: (sample) => sample.recent.sent >= 20 && (sample.recent.p99 ?? 0) > usualP99(sample),
    ends: (sample) => (sample.recent.p99 ?? 0) < 0.7 * usualP99(sample),
  },
  limited: {
    level: 'warning',
    begins: ({ limited }) => limited > 0,
    ends: ({ limited }) => limited === 0,
  },
  'nearly-full': {
    level: 'warning',
    begins: (sample) => sample.left < few(sample, 10, 0.2),
    ends: (sample) => sample.left >= few(sample, 15, 0.3),
  },
  busy: {
    level: 'warning',
    begins: (_, { uses }) => uses.length >= samples && average(uses) > 0.8,
    ends: (_, { uses }) => average(uses) < 0.7,
  },
  'renewal-failed': {
    level: 'warning',
    begins: ({ renewalFailed }) => renewalFailed,
    ends: ({ renewalFailed }) => !renewalFailed,
  },
  'some-failing': {
    level: 'warning',
    begins({ recent, before }, watch) {
      if (standing(watch, 'failing') || asked(recent) < 20) return false
      const rising = asked(before) >= 50 && rateOf(recent) > 2 * rateOf(before)
      return (
        (lost(recent) >= 2 && rateOf(recent) > 0.05) ||
        (rising && lost(recent) >= 3 && rateOf(recent) > 0.03)
      )
    },
    // The critical one says it already.
    ends: ({ recent }, watch) =>
      standing(watch, 'failing') !== undefined || lost(recent) < 2 || rateOf(recent) < 0.02,
  },
  slow: {
    level: 'warning',
    begins: (sample) => sample.recent.sent >= 15 && (sample.recent.p95 ?? 0) > usualP95(sample),
    ends: (sample) => (sample.recent.p95 ?? 0) < 0.7 * usualP95(sample),
  },
  renewed: {
    level: 'informational',
    begins: ({ at, renewedAt }) => renewedAt !== undefined && at - renewedAt < 5 * minute,
    ends: ({ at, renewedAt }) => renewedAt === undefined || at - renewedAt >= 5 * minute,
  },
  'use-rising': {
    level: 'informational',
    begins: (sample) =>
      sample.before.sent >= 50 &&
      sample.recent.sent >= 20 &&
      sample.recent.sent > 2 * usualUse(sample),
    ends: (sample) => sample.recent.sent < 1.3 * usualUse(sample),
  },
}

const kinds = Object.keys(rules) as readonly AlertKind[]

/** The next sample; those that stand come first. */
export function watched(before: Watch, sample: Sample): Watch {
  const uses = [...before.uses, sample.used].slice(-samples)
  let alerts = before.alerts
  for (const kind of kinds) {
    const { level, begins, ends } = rules[kind]
    const seen = { alerts, uses }
    const one = standing(seen, kind)
    if (!one && begins(sample, seen)) alerts = [{ kind, level, from: sample.at }, ...alerts]
    else if (one && ends(sample, seen))
      alerts = alerts.map((other) => (other === one ? { ...one, to: sample.at } : other))
  }
  const ended = alerts.filter(({ to }) => to !== undefined).slice(0, mostEnded)
  return { uses, alerts: [...alerts.filter(({ to }) => to === undefined), ...ended] }
}
