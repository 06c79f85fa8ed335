import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HeldEmulator, startEmulator } from '../../contract/emulator'
import { routes } from '../../emulator/api/handlers'
import { operationFacts } from '../../emulator/contract/facts'
import { bodyText, type Ids, pathText, queryText } from './robust-bodies'
import { control, type Json, signIn, type Visitor } from './visitor'

const seed = 20_261_120
/** Requests in all, shared out among the operations. */
const requests = 2000
const runs = Math.max(6, Math.floor(requests / routes.length))

const contentTypes = [
  'application/json',
  'application/json; charset=utf-8',
  'APPLICATION/JSON',
  'text/plain',
  'application/x-www-form-urlencoded',
  '',
]

let emulator: HeldEmulator
let ana: Visitor

beforeAll(async () => {
  emulator = await startEmulator({ limits: { token: null, userApp: null } })
})
afterAll(() => emulator.stop())

/** Every id there is, by the name that paths give it; what is Ana's comes first. */
function idsIn(value: unknown, name: string, ids: Record<string, string[]>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, one] of Object.entries(value)) {
    const inner = Array.isArray(value)
      ? name
      : key.replace(/(ie)?s$/, (end) => (end === 'ies' ? 'y' : ''))
    if (typeof one === 'string' && (key === 'id' || key.endsWith('Id'))) {
      const kind = key === 'id' ? `${name}Id` : key
      ids[kind] = [...(ids[kind] ?? []), one]
    } else idsIn(one, inner, ids)
  }
}

/** Ana in a call, with a channel; the ids of all that. */
async function setStage(answer: boolean): Promise<Ids> {
  await control(emulator, 'POST', '/reset')
  ana = await signIn(emulator)
  const from = { name: 'Finn Jansen', number: '+14635550102' }
  const placed = await control(emulator, 'POST', '/calls', { userId: ana.userId, from })
  const { conversationId } = placed.body
  if (answer) {
    await control(emulator, 'POST', `/users/${ana.userId}/answer`, { conversationId })
  }
  const { body } = await ana.ask('GET', `/conversations/${conversationId}`)
  const isHers = ({ userId }: Json) => userId === ana.userId
  const own = body.participants.filter(isHers)
  const channel = await ana.ask('POST', '/notifications/channels')
  const definitions = await ana.ask('GET', '/presence/definitions')
  const state = await control(emulator, 'GET', '/state')
  const ids: Record<string, string[]> = {}
  idsIn({ participants: own, conversations: [body], channels: [channel.body] }, '', ids)
  idsIn({ communications: own.flatMap(({ calls }: Json) => calls ?? []) }, '', ids)
  idsIn({ presenceDefinitions: definitions.body.entities }, '', ids)
  idsIn({ users: state.body.users, queues: state.body.queues }, '', ids)
  ids.namespaceName = ['platform.api']
  return ids
}

/** A request of the operation: some of it right, some of it wrong. */
function requestOf(operation: string, ids: Ids) {
  const facts = operationFacts[operation]
  if (!facts) throw new Error(`No operation ${operation}`)
  const { method, path, query = {}, body } = facts
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const params = fc.record(Object.fromEntries(names.map((name) => [name, pathText(ids, name)])))
  // The description spells the values of some truths as texts: they fit nothing.
  const known = Object.entries(query).filter(([, shape]) => shape.type !== 'boolean' || !shape.enum)
  const asked = fc
    .subarray(known, { maxLength: Math.min(3, known.length) })
    .chain((some) =>
      fc.record(
        Object.fromEntries(some.map(([name, shape]) => [name, queryText(shape, ids, name)])),
      ),
    )
  const isRead = method === 'GET' || method === 'HEAD'
  const unasked = fc.constantFrom('', '', '', '{}')
  const text = isRead ? fc.constant('') : body ? bodyText(body, ids) : unasked
  const type = fc.oneof(
    { weight: 12, arbitrary: fc.constant('application/json') },
    fc.constantFrom(...contentTypes),
  )
  return fc.record({ params, asked, text, type }).map(({ params, asked, ...rest }) => {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) =>
      encodeURIComponent(params[name] ?? ''),
    )
    return { method, path: `${filled}?${new URLSearchParams(asked)}`, ...rest }
  })
}

/** Many requests on a busy machine. */
const timeout = 30_000

describe('whatever is asked of', () => {
  const operations = routes.map(({ operation }) => operation)
  test.each(operations)('%s, the answer is an official one', { timeout }, async (operation) => {
    const ids = await setStage(operation.length % 4 > 0)
    let { token } = ana
    const known = emulator.judge.verdicts().length
    await fc.assert(
      fc.asyncProperty(requestOf(operation, ids), async ({ method, path, text, type }) => {
        const response = await fetch(`${emulator.api}${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, ...(type && { 'content-type': type }) },
          ...(text !== '' && { body: Buffer.from(text) }),
        })
        const answer = await response.text()
        expect(response.status, answer).toBeLessThan(500)
        if (answer !== '') JSON.parse(answer)
        expect(emulator.judge.verdicts().slice(known)).toEqual([])
        if (operation === 'deleteTokensMe' && response.ok) token = (await signIn(emulator)).token
      }),
      { seed, numRuns: runs, endOnFailure: true },
    )
  })
})
