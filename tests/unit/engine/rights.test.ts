import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OperationName } from '~/genesys/operations'
import { sentence } from '~/genesys/sentence'
import { type Emulator, startEmulator } from '../../contract/emulator'
import { control, signIn } from '../emulator/visitor'
import { anyParams, createCaller } from './caller'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.stop())
beforeEach(() => control(emulator, 'POST', '/reset', {}))

const scopes = ['user-basic-info', 'users', 'presence', 'conversations', 'routing']
const transfer = '/api/v2/conversations/{conversationId}/participants/{participantId}/replace/queue'

/** What Ana is answered after that was taken from her role, or from the client. */
async function refused(
  operation: OperationName,
  lacks: { permissions?: readonly string[]; scopes?: readonly string[] },
  body?: unknown,
) {
  if (lacks.scopes) {
    const kept = scopes.filter((one) => !lacks.scopes?.includes(one))
    await control(emulator, 'PATCH', '/clients/minidesk-local', { scopes: kept })
  }
  const { userId, token } = await signIn(emulator)
  if (lacks.permissions)
    await control(emulator, 'POST', `/users/${userId}/permissions`, { remove: lacks.permissions })
  const caller = createCaller(emulator.api, token)
  const params = operation === 'searchQueues' ? {} : anyParams(transfer)
  const end = await caller.ending(caller.http.call(operation, params, body))
  return { end, sent: caller.sent() }
}

describe('a right that is missing', () => {
  const [any, queue] = ['blindTransfer', 'blindTransferQueue'].map(
    (name) => `conversation:communication:${name}`,
  ) as [string, string]

  test('is told from the answer: one of some permissions', async () => {
    const { end } = await refused('transferToQueue', { permissions: [any, queue] }, {})
    expect(end).toMatchObject({
      ...{ kind: 'refused', status: 403, code: 'missing.any.permissions' },
      missing: { kind: 'permission', names: [any, queue], any: true },
      correlationId: expect.stringMatching(/^[\da-f-]{36}$/),
    })
  })

  test('is told from the answer: every permission', async () => {
    const permissions = ['routing:queue:search']
    const { end } = await refused('searchQueues', { permissions })
    expect(end).toMatchObject({
      missing: { kind: 'permission', names: permissions, any: false },
    })
  })

  test('is told from the answer: a scope', async () => {
    const { end } = await refused('transferToQueue', { scopes: ['conversations'] }, {})
    expect(end).toMatchObject({
      missing: { kind: 'scope', names: ['conversations'], any: false },
    })
  })

  test('is none where the reason is another', async () => {
    const { end } = await refused('transferToQueue', {}, {})
    expect(end).toMatchObject({ kind: 'refused' })
    expect(end).not.toHaveProperty('missing')
  })
})

test('a request of more than 512,000 bytes is refused here, in words, and not sent', async () => {
  const letter = 'ä'
  const most = 512_000 - JSON.stringify({ queueId: '' }).length
  const fits = await refused('transferToQueue', {}, { queueId: letter.repeat(most / 2 - 1) })
  expect(fits.sent).toBe(1)
  const { end, sent } = await refused(
    'transferToQueue',
    {},
    { queueId: letter.repeat(most / 2 + 1) },
  )
  expect(sent).toBe(0)
  expect(end).toMatchObject({ kind: 'refused', code: 'request.entity.too.large', status: 413 })
  if ('kind' in end)
    expect(sentence(end)).toBe('It is larger than the 512,000 bytes that can be sent at once.')
})
