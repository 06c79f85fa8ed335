/** The agent's phone, as Genesys Cloud tells of it, and what kind of thing it is. Pure. */
import { text, time } from '~/genesys/values'
import type { UserStation, UserStations } from '~/genesys/wire'
import { t } from '~/language'

export interface OwnStation {
  readonly id: string
  readonly name: string
  /** As Genesys Cloud spells it; empty where it does not say. */
  readonly type: string
  /** Since when it is in use, in milliseconds since the epoch. */
  readonly since?: number | undefined
}

export interface OwnPhone {
  /** The one that was chosen. */
  readonly associated?: OwnStation | undefined
  /** What rings where none was chosen. */
  readonly standard?: OwnStation | undefined
  /** At which calls ring; none: no call can come. */
  readonly effective?: OwnStation | undefined
}

export function ownPhoneFromWire(wire: UserStations | undefined): OwnPhone {
  const associated = stationFromWire(wire?.associatedStation)
  const standard = stationFromWire(wire?.defaultStation)
  const effective = stationFromWire(wire?.effectiveStation) ?? associated ?? standard
  return { associated, standard, effective }
}

function stationFromWire(wire: UserStation | undefined): OwnStation | undefined {
  const id = text(wire?.id)
  if (!id) return undefined
  return {
    id,
    name: text(wire?.name) ?? t`Unnamed phone`,
    type: text(wire?.type) ?? '',
    since: time(wire?.associatedDate),
  }
}

/** The only type that the official description names. */
export const webRtc = 'inin_webrtc_softphone'

type Kind = 'webrtc' | 'remote' | 'generic' | 'sip' | 'unknown'

/** The spellings beyond WebRTC are what is seen of the platform: whatever else is a phone with a plug. */
export function kindOf(type: string): Kind {
  if (type === webRtc) return 'webrtc'
  if (/remote/i.test(type)) return 'remote'
  if (/generic/i.test(type)) return 'generic'
  return type ? 'sip' : 'unknown'
}

export function kindWords(type: string): string {
  const words: Readonly<Record<Kind, string>> = {
    webrtc: t`WebRTC phone, in a browser`,
    remote: t`Remote number`,
    generic: t`Generic SIP phone`,
    sip: t`SIP phone`,
    unknown: t`Phone of a kind that is not told`,
  }
  return words[kindOf(type)]
}

/** Whether Answer works on it, as far as anybody can know. `persistent`: whether it keeps a connection open. */
export function answeringWords(type: string, persistent: boolean | undefined): string {
  switch (kindOf(type)) {
    case 'webrtc':
      if (persistent === false)
        return t`Answer does not work from here: this phone keeps no persistent connection. Answer where it runs; your administrator can switch the persistent connection on.`
      return persistent
        ? t`Answer works from here while its persistent connection is up. When it is not, answer where the phone runs: that brings it up.`
        : t`Answer works from here if this phone keeps a persistent connection, which could not be found out.`
    case 'remote':
      return t`Answer works from here only while a persistent connection to the number is up. Otherwise pick up the phone of that number: it rings there.`
    case 'generic':
    case 'sip':
      return t`Answer works from here if this phone understands talk and hold events, which Genesys Cloud does not tell. If Answer is refused, pick up the phone.`
    default:
      return t`Whether Answer works from here is not known. If it is refused, answer on the phone itself.`
  }
}
