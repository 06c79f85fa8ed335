/** Why Genesys Cloud refuses a transfer, by its own codes. */
export const refusals: Readonly<Record<string, string>> = {
  'conversations.error.transfer.not.connected': 'Only a connected call can be transferred.',
  'conversations.error.transfer.same.party': 'The call is already there.',
  'conversations.error.transfer.acd.call.unattended':
    'This organization does not allow a queue call to be transferred unattended.',
  'conversations.error.queue.not.found': 'That queue no longer exists.',
  'conversation.error.disallowed.transfer.destination':
    'Your organization does not allow a transfer there.',
  'conversation.error.agent.indicated.address.not.allowed':
    'Your organization does not allow you to transfer to this number.',
  'conversation.error.participant.not.found': 'You are no longer part of this call.',
  'conversations.error.transfer.destination.required': 'Genesys Cloud does not know that target.',
  'callback.error.user.id.queue.id': 'Genesys Cloud does not know that target.',
  'postino.error.bad.request': 'Genesys Cloud does not know that target.',
  'conversations.error.transfer.usercall.voicemail': 'A queue call cannot go to a voicemail.',
  'conversations.error.transfer.userCall.voicemail': 'A queue call cannot go to a voicemail.',
  'conversations.error.transfer.chat.voicemail': 'A chat cannot go to a voicemail.',
  'conversations.error.transfer.chat.external': 'A chat cannot leave the organization.',
}
