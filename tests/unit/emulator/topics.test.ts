import { describe, expect, test } from 'vitest'
import { judgeTopic, type Subject } from '../../emulator/notifications/topics'
import { type Json, signIn, withEmulator } from './visitor'

const me = '11111111-1111-4111-8111-11111111aaaa'
const other = '22222222-2222-4222-8222-222222222222'
const nobody = '33333333-3333-4333-8333-333333333333'
const queue = '44444444-4444-4444-8444-444444444444'
const call = '55555555-5555-4555-8555-555555555555'

const agent: Subject = {
  userId: me,
  permissions: ['routing:queue:view', 'analytics:queueObservation:view'],
  hasUser: (id) => id === me || id === other,
  hasQueue: (id) => id === queue,
  takesPart: (id) => id === call,
}
const supervisor: Subject = {
  ...agent,
  permissions: ['conversation:call:monitor', 'conversation:communication:view'],
}

describe('a topic', () => {
  test.each([
    [`v2.users.${me}.conversations`, 'permitted'],
    [`V2.Users.${me.toUpperCase()}.routingSTATUS`, 'permitted'],
    [`v2.users.${me}?presence&routingStatus&conversations`, 'permitted'],
    [`v2.users.${me}.tokens`, 'permitted'],
    [`v2.users.${me}.conversations.${call}.recordings.${other}`, 'permitted'],
    ['v2.system.socket_closing', 'permitted'],
    ['channel.metadata', 'permitted'],
    [`v2.users.${other}.presence`, 'permitted'],
    [
      `v2.users.${other}?routingStatus&activity&station&outofoffice&conversationsummary`,
      'permitted',
    ],
    [`v2.routing.queues.${queue}.users`, 'permitted'],
    [`v2.analytics.queues.${queue}.observations`, 'permitted'],
    [`v2.analytics.queues.${queue}.activity`, 'permitted'],
    [`v2.conversations.${call}.transcription`, 'permitted'],
    [`v2.conversations.${other}.transcription`, 'unauthorized'],
    [`v2.users.${other}.conversations`, 'unauthorized'],
    [`v2.users.${other}.tokens`, 'unauthorized'],
    [`v2.users.${other}?presence&conversations`, 'unauthorized'],
    [`v2.routing.queues.${queue}.conversations`, 'unauthorized'],
    [`v2.users.${nobody}.presence`, 'undivisioned'],
    [`v2.routing.queues.${nobody}.users`, 'undivisioned'],
    [`v2.users.${me}.weather`, 'invalid'],
    [`v2.users.${me}?presence&weather`, 'invalid'],
    [`v2.users.${me}?${'presence&'.repeat(20)}presence`, 'invalid'],
    ['v2.users.{id}.presence', 'invalid'],
    ['v2.users.me.presence', 'invalid'],
    ['nonsense', 'invalid'],
  ])('%s is %s to an agent', (topic, verdict) => {
    expect(judgeTopic(topic, agent).verdict).toBe(verdict)
  })

  test.each([
    [`v2.users.${other}.conversations.calls`, 'permitted', []],
    [`v2.routing.queues.${queue}.conversations.calls`, 'permitted', []],
    [`v2.users.${other}.tokens`, 'unauthorized', []],
    [
      `v2.analytics.queues.${queue}.observations`,
      'unauthorized',
      ['analytics:queueObservation:view'],
    ],
  ])('%s is %s to who may monitor calls', (topic, verdict, missing) => {
    expect(judgeTopic(topic, supervisor)).toMatchObject({ verdict, missing })
  })
})

describe('the list of available topics', () => {
  const path = '/notifications/availabletopics'
  const presence = ({ id }: Json) => id === 'v2.users.{id}.presence'
  const preview = ({ id }: Json) => id.endsWith('.preview')

  test('names every topic that can be subscribed to, and what it asks for', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { entities } = (await ana.ask('GET', path)).body
      expect(entities.find(presence)).toEqual({
        id: 'v2.users.{id}.presence',
        requiresCurrentUser: false,
        requiresCurrentUserOrPermission: false,
        requiresDivisionPermissions: false,
      })
      expect(entities.some(preview)).toBe(true)
      expect(entities.some(({ id }: Json) => id.startsWith('v2.system.'))).toBe(false)
    }))

  test('tells more when asked to, of fields that there are', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const fields = 'schema,topicParameters,visibility,requiresPermissions,permissionDetails'
      const query = `includePreview=false&expand=${fields}&expand=transports`
      const { entities } = (await ana.ask('GET', `${path}?${query}`)).body
      expect(entities.some(preview)).toBe(false)
      expect(entities.find(presence)).toMatchObject({
        topicParameters: ['id'],
        transports: ['Websocket'],
        visibility: 'Public',
        schema: {
          PresenceEventUserPresence: { type: 'object' },
          PresenceEventOrganizationPresence: { type: 'object' },
        },
      })
      const activity = ({ id }: Json) => id === 'v2.analytics.queues.{id}.activity'
      expect(entities.find(activity)).toMatchObject({
        requiresPermissions: ['analytics:queueObservation:view'],
        permissionDetails: [{ permissions: ['analytics:queueObservation:view'] }],
      })
      expect(await ana.ask('GET', `${path}?expand=colour`)).toMatchObject({
        status: 400,
        body: { code: 'invalid.query.param.value' },
      })
    }))
})
