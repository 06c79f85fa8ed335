/** Who is in a call, who has been, and what is up with them, in plain words. */

import { objects } from '~/genesys/values'
import { t } from '~/language'
import { type Conversation, currentCall } from './conversation'
import { type Party, partiesOf } from './parties'
import { unreachedOf } from './unreached'

export interface PartyRow {
  readonly id: string
  readonly name: string
  /** What they are in the call: "Colleague", "Menu". */
  readonly role: string
  readonly state: string
  readonly tone: 'live' | 'waits' | 'gone'
  /** When the state began, for those who are there. Milliseconds since the epoch. */
  readonly since?: number
  readonly muted: boolean
}

const roles: ReadonlyMap<string, string> = new Map([
  ['customer', t`Customer`],
  ['external', t`Outside number`],
  ['agent', t`Colleague`],
  ['user', t`Colleague`],
  ['acd', t`Queue`],
  ['ivr', t`Menu`],
  ['voicemail', t`Voicemail`],
  ['workflow', t`Flow`],
  ['botflow', t`Bot`],
  ['voicesurveyflow', t`Survey`],
  ['group', t`Group`],
  ['station', t`Phone`],
  ['fax', t`Fax`],
  ['campaign', t`Campaign`],
  ['dialer', t`Dialer`],
  ['dialer.system', t`Dialer`],
  ['outbound', t`Dialer`],
  ['api', t`Another program`],
])

/** Those who are there before those who were, each in the order in which they came. */
export function partyRows(conversation: Conversation): readonly PartyRow[] {
  const all = partiesOf(conversation)
  const rows = all.map((one) => rowOf(one, all, conversation))
  const isGone = ({ tone }: PartyRow) => tone === 'gone'
  return [...rows.filter((row) => !isGone(row)), ...rows.filter(isGone)]
}

function rowOf(one: Party, all: readonly Party[], conversation: Conversation): PartyRow {
  const { id, name, state, held, muted } = one
  const gone = state === 'over'
  const told = held ? one.heldSince : one.since
  // Of my own part its beginning was seen here, where nobody says it.
  const mine = id === conversation.mine?.participantId ? conversation.since : undefined
  const since = gone ? undefined : (told ?? mine)
  return {
    ...{ id, name, muted },
    role: roleOf(one, all),
    state: gone ? leftWords(one, conversation) : held ? t`On hold` : states[state],
    tone: gone ? 'gone' : held || state !== 'connected' ? 'waits' : 'live',
    ...(since === undefined ? {} : { since }),
  }
}

const states = {
  waiting: t`Waiting`,
  dialing: t`Dialing`,
  alerting: t`Ringing`,
  connected: t`Connected`,
  over: t`Left`,
} as const

function roleOf(one: Party, all: readonly Party[]): string {
  if (one.supervises) {
    const about = all.find(({ id }) => id === one.supervised)
    const verb =
      one.supervises === 'coach' && about
        ? about.isMe
          ? t`coaching you`
          : t`coaching ${about.name}`
        : supervising[one.supervises]
    return `${one.isMe ? t`You` : t`Supervisor`}, ${verb}`
  }
  const role = roles.get(one.purpose) ?? t`Participant`
  if (one.isMe) return t`You`
  return one.consultedAbout ? t`${role}, consulted` : role
}

const supervising = { monitor: t`listening`, coach: t`coaching`, barge: t`has joined` } as const

/** How somebody left who had been connected. */
const left: ReadonlyMap<string, string> = new Map([
  ['endpoint', t`Hung up`],
  ['client', t`Hung up`],
  ['transfer', t`Transferred the call`],
  ['transfer.forward', t`Transferred the call`],
  ['transfer.consult', t`Handed the call over`],
  ['transfer.conference', t`Went on in a conference`],
  ['transfer.noanswer', t`Did not answer`],
  ['peer', t`Until the end`],
  ['system', t`Ended by Genesys Cloud`],
  ['timeout', t`Timed out`],
  ['error', t`Connection failed`],
  ['transport.failure', t`Connection failed`],
])

const never = {
  busy: t`Was busy`,
  'no-answer': t`Did not answer`,
  'unknown-number': t`Number not known`,
  declined: t`Declined`,
  away: t`Not available`,
  failed: t`Not reached`,
} as const

function leftWords(one: Party, conversation: Conversation): string {
  const { told } = conversation
  const { purpose, userId, isCustomer, answered, disconnectType = '' } = one
  if (!userId && !isCustomer)
    return disconnectType.startsWith('transfer') ? t`Passed it on` : t`Over`
  // Let go while the others went on: a consult that was taken back.
  const isLast = !partiesOf(conversation).some(
    (other) => other.state !== 'over' || (other.since ?? 0) > (one.since ?? 0),
  )
  if (answered && disconnectType === 'peer' && !isLast) return t`Left`
  if (answered) return left.get(disconnectType) ?? t`Left`
  if (disconnectType === 'peer' || disconnectType === 'transfer') return t`No longer called`
  const participant = objects(told.participants).find(({ id }) => id === one.id)
  const why = unreachedOf(participant && currentCall(participant)).why
  return purpose === 'customer' && why === 'declined' ? t`Hung up` : never[why]
}

/** What the agent has to know when they are in a call only to supervise it. */
export function supervisionWords(conversation: Conversation): string | undefined {
  const all = partiesOf(conversation)
  const me = all.find(({ id }) => id === conversation.mine?.participantId)
  if (!me?.supervises || me.state === 'over') return undefined
  const whom = all.find(({ id }) => id === me.supervised)?.name ?? t`the agent`
  switch (me.supervises) {
    case 'monitor':
      return t`You are listening to ${whom}’s call. Nobody hears you.`
    case 'coach':
      return t`You are coaching ${whom}. Nobody else hears you.`
    case 'barge':
      return t`You have joined ${whom}’s call. Everybody hears you.`
    default:
      return me.supervises satisfies never
  }
}
