/**
 * A conversation as the desk sees it: built once, whole, from what Genesys Cloud said, REST or event.
 * Everything about it is derived from the participants, so a reload in the middle comes back right.
 */

import type { CommunicationId, ConversationId, ParticipantId, QueueId, UserId } from '~/genesys/ids'
import { objects, text, time, word } from '~/genesys/values'
import type { Call, Participant, Conversation as Wire } from '~/genesys/wire'
import { t } from '~/language'

/** Where the agent stands in it. */
export type Phase = 'alerting' | 'dialing' | 'connected' | 'held' | 'wrapup' | 'over'

/** What it is; this desk works on calls alone. */
export type Media = 'call' | 'callback' | 'message' | 'email' | 'chat' | 'other'

/** The agent's own part. */
export interface Mine {
  readonly participantId: ParticipantId
  readonly communicationId: CommunicationId
  readonly muted: boolean
  /** Milliseconds Genesys Cloud lets it ring, when it says so. */
  readonly alertingMs?: number
  /** Milliseconds of after-call work, when they are limited. */
  readonly wrapupMs?: number
}

export interface Conversation {
  readonly id: ConversationId
  readonly media: Media
  readonly phase: Phase
  /** What Genesys Cloud said last, for what only an open conversation shows: parties, consult, own part. */
  readonly told: Wire
  /** When it began, for whoever was first in it. Milliseconds since the epoch, as far as is known. */
  readonly startedAt: number
  /** When the phase began, by Genesys Cloud's clock: as it says, else as first seen here. */
  readonly since: number
  /** Who is at the other end: a name, else a number. */
  readonly customer: { readonly name: string; readonly address: string }
  readonly queue?: { readonly id: QueueId; readonly name?: string }
  readonly mine?: Mine
  readonly attributes: Readonly<Record<string, string>>
}

/** What is needed beside the wire: who I am, now, and what was known before. */
export interface Known {
  readonly me: UserId
  readonly now: number
  readonly before?: Conversation
}

/** Undefined when it has no id or the agent no part in it. */
export function fromWire(wire: Wire, { me, now, before }: Known): Conversation | undefined {
  const id = text(wire?.id)
  const participants = objects(wire?.participants)
  const part = partOf(participants, me)
  if (!id || !part) return undefined
  const { media, mine, leg, phase } = part
  const customer = farEnd(participants, me)
  // What was known is of this part only: another may be for another queue, and rings anew.
  const same =
    (text(mine.id) ?? before?.mine?.participantId) === before?.mine?.participantId
      ? before
      : undefined
  const queueId = text(mine.queueId) ?? same?.queue?.id
  const queueName =
    text(mine.queueName) ?? (before?.queue?.id === queueId ? before?.queue?.name : '')
  // An event has no start of its own: nobody was there before the first.
  const first = participants.map((one) => one.startTime ?? one.connectedTime)
  const starts = [wire.startTime, ...first]
  return {
    id,
    media,
    phase,
    told: wire,
    startedAt: Math.min(before?.startedAt ?? now, ...starts.map((at) => time(at) ?? now)),
    since: sinceOf(phase, mine, leg) ?? (same?.phase === phase ? same.since : now),
    // Before anybody was called, the leg knows whom it will be.
    customer: nameOf(customer ?? { ...leg.other, address: leg.other?.addressRaw }),
    ...(queueId ? { queue: { id: queueId, ...(queueName ? { name: queueName } : {}) } } : {}),
    ...(myPart(mine, leg) ?? (same?.mine ? { mine: same.mine } : {})),
    attributes: textsOf(customer?.attributes),
  }
}

const steps: Readonly<Record<Phase, number>> = {
  alerting: 1,
  dialing: 1,
  connected: 2,
  held: 2,
  wrapup: 3,
  over: 4,
}

/** How far the agent's parts in it have come. It only grows: less than before is older news. */
export function progress({ participants }: Wire, me: UserId): number {
  return objects(participants)
    .filter((one) => one.userId === me && currentCall(one))
    .reduce((sum, one) => sum + steps[phaseOf(one, currentCall(one))], 0)
}

type Shelf =
  | 'calls'
  | 'callbacks'
  | 'messages'
  | 'emails'
  | 'chats'
  | 'videos'
  | 'socialExpressions'
  | 'internalMessages'

/** Where a participant has the legs of each medium; what lives in an earlier one goes first. */
export const shelves: readonly (readonly [Shelf, Media])[] = [
  ['calls', 'call'],
  ['callbacks', 'callback'],
  ['messages', 'message'],
  ['emails', 'email'],
  ['chats', 'chat'],
  ['videos', 'other'],
  ['socialExpressions', 'other'],
  ['internalMessages', 'other'],
]

/** My part of now: one that lives, else one that owes wrap-up, else the last. */
function partOf(participants: readonly Participant[], me: UserId) {
  const own = participants.filter(({ userId }) => userId === me).reverse()
  const parts = shelves.flatMap(([shelf, media]) => {
    const all = own.flatMap((mine) => {
      const leg = legOf(mine, shelf)
      return leg ? { media, mine, leg, phase: phaseOf(mine, leg) } : []
    })
    const owed = all.find(({ phase }) => phase === 'wrapup')
    return all.find(({ leg }) => !isEnded(leg)) ?? owed ?? all[0] ?? []
  })
  return parts.find(({ phase }) => phase !== 'over') ?? parts[0]
}

/** A participant may hold several legs: the last one that lives, else the last. */
export function legOf(one: Participant, shelf: Shelf): Call | undefined {
  const all = objects<Call>(one[shelf])
  return all.findLast((leg) => !isEnded(leg)) ?? all.at(-1)
}

export const currentCall = (one: Participant) => legOf(one, 'calls')

export function isEnded(leg: Call | undefined): boolean {
  const state = word(leg?.state)
  if (!leg || state === 'disconnected' || state === 'terminated') return true
  return state !== 'connected' && text(leg.disconnectedTime) !== undefined
}

const isGone = (one: Participant) => shelves.every(([shelf]) => isEnded(legOf(one, shelf)))

export function isCustomer({ purpose }: Participant): boolean {
  return word(purpose) === 'customer' || word(purpose) === 'external'
}

/** Who it is all about: whoever is asked for advice, and what only passes it on, comes last. */
export function farEnd(participants: readonly Participant[], me: UserId): Participant | undefined {
  const rank = (one: Participant) => {
    const purpose = word(one.purpose)
    if (purpose === 'customer') return isGone(one) ? 1 : 0
    if (one.consultParticipantId) return 5
    return purpose === 'external' ? 2 : !one.userId ? 6 : isGone(one) ? 4 : 3
  }
  return participants.filter(({ userId }) => userId !== me).sort((a, b) => rank(a) - rank(b))[0]
}

function phaseOf(mine: Participant, leg: Call | undefined): Phase {
  if (isEnded(leg)) return owesWrapup(mine, leg) ? 'wrapup' : 'over'
  switch (word(leg?.state)) {
    case 'connected':
      return leg?.held === true ? 'held' : 'connected'
    case 'parked':
      return 'held'
    case 'alerting':
    case 'offering':
      return 'alerting'
    default:
      // Dialing, contacting, or a state of tomorrow: something lives, and nothing may be assumed about it.
      return 'dialing'
  }
}

function owesWrapup(mine: Participant, leg: Call | undefined): boolean {
  const answered = Boolean(leg?.connectedTime ?? mine.connectedTime)
  // A forced time is sat out, whatever was given in it or before.
  const given = (mine.wrapup ?? leg?.wrapup) && word(mine.wrapupPrompt) !== 'forcedtimeout'
  const done = Boolean(given || mine.endAcwTime) || mine.wrapupSkipped === true
  // Only the leg tells in an event that it was skipped; who goes on, in a callback of which this was a call,
  // owes nothing yet.
  const work = word(leg?.afterCallWork?.state) ?? 'unknown'
  const due = work === 'unknown' ? isGone(mine) : work === 'pending'
  return mine.wrapupRequired === true && answered && !done && due
}

function sinceOf(phase: Phase, mine: Participant, leg: Call): number | undefined {
  switch (phase) {
    case 'alerting':
    case 'dialing':
      return time(leg.startAlertingTime ?? mine.startTime)
    case 'connected':
      return time(leg.connectedTime ?? mine.connectedTime)
    case 'held':
      return time(leg.startHoldTime)
    case 'wrapup':
      return time(mine.startAcwTime ?? leg.disconnectedTime ?? mine.endTime)
    case 'over':
      return time(mine.endTime)
    default:
      return phase satisfies never
  }
}

function myPart(mine: Participant, leg: Call): { mine: Mine } | undefined {
  const participantId = text(mine.id)
  const communicationId = text(leg.id)
  if (!participantId || !communicationId) return undefined
  const alertingMs = Number(mine.alertingTimeoutMs)
  const wrapupMs = Number(mine.wrapupTimeoutMs)
  return {
    mine: {
      participantId,
      communicationId,
      muted: leg.muted === true,
      ...(alertingMs ? { alertingMs } : {}),
      ...(wrapupMs ? { wrapupMs } : {}),
    },
  }
}

/** `ani` is the number of who called, whoever has it: only of a caller it is their own. */
export function nameOf(one: Participant | undefined) {
  const leg = one && currentCall(one)
  const caller = one && isCustomer(one) && word(leg?.direction) !== 'outbound' ? one : undefined
  const raw = text(caller?.ani) ?? text(one?.address) ?? text(leg?.self?.addressRaw)
  const address = (raw ?? '').replace(/^(tel|sip):/, '').replace(/@.*$/, '')
  const name = text(one?.name) ?? text(caller?.aniName) ?? text(leg?.self?.name)
  return { name: name ?? (address || t`Unknown caller`), address }
}

function textsOf(attributes: unknown): Record<string, string> {
  if (typeof attributes !== 'object' || attributes === null) return {}
  const texts = Object.entries(attributes).filter((pair): pair is [string, string] => {
    return typeof pair[1] === 'string'
  })
  return Object.fromEntries(texts)
}

const order: readonly Phase[] = ['alerting', 'dialing', 'connected', 'held', 'wrapup', 'over']

/** What rings comes first, then what lives, then what waits for its wrap-up; older before newer. */
export function compare(a: Conversation, b: Conversation): number {
  return order.indexOf(a.phase) - order.indexOf(b.phase) || a.since - b.since
}

export const livePhases: readonly Phase[] = order.slice(0, 4)

/** A call that can be acted on; what is no call is worked on elsewhere. */
export function isLive({ media, phase }: Conversation): boolean {
  return media === 'call' && livePhases.includes(phase)
}

/** The same talk, now held or muted or neither: what can be turned back, and has no date. */
export function isTurned(before: Conversation, after: Conversation): boolean {
  return (
    steps[before.phase] === 2 &&
    steps[after.phase] === 2 &&
    (before.phase !== after.phase || before.mine?.muted !== after.mine?.muted)
  )
}
