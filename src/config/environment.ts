/** Where a Genesys Cloud is: a region by its domain, or a local one on this machine. */
import { isRegion } from '~/genesys/regions'
import { isObject, parseUrl, refuseUnknown, type Wrong } from './check'

export interface Environment {
  /** Origins, without a slash at the end. */
  readonly login: string
  readonly api: string
  /** True when a notification socket may live at this address. */
  readonly allowsSocket: (url: URL) => boolean
}

export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(host)
  )
}

export function checkEnvironment(value: unknown, wrong: Wrong): Environment | undefined {
  if (value === undefined) return wrong('environment', 'is missing')
  if (typeof value === 'string') {
    if (!isRegion(value))
      return wrong(
        'environment',
        `must be the domain of a Genesys Cloud region such as "mypurecloud.de"`,
      )
    return {
      login: `https://login.${value}`,
      api: `https://api.${value}`,
      allowsSocket: (url) => url.protocol === 'wss:' && url.hostname.endsWith(`.${value}`),
    }
  }
  if (!isObject(value))
    return wrong(
      'environment',
      'must be the domain of a region, or { "login", "api" } for a local one',
    )
  refuseUnknown(value, ['login', 'api', 'sockets'], 'environment.', wrong)
  const login = checkLocalOrigin(value.login, 'environment.login', ['http:', 'https:'], wrong)
  const api = checkLocalOrigin(value.api, 'environment.api', ['http:', 'https:'], wrong)
  const sockets =
    value.sockets === undefined
      ? 'any'
      : checkLocalOrigin(value.sockets, 'environment.sockets', ['ws:', 'wss:'], wrong)
  if (!login || !api || !sockets) return undefined
  return {
    login,
    api,
    allowsSocket: (url) =>
      (url.protocol === 'ws:' || url.protocol === 'wss:') &&
      isLoopback(url.hostname) &&
      (sockets === 'any' || `${url.protocol}//${url.host}` === sockets),
  }
}

/** The object form is for a local Genesys Cloud; a real one is named by its region. */
function checkLocalOrigin(
  value: unknown,
  where: string,
  protocols: readonly string[],
  wrong: Wrong,
): string | undefined {
  if (value === undefined) return wrong(where, 'is missing')
  const url = parseUrl(value)
  if (!url) return wrong(where, 'must be a URL such as "http://localhost:4511"')
  if (!protocols.includes(url.protocol))
    return wrong(where, `must begin with ${protocols.map((name) => `${name}//`).join(' or ')}`)
  if (!isLoopback(url.hostname))
    return wrong(
      where,
      'may only be on this machine (localhost). Name a region instead, for example "mypurecloud.de"',
    )
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password)
    return wrong(where, 'must be an origin, without a path: the desk adds /api/v2 itself')
  return `${url.protocol}//${url.host}`
}
