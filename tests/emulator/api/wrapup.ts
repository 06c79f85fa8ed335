import type { Wrapup } from '../conversation/call'
import { assignedWrapup } from '../conversation/wire'
import { isFields, text } from '../http/json'
import { type Ask, fields, type Handler, ok, param } from './ask'
import { type ErrorCode, Refused } from './errors'
import { command, ownParticipant, participantFor } from './participants'
import { toWrapupCode } from './wrapupcodes'

/** A wrap-up as sent; `missing` is the refusal of one without a code. */
export function wrapupFrom(
  { world }: Ask,
  body: unknown,
  missing: ErrorCode,
): { wrapup: Wrapup; keepsEndTime: boolean } {
  if (!isFields(body)) throw new Refused('bad.request')
  const code = text(body, 'code')
  const provisional = body.provisional === true
  if (!code && !provisional) throw new Refused(missing)
  const known = world.org.codeById.get(code ?? '')
  // UNSURE in the official documents: a code that no queue has is refused.
  if (code && !known) throw new Refused('invalid.value', code, 'code', 'ids of wrap-up codes')
  const notes = text(body, 'notes')
  const seconds = body.durationSeconds
  const endTime = text(body, 'endTime')
  const end = endTime === undefined ? undefined : Date.parse(endTime)
  if (Number.isNaN(end)) throw new Refused('invalid.date')
  const wrapup: Wrapup = {
    ...(known && { code: known.id, name: known.name }),
    ...(notes !== undefined && { notes }),
    ...(Array.isArray(body.tags) && { tags: body.tags.map(String) }),
    ...(typeof seconds === 'number' && { durationSeconds: seconds }),
    ...(end !== undefined && { endTime: end }),
    ...(provisional && { provisional }),
  }
  return { wrapup, keepsEndTime: body.disableEndTimeUpdates === true }
}

/** One that is only saved for later must be asked for. */
function assigned(ask: Ask) {
  const { wrapup } = participantFor(ask)
  const isAsked = ask.query.get('provisional') === 'true'
  return ok(wrapup?.provisional && !isAsked ? {} : (assignedWrapup(wrapup) ?? {}))
}

/** The codes of the queue the participant worked for; of every queue when there was none. */
function codes(ask: Ask) {
  const { queue } = participantFor(ask)
  const { queueById, codeById } = ask.world.org
  const own = queue ? queueById.get(queue.id)?.codes : codeById.values()
  return ok([...(own ?? [])].map((code) => toWrapupCode(code, ask.world)))
}

function ofCommunication(ask: Ask) {
  const participant = participantFor(ask)
  if (participant.call.id !== param(ask, 'communicationId')) throw new Refused('not.found')
  return participant
}

export const wrapupHandlers = {
  getConversationParticipantWrapup: assigned,
  getConversationsCallParticipantWrapup: assigned,
  getConversationParticipantWrapupcodes: codes,
  getConversationsCallParticipantWrapupcodes: codes,
  getConversationsCallParticipantCommunicationWrapup(ask) {
    ofCommunication(ask)
    return assigned(ask)
  },
  postConversationsCallParticipantCommunicationWrapup(ask) {
    const { id: participantId } = ownParticipant(ask)
    ofCommunication(ask)
    const wrapup = wrapupFrom(ask, ask.body, 'missing.wrapup.code')
    return command(ask, { type: 'wrapup', participantId, ...wrapup })
  },
  patchConversationsAftercallworkConversationIdParticipantCommunication(ask) {
    const { id: participantId } = ownParticipant(ask)
    ofCommunication(ask)
    const { afterCallWorkRequired } = fields(ask)
    if (typeof afterCallWorkRequired !== 'boolean') throw new Refused('bad.request')
    command(ask, { type: 'requestAcw', participantId, required: afterCallWorkRequired })
    return { status: 202, body: { afterCallWorkRequired } }
  },
} satisfies Record<string, Handler>
