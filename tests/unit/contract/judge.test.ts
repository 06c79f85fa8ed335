import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import { startEmulator } from '../../contract/emulator'
import { createJudge } from '../../contract/judge'
import { operationFacts } from '../../emulator/contract/facts'
import type { Answered, Sent } from '../../emulator/contract/watch'

const user = 'b1c2d3e4-0000-4000-8000-000000000001'

/** What the judge says of one answer. */
function verdicts(seen: Partial<Answered> & Pick<Answered, 'operation'>): readonly string[] {
  const judge = createJudge()
  const { query = new URLSearchParams(), body = '', status = 200, answer, ...rest } = seen
  judge.answered({ query, body, status, answer, ...rest })
  return judge.verdicts()
}

const presence = { operation: 'patchUserPresencesPurecloud', answer: {} }

describe('the judge of the local Genesys', () => {
  test('has nothing to say of what is described', () => {
    const answer = { userId: user, status: 'IDLE', startTime: '2026-05-04T08:00:00.000Z' }
    expect(verdicts({ operation: 'getUserRoutingstatus', answer })).toEqual([])
  })

  test.each([
    ['a field that is not described', { userId: user, since: 1 }],
    ['another type', { userId: 5 }],
    ['a value that is not listed', { status: 'ON_QUEUE' }],
    ['a time that is none', { startTime: 'noon' }],
    ['null, which Genesys Cloud leaves out', { userId: null }],
  ])('finds %s in an answer', (_what, answer) => {
    expect(verdicts({ operation: 'getUserRoutingstatus', answer })).toHaveLength(1)
  })

  test('finds what is missing', () => {
    expect(verdicts({ operation: 'getConversation', answer: { id: user } })).toEqual([
      expect.stringContaining('participants'),
      expect.stringContaining('startTime'),
    ])
    expect(verdicts({ operation: 'getUsersMe' })).toEqual(['getUsersMe: no body'])
  })

  test('finds an answer where none is described, and a status that is not', () => {
    const hold = { operation: 'patchConversationsCallParticipant', body: '{"held":true}' }
    expect(verdicts({ ...hold, status: 202 })).toEqual([])
    expect(verdicts({ ...hold, status: 202, answer: {} })).toHaveLength(1)
    expect(verdicts({ ...hold, status: 200 })).toHaveLength(1)
  })

  test('finds what should not have been accepted', () => {
    expect(verdicts({ ...presence, body: '{"presenceDefinition":{"id":"1"}}' })).toEqual([])
    expect(verdicts({ ...presence, body: '{"presence":"Busy"}' })).toHaveLength(1)
    expect(verdicts({ ...presence, body: '' })).toHaveLength(1)
    const query = new URLSearchParams({ fields: 'name' })
    expect(verdicts({ operation: 'getUserRoutingstatus', query, answer: {} })).toHaveLength(1)
  })

  test('knows a boolean in a query from what is none', () => {
    const asked = (joined: string) =>
      verdicts({
        operation: 'getRoutingQueueMembers',
        query: new URLSearchParams({ joined }),
        answer: {},
      })
    expect(asked('true')).toEqual([])
    expect(asked('maybe')).toHaveLength(1)
  })

  test('finds a refusal that the operation does not list', () => {
    const refused = { operation: 'getUsersMe', status: 404 }
    const answer = { message: 'x', status: 404, contextId: 'x', details: [], errors: [] }
    expect(verdicts({ ...refused, answer: { ...answer, code: 'not.found' } })).toEqual([])
    expect(verdicts({ ...refused, answer: { ...answer, code: 'gone' } })).toHaveLength(1)
  })

  test.each([
    ['another status than on the wire', { status: 500 }],
    ['no message', { message: undefined }],
    ['no id to ask about it', { contextId: '' }],
  ])('finds a refusal with %s', (_what, change) => {
    const answer = { message: 'x', code: 'not.found', status: 404, contextId: 'x', ...change }
    expect(verdicts({ operation: 'getUsersMe', status: 404, answer })).toHaveLength(1)
  })

  test('takes an answer by default for one that has come to pass', () => {
    const ended = { operation: 'deleteNotificationsChannelSubscriptions' }
    expect(operationFacts[ended.operation]?.answers).toEqual({ default: null })
    expect(verdicts({ ...ended, status: 200 })).toEqual([])
    expect(verdicts({ ...ended, status: 302 })).toHaveLength(1)
  })

  test('looks at what goes over the wire', () => {
    const answer = { userId: user, startTime: new Date(0), status: undefined }
    expect(verdicts({ operation: 'getUserRoutingstatus', answer })).toEqual([])
    const wrong = { userId: user, startTime: { toJSON: () => 7 } }
    expect(verdicts({ operation: 'getUserRoutingstatus', answer: wrong })).toHaveLength(1)
  })

  test('finds system messages that are not described', () => {
    const judge = createJudge()
    const topic = `v2.system.token_revoked.streaming-0-${'x'.repeat(30)}`
    judge.published(topic, { channelId: 'x', systemTopicType: 'token_revoked' })
    expect(judge.verdicts()).toEqual([])
    judge.published(topic, { channelId: 'x', systemTopicType: 'bored' })
    expect(judge.verdicts()).toHaveLength(1)
  })

  const sent = (change: Partial<Sent>, body: object) => {
    const judge = createJudge()
    const json = { 'content-type': 'application/json', 'ININ-Correlation-Id': 'x' }
    const text = JSON.stringify({ message: 'x', contextId: 'x', ...body })
    judge.sent({ operation: '', status: 404, headers: new Headers(json), text, ...change })
    return judge.verdicts()
  }
  const html = { 'content-type': 'text/html', 'ININ-Correlation-Id': 'x' }

  test('has nothing to say of refusals that belong to no operation, in their official form', () => {
    expect(sent({}, { code: 'not.found', status: 404 })).toEqual([])
    expect(sent({ status: 405 }, { code: 'method.not.allowed', status: 405 })).toEqual([])
    const large = { operation: 'postConversationsCalls', status: 413 }
    expect(sent(large, { code: 'request.entity.too.large', status: 413 })).toEqual([])
  })

  test.each<[string, Partial<Sent>, object]>([
    ['another code', {}, { code: 'lost', status: 404 }],
    ['another id than in the header', {}, { code: 'not.found', status: 404, contextId: 'y' }],
    ['no id in the header', { headers: new Headers() }, { code: 'not.found', status: 404 }],
    ['another type', { headers: new Headers(html) }, { code: 'not.found', status: 404 }],
    ['success where nothing is', { status: 200 }, {}],
    ['a mistake', { status: 500 }, { code: 'internal.server.error', status: 500 }],
  ])('finds an answer with %s', (_what, change, body) => {
    expect(sent(change, body)).toHaveLength(1)
  })

  test('hears of an answer that belongs to no operation', async () => {
    const emulator = await startEmulator()
    const told = vi.spyOn(emulator.judge, 'sent')
    const ask = (path: string, method = 'GET') => fetch(`${emulator.api}${path}`, { method })
    await ask('/api/v2/nowhere')
    await ask('/api/v2/users/me', 'DELETE')
    await ask('/api/v2/users/me')
    await emulator.stop()
    const sents = told.mock.calls.map(([one]) => one)
    expect(sents.map(({ operation, status }) => [operation, status])).toEqual([
      ['', 404],
      ['', 405],
      ['getUsersMe', 401],
    ])
    for (const { text, headers } of sents) {
      expect(JSON.parse(text).contextId).toBe(headers.get('ININ-Correlation-Id'))
    }
  })

  test('finds events that are not described', () => {
    const judge = createJudge()
    judge.published(`v2.users.${user}.routingStatus`, { id: user, routingStatus: {} })
    expect(judge.verdicts()).toEqual([])
    judge.published(`v2.users.${user}.routingStatus`, { userId: user })
    judge.published(`v2.users.${user}.moods`, {})
    expect(judge.verdicts()).toHaveLength(2)
  })

  test('does not believe in operations of our own', () => {
    expect(verdicts({ operation: 'postUsersMood' })).toHaveLength(1)
  })

  test('looks at every emulator of the tests', () => {
    const folder = fileURLToPath(new URL('../../', import.meta.url))
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^(unit|e2e|pictures)\/.*\.ts$/.test(path),
    )
    const free = files.filter((path) =>
      /from '[./]+\/emulator\/server'/.test(readFileSync(folder + path, 'utf8')),
    )
    expect(files.length).toBeGreaterThan(100)
    expect(free).toEqual([])
  })

  test('speaks when the emulator is stopped', async () => {
    const emulator = await startEmulator()
    await emulator.stop()
    const strayed = await startEmulator()
    strayed.judge.published('v2.users.moods', {})
    await expect(strayed.stop()).rejects.toThrow('v2.users.moods is no official topic')
  })
})
