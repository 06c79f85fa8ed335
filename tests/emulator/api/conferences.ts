import { type Conversation, isOver, type Participant, partiesOf } from '../conversation/call'
import { isUnsettled, startConference } from '../conversation/conference'
import { toRest } from '../conversation/rest'
import { isFields } from '../http/json'
import { type Answer, type Ask, accepted, fields, type Handler, ok, userFor } from './ask'
import { toAddress, toAgent, toQueue } from './destinations'
import { type ErrorCode, Refused } from './errors'
import { command, conversationFor } from './participants'

/** UNSURE in the official documents: how many a conference holds. */
const maxParticipants = 10

/** Where the user talks; who only listens is no active participant. */
function connectedAs(userId: string, conversation: Conversation): Participant | undefined {
  return partiesOf(conversation).findLast((one) => one.userId === userId)
}

/** Why a call cannot be part of a conference; UNSURE in the official documents: a consult counts as ringing. */
function obstacle(conversation: Conversation): ErrorCode | undefined {
  if (isUnsettled(conversation)) return 'conversation.error.cannot.merge.alerting.conference'
  if (conversation.participants.some(({ supervises, call }) => supervises && !isOver(call))) {
    return 'conversation.error.cannot.merge.monitor.coach.barge'
  }
  const waits = conversation.participants.some(
    ({ purpose, call }) => purpose === 'acd' && call.state === 'connected',
  )
  return waits ? 'conversation.error.cannot.merge.acd.conference' : undefined
}

/** The conversations of a request that the user talks in, each once. */
function talkedIn(ask: Ask, ids: readonly unknown[], missing: ErrorCode): Conversation[] {
  return [...new Set(ids)].map((id) => {
    const found = ask.world.conversations.get(String(id))
    if (!found || !connectedAs(ask.user.id, found)) throw new Refused(missing)
    return found
  })
}

/** Everybody else who talks in them, each user once. */
function partiesIn(conversations: readonly Conversation[], ...known: string[]): Participant[] {
  const seen = new Set(known)
  return conversations.flatMap(partiesOf).filter(({ userId }) => {
    if (userId === undefined) return true
    const isNew = !seen.has(userId)
    seen.add(userId)
    return isNew
  })
}

function momentOf({ world }: Ask) {
  return { at: world.clock.now(), makeId: world.makeId }
}

/** Whoever was merged away is told last: nobody is offered a call in between. */
function leave(ask: Ask, conversations: readonly Conversation[]): void {
  for (const conversation of conversations) {
    const participantId = connectedAs(ask.user.id, conversation)?.id ?? ''
    ask.world.conversations.apply(conversation.id, { type: 'leaveForConference', participantId })
  }
}

function updateConference(ask: Ask): Answer {
  const missing = 'conversation.error.conversation.not.found'
  const { conversationIds } = fields(ask)
  const { id } = conversationFor(ask)
  if (!Array.isArray(conversationIds) || conversationIds.length === 0) {
    throw new Refused('conversation.error.empty.conversation.list')
  }
  if (conversationIds.includes(id)) throw new Refused('conversation.error.cannot.conference.self')
  const [into] = talkedIn(ask, [id], missing)
  const merged = talkedIn(ask, conversationIds, missing)
  const own = into && connectedAs(ask.user.id, into)
  if (!into || !own) throw new Refused(missing)
  for (const conversation of [into, ...merged]) {
    const code = obstacle(conversation)
    if (code) throw new Refused(code)
  }
  const there = partiesOf(into)
  const users = there.flatMap(({ userId }) => (userId === undefined ? [] : [userId]))
  const parties = partiesIn(merged, ...users)
  if (there.length + parties.length > maxParticipants) {
    throw new Refused('conversation.error.cannot.create.conference')
  }
  const ids = merged.map((one) => one.id)
  command(ask, { type: 'merge', participantId: own.id, parties, conversationIds: ids })
  leave(ask, merged)
  return accepted
}

/** A new conversation made of the ones named. */
export function createConference(ask: Ask, conversationIds: readonly unknown[]): Answer {
  const merged = talkedIn(ask, conversationIds, 'resource.not.found')
  const parties = partiesIn(merged, ask.user.id)
  const first = merged[0]
  const own = first && connectedAs(ask.user.id, first)
  const unfit = merged.length < 2 || merged.some((one) => obstacle(one) !== undefined)
  if (!first || !own || unfit || parties.length >= maxParticipants) {
    throw new Refused('conversation.error.cannot.create.conference')
  }
  const conference = startConference(
    first,
    own,
    parties,
    merged.map(({ id }) => id),
    momentOf(ask),
  )
  ask.world.conversations.start(conference)
  leave(ask, merged)
  const { id } = conference
  return { status: 202, body: { id, selfUri: `/api/v2/conversations/calls/${id}` } }
}

/** Brings one more in, for the user of the path or the one who asks. */
function add(ask: Ask, userId: string): Answer {
  const conversation = conversationFor(ask)
  const own = connectedAs(userId, conversation)
  if (!own) throw new Refused('conversation.error.forbidden.not.active.participant', 'call')
  const { participants, startTime } = fields(ask)
  if (!Array.isArray(participants) || participants.length === 0 || !startTime) {
    throw new Refused('bad.request')
  }
  const destinations = participants.map((wanted: unknown) => {
    if (!isFields(wanted)) throw new Refused('bad.request')
    const seek = wanted.queueId ? toQueue : wanted.userId ? toAgent : toAddress
    const destination = seek(ask, wanted)
    if (destination === 'nothing') throw new Refused('bad.request')
    if (typeof destination === 'string') {
      throw new Refused('conversation.error.outbound.call.cannot.be.placed')
    }
    return destination
  })
  command(ask, { type: 'invite', participantId: own.id, destinations })
  return ok(toRest(conversationFor(ask), ask.world.org.division))
}

/** Several calls made one, and further parties in a call. */
export const conferenceHandlers = {
  getConversationsCallsMaximumconferenceparties: () => ok({ maxParticipants }),
  patchConversationsCallConference: updateConference,
  postConversationsCallParticipants: (ask) => add(ask, ask.user.id),
  postConversationsCallParticipantsUserUserId: (ask) => add(ask, userFor(ask).id),
} satisfies Record<string, Handler>
