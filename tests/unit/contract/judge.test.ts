import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { startEmulator } from '../../contract/emulator'
import { createJudge } from '../../contract/judge'
import type { Answered } from '../../emulator/contract/watch'

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
