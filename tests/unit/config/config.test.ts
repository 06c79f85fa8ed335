import { describe, expect, test } from 'vitest'
import { checkConfig, type Problem } from '~/config/config'
import { regions } from '~/genesys/regions'
import { configOf, local } from '../fixtures/config'

function problemsOf(text: string): readonly Problem[] {
  const checked = checkConfig(text)
  return 'problems' in checked ? checked.problems : []
}

const wrongWith = (change: object) =>
  problemsOf(JSON.stringify({ ...local, ...change })).map(({ where }) => where)

const endpoints = (...endpoints: readonly unknown[]) => ({ rateLimit: { endpoints } })

describe('a configuration that can be used', () => {
  test('needs an environment, a client id and a redirect URI, and has standards for the rest', () => {
    expect(configOf()).toMatchObject({
      sites: [
        {
          name: 'This computer',
          environment: { login: 'http://localhost:4510', api: 'http://localhost:4511' },
          clientId: 'minidesk-local',
        },
      ],
      redirectUris: ['http://localhost:5173/callback.html'],
      limits: { perMinute: 60, perUser: 3000, endpoints: [] },
      title: 'Minidesk',
    })
    expect(configOf().sites[0]).not.toHaveProperty('sso')
  })

  test.each(regions)('may name the region %s', (region) => {
    const [{ environment }] = configOf({ environment: region }).sites
    expect(environment.login).toBe(`https://login.${region}`)
    expect(environment.api).toBe(`https://api.${region}`)
  })

  test('may lead straight to the identity provider of the organization', () => {
    expect(configOf({ org: 'larkfield', provider: 'okta' }).sites[0].sso).toEqual({
      org: 'larkfield',
      provider: 'okta',
    })
  })

  test('may tell the login page which organization it is', () => {
    const [{ sso }] = configOf({ loginHint: 'Larkfield Home Services' }).sites
    expect(sso).toEqual({ login_hint: 'Larkfield Home Services' })
  })

  test('may say where a call may be sent', () => {
    const destinations = { numbers: ['+49*', '+13175550199'], queues: ['Repairs'], contacts: false }
    expect(configOf({ destinations }).allowed).toEqual(destinations)
    expect(configOf({ destinations: { contacts: true } }).allowed).toEqual({})
    expect(configOf({}).allowed).toBeUndefined()
  })

  test('may offer caller ids', () => {
    const callerIds = [{ number: '+493055500100', name: 'Service' }, { number: '+13175550100' }]
    expect(configOf({ callerIds }).callerIds).toEqual(callerIds)
    expect(configOf({}).callerIds).toBeUndefined()
  })

  test('may keep customers out of notifications', () => {
    expect(configOf({ notifications: { customer: false } }).notifications).toEqual({
      customer: false,
    })
    expect(configOf({ notifications: {} }).notifications).toEqual({ customer: true })
    expect(configOf({}).notifications).toBeUndefined()
  })

  test('may give its own title and allowance', () => {
    const config = configOf({ title: 'Service desk', rateLimit: { perMinute: 300 } })
    expect(config).toMatchObject({ title: 'Service desk', limits: { perMinute: 300 } })
  })

  test('may give the limit of a user, and those of single operations', () => {
    const endpoints = [{ operation: 'searchUsers', perMinute: 30 }]
    const { limits } = configOf({ rateLimit: { perUser: 600, endpoints } })
    expect(limits).toEqual({ perMinute: 60, perUser: 600, endpoints })
  })
})

describe('a file that cannot be read', () => {
  test.each([
    ['an empty file', ''],
    ['broken JSON', '{ "environment": '],
    ['a page instead of JSON', '<!doctype html><title>Not found</title>'],
    ['a list', '[]'],
    ['a text', '"mypurecloud.de"'],
    ['null', 'null'],
  ])('%s is said to be wrong as a whole', (_what, text) => {
    expect(problemsOf(text).map(({ where }) => where)).toEqual(['config.json'])
  })

  test('every missing key is named at once', () => {
    expect(problemsOf('{}').map(({ where }) => where)).toEqual([
      'environment',
      'clientId',
      'redirectUris',
    ])
  })
})

describe('a configuration that is wrong says where', () => {
  test.each<[string, object, string]>([
    ['an unknown key', { redirectUrl: 'x' }, 'redirectUrl'],
    [
      'an unknown key of the environment',
      { environment: { ...local.environment, x: 1 } },
      'environment.x',
    ],
    ['an unknown key of the destinations', { destinations: { people: [] } }, 'destinations.people'],
    ['a text for caller ids', { callerIds: '+4930555' }, 'callerIds'],
    ['a number alone as a caller id', { callerIds: ['+4930555'] }, 'callerIds[0]'],
    ['a national caller id', { callerIds: [{ number: '030 555' }] }, 'callerIds[0].number'],
    ['an empty name', { callerIds: [{ number: '+4930555', name: ' ' }] }, 'callerIds[0].name'],
    ['an unknown key', { callerIds: [{ number: '+4930555', id: 1 }] }, 'callerIds[0].id'],
    [
      'the same caller id twice',
      { callerIds: [{ number: '+4930555' }, { number: '+4930555', name: 'x' }] },
      'callerIds',
    ],
    ['a switch for notifications', { notifications: false }, 'notifications'],
    ['a text for a switch', { notifications: { customer: 'no' } }, 'notifications.customer'],
    ['an unknown part of notifications', { notifications: { name: true } }, 'notifications.name'],
    ['a list for destinations', { destinations: ['+49*'] }, 'destinations'],
    ['a text for numbers', { destinations: { numbers: '+49*' } }, 'destinations.numbers'],
    [
      'a national number',
      { destinations: { numbers: ['+1', '030 1'] } },
      'destinations.numbers[1]',
    ],
    [
      'an asterisk amid a number',
      { destinations: { numbers: ['+4*9'] } },
      'destinations.numbers[0]',
    ],
    ['an empty name of a queue', { destinations: { queues: [''] } }, 'destinations.queues[0]'],
    ['any queue at all', { destinations: { queues: ['*'] } }, 'destinations.queues[0]'],
    ['a word for contacts', { destinations: { contacts: 'no' } }, 'destinations.contacts'],
    ['an unknown key of the rate limit', { rateLimit: { perSecond: 1 } }, 'rateLimit.perSecond'],
    ['a number for an environment', { environment: 1 }, 'environment'],
    ['null for an environment', { environment: null }, 'environment'],
    [
      'an environment without a login host',
      { environment: { api: 'http://localhost' } },
      'environment.login',
    ],
    [
      'a login host that is no URL',
      { environment: { ...local.environment, login: 'localhost' } },
      'environment.login',
    ],
    [
      'an API with its path',
      { environment: { ...local.environment, api: 'http://localhost:1/api/v2' } },
      'environment.api',
    ],
    [
      'an API with a password',
      { environment: { ...local.environment, api: 'http://a:b@localhost' } },
      'environment.api',
    ],
    [
      'a real login host by URL',
      { environment: { ...local.environment, login: 'https://login.mypurecloud.de' } },
      'environment.login',
    ],
    [
      'sockets over http',
      { environment: { ...local.environment, sockets: 'http://localhost:1' } },
      'environment.sockets',
    ],
    [
      'sockets elsewhere',
      { environment: { ...local.environment, sockets: 'wss://evil.example' } },
      'environment.sockets',
    ],
    ['a number for a client id', { clientId: 7 }, 'clientId'],
    ['a client id with a space', { clientId: 'mini desk' }, 'clientId'],
    ['an empty client id', { clientId: '' }, 'clientId'],
    ['no redirect URI in the list', { redirectUris: [] }, 'redirectUris'],
    [
      'a text for the list of redirect URIs',
      { redirectUris: 'https://a.example/callback.html' },
      'redirectUris',
    ],
    ['a limit of nine', { rateLimit: { perMinute: 9 } }, 'rateLimit.perMinute'],
    ['a limit above the platform’s', { rateLimit: { perMinute: 3001 } }, 'rateLimit.perMinute'],
    ['half a request', { rateLimit: { perMinute: 60.5 } }, 'rateLimit.perMinute'],
    ['a limit in words', { rateLimit: { perMinute: '60' } }, 'rateLimit.perMinute'],
    ['a bare number as limit', { rateLimit: 60 }, 'rateLimit'],
    ['a user’s limit of nine', { rateLimit: { perUser: 9 } }, 'rateLimit.perUser'],
    ['no list of endpoints', { rateLimit: { endpoints: {} } }, 'rateLimit.endpoints'],
    [
      'an operation that is not asked for',
      endpoints({ operation: 'deleteUser', perMinute: 30 }),
      'rateLimit.endpoints[0].operation',
    ],
    [
      'an endpoint without its limit',
      endpoints({ operation: 'searchUsers' }),
      'rateLimit.endpoints[0].perMinute',
    ],
    [
      'an endpoint that may not be asked at all',
      endpoints({ operation: 'searchUsers', perMinute: 0 }),
      'rateLimit.endpoints[0].perMinute',
    ],
    [
      'an unknown key of an endpoint',
      endpoints({ operation: 'searchUsers', perMinute: 30, per: 'user' }),
      'rateLimit.endpoints[0].per',
    ],
    ['an endpoint that is no object', endpoints(30), 'rateLimit.endpoints[0].perMinute'],
    [
      'an operation twice',
      endpoints(
        { operation: 'searchUsers', perMinute: 30 },
        { operation: 'searchUsers', perMinute: 60 },
      ),
      'rateLimit.endpoints',
    ],
    ['an empty title', { title: ' ' }, 'title'],
    ['a title of 61 letters', { title: 'x'.repeat(61) }, 'title'],
    ['an organization without its provider', { org: 'larkfield' }, 'org'],
    ['a provider without its organization', { provider: 'okta' }, 'org'],
    ['a hint beside them', { org: 'a', provider: 'okta', loginHint: 'a' }, 'loginHint'],
    ['somebody’s address as a hint', { loginHint: 'ana@larkfield.example' }, 'loginHint'],
    ['an address with its organization', { loginHint: 'ana@b.example:larkfield' }, 'loginHint'],
    ['an empty hint', { loginHint: '' }, 'loginHint'],
    ['a hint of 61 letters', { loginHint: 'x'.repeat(61) }, 'loginHint'],
    ['a number for a hint', { loginHint: 7 }, 'loginHint'],
  ])('%s', (_what, change, where) => {
    expect(wrongWith(change)).toEqual([where])
  })

  test.each([
    ['mypurecloud.com.evil.com'],
    ['evil-mypurecloud.com'],
    ['mypurecloud.com/'],
    ['mypurecloud.com@evil.com'],
    ['login.mypurecloud.com'],
    ['MYPURECLOUD.DE'],
    ['mypurecloud.de '],
    ['pure.cloud'],
    [''],
    ['toString'],
  ])('%j is no region', (environment) => {
    expect(wrongWith({ environment })).toEqual(['environment'])
  })

  test.each([
    ['plain http', 'http://desk.example/callback.html'],
    ['http on a look-alike of this machine', 'http://localhost.evil.example/callback.html'],
    ['a path alone', '/callback.html'],
    ['another file', 'https://desk.example/index.html'],
    ['a longer name', 'https://desk.example/mycallback.html'],
    ['a query', 'https://desk.example/callback.html?x=1'],
    ['a fragment', 'https://desk.example/callback.html#x'],
    ['an empty query', 'https://desk.example/callback.html?'],
    ['an empty fragment', 'https://desk.example/callback.html#'],
    ['a space behind it', 'https://desk.example/callback.html '],
    ['a script', 'javascript:alert(1)//callback.html'],
    ['a number', 7],
  ])('a redirect URI with %s', (_what, uri) => {
    const good = 'https://desk.example/callback.html'
    expect(wrongWith({ redirectUris: [good, uri] })).toEqual(['redirectUris[1]'])
  })
})

describe('a secret in the file', () => {
  test.each<[object, string]>([
    [{ clientSecret: 'hush' }, 'clientSecret'],
    [{ client_secret: 'hush' }, 'client_secret'],
    [{ environment: { ...local.environment, password: 'x' } }, 'environment.password'],
    [{ rateLimit: { perMinute: 60, apiKey: 'x' } }, 'rateLimit.apiKey'],
    [{ redirectUris: [{ PrivateKey: 'x' }] }, 'redirectUris.0.PrivateKey'],
    [{ accessToken: { deep: { refresh_token: 'x' } } }, 'accessToken'],
  ])('%j is refused, to be revoked', (change, where) => {
    const found = problemsOf(JSON.stringify({ ...local, ...change }))
    expect(found.find((one) => one.where === where)?.what).toMatch(/looks like a secret.*revoke/)
  })

  test('its value is never repeated', () => {
    const found = problemsOf(JSON.stringify({ ...local, clientSecret: 'hush-4711' }))
    expect(JSON.stringify(found)).not.toContain('hush-4711')
  })
})
