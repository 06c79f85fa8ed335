import { describe, expect, test } from 'vitest'
import { pathOf } from '~/engine/path'
import { type OperationName, operations } from '~/genesys/operations'
import { anyParams } from './caller'

/** The engine's own refusal: the agent is not told that perhaps it happened. */
const refused = expect.objectContaining({
  failure: expect.objectContaining({ outcome: 'refused', status: 0, code: 'not.in.table' }),
})
const conversation = (conversationId: string) => () => pathOf('getConversation', { conversationId })

describe('the path of a request', () => {
  test.each(Object.entries(operations))(
    'of %s is the one of the table, filled',
    (name, { path }) => {
      const filled = pathOf(name as OperationName, anyParams(path))
      expect(filled).toBe(path.replaceAll(/\{(\w+)\}/g, 'some-$1'))
    },
  )

  test('keeps the ids of Genesys Cloud as they are', () => {
    const id = '3f1c2a5e-7d10-4a0b-9a51-0d1f6a8b9c7e'
    expect(conversation(id)()).toBe(`/api/v2/conversations/${id}`)
    expect(pathOf('setSubscriptions', { channelId: 'streaming-0-aB_c.d' })).toBe(
      '/api/v2/notifications/channels/streaming-0-aB_c.d/subscriptions',
    )
  })

  test.each([
    ['a slash', 'a/b'],
    ['an encoded slash', 'a%2Fb'],
    ['an encoded dot segment', '%2e%2e'],
    ['a backslash', 'a\\b'],
    ['a dot segment', '..'],
    ['a single dot', '.'],
    ['a leading dot', '.hidden'],
    ['a query', 'a?b=c'],
    ['a fragment', 'a#b'],
    ['a line break', 'a\r\nx-evil: 1'],
    ['a line break at its end', 'abc\n'],
    ['a space', 'a b'],
    ['a semicolon', 'a;b'],
    ['a null byte', 'a\0b'],
    ['letters of another alphabet', 'аbc'],
    ['nothing in it', ''],
    ['an address', 'https://evil.example'],
    ['an address without a scheme', '//evil.example'],
  ])('is refused when an id has %s', (_what, id) => {
    expect(conversation(id)).toThrow(refused)
  })

  test('is refused when an id is missing', () => {
    expect(() => pathOf('getConversation', {})).toThrow(refused)
    expect(() => pathOf('getConversation', { conversationId: undefined })).toThrow(refused)
    expect(() => pathOf('updateCall', { conversationId: 'a' })).toThrow(refused)
  })

  test.each(['toString', '__proto__', 'constructor', 'pageSize', 'expand', 'Authorization'])(
    'is refused when there is a foreign parameter: %s',
    (name) => {
      const params = JSON.parse(`{ "conversationId": "a", ${JSON.stringify(name)}: "x" }`)
      expect(() => pathOf('getConversation', params)).toThrow(refused)
    },
  )

  test('takes the query of the table, encoded, and no other', () => {
    expect(pathOf('searchQueues', { name: '*a&b=c#d é*', pageSize: '25' })).toBe(
      '/api/v2/routing/queues/divisionviews?name=*a%26b%3Dc%23d+%C3%A9*&pageSize=25',
    )
    expect(pathOf('getMe', { expand: undefined })).toBe('/api/v2/users/me')
  })
})
