import { toSummaryEvent } from '../notifications/summary'
import type { Agent } from '../org/organisation'
import { toUserStations } from '../org/wire'
import { toOutOfOffice, toRoutingStatus, toUserPresence } from '../presence/wire'
import type { World } from '../world'
import { toUserSkills } from './skills'

export const version = 7

/** What only some of those who ask for a person may see, by field. */
export type Expansions = Readonly<Record<string, () => Readonly<Record<string, unknown>>>>

/** A person named in passing. */
export function toUserRef({ id, name }: Pick<Agent, 'id' | 'name'>) {
  return { id, name, version, selfUri: `/api/v2/users/${id}` }
}

export function stationsOf(userId: string, { org, phones }: World) {
  return toUserStations(userId, phones, (id) => toUserRef(org.userById.get(id) ?? { id, name: '' }))
}

function authorization(user: Agent, { org }: World, unused: boolean) {
  return {
    roles: [{ id: org.division.id, name: 'Agent' }],
    ...(unused && { unusedRoles: [] }),
    permissions: user.permissions,
    permissionPolicies: [],
  }
}

function outOfOfficeOf(userId: string, { outOfOffice }: World) {
  return toOutOfOffice(userId, outOfOffice.of(userId), outOfOffice.isActive(userId))
}

/** Nobody here has any. */
const none = ['groups', 'languages', 'locations', 'certifications', 'profileSkills']

/** Fields that come only when `expand` asks for them, by the name it asks by. */
function expansionsOf(user: Agent, world: World, expand: readonly string[]): Expansions {
  const { id, name } = user
  const standing = world.agents.of(id)
  const unused = expand.includes('authorization.unusedRoles')
  const rights = () => ({ authorization: authorization(user, world, unused) })
  return {
    ...Object.fromEntries(none.map((field) => [field, () => ({ [field]: [] })])),
    skills: () => ({ skills: toUserSkills(user) }),
    presence: () =>
      standing ? { presence: toUserPresence(user, standing, world.switches.presenceSpelling) } : {},
    routingStatus: () => (standing ? { routingStatus: toRoutingStatus(id, standing) } : {}),
    authorization: rights,
    'authorization.unusedRoles': rights,
    station: () => ({ station: stationsOf(id, world) }),
    conversationSummary: () => ({
      conversationSummary: toSummaryEvent(id, world.conversations.ofUser(id)),
    }),
    outOfOffice: () => ({ outOfOffice: outOfOfficeOf(id, world) }),
    languagePreference: () => ({ languagePreference: 'en-US' }),
    biography: () => ({ biography: { biography: '', interests: [], hobbies: [] } }),
    employerInfo: () => ({ employerInfo: { officialName: name, employeeType: 'Full-time' } }),
  }
}

/** A user as REST has it. Of what is asked for, the platform gives what it can: the rest is left out. */
export function toUser(
  user: Agent,
  world: World,
  expand: readonly string[] = [],
  more: Expansions = {},
) {
  const { id, name, email, department, title, phone, extension } = user
  const { division, domain } = world.org
  const known = { ...expansionsOf(user, world, expand), ...more }
  const expanded = expand.flatMap((field) => {
    const make = Object.hasOwn(known, field) ? known[field] : undefined
    return make ? [make()] : []
  })
  const number = { address: phone, display: phone, mediaType: 'PHONE', extension }
  return {
    id,
    name,
    division: { ...division, selfUri: `/api/v2/authorization/divisions/${division.id}` },
    chat: { jabberId: `${id}@${domain}` },
    department,
    email,
    primaryContactInfo: [{ address: email, mediaType: 'EMAIL', type: 'PRIMARY' }],
    addresses: [{ ...number, type: 'WORK', countryCode: 'US' }],
    state: 'active',
    title,
    username: email,
    images: [],
    version,
    acdAutoAnswer: world.phones.autoAnswerOf(id) === 'phone',
    ...Object.fromEntries(expanded.flatMap(Object.entries)),
    selfUri: `/api/v2/users/${id}`,
  }
}
