import { byName } from '../org/names'
import type { Agent } from '../org/organisation'
import { skills } from '../org/skills'
import { type Ask, type Handler, ok, userFor } from './ask'
import { toDefinition, toDeprecatedDefinition } from './definitions'
import { Refused } from './errors'
import { isDescending, listOf, page } from './paging'
import { type Expansions, toUser, version } from './person'
import { toSkill, toUserSkills } from './skills'
import { toOrganization, toTokenInfo } from './tokens'

/** How many users may be asked for by id at once. */
const idsMax = 100

/** Nobody here leads anybody. */
const adjacents = { superiors: [], siblings: [], directReports: [] }

function autoAnswerSettings({ phones }: Ask['world'], userId: string) {
  const enabled = phones.autoAnswerOf(userId) === 'desktop'
  return { settings: { call: { enabled }, message: { enabled: false } } }
}

/** What only `GET /users/me` tells. */
function expansionsOfMe(ask: Ask): Expansions {
  const { world, user } = ask
  const { org, clock } = world
  const active = org.definitions.filter(({ deactivated }) => !deactivated)
  const role = { id: org.division.id, name: 'Agent', permissions: user.permissions }
  return {
    date: () => ({ date: { currentDate: new Date(clock.now()).toISOString() } }),
    organization: () => ({ organization: toOrganization(world) }),
    presencedefinitions: () => ({
      presenceDefinitions: active.map((definition) => toDeprecatedDefinition(definition)),
    }),
    divisionedpresencedefinitions: () => ({
      divisionedPresenceDefinitions: active.map((definition) => toDefinition(definition)),
    }),
    locationdefinitions: () => ({ locationDefinitions: [] }),
    orgauthorization: () => ({ orgAuthorization: [role] }),
    orgproducts: () => ({ orgProducts: [] }),
    favorites: () => ({ favorites: [] }),
    superiors: () => ({ superiors: [] }),
    directreports: () => ({ directReports: [] }),
    adjacents: () => ({ adjacents }),
    routingskills: () => ({ routingSkills: skills.map(toSkill) }),
    trustors: () => ({ trustors: [] }),
    token: () => ({ token: toTokenInfo(ask) }),
    autoanswersettings: () => ({ autoAnswerSettings: autoAnswerSettings(world, user.id) }),
  }
}

function expandOf({ query }: Ask): string[] {
  return listOf(query, 'expand')
}

/** The user of the path; unlike elsewhere, an unknown one has a code of its own. */
function found(ask: Ask): Agent {
  const user = ask.world.org.userById.get(ask.params.userId ?? '')
  // Everybody here is active.
  if (user && ask.query.get('state') !== 'deleted') return user
  throw new Refused('general.resource.not.found', 'Unable to find a user with that userId')
}

/** The users asked for by id, or all of them. */
function chosen({ world: { org }, query }: Ask): readonly Agent[] {
  const state = query.get('state') ?? 'active'
  const [ids, jabberIds] = [listOf(query, 'id'), listOf(query, 'jabberId')]
  if (ids.length > 0 && jabberIds.length > 0) throw new Refused('bad.request')
  if (ids.length + jabberIds.length > idsMax) throw new Refused('max.user.ids')
  if (state !== 'active' && state !== 'any') return []
  const wanted = [...ids, ...jabberIds.map((id) => id.replace(`@${org.domain}`, ''))]
  if (wanted.length === 0) return org.users
  const users = [...new Set(wanted)].flatMap((id) => org.userById.get(id) ?? [])
  if (users.length > 0) return users
  throw new Refused('general.resource.not.found', 'The requested user(s) could not be found.')
}

export const userHandlers = {
  getUsersMe: (ask) => ok(toUser(ask.user, ask.world, expandOf(ask), expansionsOfMe(ask))),
  getUser: (ask) => ok(toUser(found(ask), ask.world, expandOf(ask))),
  getUsers(ask) {
    const { world, path, query } = ask
    const users = byName(chosen(ask), isDescending(query))
    return ok(page(users, path, query, (user) => toUser(user, world, expandOf(ask))))
  },
  getUserState(ask) {
    found(ask)
    return ok({ state: 'active', version })
  },
  // Nobody has chosen any.
  getUserFavorites: (ask) => ok(page([], userFor(ask) && ask.path, ask.query)),
  getUserRoutingskills(ask) {
    const own = toUserSkills(found(ask))
    return ok(page(byName(own, isDescending(ask.query)), ask.path, ask.query))
  },
  getUserSuperiors: (ask) => ok(userFor(ask) && []),
  getUserDirectreports: (ask) => ok(found(ask) && []),
  getUserAdjacents: (ask) => ok(userFor(ask) && adjacents),
  getUsersAgentuiAgentsAutoanswerAgentIdSettings({ world, params }) {
    const { agentId = '' } = params
    if (!world.org.userById.has(agentId)) throw new Refused('not.found')
    return ok(autoAnswerSettings(world, agentId))
  },
} satisfies Record<string, Handler>
