/**
 * Readings of what the official documents leave open. The default is what docs/decisions/0010 reasons;
 * a client that works must work with the others as well.
 */
export interface Switches {
  /** Whether a queue's call may be transferred without waiting for somebody to answer. */
  unattendedQueueTransfers: boolean
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
  /** What `PUT …/routingstatus` takes: IDLE from NOT_RESPONDING only, or any status, with no effect. */
  routingStatusTaken: 'return' | 'any'
  /** Which headers scripts of other origins may read. */
  exposedHeaders: 'all' | 'none'
  /** Whether events of one channel keep the order in which things happened. */
  eventOrder: 'kept' | 'shuffled'
  /** What an answer by API gets on a phone that cannot be answered by API. */
  unanswerablePhone: 'refused' | 'ignored'
}

export const defaultSwitches: Readonly<Switches> = {
  unattendedQueueTransfers: true,
  tokenErrorStatus: 'rfc',
  publicRefreshToken: 'none',
  silentPrompt: 'ignored',
  loginOpener: 'none',
  presenceSpelling: 'words',
  routingStatusTaken: 'return',
  exposedHeaders: 'all',
  eventOrder: 'kept',
  unanswerablePhone: 'refused',
}

/** The values each may take. */
export const switchValues: Readonly<Record<keyof Switches, readonly (string | boolean)[]>> = {
  unattendedQueueTransfers: [true, false],
  tokenErrorStatus: ['rfc', '400'],
  publicRefreshToken: ['none', 'unusable', 'rotated'],
  silentPrompt: ['ignored', 'honoured'],
  loginOpener: ['none', 'same-origin', 'same-origin-allow-popups'],
  presenceSpelling: ['words', 'capitals', 'joined'],
  routingStatusTaken: ['return', 'any'],
  exposedHeaders: ['all', 'none'],
  eventOrder: ['kept', 'shuffled'],
  unanswerablePhone: ['refused', 'ignored'],
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
