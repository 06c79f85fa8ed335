import { describe, expect, test } from 'vitest'
import { checkRequest } from '~/engine/door'
import { checkTransaction } from '~/protocol/protocol'

const transaction = {
  verifier: 'v',
  state: 's',
  site: 'This computer',
  login: 'http://localhost:4510',
  redirectUri: 'http://localhost:5173/callback.html',
  returnTo: '#/',
  startedAt: 1,
}
const watching = (...topics: unknown[]) => ({ id: 1, kind: 'watch', topics })
const ask = { id: 1, kind: 'ask', operation: 'getMe', params: {} }

describe('what the engine lets in', () => {
  test.each<[object]>([
    [{ id: 1, kind: 'hello', folder: 'http://localhost:5173/' }],
    [{ id: 2, kind: 'bye' }],
    [{ id: 3, kind: 'begin', returnTo: '#/', how: 'redirect' }],
    [{ id: 3, kind: 'begin', returnTo: '#/', how: 'window', site: 'Germany' }],
    [{ id: 4, kind: 'finish', answer: '', transaction: { ...transaction, prompt: 'login' } }],
    [{ id: 4, kind: 'finish', answer: 'code=1', transaction }],
    [{ id: 5, kind: 'finish', answer: 'code=1', transaction: null }],
    [{ ...ask, params: { expand: 'organization' }, body: { any: 'thing' } }],
    [{ id: 7, kind: 'listen', userId: '3f1c2a5e-7d10' }],
    [{ id: 7, kind: 'watch', topics: [] }],
    [{ id: 7, kind: 'watch', topics: ['v2.users.3f1c2a5e-7d10.activity'] }],
    [{ id: 8, kind: 'reconnect' }],
    [{ id: 9, kind: 'online' }],
    [{ id: 10, kind: 'offline' }],
    [{ id: 9, kind: 'sign-out' }],
    [{ id: 11, kind: 'active' }],
    [{ id: 12, kind: 'trail' }],
    [{ id: 12, kind: 'health' }],
    [{ id: 13, kind: 'places' }],
    [{ id: 14, kind: 'places', wish: '?gcTargetEnv=prod' }],
    [{ id: 10, kind: 'ping' }],
    [{ ...ask, login: 2 }],
    [{ ...ask, lane: 'background' }],
    [{ id: 1, kind: 'active', live: undefined }],
    [{ id: 1, kind: 'active', live: true }],
  ])('%j', (request) => {
    expect(checkRequest(request)).toEqual(request)
  })

  test('nothing that was not asked for comes along', () => {
    const more = { ...ask, url: 'https://evil.example', headers: { authorization: 'x' } }
    expect(checkRequest(more)).toEqual({ ...ask, body: undefined })
  })

  test.each(['action', 'screen', 1, {}])('no page pushes ahead by the lane %j', (lane) => {
    expect(checkRequest({ ...ask, lane })).toEqual({ ...ask, body: undefined })
  })

  test('a parameter that is not set counts as left out', () => {
    expect(checkRequest({ ...ask, params: { expand: undefined } })).toMatchObject({ params: {} })
  })
})

describe('what is dropped at the door', () => {
  test.each<[string, unknown]>([
    ['a watch of what is none of the page’s', watching('v2.users.a.conversations')],
    ['a watch of everybody', watching('v2.users.*.activity')],
    ['a watch of several in one', watching('v2.users.a?activity&conversations')],
    ['a watch of something after it', watching('v2.users.a.activity.x')],
    ['a watch of no texts', watching(1)],
    ['a watch of a text', { id: 1, kind: 'watch', topics: 'v2.users.a.activity' }],
    ['a watch of too many', watching(...Array<string>(201).fill('v2.users.a.activity'))],
    ['nothing', undefined],
    ['null', null],
    ['a text', 'hello'],
    ['a list', [ask]],
    ['an unknown kind', { id: 1, kind: 'token' }],
    ['the kind of a prototype', { id: 1, kind: 'toString' }],
    ['a request without a number', { ...ask, id: undefined }],
    ['a number as a text', { ...ask, id: '1' }],
    ['a number that is none', { ...ask, id: Number.NaN }],
    ['a hello from nowhere', { id: 1, kind: 'hello' }],
    ['a begin without a way back', { id: 1, kind: 'begin', how: 'redirect' }],
    ['a begin without a way there', { id: 1, kind: 'begin', returnTo: '#/' }],
    ['a begin by another way', { id: 1, kind: 'begin', returnTo: '#/', how: 'https://evil' }],
    [
      'a begin at a place that is no name',
      { id: 1, kind: 'begin', returnTo: '#/', how: 'silent', site: {} },
    ],
    ['a wish that is no text', { id: 1, kind: 'places', wish: ['?region=x'] }],
    ['a finish without an answer', { id: 1, kind: 'finish', transaction }],
    ['an endless answer', { id: 1, kind: 'finish', answer: 'x'.repeat(4097), transaction }],
    ['an operation that is not in the table', { ...ask, operation: 'deleteUser' }],
    ['an operation of the prototype', { ...ask, operation: 'constructor' }],
    ['an address for an operation', { ...ask, operation: 'https://evil.example/' }],
    ['parameters in a list', { ...ask, params: ['a'] }],
    ['no parameters', { ...ask, params: undefined }],
    ['a number for a parameter', { ...ask, params: { expand: 1 } }],
    ['an object for a parameter', { ...ask, params: { expand: { toString: 1 } } }],
    ['a live call that is no yes or no', { id: 1, kind: 'active', live: 'true' }],
    ['an agent by a path', { id: 1, kind: 'listen', userId: '../users' }],
    ['an agent with a wildcard', { id: 1, kind: 'listen', userId: '*' }],
  ])('%s', (_what, data) => {
    expect(checkRequest(data)).toBeUndefined()
  })

  test.each(Object.keys(transaction))('a transaction without its %s is none', (key) => {
    expect(checkTransaction({ ...transaction, [key]: undefined })).toBeNull()
    expect(checkTransaction({ ...transaction, [key]: { [key]: 1 } })).toBeNull()
    expect(checkTransaction(transaction)).toEqual(transaction)
  })
})
