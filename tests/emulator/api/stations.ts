import { byName } from '../org/names'
import { canAnswerByApi, type PhoneRefusal } from '../org/phones'
import type { Station } from '../org/stations'
import { toStation } from '../org/wire'
import { type Ask, accepted, type Handler, ok, param, userFor } from './ask'
import { Refused } from './errors'
import { fitsName, listOf, page } from './paging'
import { stationsOf } from './person'

function stationFor(ask: Ask): Station {
  const found = ask.world.phones.get(param(ask, 'stationId'))
  if (found) return found
  throw new Refused('general.resource.not.found', 'Specified station resource not found.')
}

/**
 * Set up to be chosen by whoever asks: nobody chooses another's WebRTC phone. UNSURE in the official documents:
 * one that is in use is listed as well, and `status` tells.
 */
const isSelectable = ({ webRtcUserId }: Station, { user }: Ask): boolean =>
  (webRtcUserId ?? user.id) === user.id

function search(ask: Ask): readonly Station[] {
  const { world, query } = ask
  const ids = listOf(query, 'id')
  const selectable = query.get('userSelectable')?.toLowerCase()
  const owner = query.get('webRtcUserId')
  // Nothing here has a line appearance.
  if (query.has('lineAppearanceId')) return []
  const found = world.phones
    .all()
    .filter(
      (station) =>
        fitsName(query.get('name'), station.name) &&
        (ids.length === 0 || ids.includes(station.id)) &&
        (owner === null || station.webRtcUserId === owner) &&
        (selectable === undefined || String(isSelectable(station, ask)) === selectable),
    )
  return byName(found)
}

function done(refused: PhoneRefusal | undefined) {
  if (refused) throw new Refused(refused)
  return accepted
}

/**
 * Whether an answer by API gets nowhere on the user's phone: refused, or taken and of no effect, as the
 * emulator is told to. UNSURE in the official documents, which say only that such a phone is not answered.
 */
export function ignoresAnswer({ world, user }: Ask): boolean {
  if (canAnswerByApi(world, user.id)) return false
  if (world.switches.unanswerablePhone === 'ignored') return true
  throw new Refused('conversation.participant.update.invalid')
}

export const stationHandlers = {
  getStations: (ask) =>
    ok(page(search(ask), ask.path, ask.query, (one) => toStation(one, ask.world.phones))),
  getStation: (ask) => ok(toStation(stationFor(ask), ask.world.phones)),
  deleteStationAssociateduser(ask) {
    const { phones } = ask.world
    const userId = phones.userOf(stationFor(ask).id)
    if (userId !== undefined) phones.disassociate(userId)
    return { status: 200 }
  },
  getUserStation: (ask) => ok(stationsOf(userFor(ask).id, ask.world)),
  putUserStationAssociatedstationStationId: (ask) =>
    done(ask.world.phones.associate(userFor(ask).id, param(ask, 'stationId'))),
  deleteUserStationAssociatedstation(ask) {
    ask.world.phones.disassociate(userFor(ask, 'edgeconfiguser.userdoesnotexist').id)
    return accepted
  },
  putUserStationDefaultstationStationId: (ask) =>
    done(ask.world.phones.setDefault(userFor(ask).id, param(ask, 'stationId'))),
  deleteUserStationDefaultstation(ask) {
    ask.world.phones.clearDefault(userFor(ask).id)
    return accepted
  },
} satisfies Record<string, Handler>
