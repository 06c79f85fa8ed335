import { describe, expect, test } from 'vitest'
import { match } from '../../emulator/http/router'
import { createJournal, entriesMax } from '../../emulator/journal'
import { createTokens } from '../../emulator/oauth/tokens'
import { createManualClock } from '../../manual-clock'

const arrival = { method: 'GET', operation: 'x', userId: undefined, correlationId: '', body: '' }

describe('what the emulator remembers', () => {
  test('of requests are the latest twenty thousand, numbered on', () => {
    const journal = createJournal(createManualClock())
    const count = 2 * entriesMax + 10
    for (let n = 1; n <= count; n += 1) journal.arrived({ ...arrival, path: `/${n}` })
    const all = journal.since(0)
    expect(all).toHaveLength(entriesMax)
    expect([all[0]?.n, all.at(-1)?.n]).toEqual([count - entriesMax + 1, count])
    expect(journal.since(count - 2).map(({ path }) => path)).toEqual([`/${count - 1}`, `/${count}`])
    expect(journal.since(count)).toEqual([])
  })

  test('of a channel’s requests is not its id, which opens its socket', () => {
    const journal = createJournal(createManualClock())
    const channels = '/api/v2/notifications/channels'
    const paths = [`${channels}/streaming-0-aB_c`, `${channels}/streaming-0-aB_c/subscriptions`]
    for (const path of [channels, ...paths]) journal.arrived({ ...arrival, path })
    expect(journal.since(0).map(({ path }) => path)).toEqual([
      channels,
      `${channels}/…`,
      `${channels}/…/subscriptions`,
    ])
    const write = { ...arrival, method: 'PUT' }
    journal.cut(journal.arrived({ ...write, path: `${channels}/one/subscriptions` }))
    const other = journal.arrived({ ...write, path: `${channels}/other/subscriptions` })
    expect(other.resent).toBe(false)
  })

  test('a write that was cut off long ago is no longer known', () => {
    const journal = createJournal(createManualClock())
    const write = { ...arrival, method: 'POST', path: '/x' }
    journal.cut(journal.arrived(write))
    expect(journal.arrived(write).resent).toBe(true)
    journal.cut(journal.arrived(write))
    for (let n = 0; n < 2 * entriesMax; n += 1) journal.arrived({ ...arrival, path: '/' })
    expect(journal.arrived(write).resent).toBe(false)
  })

  test('of tokens that have ended are the latest, of those that live all', () => {
    const tokens = createTokens({ clock: createManualClock(), issued() {}, ended() {} })
    const owner = { userId: 'u', clientId: 'c', scopes: [] }
    const living = tokens.issue(owner, 60)
    const dead = Array.from({ length: 10_001 }, () => tokens.issue(owner, 60).value)
    expect(tokens.end('revoked', ({ id }) => id !== living.id)).toBe(10_001)
    expect(tokens.find(dead[0] ?? '')).toBeUndefined()
    expect(tokens.find(dead[1] ?? '')?.state).toBe('revoked')
    expect(tokens.find(living.value)?.state).toBe('live')
  })
})

describe('a route', () => {
  const routes = [
    { method: 'GET', path: '/users/{userId}' },
    { method: 'PATCH', path: '/users/{other}' },
    { method: 'GET', path: '/users/me' },
    { method: 'GET', path: '/users/{userId}/queues' },
    { method: 'GET', path: '/{room}/me/{thing}' },
  ]
  test.each([
    ['GET', '/users/me', '/users/me', {}],
    ['PATCH', '/users/7', '/users/{other}', { other: '7' }],
    ['GET', '/users/a%20b/queues', '/users/{userId}/queues', { userId: 'a b' }],
    ['GET', '/users/me/queues', '/users/{userId}/queues', { userId: 'me' }],
    ['GET', '/users/me/roles', '/{room}/me/{thing}', { room: 'users', thing: 'roles' }],
    ['GET', '/users/%E0%A4%A', '/users/{userId}', { userId: '%E0%A4%A' }],
  ])('%s %s is %s', (method, path, template, params) => {
    const found = match(routes, method, path)
    expect(typeof found === 'string' ? found : [found.route.path, found.params]).toEqual([
      template,
      params,
    ])
  })

  test.each([
    ['PATCH', '/users/me', 'wrong method'],
    ['GET', '/users/', 'unknown path'],
    ['GET', '/users', 'unknown path'],
    ['GET', '/users/7/', 'unknown path'],
  ])('%s %s: %s', (method, path, why) => {
    expect(match(routes, method, path)).toBe(why)
  })
})
