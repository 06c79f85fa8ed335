/**
 * A conversation as the desk sees it: built once, whole, from what Genesys Cloud said, REST or event.
 * Everything about it is derived from the participants, so a reload in the middle comes back right.
 */
import type { CommunicationId, ConversationId, ParticipantId, QueueId, UserId } from '~/genesys/ids'
import { objects, text, time } from '~/genesys/values'
import type { Call, Participant, Conversation as Wire } from '~/genesys/wire'

/** Where the agent stands in it. */
export type Phase = 'alerting' | 'dialing' | 'connected' | 'held' | 'wrapup' | 'over'

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
  readonly phase: Phase
  /** When the phase began, by Genesys Cloud's clock: as it says, else as first seen here. */
  readonly since: number
  /** Who is at the other end: a name, else a number. */
  readonly customer: { readonly name: string; readonly address: string }
  readonly queue?: { readonly id: QueueId; readonly name?: string }
  readonly mine?: Mine
  /** Milliseconds the customer waited in the queue. */
  readonly waitedMs?: number
  readonly attributes: Readonly<Record<string, string>>
  /** The others that are still in it, besides customer and agent. */
  readonly others: readonly string[]
}

/** What is needed beside the wire: who I am, now, and what was known before. */
export interface Known {
  readonly me: UserId
  readonly now: number
  readonly before?: Conversation
}

/** Undefined when it has no id or the agent no call in it: other media come later. */
export function fromWire(wire: Wire, { me, now, before }: Known): Conversation | undefined {
  const id = text(wire?.id)
  const participants = objects(wire?.participants)
  const mine = myParticipant(participants, me)
  const call = mine && currentCall(mine)
  if (!id || !call) return undefined
  const phase = phaseOf(mine, call)
  const customer = participants.find(isCustomer)
  const waited = waitedMs(participants, mine)
  const queueId = text(mine.queueId) ?? before?.queue?.id
  const queueName = text(mine.queueName) ?? before?.queue?.name
  return {
    id,
    phase,
    since: sinceOf(phase, mine, call) ?? (before?.phase === phase ? before.since : now),
    customer: nameOf(customer ?? participants.find((other) => other !== mine)),
    ...(queueId ? { queue: { id: queueId, ...(queueName ? { name: queueName } : {}) } } : {}),
    ...(myPart(mine, call) ?? partOf(before, mine)),
    ...(waited === undefined ? {} : { waitedMs: waited }),
    attributes: textsOf(customer?.attributes),
    others: participants
      .filter((other) => other !== mine && other !== customer && isTalking(other))
      .map((other) => nameOf(other).name),
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

/** My part of now: one that lives, else one that owes wrap-up, else the last. */
function myParticipant(participants: readonly Participant[], me: UserId) {
  const all = participants.filter((one) => one.userId === me && currentCall(one)).reverse()
  return (
    all.find((one) => !isEnded(currentCall(one))) ??
    all.find((one) => owesWrapup(one, currentCall(one))) ??
    all[0]
  )
}

/** A participant may hold several legs: the last one that lives, else the last. */
export function currentCall({ calls }: Participant): Call | undefined {
  const all = objects(calls)
  return all.findLast((call) => !isEnded(call)) ?? all.at(-1)
}

function isEnded(call: Call | undefined): boolean {
  return !call || call.state === 'disconnected' || call.state === 'terminated'
}

function isTalking(participant: Participant): boolean {
  const speaks = participant.purpose !== 'acd' && participant.purpose !== 'ivr'
  return speaks && !isEnded(currentCall(participant))
}

function isCustomer({ purpose }: Participant): boolean {
  return purpose === 'customer' || purpose === 'external'
}

function phaseOf(mine: Participant, call: Call | undefined): Phase {
  if (isEnded(call)) return owesWrapup(mine, call) ? 'wrapup' : 'over'
  switch (call?.state) {
    case 'connected':
      return call.held ? 'held' : 'connected'
    case 'dialing':
    case 'contacting':
      return 'dialing'
    case 'alerting':
    case 'offering':
      return 'alerting'
    default:
      // A state of tomorrow: something lives, and nothing may be assumed about it.
      return 'dialing'
  }
}

function owesWrapup(mine: Participant, call: Call | undefined): boolean {
  const answered = Boolean(call?.connectedTime ?? mine.connectedTime)
  const done =
    Boolean(mine.wrapup ?? call?.wrapup ?? mine.endAcwTime) || mine.wrapupSkipped === true
  return mine.wrapupRequired === true && answered && !done
}

function sinceOf(phase: Phase, mine: Participant, call: Call | undefined): number | undefined {
  switch (phase) {
    case 'alerting':
    case 'dialing':
      return time(call?.startAlertingTime ?? mine.startTime)
    case 'connected':
      return time(call?.connectedTime ?? mine.connectedTime)
    case 'held':
      return time(call?.startHoldTime)
    case 'wrapup':
      return time(mine.startAcwTime ?? call?.disconnectedTime ?? mine.endTime)
    case 'over':
      return time(mine.endTime)
    default:
      return phase satisfies never
  }
}

/** What was known of the same part, where the news does not name it. */
function partOf(before: Conversation | undefined, { id }: Participant): { mine?: Mine } {
  const known = before?.mine
  return known && (text(id) ?? known.participantId) === known.participantId ? { mine: known } : {}
}

function myPart(mine: Participant, call: Call): { mine: Mine } | undefined {
  const participantId = text(mine.id)
  const communicationId = text(call.id)
  if (!participantId || !communicationId) return undefined
  const alertingMs = Number(mine.alertingTimeoutMs)
  const wrapupMs = Number(mine.wrapupTimeoutMs)
  return {
    mine: {
      participantId,
      communicationId,
      muted: call.muted === true,
      ...(alertingMs ? { alertingMs } : {}),
      ...(wrapupMs ? { wrapupMs } : {}),
    },
  }
}

function nameOf(participant: Participant | undefined) {
  const call = participant && currentCall(participant)
  const raw = text(participant?.ani) ?? text(participant?.address) ?? text(call?.self?.addressRaw)
  const address = (raw ?? '').replace(/^(tel|sip):/, '').replace(/@.*$/, '')
  const name = text(participant?.name) ?? text(participant?.aniName) ?? text(call?.self?.name)
  return { name: name ?? (address || 'Unknown caller'), address }
}

/** From the last queue the call stood in before it came to me. */
function waitedMs(participants: readonly Participant[], mine: Participant): number | undefined {
  const before = participants.slice(0, participants.indexOf(mine))
  const queue = before.findLast((one) => one.purpose === 'acd')
  const from = time(queue?.connectedTime ?? queue?.startTime)
  const to = time(queue?.endTime)
  return from === undefined || to === undefined ? undefined : Math.max(0, to - from)
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

export function isLive({ phase }: Conversation): boolean {
  return phase === 'alerting' || phase === 'dialing' || phase === 'connected' || phase === 'held'
}

/** The same talk, now held or muted or neither: what can be turned back, and has no date. */
export function isTurned(before: Conversation, after: Conversation): boolean {
  return (
    steps[before.phase] === 2 &&
    steps[after.phase] === 2 &&
    (before.phase !== after.phase || before.mine?.muted !== after.mine?.muted)
  )
}
