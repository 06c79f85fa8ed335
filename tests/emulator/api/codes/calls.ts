import type { Catalogue } from './catalogue'

/** Codes of conversations and calls: status and message, `%s` where a parameter goes. */
export const callsCodes = {
  'callback.error.answer.not.alerting': [400, 'Only alerting calls can be answered.'],
  'callback.error.user.id.queue.id': [
    400,
    'In destination, exactly one of userId or queueId is required.',
  ],
  'communication.state.required': [400, "Can only update a communication's state to disconnected."],
  'conversation.error.barge.conference': [
    400,
    'A participant cannot be barged when conversation is a conference.',
  ],
  'conversation.error.barge.not.consult.initiator': [
    400,
    'A user cannot barge a consult transfer party that is not the initiator.',
  ],
  'conversation.error.barge.target': [400, 'Unable to determine a barge targeted participant.'],
  'conversation.error.call.disconnected': [400, 'The call is already disconnected.'],
  'conversation.error.cannot.conference.self': [
    400,
    'A conversation cannot be merged with itself.',
  ],
  'conversation.error.cannot.confine.party': [
    400,
    'The participant for this request cannot be confined.',
  ],
  'conversation.error.cannot.create.conference': [400, 'Unable to create a conference.'],
  'conversation.error.cannot.merge.acd.conference': [
    400,
    'A conference cannot be created from a connected ACD call.',
  ],
  'conversation.error.cannot.merge.alerting.conference': [
    400,
    'A conference cannot be created from an alerting call.',
  ],
  'conversation.error.cannot.merge.monitor.coach.barge': [
    400,
    'A conference cannot be created from a monitor, coach, or barge call.',
  ],
  'conversation.error.cannot.transfer.conference': [
    400,
    'Performing a consult transfer on a conference is not allowed.',
  ],
  'conversation.error.cannot.transfer.to.self': [
    400,
    'A user cannot transfer a call to their own number',
  ],
  'conversation.error.consult.transfer.no.destination': [
    400,
    'The transfer request has no destination.',
  ],
  'conversation.error.consult.transfer.no.initiator': [
    400,
    'The transfer request has no initiator.',
  ],
  'conversation.error.consult.transfer.not.started': [
    400,
    "The consult transfer can't be canceled since it hasn't started yet.",
  ],
  'conversation.error.conversation.disconnected': [
    400,
    'Conversation is disconnected, cannot alter recordingState',
  ],
  'conversation.error.empty.conversation.list': [400, 'An empty list of conversations is invalid.'],
  'conversation.error.hold.alerting': [400, 'An alerting call cannot be placed on hold'],
  'conversation.error.invalid.external.contact': [
    400,
    'The external contact supplied is not valid.',
  ],
  'conversation.error.monitor.own.conversation': [
    400,
    'A user cannot monitor a conversation where they are an active participant.',
  ],
  'conversation.error.multiple.barges': [
    400,
    'A user cannot barge a participant that is already being barged.',
  ],
  'conversation.error.multiple.coaches': [400, 'Multiple coaches on the conversation.'],
  'conversation.error.no.user.station': [400, 'A station is required to place a call.'],
  'conversation.error.participant.attribute.null': [
    400,
    'Cannot update participant attribute map to a null value.',
  ],
  'conversation.error.user.not.party': [
    400,
    'The participant for this request does not belong to the user making the request.',
  ],
  'conversation.error.wrapup.cannot.skip': [400, 'Wrap-up cannot be skipped for this participant.'],
  'conversation.error.wrapup.code.required': [
    400,
    'Wrapup code is a required field and cannot be empty.',
  ],
  'conversation.participant.update.invalid': [
    400,
    'Failed to update all properties on conversation participant.',
  ],
  'conversations.error.queue.not.found': [
    400,
    'Interaction cannot be transferred to a queue that does not exist.',
  ],
  'conversations.error.transfer.acd.call.unattended': [
    400,
    'An ACD call cannot be transferred unattended.',
  ],
  'conversations.error.transfer.destination.required': [
    400,
    'The destination is a required property for a transfer request.',
  ],
  'conversations.error.transfer.not.connected': [
    400,
    'You can only transfer conversations that are in the connected state.',
  ],
  'conversations.error.transfer.same.party': [
    400,
    'The target of the transfer cannot be the same as the destination.',
  ],
  'conversations.error.transfer.usercall.voicemail': [
    400,
    'Only personal calls can be transferred to voicemail.',
  ],
  'dest.address.not.specified': [400, 'The destination address was not specified.'],
  'missing.create.conversation.destination.parameter': [
    400,
    'At least one destination should be supplied in a create conversation request.',
  ],
  'missing.wrapup.code': [400, 'Wrapup code is required for non-provisional wrapup.'],
  'not.a.participant': [400, 'You are not a connected participant on the call'],
  'object.participant.id.required': [400, 'A connected object participant is required.'],
  'postino.error.bad.request': [
    400,
    'The request could not be understood by the server due to malformed syntax or missing field(s).',
  ],
  'too.many.create.conversation.parameters': [
    400,
    'Only a single destination can be supplied in a create conversation request.',
  ],
  // Of a call where a call is named, of a conversation where its recording is.
  'conversation.error.forbidden.not.active.participant': [
    403,
    'User is not active on %s and cannot alter recordingState',
  ],
  'conversation.error.consult.transfer.pending.not.found': [
    404,
    'The pending consult transfer does not exist.',
  ],
  'conversation.error.conversation.not.found': [404, 'The conversation does not exist.'],
  'conversation.error.not.conversation.participant': [
    404,
    'User is not a participant in the conversation.',
  ],
  'conversation.error.participant.not.found': [404, 'Participant does not exist.'],
  'secure.attributes.not.found': [404, 'Secure attributes could not be found.'],
  'conversation.error.outbound.call.cannot.be.placed': [409, 'Outbound call cannot be placed.'],
  'conversation.error.secure.attribute.conflict': [
    409,
    'A conflict occurred setting the secure attributes.',
  ],
} as const satisfies Catalogue
