/** Whether all is well, and why not: in one word, with its reasons. */
import { locale, t } from '~/language'
import type { Alert, Count, Health } from '~/protocol/health'
import type { Standing } from '~/protocol/protocol'
import { alertWords, spanWords } from './words'

const clockTime = new Intl.DateTimeFormat(locale(), { timeStyle: 'short' })

export type Level = 'good' | 'strained' | 'bad'

export interface Verdict {
  readonly level: Level
  readonly word: string
  readonly reasons: readonly string[]
}

const words: Readonly<Record<Level, string>> = {
  good: t`All is well`,
  strained: t`Under strain`,
  bad: t`In trouble`,
}

/** Milliseconds without live updates that are no more than a hiccup, and that are trouble. */
const hiccup = 10_000
const trouble = 120_000
/** Milliseconds that a clock may be off. */
const offClock = 60_000

/**
 * `ahead`: milliseconds that this machine's clock is ahead, as far as the desk knows. No reason holds a figure that
 * goes on: each is read aloud once, when it begins.
 */
export function verdictOf(health: Health, standing: Standing, ahead: number): Verdict {
  const { at, socket, circuit, use } = health
  const found: [Exclude<Level, 'good'>, string][] = []
  if (standing.state === 'ended')
    found.push(['bad', t`Your sign-in has ended. Nothing can be asked until you sign in again.`])
  // Each look whether it is back is part of the same outage.
  if (circuit && circuit.state !== 'closed')
    found.push([
      'bad',
      t`Genesys Cloud does not answer. Minidesk keeps looking whether it is back.`,
    ])
  const deaf = socket.state === 'live' ? 0 : at - socket.since
  if (deaf > hiccup && standing.state !== 'ended')
    found.push([
      deaf > trouble ? 'bad' : 'strained',
      t`Live updates are interrupted. The desk reads what is new every few seconds.`,
    ])
  for (const { kind, level } of standingAlerts(health))
    if (level !== 'informational')
      found.push([level === 'critical' ? 'bad' : 'strained', alertWords[kind].what])
  if (use.pausedFor > 0 && !standingAlerts(health).some(({ kind }) => /^limited/.test(kind)))
    found.push(['strained', alertWords.limited.what])
  if (standing.state === 'ending')
    found.push(['strained', t`Your sign-in ends at ${clockTime.format(standing.endsAt)}.`])
  const off = health.ahead ?? ahead
  if (Math.abs(off) > offClock)
    found.push([
      'strained',
      off > 0
        ? t`This machine’s clock is ahead of Genesys Cloud’s.`
        : t`This machine’s clock is behind Genesys Cloud’s.`,
    ])

  const level = found.some(([one]) => one === 'bad')
    ? 'bad'
    : found.length > 0
      ? 'strained'
      : 'good'
  const worstFirst = [...found].sort(([one], [other]) => one.localeCompare(other))
  return { level, word: words[level], reasons: worstFirst.map(([, reason]) => reason) }
}

/** From the worst, and what says most of the cause, to what is good to know. */
const order = Object.keys(alertWords)

/** The worst first. */
export const standingAlerts = ({ alerts }: Health): readonly Alert[] =>
  alerts
    .filter(({ to }) => to === undefined)
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))

/** What was asked for, and which shares of it went well and brought nothing: what was never sent did neither. */
export function shares({ sent, refused, failed, unsent }: Count) {
  const asked = sent + unsent
  const of = (count: number) => count / Math.max(1, asked)
  return { asked, well: of(sent - failed - refused), lost: of(failed + unsent) }
}

export function clockWords(off: number): string {
  if (off === 0) return t`This machine’s clock agrees with Genesys Cloud’s.`
  const by = spanWords(Math.abs(off))
  return off > 0
    ? t`This machine’s clock is ${by} ahead of Genesys Cloud’s.`
    : t`This machine’s clock is ${by} behind Genesys Cloud’s.`
}

/** The list with the earlier ones of it where they are the same: what is drawn for them stays, and the focus. */
export function kept<One>(before: readonly One[], next: readonly One[]): readonly One[] {
  const known = new Map(before.map((one) => [JSON.stringify(one), one]))
  return next.map((one) => known.get(JSON.stringify(one)) ?? one)
}
