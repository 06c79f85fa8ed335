/** Why Genesys Cloud places no call, by its own codes. */
import { t } from '~/language'

const noPhone = t`You have no phone selected. Select one in Genesys Cloud, under Phone, then call again.`
const phoneAway = t`Your phone is not connected to Genesys Cloud right now. Check it, or select another one, then call again.`
const unfit = t`Genesys Cloud takes only one destination for a call. Choose it once more.`

export const refusals: Readonly<Record<string, string>> = {
  'conversation.error.no.user.station': noPhone,
  'providerapi.error.user.does.not.have.a.station': noPhone,
  'providerapi.error.station.cannot.resolve': phoneAway,
  'providerapi.error.phone.cannot.resolve': phoneAway,
  'providerapi.error.phone.no.active.edge': phoneAway,
  'providerapi.error.edge.cannot.resolve': phoneAway,
  'providerapi.error.edge.no.active': phoneAway,
  'providerapi.error.ccxml.uri.not_found': phoneAway,
  'conversation.error.media.failed': t`Your phone could not be reached. Check it, then call again.`,
  'conversation.error.outbound.call.cannot.be.placed': t`This call cannot be placed. Check the number; your organization may not allow it.`,
  'conversation.error.agent.indicated.address.not.allowed': t`Your organization does not allow you to call this number.`,
  'conversation.error.invalid.external.contact': t`That contact no longer exists.`,
  'conversation.error.cannot.create.conference': unfit,
  'too.many.create.conversation.parameters': unfit,
  'missing.create.conversation.destination.parameter': unfit,
  'resource.not.found': t`Whom you call no longer exists.`,
  'not.found': t`Whom you call no longer exists.`,
  'general.resource.not.found': t`Whom you call no longer exists.`,
  'not.a.user': t`This sign-in is not that of an agent. Sign in again.`,
  'invalid.value': t`This is not a number that Genesys Cloud can call.`,
}
