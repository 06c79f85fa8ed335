/** What is wrong, what it means for an agent, and what to do about it; and the figures in words. */
import type { OperationName } from '~/genesys/operations'
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
    what: 'Genesys Cloud has asked to slow down for five minutes.',
    so: 'Lists and searches come late. Close other programs that use your sign-in, and tell your administrator if it goes on.',
  },
  unauthorized: {
    what: 'Genesys Cloud refused your sign-in several times.',
    so: 'What you press may not happen. Sign in again when the desk asks for it.',
  },
  unavailable: {
    what: 'Genesys Cloud says that it is not available.',
    so: 'Calls that you have go on. Answering and transfers may fail: use your phone, and look at the status page of Genesys Cloud.',
  },
  failing: {
    what: 'More than one in ten requests fails.',
    so: 'What you see may be old, and what you press may have to be pressed again. Tell your administrator.',
  },
  'very-slow': {
    what: 'Some answers take very long.',
    so: 'Wait for a control to come back before you press it again. If it goes on, look at your network.',
  },
  limited: {
    what: 'Genesys Cloud asked to slow down.',
    so: 'Lists and searches wait a little. What you press still goes first.',
  },
  'nearly-full': {
    what: 'Few requests are left in this minute.',
    so: 'What is left is kept for what you press. Lists and searches wait.',
  },
  busy: {
    what: 'Nearly all requests have been used for some minutes.',
    so: 'Lists and searches may come late. Search less often, or tell your administrator.',
  },
  'renewal-failed': {
    what: 'Your sign-in could not be renewed.',
    so: 'It is tried again by itself. If it does not work out, the desk asks you to sign in again.',
  },
  'some-failing': {
    what: 'More requests fail than usual.',
    so: 'What was only read is asked again by itself. Nothing is to be done yet.',
  },
  slow: {
    what: 'Answers take longer than usual.',
    so: 'Nothing is lost. If it goes on, look at your network.',
  },
  renewed: {
    what: 'Your sign-in was renewed.',
    so: 'Nothing is to be done.',
  },
  'use-rising': {
    what: 'More is asked than in the hour before.',
    so: 'Nothing is to be done.',
  },
}

export const levelWords: Readonly<Record<AlertLevel, string>> = {
  critical: 'Critical',
  warning: 'Warning',
  informational: 'For information',
}

export const socketWords: Readonly<Record<Connection['state'], string>> = {
  idle: 'Not connected',
  connecting: 'Connecting',
  live: 'Live',
  waiting: 'Interrupted',
}

/** "get conversation": what the desk calls it. */
export const operationWords = (operation: OperationName) =>
  operation.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const unsentWords: Readonly<Record<Mishap['kind'], string>> = {
  refused: 'it was refused',
  'rate-limited': 'Genesys Cloud had asked to wait',
  'signed-out': 'there was no sign-in',
  expired: 'its time had run out',
  unreachable: 'Genesys Cloud did not answer',
}

/** "429, asked to slow down". */
export function mishapWords({ kind, status, code, cause, attempt, gaveUp }: Mishap): string {
  if (attempt === 0) return `was not sent, ${unsentWords[kind]}`
  const what = {
    refused: 'refused',
    'rate-limited': 'asked to slow down',
    'signed-out': 'the sign-in was refused',
    expired: 'too late to be sent',
    unreachable: cause === 'timeout' ? 'no answer in time' : 'no usable answer',
  }[kind]
  const end = gaveUp && `given up after ${attempt} attempts`
  return [status, what, code, end].filter((one) => one !== undefined).join(', ')
}

/** "80 ms", "1.2 s". */
export function msWords(ms: number | undefined): string {
  if (ms === undefined) return 'none'
  return ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`
}

/** "40 s", "4 min", "3 h 5 min": as exact as anybody needs it. */
export function spanWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000))
  if (seconds < 90) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 90) return `${minutes} min`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} h${rest ? ` ${rest} min` : ''}`
}

export const percentWords = (share: number) => {
  const percent = share * 100
  // All of it is all of it.
  return `${percent < 100 && percent > 99 ? percent.toFixed(1) : Math.round(percent)} %`
}

export const manyWords = (count: number, what: string) =>
  `${count} ${what}${count === 1 ? '' : 's'}`
