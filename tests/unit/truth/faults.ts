/** What can go wrong with one request, and what the agent is told of it when it was an order. */
import type { Fault } from './scene'

export type Doubt = 'in time' | 'late'

export interface Trouble {
  readonly name: string
  readonly fault: Omit<Fault, 'method' | 'path'>
  /** Whether Genesys Cloud does what was asked. */
  readonly happens: boolean
  /** How often it is sent: once, unless it was told to come back. */
  readonly sent: number
  /** What is said; nothing when the order has happened. */
  readonly says?: RegExp
  /** Its answer does not tell that it happened: it is seen in time, or when it was said that it did not. */
  readonly doubt?: Doubt
  /** It is told that nothing happened, and it did. */
  readonly lies?: true
}

const unanswered = /^Genesys Cloud did not answer\. .* did not happen, as far as can be seen\./
export const unproven = /^Genesys Cloud accepted it, but nothing changed\./

const refusals: Trouble[] = [400, 403, 404, 409, 413, 422].flatMap((status): Trouble[] => [
  {
    name: `${status}`,
    fault: { kind: 'status', status },
    happens: false,
    sent: 1,
    says: / did not happen\. /,
  },
  {
    name: `${status} after the effect`,
    fault: { kind: 'status', status, phase: 'after' },
    happens: true,
    sent: 1,
    lies: true,
  },
])

/** Nobody can tell from the answer whether it happened. */
const doubts: [string, Omit<Trouble['fault'], 'phase'>][] = [
  ['500', { kind: 'status', status: 500 }],
  ['502 as a page', { kind: 'html', status: 502 }],
  ['503', { kind: 'status', status: 503 }],
  ['504', { kind: 'status', status: 504 }],
  ['a page in place of the answer', { kind: 'html', status: 200 }],
  ['half an answer', { kind: 'truncate' }],
  ['an empty 500', { kind: 'empty', status: 500 }],
  ['no answer', { kind: 'timeout' }],
  ['a connection that ends', { kind: 'reset' }],
]

export const troubles: readonly Trouble[] = [
  ...refusals,
  ...doubts.flatMap(([name, fault]): Trouble[] => [
    { name: `${name} before the effect`, fault, happens: false, sent: 1, says: unanswered },
    {
      name: `${name} after the effect`,
      fault: { ...fault, phase: 'after' },
      happens: true,
      sent: 1,
      doubt: 'in time',
    },
  ]),
  {
    name: '429 for two seconds',
    fault: { kind: 'status', status: 429, retryAfter: 2 },
    happens: true,
    sent: 2,
  },
  {
    name: '429 for a minute',
    fault: { kind: 'status', status: 429, retryAfter: 60 },
    happens: false,
    sent: 1,
    says: / did not happen\. Genesys Cloud asks to slow down\. Try again in 60 seconds\./,
  },
  {
    name: 'an empty 202 before the effect',
    fault: { kind: 'empty', status: 202 },
    happens: false,
    sent: 1,
    says: unproven,
  },
  {
    name: 'an empty 202 after the effect',
    fault: { kind: 'empty', status: 202, phase: 'after' },
    happens: true,
    sent: 1,
  },
  {
    name: 'a slow answer before the effect',
    fault: { kind: 'delay', ms: 3_000 },
    happens: true,
    sent: 1,
  },
  {
    name: 'a slow answer after the effect',
    fault: { kind: 'delay', ms: 3_000, phase: 'after' },
    happens: true,
    sent: 1,
  },
  {
    name: 'an effect that comes after the time for an answer',
    fault: { kind: 'delay', ms: 13_000 },
    happens: true,
    sent: 1,
    doubt: 'in time',
  },
  {
    name: 'an effect that comes when it was called undone',
    fault: { kind: 'delay', ms: 15_500 },
    happens: true,
    sent: 1,
    says: unanswered,
    doubt: 'late',
  },
]

/** Milliseconds that the engine waits for an answer. */
const attemptLife = 10_000

/** What is slow, and comes all the same. */
export const isSlow = ({ kind, ms = 0 }: Omit<Fault, 'method' | 'path'>) =>
  kind === 'delay' && ms < attemptLife

/** What can go wrong with a read; `refused` when asking again would bring the same. */
export const readFaults: readonly {
  readonly name: string
  readonly fault: Omit<Fault, 'method' | 'path'>
  readonly refused?: true
}[] = [
  ...[400, 403, 404, 409, 413, 422].map((status) => ({
    name: `${status}`,
    fault: { kind: 'status', status },
    refused: true as const,
  })),
  ...[2, 60].map((retryAfter) => ({
    name: `429 for ${retryAfter} s`,
    fault: { kind: 'status', status: 429, retryAfter },
  })),
  ...doubts.map(([name, fault]) => ({ name, fault })),
  { name: 'an empty answer', fault: { kind: 'empty' } },
  { name: 'a slow answer', fault: { kind: 'delay', ms: 3_000 } },
  { name: 'an answer that comes too late', fault: { kind: 'delay', ms: 13_000 } },
]

/** The facts of which the desk is made, by the path they are read from. */
export const facts = {
  conversations: '/api/v2/conversations',
  'presence and routing status': '/api/v2/users/me',
}

/** Longer than all repeats, and than a pause of a minute. Milliseconds. */
export const recovery = 80_000
