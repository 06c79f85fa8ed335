import type { RequestListener } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import type { Failure } from '~/genesys/errors'
import { eventually } from '../eventually'
import { createCaller } from './caller'
import { type Served, serve } from './serve'

let served: Served | undefined
afterEach(() => served?.stop())

async function endings(listener: RequestListener) {
  served = await serve(listener)
  const caller = createCaller(served.origin, 'token')
  const began = caller.clock.now()
  return {
    served,
    caller,
    took: () => caller.clock.now() - began,
    read: () => caller.http.call('getMe', {}),
    write: () => caller.http.call('setRoutingStatus', { userId: 'a' }, { status: 'IDLE' }),
  }
}

/** Moves time by hand: nothing is over on the network, ever. */
async function endAfter(
  { caller, served }: Awaited<ReturnType<typeof endings>>,
  call: Promise<unknown>,
  steps: readonly number[],
): Promise<Failure> {
  const failure = call.then(
    () => expect.unreachable('It did not fail.'),
    (error: { failure: Failure }) => error.failure,
  )
  for (const [index, ms] of steps.entries()) {
    if (index % 2 === 0) await eventually(served.count).toBe(index / 2 + 1)
    // Between two attempts: until the first is over, and its pause begins.
    else await eventually(() => caller.clock.waiting).toBe(1)
    caller.clock.advance(ms)
    await new Promise(setImmediate)
  }
  return failure
}

describe('a server that does not answer', () => {
  test('a command is given up after ten seconds, perhaps done, and never repeated', async () => {
    const all = await endings(() => {})
    const failure = await endAfter(all, all.write(), [10_000])
    expect(failure).toEqual({
      kind: 'unreachable',
      outcome: 'unknown',
      cause: 'timeout',
      operation: 'setRoutingStatus',
    })
    expect(all.served.count()).toBe(1)
  })

  test('a command is still waited for just before that', async () => {
    const all = await endings(() => {})
    let over = false
    const call = all.write().catch(() => {
      over = true
    })
    await eventually(all.served.count).toBe(1)
    all.caller.clock.advance(9_999)
    await new Promise(setImmediate)
    expect(over).toBe(false)
    all.caller.clock.advance(1)
    await call
    expect(over).toBe(true)
  })

  test('a read is tried again, and given up when its answer would be of no use', async () => {
    const all = await endings(() => {})
    const failure = await endAfter(all, all.read(), [10_000, 3_000, 10_000])
    expect(failure).toMatchObject({ kind: 'unreachable', cause: 'timeout' })
    expect(all.served.count()).toBe(2)
    expect(all.took()).toBeLessThanOrEqual(30_000)
  })

  test('an answer that stops half-way is no answer', async () => {
    const all = await endings((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('{"id":"')
    })
    expect(await endAfter(all, all.write(), [10_000])).toMatchObject({
      outcome: 'unknown',
      cause: 'timeout',
    })
  })
})

describe('a server that answers with something else', () => {
  test('a connection cut in the middle of an answer leaves open what happened', async () => {
    const { caller, write, served } = await endings((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('{"id":"', () => response.destroy())
    })
    expect(await caller.ending(write())).toMatchObject({ outcome: 'unknown', cause: 'network' })
    expect(served.count()).toBe(1)
  })

  test('a page instead of JSON is no answer to a read', async () => {
    const { caller, read } = await endings((_request, response) => {
      response.end('<!doctype html><title>Captive portal</title>')
    })
    expect(await caller.ending(read())).toMatchObject({ outcome: 'unknown', cause: 'unreadable' })
  })

  test('nothing at all is no answer to a read, and the usual one to a command', async () => {
    const { caller, read, write } = await endings((_request, response) => {
      response.writeHead(202).end()
    })
    expect(await caller.ending(read())).toMatchObject({ outcome: 'unknown', cause: 'unreadable' })
    expect(await caller.ending(write())).toEqual({ value: undefined })
  })

  test('a refusal that is a page is still a refusal, without words of its own', async () => {
    const { caller, read } = await endings((_request, response) => {
      response.writeHead(403, { 'content-type': 'text/html' }).end('<h1>Blocked by the proxy</h1>')
    })
    expect(await caller.ending(read())).toEqual({
      kind: 'refused',
      outcome: 'refused',
      operation: 'getMe',
      status: 403,
      code: 'unknown',
      message: 'status 403',
      missing: { kind: 'unknown', names: [], any: false },
    })
  })

  test('the seconds to wait are read from the message when the header is hidden', async () => {
    const { caller, write } = await endings((_request, response) => {
      const message = 'Rate limit exceeded the maximum. Retry the request in [17] seconds'
      response.writeHead(429).end(JSON.stringify({ message, contextId: 'support-1' }))
    })
    expect(await caller.ending(write())).toMatchObject({
      retryAfter: 17,
      correlationId: 'support-1',
    })
  })

  test('a redirect is not followed: the token would go along', async () => {
    const elsewhere = await serve((_request, response) => response.end('{}'))
    const { caller, write } = await endings((_request, response) => {
      response.writeHead(307, { location: elsewhere.origin }).end()
    })
    expect(await caller.ending(write())).toMatchObject({ kind: 'unreachable', outcome: 'unknown' })
    expect(elsewhere.count()).toBe(0)
    await elsewhere.stop()
  })

  test('no failure carries the token or an address', async () => {
    const { caller, read, write, served } = await endings((_request, response) =>
      response.destroy(),
    )
    caller.setToken('TOKEN-CANARY')
    const ends = [await caller.ending(read()), await caller.ending(write())]
    expect(JSON.stringify(ends)).not.toMatch(/TOKEN-CANARY|http:|Bearer/)
    expect(ends).toHaveLength(2)
    expect(served.count()).toBe(4)
  })
})
