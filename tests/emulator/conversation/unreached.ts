import type { Call, DisconnectType } from './call'
import type { DialledOutcome } from './dialling'

/** Until the network knows what becomes of a number. */
export const dialledMs: Readonly<Record<DialledOutcome, number>> = {
  answers: 2_000,
  busy: 2_000,
  fails: 2_000,
  noAnswer: 30_000,
}

interface Failure {
  readonly disconnectType: DisconnectType
  readonly disconnectReasons: NonNullable<Call['disconnectReasons']>
  readonly errorInfo?: NonNullable<Call['errorInfo']>
}

/**
 * How the far end's leg ends when nobody can be reached. UNSURE in the official documents: they name the
 * types ("a system (dialing) timeout", "an error in the provider", the endpoint) and the network's codes,
 * and do not say which goes with what.
 */
export const failures: Readonly<Record<Exclude<DialledOutcome, 'answers'>, Failure>> = {
  busy: {
    disconnectType: 'endpoint',
    disconnectReasons: [
      { type: 'sip', code: 486, phrase: 'Busy Here' },
      { type: 'q850', code: 17, phrase: 'User busy' },
    ],
  },
  noAnswer: {
    disconnectType: 'timeout',
    disconnectReasons: [
      { type: 'sip', code: 480, phrase: 'Temporarily Unavailable' },
      { type: 'q850', code: 19, phrase: 'No answer from user' },
    ],
  },
  fails: {
    disconnectType: 'error',
    disconnectReasons: [
      { type: 'sip', code: 404, phrase: 'Not Found' },
      { type: 'q850', code: 1, phrase: 'Unallocated number' },
    ],
    errorInfo: {
      code: 'error.ininedgecontrol.connection.dialplan.notReachable',
      message: 'The number cannot be reached.',
    },
  },
}
