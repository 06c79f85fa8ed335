/** One organization to log in to: where it is, and the OAuth client it knows this desk by. */
import { checkSwitch, checkText, refuseUnknown, type Wrong } from './check'
import { checkEnvironment, type Environment } from './environment'

export interface Site {
  /** What an agent chooses by, where there are several. */
  readonly name: string
  readonly environment: Environment
  readonly clientId: string
  /**
   * What the login host is told of the organization: with its identity provider, to lead straight there, or
   * its name alone, as a hint.
   */
  readonly sso?:
    | { readonly org: string; readonly provider: string }
    | { readonly login_hint: string }
  /** The login host is told the scopes; else those of the client count, which is how Genesys Cloud wants it. */
  readonly sendScopes: boolean
}

export const siteKeys = [
  'environment',
  'clientId',
  'org',
  'provider',
  'loginHint',
  'sendScopes',
] as const

/** `where` ends in a dot, or is empty. */
export function checkSite(
  json: Readonly<Record<string, unknown>>,
  name: unknown,
  where: string,
  wrong: Wrong,
): Site | undefined {
  const within: Wrong = (key, what) => wrong(where + key, what)
  const environment = checkEnvironment(json.environment, within)
  const clientId = checkClientId(json.clientId, within)
  const sso = checkSso(json, within)
  const sendScopes = checkSwitch(json.sendScopes, 'sendScopes', within)
  if (!environment || !clientId) return undefined
  const standard = typeof json.environment === 'string' ? json.environment : 'This computer'
  const site = { name: standard, environment, clientId, sendScopes }
  return { ...site, ...(sso ? { sso } : {}), ...named(name) }

  function named(given: unknown) {
    return given === undefined
      ? {}
      : { name: checkText(given, where ? 'name' : 'regionName', within, standard) }
  }
}

/** Further organizations, each an object like the first. */
export function checkSites(value: unknown, wrong: Wrong): (Site | undefined)[] {
  if (value === undefined) return []
  if (!Array.isArray(value) || value.length > 18)
    return [wrong('otherRegions', 'must be a list: [ { "environment", "clientId" } ]')]
  return value.map((one: unknown, index) => {
    const where = `otherRegions[${index}].`
    const json = { ...Object(one) }
    refuseUnknown(json, [...siteKeys, 'name'], where, wrong)
    return checkSite(json, json.name, where, wrong)
  })
}

function checkClientId(value: unknown, wrong: Wrong): string | undefined {
  if (value === undefined) return wrong('clientId', 'is missing')
  if (typeof value !== 'string' || !/^[\w.-]{1,100}$/.test(value))
    return wrong('clientId', "must be the OAuth client's id, a text of letters, digits and dashes")
  return value
}

function checkSso(
  { org, provider, loginHint }: Readonly<Record<string, unknown>>,
  wrong: Wrong,
): Site['sso'] {
  if (loginHint !== undefined) {
    // It stands in addresses, and those are kept and logged: no place for somebody's own.
    const isPlain = typeof loginHint === 'string' && !/[@:]/.test(loginHint)
    if (!isPlain || org !== undefined || provider !== undefined)
      return wrong(
        'loginHint',
        'must be your organization\'s name, and excludes "org" and "provider"',
      )
    return { login_hint: checkText(loginHint, 'loginHint', wrong, '') }
  }
  if (org === undefined && provider === undefined) return undefined
  if (typeof org !== 'string' || !org || typeof provider !== 'string' || !provider)
    return wrong('org', 'and "provider" go together: give both, or neither')
  return { org, provider }
}
