import { describe, expect, test } from 'vitest'
import { misfitOf } from '../../emulator/api/shape'
import type { Shape } from '../../emulator/contract/facts'
import { type Json, signIn, withEmulator } from './visitor'

const call: Shape = {
  type: 'object',
  required: ['at'],
  properties: {
    at: { type: 'string', format: 'date-time' },
    kind: { type: 'string', enum: ['IN', 'OUT'] },
    count: { type: 'integer', format: 'int32', maximum: 10 },
    tags: { type: 'array', items: { type: 'string' }, maxItems: 2, uniqueItems: true },
    more: { type: 'object', additionalProperties: { type: 'boolean' } },
    any: {},
  },
}
const at = '2027-01-15T08:00:00Z'

describe('a value', () => {
  test.each<[string, unknown, string | undefined, string?]>([
    [
      'all of it',
      { at, kind: 'IN', count: 3, tags: ['a'], more: { x: true }, any: [1] },
      undefined,
    ],
    ['another name', { at, knd: 'IN' }, 'property', 'knd'],
    ['a name of every object', { at, constructor: 1 }, 'property', 'constructor'],
    ['another type', { at, kind: 3 }, 'type', 'kind'],
    ['null', { at, tags: null }, 'type', 'tags'],
    ['a fraction', { at, count: 1.5 }, 'type', 'count'],
    ['more than 32 bits', { at, count: -3e9 }, 'type', 'count'],
    ['too much', { at, count: 11 }, 'constraint', 'count'],
    ['too many', { at, tags: ['a', 'b', 'c'] }, 'constraint', 'tags'],
    ['one twice', { at, tags: ['a', 'a'] }, 'constraint', 'tags'],
    ['another value', { at, kind: 'in' }, 'value', 'kind'],
    ['a day', { at: '2027-01-15' }, 'date', 'at'],
    ['no day of a month', { at: '2027-02-45T08:00:00Z' }, 'date', 'at'],
    ['a wrong item', { at, tags: [1] }, 'type', 'tags'],
    ['a wrong value of a map', { at, more: { x: 1 } }, 'type', 'x'],
    ['a list', [], 'type', ''],
    ['nothing of it', {}, 'constraint', 'at'],
  ])('with %s', (_what, value, kind, field) => {
    const misfit = misfitOf(value, call, false)
    expect(misfit?.kind).toBe(kind)
    if (kind !== undefined) expect(misfit?.field).toBe(field)
  })

  test('of which only a part is given needs nothing, but must fit', () => {
    expect(misfitOf({}, call, true)).toBeUndefined()
    expect(misfitOf({ kind: 'in' }, call, true)?.kind).toBe('value')
  })
})

const presence = 'presences/purecloud'

describe('a request that does not fit is refused before it does anything', () => {
  test.each<[string, string, Json, string, string?]>([
    ['PATCH', presence, { mesage: 'x' }, 'invalid.property', '[mesage]'],
    ['PATCH', presence, { message: 7 }, 'bad.request'],
    ['PATCH', presence, { modifiedDate: 'today' }, 'invalid.date'],
    ['PUT', 'routingstatus', { status: 'READY' }, 'invalid.value', 'IDLE'],
    ['GET', 'queues?pageSize=many', undefined, 'invalid.query.param.value', '[pageSize]'],
    ['GET', '?expand=presense', undefined, 'invalid.query.param.value', '[presense]'],
  ])('%s %s %o', (method, path, body, code, named = '') =>
    withEmulator(async (emulator) => {
      const { userId, ask } = await signIn(emulator)
      const before = await ask('GET', `/users/${userId}/${presence}`)
      const answer = await ask(method, `/users/${userId}/${path}`.replace('/?', '?'), body)
      expect(answer).toMatchObject({ status: 400, body: { code } })
      expect(answer.body.message).toContain(named)
      expect(await ask('GET', `/users/${userId}/${presence}`)).toEqual(before)
    }),
  )

  test('but for the default, though the enum beside it does not name it', () =>
    withEmulator(async (emulator) => {
      const { userId, ask } = await signIn(emulator)
      for (const path of ['/users', `/users/${userId}/routingskills`]) {
        expect((await ask('GET', `${path}?sortOrder=ASC`)).status).toBe(200)
        const { status, body } = await ask('GET', `${path}?sortOrder=DESC`)
        expect({ status, code: body.code }).toEqual({
          status: 400,
          code: 'invalid.query.param.value',
        })
      }
    }))

  test('with the code of its own where it has one', () =>
    withEmulator(async (emulator) => {
      const { userId, ask } = await signIn(emulator)
      const path = `/conversations/${userId}/participants/${userId}`
      const code = 'conversation.participant.update.invalid'
      expect((await ask('PATCH', path, { state: 'gone' })).body.code).toBe(code)
    }))

  test('with a body where none is known, or none where one must be, or one too deep', () =>
    withEmulator(async (emulator) => {
      const { userId, ask } = await signIn(emulator)
      expect((await ask('POST', '/notifications/channels', {})).body.code).toBe('bad.request')
      const bare = await ask('PUT', `/users/${userId}/routingstatus`)
      expect(bare.body.code).toBe('bad.request')
      const criteria = JSON.parse(`${'{"group":['.repeat(40)}${']}'.repeat(40)}`)
      const deep = await ask('POST', '/users/search', { query: [criteria] })
      expect(deep.body.code).toBe('bad.request')
    }))
})
