/** Whether a ringing call can be answered from here, and whether it is answered by itself. Pure. */

import { text } from '~/genesys/values'
import type { Station, User } from '~/genesys/wire'
import { t } from '~/language'
import type { Conversation } from './conversation'

/** What is known of an agent's phone. */
export interface Phone {
  /** The one that rings; none where the agent has chosen none. */
  readonly station?: {
    readonly name: string
    /** As Genesys Cloud spells it: `inin_webrtc_softphone` … */
    readonly type: string
    /** Of a WebRTC phone: a connection that stays open between calls. Undefined when nobody says. */
    readonly persistent?: boolean
  }
  /** Calls of queues are taken by the phone itself. */
  readonly takesCalls: boolean
  /** Genesys Cloud's own desktop takes calls, where one is open. */
  readonly desktopTakesCalls: boolean
}

/** The only type that the official description names. */
export const webRtc = 'inin_webrtc_softphone'

export function phoneFromWire(
  user: Pick<User, 'station' | 'acdAutoAnswer' | 'autoAnswerSettings'>,
  station: Station | undefined,
): Phone {
  const effective = user.station?.effectiveStation
  const settings = user.autoAnswerSettings?.settings?.call
  const persistent = station?.webRtcPersistentEnabled
  return {
    ...(text(effective?.id)
      ? {
          station: {
            name: text(effective?.name) ?? t`Your phone`,
            type: text(effective?.type) ?? text(station?.type) ?? '',
            ...(typeof persistent === 'boolean' ? { persistent } : {}),
          },
        }
      : {}),
    takesCalls: user.acdAutoAnswer === true,
    desktopTakesCalls: settings?.enabled === true,
  }
}

/**
 * Why Answer cannot work; undefined where it can, and where nobody knows: of a SIP phone nobody says whether it
 * understands talk and hold, nor of any phone whether its connection is up. Then a refusal explains itself.
 */
export function whyNotAnswered(phone: Phone | undefined): string | undefined {
  if (!phone) return undefined
  if (!phone.station)
    return t`You have no phone: choose one under Queues and phone, and answer there`
  return phone.station.type === webRtc && phone.station.persistent === false
    ? t`Answer on your phone: it keeps no persistent connection, so it cannot be answered from here`
    : undefined
}

/** Said on a ringing call. Answer stays: pressed before, it is the same answer. */
export function takenByItself(
  phone: Phone | undefined,
  { queue }: Pick<Conversation, 'queue'>,
): string | undefined {
  if (phone?.takesCalls && queue) return t`Auto-answer is on: your phone takes this call by itself`
  return phone?.desktopTakesCalls
    ? t`Auto-answer is on in Genesys Cloud: it takes this call where it is open`
    : undefined
}
