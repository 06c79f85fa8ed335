import { describe, expect, test } from 'vitest'
import { chooseSite, createPlaces } from '~/engine/places'
import { createManualClock } from '../../manual-clock'
import { fakeStorage } from '../fake-storage'
import { configOf } from '../fixtures/config'

const { sites } = configOf({
  regionName: 'Here',
  otherRegions: [
    { name: 'Germany', environment: 'mypurecloud.de', clientId: 'desk-de' },
    { name: 'Oregon', environment: 'usw2.pure.cloud', clientId: 'desk-usw2' },
    { name: 'Virginia', environment: 'mypurecloud.com', clientId: 'desk-us' },
  ],
})
const chosen = (wish?: string, remembered?: unknown) => chooseSite(sites, wish, remembered).name

describe('the place of a log-in', () => {
  test('is the first, the remembered one, or the one that is wished for', () => {
    expect(chosen()).toBe('Here')
    expect(chosen(undefined, 'Germany')).toBe('Germany')
    expect(chosen('Oregon', 'Germany')).toBe('Oregon')
  })

  test.each<[string, string]>([
    ['?region=Germany', 'Germany'],
    ['?region=mypurecloud.de', 'Germany'],
    ['?gcHostOrigin=https://apps.mypurecloud.de', 'Germany'],
    ['?gcHostOrigin=https%3A%2F%2Fapps.usw2.pure.cloud&gcTargetEnv=prod-usw2', 'Oregon'],
    ['?gcTargetEnv=prod-euc1', 'Germany'],
    ['?gcTargetEnv=prod-usw2', 'Oregon'],
    ['?gcTargetEnv=prod', 'Virginia'],
    ['?gcTargetEnv=mypurecloud.com', 'Virginia'],
    ['?gcTargetEnv=nonsense&gcHostOrigin=https://apps.mypurecloud.de', 'Germany'],
    ['?langTag=en-us', 'Here'],
  ])('may be named in the page’s address: %s', (query, name) => {
    expect(chosen(query)).toBe(name)
  })

  test.each([
    ...['?gcTargetEnv=evil.com', '?gcTargetEnv=mypurecloud.com.evil.com', '?gcTargetEnv='],
    ...['?gcTargetEnv=evil-mypurecloud.de', '?gcTargetEnv=login.mypurecloud.de'],
    ...['?gcHostOrigin=https://apps.mypurecloud.de.evil.com', '?region=__proto__'],
    ...['?gcHostOrigin=https://evil.com/https://apps.mypurecloud.de', '?region=toString'],
    ...['?gcHostOrigin=http://apps.mypurecloud.de', '?gcHostOrigin=https://apps.mypurecloud.de/x'],
    // A region of Genesys Cloud that this configuration does not offer.
    ...['?gcTargetEnv=mypurecloud.ie', '?gcTargetEnv=prod-euw1', '?', ''],
    ...['evil.com', 'mypurecloud.de', 'https://apps.mypurecloud.de', 'germany'],
  ])('is not what is not in the list: %j', (wish) => {
    expect(chosen(wish, 'Oregon')).toBe('Oregon')
    expect(chosen(wish)).toBe('Here')
  })

  test.each([
    ['evil.com'],
    ['?region=Germany'],
    ['mypurecloud.de'],
    [{ name: 'Germany' }],
    [7],
    [null],
  ])('is the first when %j is remembered', (remembered) => {
    expect(chosen(undefined, remembered)).toBe('Here')
  })

  test('that a log-in went to is the one of the next time; somebody signed in is where they are', async () => {
    const places = createPlaces(sites, fakeStorage(), createManualClock())
    expect((await places.choose(undefined)).name).toBe('Here')
    places.remember(sites[1] ?? sites[0])
    expect((await places.choose(undefined)).name).toBe('Germany')
    expect((await places.all('Oregon', sites[0])).chosen).toBe('Here')
  })

  test('can be looked at with all others', async () => {
    const places = createPlaces(sites, fakeStorage(), createManualClock())
    expect(await places.all('Oregon', undefined)).toEqual({
      all: [
        { name: 'Here', domain: 'localhost:4510', clientId: 'minidesk-local' },
        { name: 'Germany', domain: 'mypurecloud.de', clientId: 'desk-de' },
        { name: 'Oregon', domain: 'usw2.pure.cloud', clientId: 'desk-usw2' },
        { name: 'Virginia', domain: 'mypurecloud.com', clientId: 'desk-us' },
      ],
      chosen: 'Oregon',
    })
  })
})
