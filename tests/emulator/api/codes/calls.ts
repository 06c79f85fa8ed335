import type { Catalogue } from './catalogue'

/** Codes of conversations and calls: status and message, `%s` where a parameter goes. */
export const callsCodes = {
  'missing.wrapup.code': [400, 'Wrapup code is required for non-provisional wrapup.'],
  'callback.error.answer.not.alerting': [400, 'Only alerting calls can be answered.'],
  'callback.error.user.id.queue.id': [
    400,
    'In destination, exactly one of userId or queueId is required.',
  ],
  'conversation.error.call.disconnected': [400, 'The call is already disconnected.'],
  'conversation.error.cannot.confine.party': [
    400,
    'The participant for this request cannot be confined.',
  ],
  'conversation.error.cannot.create.conference': [400, 'Unable to create a conference.'],
  'conversation.error.conversation.disconnected': [
    400,
    'Conversation is disconnected, cannot alter recordingState',
  ],
  'conversation.error.invalid.external.contact': [
    400,
    'The external contact supplied is not valid.',
  ],
  'conversation.error.no.user.station': [400, 'A station is required to place a call.'],
  'communication.state.required': [400, "Can only update a communication's state to disconnected."],
  'missing.create.conversation.destination.parameter': [
    400,
    'At least one destination should be supplied in a create conversation request.',
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
  'secure.attributes.not.found': [404, 'Secure attributes could not be found.'],
  'conversation.error.outbound.call.cannot.be.placed': [409, 'Outbound call cannot be placed.'],
  'conversation.error.secure.attribute.conflict': [
    409,
    'A conflict occurred setting the secure attributes.',
  ],
  'conversation.error.hold.alerting': [400, 'An alerting call cannot be placed on hold'],
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
  'postino.error.bad.request': [
    400,
    'The request could not be understood by the server due to malformed syntax or missing field(s).',
  ],
  'conversation.error.conversation.not.found': [404, 'The conversation does not exist.'],
  'conversation.error.not.conversation.participant': [
    404,
    'User is not a participant in the conversation.',
  ],
  'conversation.error.participant.not.found': [404, 'Participant does not exist.'],
} as const satisfies Catalogue
