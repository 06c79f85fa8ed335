/**
 * Checks config.json: what comes out is safe to connect to, or says exactly what is wrong and where.
 */
import { type Allowed, checkAllowed } from './allowed'
import { type CallerId, checkCallerIds } from './callerids'
import {
  checkNumber,
  checkText,
  isObject,
  looksSecret,
  type Problem,
  parseUrl,
  refuseUnknown,
  type Wrong,
} from './check'
import { isLoopback } from './environment'
import { checkNotifications, type Notifications } from './notifications'
import { checkRateLimit, type RateLimits } from './ratelimit'
import { checkSite, checkSites, type Site, siteKeys } from './site'

export type { Problem } from './check'

export interface Config {
  /** Where an agent may log in; the first unless another is chosen. */
  readonly sites: readonly [Site, ...Site[]]
  /** Full URLs of callback.html and popup.html, each registered with the OAuth client, byte for byte. */
  readonly redirectUris: readonly string[]
  readonly limits: RateLimits
  readonly title: string
  /** Origins that may show the desk in a frame, besides Genesys Cloud's own. */
  readonly frameAncestors: readonly string[]
  /** Minutes without a hand on the desk after which it locks; the organization's time-out may be shorter. */
  readonly idleLockMinutes: number | undefined
  /** Hours after which an agent signs in again, however often the sign-in was renewed. */
  readonly sessionHours: number
  /** Where a call may be sent, if not everywhere. */
  readonly allowed: Allowed | undefined
  /** What agents may show to those they call, besides what Genesys Cloud gives them. */
  readonly callerIds: readonly CallerId[] | undefined
  /** What a notification of the system may say. */
  readonly notifications: Notifications | undefined
}

export type Checked = { readonly config: Config } | { readonly problems: readonly Problem[] }

const known = [
  ...siteKeys,
  'redirectUris',
  'rateLimit',
  'title',
  'regionName',
  'otherRegions',
  'frameAncestors',
  'destinations',
  'callerIds',
  'notifications',
  'idleLockMinutes',
  'sessionHours',
]

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
  refuseUnknown(json, known, '', wrong)
  const first = checkSite(json, json.regionName, '', wrong)
  const redirectUris = checkList(json.redirectUris, 'redirectUris', checkRedirectUri, wrong)
  const limits = checkRateLimit(json.rateLimit, wrong)
  const title = checkText(json.title, 'title', wrong, 'Minidesk')
  const others = checkSites(json.otherRegions, wrong).filter((site) => site !== undefined)
  const ancestors = checkList(json.frameAncestors ?? [], 'frameAncestors', checkAncestor, wrong)
  const { idleLockMinutes: idle, sessionHours: hours } = json
  const idleLockMinutes = checkNumber(idle, 'idleLockMinutes', [1, 480], wrong, undefined)
  const sessionHours = checkNumber(hours, 'sessionHours', [1, 48], wrong, 24)
  const allowed = checkAllowed(json.destinations, wrong)
  const callerIds = checkCallerIds(json.callerIds, wrong)
  const notifications = checkNotifications(json.notifications, wrong)
  if (first && new Set([first, ...others].map(({ name }) => name)).size <= others.length)
    wrong('otherRegions', 'must differ in their names: give each a "name"')
  if (redirectUris?.length === 0)
    wrong('redirectUris', 'must be a list with at least one full URL of callback.html')

  if (problems.length > 0 || !first || !redirectUris || !ancestors) return { problems }
  const sites = [first, ...others] as const
  return {
    config: {
      ...{ sites, redirectUris, limits, title },
      ...{ frameAncestors: ancestors, idleLockMinutes, sessionHours, allowed, callerIds },
      notifications,
    },
  }
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

/** A list of texts, each of which may be wrong. */
function checkList(
  value: unknown,
  where: string,
  problemOf: (url: URL | undefined, text: string) => string | undefined,
  wrong: Wrong,
): string[] | undefined {
  if (value === undefined) return wrong(where, 'is missing')
  if (!Array.isArray(value)) return wrong(where, 'must be a list of URLs: [ "https://…" ]')
  value.forEach((text: unknown, index) => {
    const problem = problemOf(parseUrl(text), String(text))
    if (problem) wrong(`${where}[${index}]`, problem)
  })
  return value
}

function checkRedirectUri(url: URL | undefined, text: string): string | undefined {
  // Compared byte by byte by the login host: what a URL parser would forgive is wrong here.
  if (!url || /\s/.test(text)) return 'must be a full URL'
  if (!isSafe(url)) return 'must begin with https:// (http:// is for localhost only)'
  if (!/\/(callback|popup)\.html$/.test(url.pathname) || /[?#]/.test(text))
    return 'must end in /callback.html or /popup.html, with nothing after it'
  return undefined
}

function checkAncestor(url: URL | undefined, text: string): string | undefined {
  return url && isSafe(url) && url.origin === text && !text.includes('*')
    ? undefined
    : 'must be an origin such as "https://crm.example.com"'
}

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

/**
 * The redirect URI for a document: the listed one in the document's own folder.
 * `folder` is only a key into the list; it never becomes an address.
 */
export function redirectUriFor(
  config: Config,
  folder: string,
  file: 'callback.html' | 'popup.html' = 'callback.html',
): string | undefined {
  return config.redirectUris.find(
    (uri) => uri.endsWith(`/${file}`) && new URL('.', uri).href === folder,
  )
}
