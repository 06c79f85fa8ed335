/** Everybody in a call, those who have left included, as an open conversation shows them. */
import type { ParticipantId, UserId } from '~/genesys/ids'
import { objects, text, time, word } from '~/genesys/values'
import type { Call, Participant } from '~/genesys/wire'
import {
  type Conversation,
  isCustomer,
  isEnded,
  legOf,
  type Media,
  nameOf,
  shelves,
} from './conversation'
import { type Supervision, supervised, supervisionOf } from './own'

export type PartyState = 'waiting' | 'dialing' | 'alerting' | 'connected' | 'over'

export interface Party {
  readonly id: ParticipantId
  readonly name: string
  readonly address: string
  /** As Genesys Cloud spells it, in small letters: `customer`, `agent`, `acd`, `ivr` … */
  readonly purpose: string
  readonly userId?: UserId
  readonly queueId?: string
  readonly isMe: boolean
  readonly isCustomer: boolean
  readonly state: PartyState
  /** When the state began. Milliseconds since the epoch; absent when nobody says. */
  readonly since?: number
  /** Hears nothing, or music. */
  readonly held: boolean
  /** When that began. */
  readonly heldSince?: number
  readonly muted: boolean
  readonly supervises?: Supervision
  /** Whose call it is that they supervise. */
  readonly supervised?: ParticipantId
  /** Is consulted about this participant. */
  readonly consultedAbout?: ParticipantId
  /** They were connected at some time. */
  readonly answered?: boolean
  /** Why they are gone, as events spell it. */
  readonly disconnectType?: string
}

/** In the order in which they came. */
export function partiesOf({ told, mine, media }: Conversation): readonly Party[] {
  const all = objects(told.participants)
  const me = all.find(({ id }) => id === mine?.participantId)?.userId
  return all.flatMap((one) => partyOf(one, me, media) ?? [])
}

/** The leg by which somebody is in a conversation of this medium. */
function legIn(one: Participant, media: Media): Call | undefined {
  for (const [shelf, of] of shelves) {
    const leg = of === media && legOf(one, shelf)
    if (leg) return leg
  }
  return undefined
}

/** REST writes it out, events do not. */
export const disconnectTypeOf = (leg: Call | undefined) =>
  word(leg?.disconnectType)?.replace('donotdisturb', 'dnd')

function partyOf(one: Participant, me: string | undefined, media: Media): Party | undefined {
  const id = text(one.id)
  const call = legIn(one, media)
  if (!id || !call) return undefined
  const state = stateOf(one, call)
  const userId = text(one.userId)
  const queueId = text(one.queueId)
  const since = sinceOf(state, one, call)
  const held = state !== 'over' && (call.held === true || call.confined === true)
  const heldSince = held ? time(call.startHoldTime) : undefined
  const supervises = supervisionOf(one)
  const consultedAbout = text(one.consultParticipantId)
  const supervisedId = supervised(one)
  const disconnectType = state === 'over' ? disconnectTypeOf(call) : undefined
  return {
    id,
    ...nameOf(one),
    purpose: word(one.purpose) ?? '',
    isMe: userId !== undefined && userId === me,
    isCustomer: isCustomer(one),
    state,
    held,
    muted: call.muted === true,
    ...(userId ? { userId } : {}),
    ...(queueId ? { queueId } : {}),
    ...(since === undefined ? {} : { since }),
    ...(heldSince === undefined ? {} : { heldSince }),
    ...(supervises ? { supervises } : {}),
    ...(supervisedId ? { supervised: supervisedId } : {}),
    answered: Boolean(call.connectedTime ?? one.connectedTime),
    ...(consultedAbout ? { consultedAbout } : {}),
    ...(disconnectType ? { disconnectType } : {}),
  }
}

function stateOf(one: Participant, call: Call): PartyState {
  if (isEnded(call)) return 'over'
  switch (word(call.state)) {
    case 'connected':
      return word(one.purpose) === 'acd' ? 'waiting' : 'connected'
    case 'alerting':
    case 'offering':
      return 'alerting'
    default:
      return 'dialing'
  }
}

function sinceOf(state: PartyState, one: Participant, call: Call): number | undefined {
  if (state === 'over') return time(call.disconnectedTime ?? one.endTime)
  if (state === 'connected' || state === 'waiting') return time(call.connectedTime)
  return time(call.startAlertingTime ?? one.startTime)
}
