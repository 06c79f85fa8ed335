import { requestAcw } from './acw'
import {
  type AgentFacts,
  type Conversation,
  callerOf,
  farEnd,
  isOver,
  type Moment,
  type Participant,
  type QueueFacts,
  type SpeakTo,
  type Supervision,
  type TransferType,
  type Wrapup,
} from './call'
import { addParticipant, changeParticipant, isRefused, type Outcome } from './change'
import { followConference, invite, merge, type Party } from './conference'
import { cancelConsult, changeSpeakers, startConsult } from './consult'
import { consultFacts, followConsult } from './consulting'
import { disconnect, endAll, endParticipant, settle, unanswered } from './ending'
import { withdrawTransfers } from './handover'
import { confine, press, setSecureAttributes } from './marks'
import { reach, takeUp } from './outbound'
import { pauseRecording } from './recording'
import { makeRinging } from './start'
import { followSupervision, supervise } from './supervision'
import { answer, hold, set } from './talking'
import { type Destination, transfer } from './transfer'
import { closeWrapups, skipWrapup, submitWrapup, timeOutWrapup } from './wrapup'

interface Of {
  readonly participantId: string
}

/** Everything that can happen to a call. */
export type Command =
  | { readonly type: 'offer'; readonly agent: AgentFacts; readonly queue: QueueFacts }
  | { readonly type: 'tearDown' }
  /** By a user, who need not take part. */
  | { readonly type: 'disconnect'; readonly userId: string }
  | { readonly type: 'callerHangsUp' }
  | { readonly type: 'pauseRecording'; readonly userId: string; readonly paused: boolean }
  | { readonly type: 'tag'; readonly externalTag: string }
  | {
      readonly type: 'setSecureAttributes'
      readonly attributes: Readonly<Record<string, string>>
      readonly version?: number
    }
  | (Of & {
      readonly type: 'answer' | 'hangUp' | 'alertingTimesOut' | 'skipWrapup' | 'wrapupTimesOut'
    })
  | (Of & { readonly type: 'takeUp' | 'dialled' })
  | (Of & { readonly type: 'press'; readonly digits: string })
  | (Of & { readonly type: 'flag'; readonly flagged: boolean })
  | (Of & { readonly type: 'confine'; readonly confined: boolean })
  | (Of & { readonly type: 'requestAcw'; readonly required: boolean })
  | (Of & { readonly type: 'hold'; readonly held: boolean })
  | (Of & { readonly type: 'mute'; readonly muted: boolean })
  | (Of & { readonly type: 'record'; readonly recording: boolean })
  | (Of & {
      readonly type: 'wrapup'
      readonly wrapup: Wrapup
      /** Leaves the time of a wrap-up given before as it is. */
      readonly keepsEndTime?: boolean
    })
  | (Of & { readonly type: 'setAttributes'; readonly attributes: Readonly<Record<string, string>> })
  | (Of & {
      readonly type: 'transfer'
      readonly destination: Destination
      readonly transferType: TransferType
    })
  | (Of & { readonly type: 'cancelConsult' | 'leaveForConference' | 'withdraw' })
  | (Of & {
      readonly type: 'consult'
      readonly objectId: string
      readonly destination: Destination
      readonly speakTo: SpeakTo
    })
  | (Of & {
      readonly type: 'supervise'
      readonly agent: AgentFacts
      readonly as: Supervision
    })
  | (Of & { readonly type: 'speakTo'; readonly speakTo: SpeakTo })
  | (Of & { readonly type: 'invite'; readonly destinations: readonly Destination[] })
  | (Of & {
      readonly type: 'merge'
      readonly parties: readonly Party[]
      readonly conversationIds: readonly string[]
    })

function hangUp(conversation: Conversation, participant: Participant, moment: Moment): Outcome {
  if (isOver(participant.call)) return { refused: 'conversation.error.call.disconnected' }
  const by = participant.userId === undefined ? 'endpoint' : 'client'
  const isDialled = participant.call.state === 'dialing' && participant.userId === undefined
  if (participant.call.state === 'alerting' || isDialled) {
    return { conversation: unanswered(conversation, participant, by, moment) }
  }
  const ended = endParticipant(conversation, participant.id, by, moment.at)
  return { conversation: settle(ended, moment.at) }
}

function withParticipant(
  conversation: Conversation,
  participant: Participant,
  command: Extract<Command, Of>,
  moment: Moment,
): Outcome {
  switch (command.type) {
    case 'answer':
      return answer(conversation, participant, moment)
    case 'hangUp':
      return hangUp(conversation, participant, moment)
    case 'alertingTimesOut':
      return { conversation: unanswered(conversation, participant, 'transfer.noanswer', moment) }
    case 'takeUp':
      return takeUp(conversation, participant, moment)
    case 'dialled':
      return reach(conversation, participant, moment)
    case 'press':
      return press(conversation, participant, command.digits)
    case 'confine':
      return confine(conversation, participant, command.confined, moment)
    case 'requestAcw':
      return requestAcw(conversation, participant, command.required)
    case 'flag': {
      const { flagged } = command
      const flag = (before: Participant) => ({ ...before, flagged })
      return { conversation: changeParticipant(conversation, participant.id, flag) }
    }
    case 'hold':
      return hold(conversation, participant, command.held, moment)
    case 'mute':
      return set(conversation, participant, 'muted', command.muted)
    case 'record':
      return set(conversation, participant, 'recording', command.recording)
    case 'transfer':
      return transfer(conversation, participant, command.destination, command.transferType, moment)
    case 'consult':
      return startConsult(conversation, participant, command, moment)
    case 'speakTo':
      return changeSpeakers(conversation, participant, command.speakTo, moment)
    case 'cancelConsult':
      return cancelConsult(conversation, participant, moment)
    case 'withdraw':
      return { conversation: withdrawTransfers(conversation, participant.id, moment.at) }
    case 'supervise':
      return supervise(conversation, participant, command.agent, command.as, moment)
    case 'invite':
      return invite(conversation, participant, command.destinations, moment)
    case 'merge':
      return merge(conversation, participant, command.parties, command.conversationIds, moment)
    case 'leaveForConference':
      return { conversation: endAll(conversation, 'transfer.conference', moment.at) }
    case 'wrapup':
      return submitWrapup(conversation, participant, command, moment)
    case 'skipWrapup':
      return skipWrapup(conversation, participant, moment)
    case 'wrapupTimesOut':
      return timeOutWrapup(conversation, participant, moment)
    case 'setAttributes':
      return {
        conversation: changeParticipant(conversation, participant.id, (before) => ({
          ...before,
          attributes: { ...before.attributes, ...command.attributes },
        })),
      }
  }
}

function carryOut(conversation: Conversation, command: Command, moment: Moment): Outcome {
  switch (command.type) {
    case 'offer': {
      const { agent, queue } = command
      const facts = { queue, routed: true, ...consultFacts(conversation) }
      const ringing = makeRinging(agent, farEnd(conversation), facts, moment)
      return { conversation: addParticipant(conversation, ringing) }
    }
    case 'disconnect':
      return { conversation: disconnect(conversation, command.userId, moment.at) }
    case 'tearDown': {
      const over = conversation.endTime !== undefined
      const ended = over ? conversation : endAll(conversation, 'system', moment.at)
      return { conversation: closeWrapups(ended, moment) }
    }
    case 'pauseRecording':
      return pauseRecording(conversation, command.userId, command.paused)
    case 'tag':
      return { conversation: { ...conversation, externalTag: command.externalTag } }
    case 'setSecureAttributes':
      return setSecureAttributes(conversation, command.attributes, command.version)
    case 'callerHangsUp': {
      const caller = callerOf(conversation)
      if (!caller) return { refused: 'conversation.error.not.conversation.participant' }
      return hangUp(conversation, caller, moment)
    }
    default: {
      const participant = conversation.participants.find(({ id }) => id === command.participantId)
      if (!participant) return { refused: 'conversation.error.not.conversation.participant' }
      return withParticipant(conversation, participant, command, moment)
    }
  }
}

/** What a call becomes by one command, or the official code with which it is refused. */
export function step(conversation: Conversation, command: Command, moment: Moment): Outcome {
  const outcome = carryOut(conversation, command, moment)
  if (isRefused(outcome)) return outcome
  const consulted = followConsult(outcome.conversation, moment.at)
  const settled = followConference(conversation, consulted, moment.at)
  return { conversation: followSupervision(settled, moment.at) }
}

/** Several commands as one: all of them, or the first refusal and no change. */
export function steps(
  conversation: Conversation,
  commands: readonly Command[],
  moment: Moment,
): Outcome {
  let outcome: Outcome = { conversation }
  for (const command of commands) {
    if (isRefused(outcome)) return outcome
    outcome = step(outcome.conversation, command, moment)
  }
  return outcome
}
