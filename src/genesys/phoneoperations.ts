/** The agent's phone and the queues they have joined: a part of the table of operations, see operations.ts. */
import { type Operation, read, write } from './operation'
import type { Listing, Station } from './wire'
import type { OutOfOffice, UserQueue } from './wirepeople'

const associated = '/api/v2/users/{userId}/station/associatedstation'

export const phoneOperations = {
  listStations: read<Listing<Station>>()('/api/v2/stations', {
    query: ['name', 'userSelectable', 'webRtcUserId', 'pageSize', 'pageNumber'],
    scope: 'stations:readonly',
    lane: 'screen',
  }),
  /** The platform names the permission of other people's stations for the agent's own, too. */
  chooseStation: write<undefined>()('PUT', `${associated}/{stationId}`, {
    scope: 'users',
    permission: { any: ['telephony:otherStationAssociation:edit'] },
    lane: 'action',
  }),
  releaseStation: write<undefined>()('DELETE', associated, {
    scope: 'users',
    permission: { any: ['telephony:station:disassociate'] },
    lane: 'action',
  }),
  setDefaultStation: write<undefined>()(
    'PUT',
    '/api/v2/users/{userId}/station/defaultstation/{stationId}',
    {
      scope: 'users',
      permission: { any: ['telephony:plugin:all', 'telephony:phone:assign'] },
      lane: 'action',
    },
  ),
  clearDefaultStation: write<undefined>()(
    'DELETE',
    '/api/v2/users/{userId}/station/defaultstation',
    {
      scope: 'users',
      permission: { any: ['telephony:plugin:all', 'telephony:phone:assign'] },
      lane: 'action',
    },
  ),
  /** Only where the agent is a member; its answer may be older than the change. */
  joinQueues: write<{ id: string; joined: boolean }[], Listing<UserQueue>>()(
    'PATCH',
    '/api/v2/users/{userId}/queues',
    {
      scope: 'users',
      permission: { any: ['routing:queue:join', 'routing:queueMember:manage'] },
      lane: 'action',
    },
  ),
  setOutOfOffice: write<OutOfOffice, OutOfOffice>()('PUT', '/api/v2/users/{userId}/outofoffice', {
    scope: 'users',
    lane: 'action',
  }),
} satisfies Record<string, Operation<string, string, unknown, unknown>>
