/**
 * Readings of what the official documents leave open. The default is what docs/decisions/0010 reasons;
 * a client that works must work with the others as well.
 */
export interface Switches {
  /** Whether a queue's call may be transferred without waiting for somebody to answer. */
  unattendedQueueTransfers: boolean
  /** What comes of disconnecting whoever an attended transfer of one's own is offered to. */
  offerWithdrawal: 'taken' | 'refused'
  /** The status of what the token endpoint refuses: RFC 6749's (400, or 401 for the client), or always 400. */
  tokenErrorStatus: 'rfc' | '400'
  /** Whether a refresh token comes with a public client's access token, and whether it can be used. */
  publicRefreshToken: 'none' | 'unusable' | 'rotated'
  /** Whether `prompt=none` means anything to the login host: if so, it shows no page, whatever is missing. */
  silentPrompt: 'ignored' | 'honoured'
  /** The `Cross-Origin-Opener-Policy` of the login host's pages: whether who opened them keeps hold of them. */
  loginOpener: 'none' | 'same-origin' | 'same-origin-allow-popups'
  /** How REST spells a system presence: `On Queue`, `ON_QUEUE` or `OnQueue`. */
  presenceSpelling: 'words' | 'capitals' | 'joined'
  /** An organization's setting: off queue, asked for in an interaction, waits for its end. */
  requestingOffQueue: boolean
  /** What `PUT …/routingstatus` takes: IDLE from NOT_RESPONDING only, or any status, with no effect. */
  routingStatusTaken: 'return' | 'any'
  /** Which headers scripts of other origins may read. */
  exposedHeaders: 'all' | 'none'
  /** Whether events of one channel keep the order in which things happened. */
  eventOrder: 'kept' | 'shuffled'
  /** What an answer by API gets on a phone that cannot be answered by API. */
  unanswerablePhone: 'refused' | 'ignored'
  /** When queues are joined and left: at once, if told late, or some seconds after it was answered. */
  joining: 'at once' | 'later'
  /** How the longest wait is told: how long it has lasted, or since when, both in milliseconds. */
  longestWait: 'duration' | 'moment'
}

export const defaultSwitches: Readonly<Switches> = {
  unattendedQueueTransfers: true,
  offerWithdrawal: 'taken',
  tokenErrorStatus: 'rfc',
  publicRefreshToken: 'none',
  silentPrompt: 'ignored',
  loginOpener: 'none',
  presenceSpelling: 'words',
  requestingOffQueue: false,
  routingStatusTaken: 'return',
  exposedHeaders: 'all',
  eventOrder: 'kept',
  unanswerablePhone: 'refused',
  joining: 'at once',
  longestWait: 'duration',
}

/** The values each may take. */
export const switchValues: Readonly<Record<keyof Switches, readonly (string | boolean)[]>> = {
  unattendedQueueTransfers: [true, false],
  offerWithdrawal: ['taken', 'refused'],
  tokenErrorStatus: ['rfc', '400'],
  publicRefreshToken: ['none', 'unusable', 'rotated'],
  silentPrompt: ['ignored', 'honoured'],
  loginOpener: ['none', 'same-origin', 'same-origin-allow-popups'],
  presenceSpelling: ['words', 'capitals', 'joined'],
  requestingOffQueue: [true, false],
  routingStatusTaken: ['return', 'any'],
  exposedHeaders: ['all', 'none'],
  eventOrder: ['kept', 'shuffled'],
  unanswerablePhone: ['refused', 'ignored'],
  joining: ['at once', 'later'],
  longestWait: ['duration', 'moment'],
}

export class BadSwitch extends Error {
  readonly field: string

  constructor(field: string, message: string) {
    super(message)
    this.field = field
  }
}

/** Sets what `wanted` names; a name or a value that is not known changes nothing. */
export function setSwitches(switches: Switches, wanted: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(wanted)) {
    const values = Object.entries(switchValues).find(([known]) => known === name)?.[1]
    if (!values) throw new BadSwitch(name, `There is no switch ${name}`)
    if (!values.some((known) => known === value)) {
      throw new BadSwitch(name, `${name} must be one of ${values.join(', ')}`)
    }
  }
  Object.assign(switches, wanted)
}
