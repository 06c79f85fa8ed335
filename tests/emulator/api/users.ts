import { toSummaryEvent } from '../notifications/summary'
import type { Agent } from '../org/organisation'
import { toRoutingStatus, toUserPresence } from '../presence/wire'
import type { World } from '../world'
import { type Ask, fields, type Handler, ok, userFor } from './ask'
import { searchUsers } from './search'
import { toOrganization } from './tokens'

const version = 7

/** A WebRTC phone with a standing connection: the kind that can be answered by API. */
function toStation({ id, stationId, name }: Agent) {
  return {
    id: stationId,
    name: `${name} WebRTC`,
    type: 'inin_webrtc_softphone',
    associatedUser: { id, name, version, selfUri: `/api/v2/users/${id}` },
    webRtcCallAppearances: 8,
  }
}

/** Fields that come only when `expand` asks for them. */
function expansions(user: Agent, world: World): Record<string, () => unknown> {
  const standing = world.agents.of(user.id)
  const station = toStation(user)
  return {
    presence: () => standing && toUserPresence(user, standing),
    routingStatus: () => standing && toRoutingStatus(user.id, standing),
    organization: () => toOrganization(world),
    authorization: () => ({
      roles: [{ id: world.org.division.id, name: 'Agent' }],
      unusedRoles: [],
      permissions: user.permissions,
      permissionPolicies: [],
    }),
    station: () => ({
      associatedStation: station,
      effectiveStation: station,
      defaultStation: station,
    }),
    conversationSummary: () => toSummaryEvent(user.id, world.conversations.ofUser(user.id)),
    outOfOffice: () => ({ active: false, indefinite: false }),
    groups: () => [],
    skills: () => [],
    languages: () => [],
    locations: () => [],
    languagePreference: () => 'en-US',
    date: () => ({ currentDate: new Date(world.clock.now()).toISOString() }),
  }
}

/** Only `GET /users/me` knows these. */
const ofMe = new Set(['organization', 'date'])

function toUser(user: Agent, world: World, expand: readonly string[]) {
  const { id, name, email, department, title, phone, extension } = user
  const more = expansions(user, world)
  const expanded = expand.flatMap((field) => {
    const make = Object.hasOwn(more, field) ? more[field] : undefined
    return make ? [[field, make()]] : []
  })
  return {
    id,
    name,
    division: {
      ...world.org.division,
      selfUri: `/api/v2/authorization/divisions/${world.org.division.id}`,
    },
    chat: { jabberId: `${id}@${world.org.domain}` },
    department,
    email,
    primaryContactInfo: [{ address: email, mediaType: 'EMAIL', type: 'PRIMARY' }],
    addresses: [
      {
        address: phone,
        display: phone,
        mediaType: 'PHONE',
        type: 'WORK',
        extension,
        countryCode: 'US',
      },
    ],
    state: 'active',
    title,
    username: email,
    images: [],
    version,
    acdAutoAnswer: false,
    ...Object.fromEntries(expanded),
    selfUri: `/api/v2/users/${id}`,
  }
}

function expandOf({ query }: Ask): string[] {
  return query.getAll('expand').flatMap((value) => value.split(','))
}

export const userHandlers = {
  getUsersMe: (ask) => ok(toUser(ask.user, ask.world, expandOf(ask))),
  getUser: (ask) =>
    ok(
      toUser(
        userFor(ask),
        ask.world,
        expandOf(ask).filter((field) => !ofMe.has(field)),
      ),
    ),
  postUsersSearch: (ask) =>
    ok(
      searchUsers(fields(ask), ask.world.org.users, (user, expand) =>
        toUser(user, ask.world, expand),
      ),
    ),
} satisfies Record<string, Handler>
