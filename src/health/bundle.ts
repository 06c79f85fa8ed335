/**
 * What a person who helps needs to know of this desk, and nothing else: every field is picked by name, and
 * what is left is searched for whatever looks like a secret, a person or a customer.
 */
import type { Count, Health, Latency, Use } from '~/protocol/health'
import type { Standing, TrailEntry } from '~/protocol/protocol'
import type { Verdict } from './health'

/** What became of an order, without whom it was for. */
export interface OrderState {
  readonly at: number
  readonly command: string
  readonly state: string
  readonly attempts: number
  readonly correlationId?: string
}

export interface BundleParts {
  readonly at: number
  /** The names of this build's files, which hold its hashes. */
  readonly build: readonly string[]
  readonly browser: Readonly<Record<string, string | number | boolean | undefined>>
  /** What of the configuration may be told. */
  readonly config: { readonly region?: string | undefined; readonly perMinute?: number | undefined }
  readonly settings: Readonly<Record<string, string | number | boolean>>
  readonly verdict: Verdict | undefined
  readonly standing: Standing
  readonly lacking: readonly string[]
  readonly ahead: number
  readonly health: Health | undefined
  readonly trail: readonly TrailEntry[]
  readonly commands?: readonly OrderState[]
}

/** JSON, with times in UTC. */
export function bundleText(parts: BundleParts): string {
  const { health, standing } = parts
  return JSON.stringify(
    withoutPeople({
      minidesk: 'support bundle',
      at: time(parts.at),
      build: [...parts.build],
      browser: { ...parts.browser },
      config: { region: parts.config.region, perMinute: parts.config.perMinute },
      settings: { ...parts.settings },
      verdict: parts.verdict && { level: parts.verdict.level, reasons: parts.verdict.reasons },
      standing: {
        state: standing.state,
        endsAt: standing.state === 'ending' ? time(standing.endsAt) : undefined,
        problem: standing.problem,
      },
      lackingScopes: [...parts.lacking],
      clockAhead: health?.ahead ?? parts.ahead,
      health: health && healthPart(health),
      signIns: parts.trail.map(({ at, event, reason, correlationId }) => ({
        ...{ at: time(at), event, reason, correlationId },
      })),
      commands: parts.commands?.map(({ at, command, state, attempts, correlationId }) => ({
        ...{ at: time(at), command, state, attempts, correlationId },
      })),
    }),
    null,
    2,
  )
}

function healthPart(health: Health) {
  const { use, day, recent, socket, signIn, circuit } = health
  return {
    at: time(health.at),
    use: {
      ...{ perMinute: use.perMinute, allowance: use.allowance, left: use.left },
      ...{ used: lanes(use.used), waiting: lanes(use.waiting), pausedFor: use.pausedFor },
      ...{ foreign: use.foreign, source: use.source },
    },
    day: { since: time(day.since), ...counts(day), limited: day.limited },
    recent: { ...counts(recent), ...latency(recent) },
    operations: health.operations.map((one) => ({
      ...{ operation: one.operation, ...counts(one), ...latency(one) },
    })),
    minutes: health.minutes
      .filter(({ sent }) => sent > 0)
      .map((one) => ({ at: time(one.at), ...counts(one), p95: one.p95 })),
    alerts: health.alerts.map(({ kind, level, from, to }) => ({
      ...{ kind, level, from: time(from), to: time(to) },
    })),
    errors: health.errors.map((one) => ({
      ...{ at: time(one.at), operation: one.operation, method: one.method, path: one.path },
      ...{
        kind: one.kind,
        attempt: one.attempt,
        gaveUp: one.gaveUp,
        status: one.status,
        code: one.code,
      },
      ...{ cause: one.cause, correlationId: one.correlationId },
    })),
    socket: {
      ...{ state: socket.state, since: time(socket.since), lastEvent: time(socket.lastEvent) },
      reconnections: socket.reconnections,
    },
    signIn: {
      ...{ left: signIn.left, since: time(signIn.since), renewedAt: time(signIn.renewedAt) },
      ...{ renewals: signIn.renewals, renewalFailures: signIn.renewalFailures },
    },
    sleeps: health.sleeps.map(({ at, ms }) => ({ at: time(at), ms })),
    circuit: circuit && { state: circuit.state, since: time(circuit.since) },
  }
}

const counts = ({ sent, refused, failed, unsent }: Count) => ({ sent, refused, failed, unsent })
const latency = ({ p50, p95, p99 }: Latency) => ({ p50, p95, p99 })
const lanes = ({ action, screen, background }: Use['used']) => ({ action, screen, background })
const time = (at: number | undefined) => at && new Date(at).toISOString()

const removed = '(removed)'
/** Addresses of any kind, ids, what is long enough to be a secret, and numbers to call. */
const telling: readonly RegExp[] = [
  /\b\w+:\/\/\S+/g,
  /\S+@\S+/g,
  /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi,
  /[\w~+/-]{40,}={0,2}/g,
  /(?<![\w.:])\+?\d[\d ()/]{5,}\d(?![\w.:])/g,
]

/** The last net: what no field should hold is taken out wherever it is. References stay. */
function withoutPeople(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    if (key === 'correlationId') return /^[\w-]{1,64}$/.test(value) ? value : removed
    // The table's own, whose places for ids are empty.
    if (key === 'path') return value
    return telling.reduce((text, pattern) => text.replace(pattern, removed), value)
  }
  if (Array.isArray(value)) return value.map((one) => withoutPeople(one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withoutPeople(one, name)]),
  )
}
