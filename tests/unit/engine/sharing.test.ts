import { beforeEach, expect, test } from 'vitest'
import { createSharing, type Sharing } from '~/engine/sharing'
import { settled } from '../settled'

interface Started {
  readonly signal: AbortSignal
  readonly out: () => void
  readonly answer: (value: unknown) => void
  readonly fail: (error: Error) => void
}

let sharing: Sharing
let started: Started[]

beforeEach(() => {
  sharing = createSharing()
  started = []
})

const start = (signal: AbortSignal, out: () => void) =>
  new Promise((answer, fail) => started.push({ signal, out, answer, fail }))

const join = (key = 'queues', signal?: AbortSignal) =>
  sharing.join(key, start, () => new Error('given up'), signal)

test('the same read at the same time goes out once, and all have its answer', async () => {
  const both = Promise.all([join(), join()])
  await settled()
  expect(started).toHaveLength(1)
  started[0]?.answer('Billing')
  expect(await both).toEqual(['Billing', 'Billing'])
})

test('another read goes out by itself, and so does the next one after an answer', async () => {
  void join()
  void join('people')
  await settled()
  expect(started).toHaveLength(2)
  started[0]?.answer(1)
  await settled()
  void join()
  await settled()
  expect(started).toHaveLength(3)
})

test('a failure is that of all, and keeps nobody from asking again', async () => {
  const both = Promise.allSettled([join(), join()])
  await settled()
  started[0]?.fail(new Error('down'))
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  void join()
  await settled()
  expect(started).toHaveLength(2)
})

test('who asks after something has happened gets no answer from before', async () => {
  const before = join()
  await settled()
  started[0]?.out()
  void join()
  await settled()
  expect(started).toHaveLength(1)
  sharing.changed()
  const after = join()
  await settled()
  expect(started).toHaveLength(2)
  started[1]?.answer('new')
  started[0]?.answer('old')
  expect(await Promise.all([before, after])).toEqual(['old', 'new'])
  // The old answer, coming last, has closed nothing of the new.
  void join()
  await settled()
  expect(started).toHaveLength(3)
})

test('what has not gone out yet is new enough for everybody', async () => {
  void join()
  await settled()
  sharing.changed()
  void join()
  await settled()
  expect(started).toHaveLength(1)
})

test('one who does not wait any more leaves the others their answer', async () => {
  const abort = new AbortController()
  const gone = join('queues', abort.signal)
  const stays = join()
  await settled()
  abort.abort()
  await expect(gone).rejects.toThrow('given up')
  expect(started[0]?.signal.aborted).toBe(false)
  started[0]?.answer('Billing')
  expect(await stays).toBe('Billing')
})

test('when nobody waits any more it ends, and the next one begins anew', async () => {
  const [one, two] = [new AbortController(), new AbortController()]
  const both = Promise.allSettled([join('queues', one.signal), join('queues', two.signal)])
  await settled()
  one.abort()
  two.abort()
  await both
  expect(started[0]?.signal.aborted).toBe(true)
  void join()
  await settled()
  expect(started).toHaveLength(2)
})

test('nobody begins who has given up already', async () => {
  await expect(join('queues', AbortSignal.abort())).rejects.toThrow('given up')
  await settled()
  expect(started).toHaveLength(0)
})
