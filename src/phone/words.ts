/** Why Genesys Cloud did not change the phone, by its code. */
import { t } from '~/language'

export const refusals: Readonly<Record<string, string>> = {
  'userservice.station.notfound': t`That phone no longer exists. Search again.`,
  'userservice.stationalreadyassociated': t`Somebody else uses that phone. Choose another one.`,
  'userservice.stationalreadyhasdefaultuser': t`That phone is somebody else's default phone.`,
  'userservice.station.nothomed': t`That phone is not connected to Genesys Cloud right now. Choose another one, or tell your administrator.`,
  'userservice.station.providerlocationmissing': t`That phone is not set up completely: it has no location. Tell your administrator.`,
  'edgeconfiguser.userdoesnotexist': t`Your user is not set up for phones. Tell your administrator.`,
}
