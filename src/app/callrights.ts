/** What the role of this agent admits, of the verbs of a call. */
import type { Lacks } from '~/conversations/controls'
import type { Desk } from './desk'
import { whyNot, whyNotCall, whyNotTransfer } from './rights'

const consults = ['consultAgent', 'consultQueue', 'consultContact', 'consultAddress'] as const

export function lacksOf(desk: Desk): Lacks {
  const why = consults.map((operation) => whyNot(desk, operation))
  return {
    change: whyNotCall(desk),
    transfer: whyNotTransfer(desk),
    // One of any kind is enough.
    consult: why.every(Boolean) ? why[0] : undefined,
    invite: whyNot(desk, 'invite'),
    keypad: whyNot(desk, 'sendDigits'),
    pause: whyNot(desk, 'setRecordingState'),
    flag: whyNot(desk, 'flag'),
    acw: whyNot(desk, 'requestAfterCallWork'),
  }
}
