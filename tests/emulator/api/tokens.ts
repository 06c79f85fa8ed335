import type { World } from '../world'
import { type Ask, fields, type Handler, ok } from './ask'
import { toOrgClient } from './clients'
import { Refused } from './errors'

const version = 7

export function toOrganization({ org }: World) {
  return {
    id: org.id,
    name: org.name,
    defaultLanguage: 'en-US',
    defaultCountryCode: 'US',
    domain: org.domain,
    version,
    state: 'active',
    voicemailEnabled: false,
    productPlatform: 'GenesysCloud',
    features: { directory: true, purecloud: true },
    selfUri: `/api/v2/organizations/${org.id}`,
  }
}

function tokenInfo({ world, token }: Ask) {
  const { org, clients, tokens } = world
  const client = clients.find(({ id }) => id === token.clientId)
  const organization = { id: org.id, name: org.name }
  const idlesAt = tokens.idlesAt(token.id)
  return ok({
    organization,
    homeOrganization: organization,
    authorizedScope: token.scopes,
    ...(idlesAt !== undefined && { dateTokenIdles: new Date(idlesAt).toISOString() }),
    ...(client && { OAuthClient: { ...toOrgClient(client), organization } }),
  })
}

/** Seconds: the bounds of an organisation that need not keep to HIPAA. */
const idleLeast = 300
const idleMost = 28_800

function idleTimeout({ tokens }: World) {
  const { idleTimeout: seconds } = tokens
  return {
    enableIdleTokenTimeout: seconds !== undefined,
    // The control API may set a shorter one than there can be.
    ...(seconds !== undefined && { idleTokenTimeoutSeconds: Math.max(idleLeast, seconds) }),
    inactivityTimeoutGroupsEnabled: false,
  }
}

/** UNSURE in the official documents: `enableIdleTokenTimeout` left out is false; groups are ignored. */
function setIdleTimeout(ask: Ask) {
  const { enableIdleTokenTimeout: isOn = false, idleTokenTimeoutSeconds: seconds } = fields(ask)
  if (typeof isOn !== 'boolean') {
    throw new Refused('invalid.value', String(isOn), 'enableIdleTokenTimeout', 'true, false')
  }
  if (isOn || seconds !== undefined) {
    const fits = Number.isInteger(seconds) && typeof seconds === 'number'
    if (!fits || seconds < idleLeast || seconds > idleMost) {
      throw new Refused('token.timeout.exceeded')
    }
  }
  ask.world.tokens.setIdleTimeout(isOn && typeof seconds === 'number' ? seconds : undefined)
  return ok(idleTimeout(ask.world))
}

export const tokenHandlers = {
  getOrganizationsMe: ({ world }) => ok(toOrganization(world)),
  getTokensMe: tokenInfo,
  headTokensMe: () => ({ status: 200 }),
  deleteTokensMe({ world, token }) {
    world.tokens.end('revoked', ({ id }) => id === token.id)
    return { status: 200 }
  },
  getTokensTimeout: ({ world }) => ok(idleTimeout(world)),
  putTokensTimeout: setIdleTimeout,
} satisfies Record<string, Handler>
