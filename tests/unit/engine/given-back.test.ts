/** What a request holds while it waits: nothing that another could use. */
import { beforeEach, expect, test } from 'vitest'
import { type Circuit, createCircuit } from '~/engine/circuit'
import { createHttp, type Http } from '~/engine/http'
import type { Unsent } from '~/engine/meter'
import { createThrottle, type Throttle } from '~/engine/throttle'
import { Failed, failureOf } from '~/genesys/errors'
import type { Progress } from '~/protocol/protocol'
import { createManualClock, type ManualClock } from '../../manual-clock'
import { settled } from '../settled'

let clock: ManualClock
let throttle: Throttle
let circuit: Circuit
let http: Http
let unsent: Unsent[]
let sent: number
let answers: () => Response
/** What a request meets when it asks for a token: undefined, or a wait. */
let ready: () => Promise<void> | undefined

beforeEach(() => {
  clock = createManualClock()
  throttle = createThrottle(clock, { perMinute: 20, perUser: 3000, endpoints: [] }, () => 0)
  circuit = createCircuit(clock, () => 0)
  unsent = []
  sent = 0
  answers = () => Response.json({ id: 'ana' })
  ready = () => undefined
  http = createHttp({
    ...{ clock, throttle, circuit: () => circuit, random: () => 0 },
    api: () => 'https://api.example.com',
    bearer: {
      ...{ login: () => 1, token: () => 'token', refused: () => {} },
      ready: () => ready(),
    },
    async fetch() {
      sent++
      return answers()
    },
    onUnsent: (one) => unsent.push(one),
  })
})

async function pass(ms: number, step = 500) {
  for (let passed = 0; passed < ms; passed += step) {
    clock.advance(step)
    await settled()
  }
  await settled()
}

test('a read that waits for a sign-in after its turn holds no place', async () => {
  let asked = 0
  let signedIn = () => {}
  // It had a token when it began to wait.
  ready = () => {
    asked++
    return asked === 2 ? new Promise((resolve) => (signedIn = resolve)) : undefined
  }
  const read = http.call('getMe', {})
  await pass(1_000)
  expect([sent, throttle.use().left]).toEqual([0, 20])
  signedIn()
  expect(await read).toEqual({ id: 'ana' })
  expect([sent, throttle.use().left]).toEqual([1, 19])
})

test('a request that goes on in doubt about its token goes on', async () => {
  ready = () => Promise.resolve()
  expect(await http.call('getMe', {})).toEqual({ id: 'ana' })
  await http.call('createChannel', {})
  expect(sent).toBe(2)
})

test('nor is it the one that finds out whether the host answers: another does', async () => {
  const goers = ['a', 'b', 'a'].map((operation) => ({ operation, lane: 'screen' }) as const)
  for (const goer of goers) circuit.pass(goer).over('silent')
  await pass(3_000)
  let asked = 0
  ready = () => (++asked === 2 ? new Promise(() => {}) : undefined)
  void http.call('getMe', {}).catch(() => {})
  await pass(3_500)
  expect(circuit.state().state).toBe('open')
  expect(await http.call('listConversations', {})).toEqual({ id: 'ana' })
  expect(circuit.state().state).toBe('closed')
})

test('a command that is refused a token after its turn gives its place back', async () => {
  let asked = 0
  ready = () => {
    if (++asked === 2)
      throw new Failed({ kind: 'signed-out', outcome: 'refused', operation: 'createChannel' })
    return undefined
  }
  await expect(http.call('createChannel', {})).rejects.toThrow('signed-out')
  expect([sent, throttle.use().left]).toEqual([0, 20])
})

test('a command does not go out after the moment it was meant for, whenever it arrived', async () => {
  const until = clock.now() + 3_000
  answers = () => new Response('{"message":"in [5] seconds"}', { status: 429 })
  const ordered = http.call('createChannel', {}, undefined, { until })
  const end = ordered.catch((error) => failureOf(error, 'createChannel'))
  await pass(10_000)
  expect(await end).toMatchObject({ kind: 'rate-limited' })
  expect(sent).toBe(1)
  const late = http.call('createChannel', {}, undefined, { until: clock.now() })
  const failure = await late.catch((error) => failureOf(error, 'createChannel'))
  expect(failure).toMatchObject({ kind: 'expired', outcome: 'refused' })
  expect(sent).toBe(1)
  expect(unsent).toMatchObject([{ operation: 'createChannel', failure: { kind: 'expired' } }])
})

test('a command that was told to wait is queued while it waits', async () => {
  const progress: Progress[] = []
  let times = 0
  answers = () =>
    ++times === 1
      ? new Response('{"message":"in [4] seconds"}', { status: 429 })
      : Response.json({ id: 'channel' })
  const onProgress = (one: Progress) => void progress.push(one)
  const ordered = http.call('createChannel', {}, undefined, { onProgress })
  await pass(2_000)
  expect(progress.map(({ step }) => step)).toEqual(['queued', 'sent', 'queued'])
  await pass(4_000)
  await ordered
})

test('a read that could not go out in its time is told of, one that nobody wanted is not', async () => {
  // The whole allowance, for as long as nobody answers.
  answers = () => new Response('{"message":"in [60] seconds"}', { status: 429 })
  for (const operation of ['listMyQueues', 'listPresenceDefinitions'] as const)
    void http.call(operation, {}).catch(() => {})
  await pass(500)
  const read = http.call('getMe', {}).catch((error) => failureOf(error, 'getMe'))
  const abort = new AbortController()
  const given = http.call('listConversations', {}, undefined, { signal: abort.signal })
  given.catch(() => {})
  abort.abort()
  await pass(30_000)
  expect(await read).toMatchObject({ kind: 'rate-limited' })
  expect(unsent.map(({ operation }) => operation)).toContain('getMe')
  expect(unsent.map(({ operation }) => operation)).not.toContain('listConversations')
})
