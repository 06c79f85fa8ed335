/**
 * Checks config.json: what comes out is safe to connect to, or says exactly what is wrong and where.
 */
import { isRegion } from '~/genesys/regions'

export interface Config {
  readonly environment: Environment
  readonly clientId: string
  /** Full URLs of callback.html, each registered with the OAuth client, byte for byte. */
  readonly redirectUris: readonly string[]
  /** Requests this browser may send in any 60 seconds. */
  readonly perMinute: number
  readonly title: string
  /** Both or neither: they lead straight to the organization's own identity provider. */
  readonly sso?: { readonly org: string; readonly provider: string }
}

export interface Environment {
  /** Origins, without a slash at the end. */
  readonly login: string
  readonly api: string
  /** True when a notification socket may live at this address. */
  readonly allowsSocket: (url: URL) => boolean
}

/** What is wrong with config.json; `where` is a key such as `environment.login`. */
export interface Problem {
  readonly where: string
  readonly what: string
}

export type Checked = { readonly config: Config } | { readonly problems: readonly Problem[] }

const known = [
  'environment',
  'clientId',
  'redirectUris',
  'rateLimit',
  'title',
  'org',
  'provider',
] as const

export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(host)
  )
}

/** Checks the text of config.json. */
export function checkConfig(text: string): Checked {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problems: [{ where: 'config.json', what: 'is not valid JSON' }] }
  }
  if (!isObject(json))
    return { problems: [{ where: 'config.json', what: 'must be an object: { … }' }] }

  const problems: Problem[] = []
  const wrong = (where: string, what: string) => {
    problems.push({ where, what })
    return undefined
  }

  refuseSecrets(json, '', wrong)
  for (const key of Object.keys(json))
    if (!known.some((name) => name === key) && !looksSecret(key)) wrong(key, 'is not a known key')

  const environment = checkEnvironment(json.environment, wrong)
  const clientId = checkClientId(json.clientId, wrong)
  const redirectUris = checkRedirectUris(json.redirectUris, wrong)
  const perMinute = checkRateLimit(json.rateLimit, wrong)
  const title = checkText(json.title, 'title', wrong, 'Minidesk')
  const sso = checkSso(json.org, json.provider, wrong)

  if (problems.length > 0 || !environment || !clientId || !redirectUris) return { problems }
  return {
    config: { environment, clientId, redirectUris, perMinute, title, ...(sso ? { sso } : {}) },
  }
}

type Wrong = (where: string, what: string) => undefined

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function looksSecret(key: string): boolean {
  return /secret|password|passwd|token|private.?key|api.?key/i.test(key)
}

/** A browser cannot keep a secret, so one found here is already public and must be revoked. */
function refuseSecrets(value: object, path: string, wrong: Wrong): void {
  for (const [key, inner] of Object.entries(value)) {
    const where = path ? `${path}.${key}` : key
    if (looksSecret(key))
      wrong(
        where,
        'looks like a secret. Minidesk is a public client and needs none: remove it, and revoke it, because this file can be read by anyone',
      )
    else if (typeof inner === 'object' && inner !== null) refuseSecrets(inner, where, wrong)
  }
}

function checkEnvironment(value: unknown, wrong: Wrong): Environment | undefined {
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
  for (const key of Object.keys(value))
    if (!['login', 'api', 'sockets'].includes(key) && !looksSecret(key))
      wrong(`environment.${key}`, 'is not a known key')
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
  const url = typeof value === 'string' ? parseUrl(value) : undefined
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

function checkClientId(value: unknown, wrong: Wrong): string | undefined {
  if (value === undefined) return wrong('clientId', 'is missing')
  if (typeof value !== 'string' || !/^[\w.-]{1,100}$/.test(value))
    return wrong('clientId', "must be the OAuth client's id, a text of letters, digits and dashes")
  return value
}

function checkRedirectUris(value: unknown, wrong: Wrong): string[] | undefined {
  if (value === undefined) return wrong('redirectUris', 'is missing')
  if (!Array.isArray(value) || value.length === 0)
    return wrong('redirectUris', 'must be a list with at least one full URL of callback.html')
  const uris: string[] = []
  for (const [index, uri] of value.entries()) {
    const where = `redirectUris[${index}]`
    const url = typeof uri === 'string' ? parseUrl(uri) : undefined
    // Compared byte by byte by the login host: what a URL parser would forgive is wrong here.
    if (typeof uri !== 'string' || !url || /\s/.test(uri)) wrong(where, 'must be a full URL')
    else if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
      wrong(where, 'must begin with https:// (http:// is for localhost only)')
    else if (!url.pathname.endsWith('/callback.html') || /[?#]/.test(uri))
      wrong(where, 'must end in /callback.html, with nothing after it')
    else uris.push(uri)
  }
  return uris.length === value.length ? uris : undefined
}

function checkRateLimit(value: unknown, wrong: Wrong): number {
  const standard = 60
  if (value === undefined) return standard
  if (!isObject(value)) return wrong('rateLimit', 'must be { "perMinute": 60 }') ?? standard
  for (const key of Object.keys(value))
    if (key !== 'perMinute' && !looksSecret(key)) wrong(`rateLimit.${key}`, 'is not a known key')
  const perMinute = value.perMinute ?? standard
  if (
    typeof perMinute !== 'number' ||
    !Number.isInteger(perMinute) ||
    perMinute < 10 ||
    perMinute > 3000
  )
    return wrong('rateLimit.perMinute', 'must be a whole number from 10 to 3000') ?? standard
  return perMinute
}

function checkText(value: unknown, where: string, wrong: Wrong, standard: string): string {
  if (value === undefined) return standard
  if (typeof value !== 'string' || value.trim() === '' || value.length > 60)
    return wrong(where, 'must be a text of 1 to 60 characters') ?? standard
  return value
}

function checkSso(org: unknown, provider: unknown, wrong: Wrong) {
  if (org === undefined && provider === undefined) return undefined
  if (typeof org !== 'string' || !org || typeof provider !== 'string' || !provider)
    return wrong('org', 'and "provider" go together: give both, or neither')
  return { org, provider }
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/**
 * The redirect URI for a document: the listed one in the document's own folder.
 * `folder` is only a key into the list; it never becomes an address.
 */
export function redirectUriFor(config: Config, folder: string): string | undefined {
  return config.redirectUris.find((uri) => new URL('.', uri).href === folder)
}
