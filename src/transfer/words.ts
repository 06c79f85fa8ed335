/** Why Genesys Cloud refuses a transfer, by its own codes. */
import { t } from '~/language'
export const refusals: Readonly<Record<string, string>> = {
  'conversations.error.transfer.not.connected': t`Only a connected call can be transferred.`,
  'conversations.error.transfer.same.party': t`The call is already there.`,
  'conversations.error.transfer.acd.call.unattended': t`This organization does not allow a queue call to be transferred unattended.`,
  'conversations.error.queue.not.found': t`That queue no longer exists.`,
  'conversation.error.disallowed.transfer.destination': t`Your organization does not allow a transfer there.`,
  'conversation.error.agent.indicated.address.not.allowed': t`Your organization does not allow you to transfer to this number.`,
  'conversation.error.participant.not.found': t`You are no longer part of this call.`,
  'conversations.error.transfer.destination.required': t`Genesys Cloud does not know that target.`,
  'callback.error.user.id.queue.id': t`Genesys Cloud does not know that target.`,
  'postino.error.bad.request': t`Genesys Cloud does not know that target.`,
  'conversations.error.transfer.usercall.voicemail': t`A queue call cannot go to a voicemail.`,
  'conversations.error.transfer.userCall.voicemail': t`A queue call cannot go to a voicemail.`,
  'conversations.error.transfer.chat.voicemail': t`A chat cannot go to a voicemail.`,
  'conversations.error.transfer.chat.external': t`A chat cannot leave the organization.`,
  // Of taking back what was offered.
  'conversation.error.user.not.party': t`Genesys Cloud does not let it be taken back: it stays offered until it is taken or times out.`,
}

/** The same of a consult, of a change to whom is spoken, and of its end. */
export const consultRefusals: Readonly<Record<string, string>> = {
  'conversation.error.consult.transfer.no.initiator': t`You are no longer part of this call.`,
  'not.a.participant': t`Only somebody who is connected can consult.`,
  'object.participant.id.required': t`The customer is not connected any more.`,
  'conversation.error.not.conversation.participant': t`The customer is not connected any more.`,
  'conversation.error.consult.transfer.no.destination': t`Genesys Cloud does not know that target.`,
  'dest.address.not.specified': t`This number cannot be called.`,
  'conversation.error.cannot.transfer.to.self': t`They are in the call already.`,
  'conversation.error.cannot.transfer.conference': t`In a conference nobody can be consulted: add them to the call.`,
  'conversation.error.agent.indicated.address.not.allowed': t`Your organization does not allow you to call this number.`,
  'conversation.error.consult.transfer.pending.not.found': t`The consult is over.`,
  'conversation.error.consult.transfer.not.started': t`The consult is over.`,
}

/** The same of adding somebody to a call. */
export const inviteRefusals: Readonly<Record<string, string>> = {
  'conversation.error.cannot.merge.alerting.conference': t`Somebody is on the way already: wait until they have answered.`,
  'conversation.error.forbidden.not.active.participant': t`Only somebody who is connected can add others.`,
  'conversation.error.outbound.call.cannot.be.placed': t`They cannot be called, or are in the call already.`,
  'providerapi.error.station.no.active.edge': t`Your phone cannot place calls right now.`,
}
