import { describe, expect, test } from 'vitest'
import { checkConfig, redirectUriFor } from '~/config/config'
import { configOf, local } from '../fixtures/config'

const german = { name: 'Germany', environment: 'mypurecloud.de', clientId: 'desk-de' }

function wrongWith(change: object): readonly string[] {
  const checked = checkConfig(JSON.stringify({ ...local, ...change }))
  return 'problems' in checked ? checked.problems.map(({ where }) => where) : []
}

describe('several regions', () => {
  test('each have a name, a place and a client, and the first is the standard', () => {
    const config = configOf({ regionName: 'Test', otherRegions: [german] })
    expect(config.sites.map(({ name }) => name)).toEqual(['Test', 'Germany'])
    expect(config.sites[1]).toMatchObject({
      environment: { login: 'https://login.mypurecloud.de' },
      clientId: 'desk-de',
    })
  })

  test('are called by their domains where no name is given', () => {
    const { name: _, ...unnamed } = german
    const config = configOf({ environment: 'mypurecloud.ie', otherRegions: [unnamed] })
    expect(config.sites.map(({ name }) => name)).toEqual(['mypurecloud.ie', 'mypurecloud.de'])
  })

  test.each<[string, object, string]>([
    ['no list', { otherRegions: german }, 'otherRegions'],
    ['too many', { otherRegions: Array(19).fill(german) }, 'otherRegions'],
    ['two of one name', { otherRegions: [german, german] }, 'otherRegions'],
    ['something that is none', { otherRegions: [7] }, 'otherRegions[0].environment'],
    ['null', { otherRegions: [null] }, 'otherRegions[0].environment'],
    [
      'a place of its own',
      { otherRegions: [{ ...german, environment: 'evil.example' }] },
      'otherRegions[0].environment',
    ],
    [
      'another host',
      { otherRegions: [{ ...german, environment: { login: 'https://evil.example', api: 'x' } }] },
      'otherRegions[0].environment.login',
    ],
    ['an unknown key', { otherRegions: [{ ...german, region: 'x' }] }, 'otherRegions[0].region'],
    ['half a hint', { otherRegions: [{ ...german, org: 'x' }] }, 'otherRegions[0].org'],
    ['an empty name', { otherRegions: [{ ...german, name: ' ' }] }, 'otherRegions[0].name'],
    ['an endless name', { regionName: 'x'.repeat(61) }, 'regionName'],
  ])('are refused with %s', (_what, change, where) => {
    expect(wrongWith(change)).toContain(where)
  })

  test('hide no secret', () => {
    const clientSecret = 'x'
    expect(wrongWith({ otherRegions: [{ ...german, clientSecret }] })).toEqual([
      'otherRegions.0.clientSecret',
    ])
  })
})

describe('whether the login page is told the scopes', () => {
  const sent = (change: object) => configOf(change).sites.map(({ sendScopes }) => sendScopes)

  test('is said for each organization, and standard is no', () => {
    expect(sent({})).toEqual([false])
    expect(sent({ sendScopes: true, otherRegions: [german] })).toEqual([true, false])
    expect(sent({ otherRegions: [{ ...german, sendScopes: true }] })).toEqual([false, true])
  })

  test.each(['yes', 1, null, ['users'], 'users presence'])('is not %j', (sendScopes) => {
    expect(checkConfig(JSON.stringify({ ...local, sendScopes }))).toEqual({
      problems: [{ where: 'sendScopes', what: 'must be true or false' }],
    })
    expect(wrongWith({ otherRegions: [{ ...german, sendScopes }] })).toEqual([
      'otherRegions[0].sendScopes',
    ])
  })
})

describe('who may show the desk in a frame', () => {
  test('are origins', () => {
    const frameAncestors = ['https://crm.example.com', 'http://localhost:8080']
    expect(configOf({ frameAncestors }).frameAncestors).toEqual(frameAncestors)
    expect(configOf().frameAncestors).toEqual([])
  })

  test.each([
    ...['*', 'https://*.example.com', 'https://crm.example.com/', 'https://crm.example.com/x'],
    ...['http://crm.example.com', "'self'", 'https://a.example; script-src *', 'data:', '', 7],
  ])('and not %j', (origin) => {
    expect(wrongWith({ frameAncestors: [origin] })).toEqual(['frameAncestors[0]'])
  })
})

describe('how long a sign-in lasts', () => {
  test('is a day, and no lock but the organization’s, unless something else is said', () => {
    expect(configOf()).toMatchObject({ sessionHours: 24, idleLockMinutes: undefined })
    const said = { sessionHours: 12, idleLockMinutes: 15 }
    expect(configOf(said)).toMatchObject(said)
  })

  test.each([
    ['sessionHours', 0],
    ['sessionHours', 49],
    ['sessionHours', 1.5],
    ['idleLockMinutes', 0],
    ['idleLockMinutes', 481],
    ['idleLockMinutes', '15'],
    ['idleLockMinutes', null],
  ])('is not %s %j', (key, value) => {
    expect(wrongWith({ [key]: value })).toEqual([key])
  })
})

describe('the redirect URI of a window that logs in for a frame', () => {
  const redirectUris = ['https://desk.example/callback.html', 'https://desk.example/popup.html']

  test('is that of popup.html', () => {
    const config = configOf({ redirectUris })
    expect(redirectUriFor(config, 'https://desk.example/')).toBe(redirectUris[0])
    expect(redirectUriFor(config, 'https://desk.example/', 'popup.html')).toBe(redirectUris[1])
    expect(redirectUriFor(configOf(), 'https://desk.example/', 'popup.html')).toBeUndefined()
  })
})
