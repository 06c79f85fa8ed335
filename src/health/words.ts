/** What is wrong, what it means for an agent, and what to do about it; and the figures in words. */

import type { OperationName } from '~/genesys/operations'
import { locale, t } from '~/language'
import type { AlertKind, AlertLevel, Mishap } from '~/protocol/health'
import type { Connection } from '~/protocol/protocol'

export interface AlertWords {
  /** What is, in one sentence. */
  readonly what: string
  /** What it means, and what to do. */
  readonly so: string
}

export const alertWords: Readonly<Record<AlertKind, AlertWords>> = {
  'limited-long': {
    what: t`Genesys Cloud has asked to slow down for five minutes.`,
    so: t`Lists and searches come late. Close other programs that use your sign-in, and tell your administrator if it goes on.`,
  },
  unauthorized: {
    what: t`Genesys Cloud refused your sign-in several times.`,
    so: t`What you press may not happen. Sign in again when the desk asks for it.`,
  },
  unavailable: {
    what: t`Genesys Cloud says that it is not available.`,
    so: t`Calls that you have go on. Answering and transfers may fail: use your phone, and look at the status page of Genesys Cloud.`,
  },
  failing: {
    what: t`More than one in ten requests fails.`,
    so: t`What you see may be old, and what you press may have to be pressed again. Tell your administrator.`,
  },
  'very-slow': {
    what: t`Some answers take very long.`,
    so: t`Wait for a control to come back before you press it again. If it goes on, look at your network.`,
  },
  limited: {
    what: t`Genesys Cloud asked to slow down.`,
    so: t`Lists and searches wait a little. What you press still goes first.`,
  },
  'nearly-full': {
    what: t`Few requests are left in this minute.`,
    so: t`What is left is kept for what you press. Lists and searches wait.`,
  },
  busy: {
    what: t`Nearly all requests have been used for some minutes.`,
    so: t`Lists and searches may come late. Search less often, or tell your administrator.`,
  },
  'renewal-failed': {
    what: t`Your sign-in could not be renewed.`,
    so: t`It is tried again by itself. If it does not work out, the desk asks you to sign in again.`,
  },
  'some-failing': {
    what: t`More requests fail than usual.`,
    so: t`What was only read is asked again by itself. Nothing is to be done yet.`,
  },
  slow: {
    what: t`Answers take longer than usual.`,
    so: t`Nothing is lost. If it goes on, look at your network.`,
  },
  renewed: {
    what: t`Your sign-in was renewed.`,
    so: t`Nothing is to be done.`,
  },
  'use-rising': {
    what: t`More is asked than in the hour before.`,
    so: t`Nothing is to be done.`,
  },
}

export const levelWords: Readonly<Record<AlertLevel, string>> = {
  critical: t`Critical`,
  warning: t`Warning`,
  informational: t`For information`,
}

export const socketWords: Readonly<Record<Connection['state'], string>> = {
  idle: t`Not connected`,
  connecting: t`Connecting`,
  live: t`Live`,
  waiting: t`Interrupted`,
  taken: t`Taken over`,
}

/** "get conversation": what the desk calls it. */
export const operationWords = (operation: OperationName) =>
  operation.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const unsentWords: Readonly<Record<Mishap['kind'], string>> = {
  refused: t`it was refused`,
  'rate-limited': t`Genesys Cloud had asked to wait`,
  'signed-out': t`there was no sign-in`,
  expired: t`its time had run out`,
  unreachable: t`Genesys Cloud did not answer`,
}

/** "429, asked to slow down". */
export function mishapWords({ kind, status, code, cause, attempt, gaveUp }: Mishap): string {
  if (attempt === 0) return t`was not sent, ${unsentWords[kind]}`
  const what = {
    refused: t`refused`,
    'rate-limited': t`asked to slow down`,
    'signed-out': t`the sign-in was refused`,
    expired: t`too late to be sent`,
    unreachable: cause === 'timeout' ? t`no answer in time` : t`no usable answer`,
  }[kind]
  const end = gaveUp && t`given up after ${attempt} attempts`
  return [status, what, code, end].filter((one) => one !== undefined).join(', ')
}

const oneDigit = new Intl.NumberFormat(locale(), {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})

/** "80 ms", "1.2 s". */
export function msWords(ms: number | undefined): string {
  if (ms === undefined) return t`none`
  return ms < 1_000 ? t`${ms} ms` : t`${oneDigit.format(ms / 1_000)} s`
}

/** "40 s", "4 min", "3 h 5 min": as exact as anybody needs it. */
export function spanWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000))
  if (seconds < 90) return t`${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 90) return t`${minutes} min`
  const rest = minutes % 60
  const hours = Math.floor(minutes / 60)
  return rest ? t`${hours} h ${rest} min` : t`${hours} h`
}

export const percentWords = (share: number) => {
  const percent = share * 100
  // All of it is all of it.
  return `${percent < 100 && percent > 99 ? oneDigit.format(percent) : Math.round(percent)} %`
}

export const requestWords = (count: number) => (count === 1 ? t`1 request` : t`${count} requests`)

/** How often. */
export const timesWords = (count: number) => (count === 1 ? t`once` : t`${count} times`)
