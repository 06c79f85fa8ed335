import { describe, expect, test } from 'vitest'
import { createCache } from '~/storage/cache'
import type { Shelf } from '~/storage/storage'
import { createManualClock } from '../../manual-clock'
import { fakeShelf } from '../fake-storage'
import { settled } from '../settled'

const hour = 3_600_000

function createStage() {
  const kept = new Map<string, unknown>()
  const clock = createManualClock()
  let closed = false
  const open = (owner = 'org:ana', stamp = '1', storage: Shelf = fakeShelf(kept)) =>
    createCache({ storage, owner, stamp, clock, isClosed: () => closed })
  return {
    kept,
    clock,
    open,
    close() {
      closed = true
    },
  }
}

const names = (kept: ReadonlyMap<string, unknown>) => [...kept.keys()].sort()

describe('what was read before', () => {
  test('is there for the next page of the same agent, with its age', async () => {
    const { open, clock } = createStage()
    await open().keep('queues', ['Billing'])
    clock.advance(hour)
    expect(await open().read('queues')).toEqual({ value: ['Billing'], age: hour })
    expect(await open().read('codes')).toBeUndefined()
  })

  test('is there for another tab that was opened before it was read', async () => {
    const { open, clock } = createStage()
    const [one, other] = [open(), open()]
    await one.keep('queues', 'old')
    expect(await other.read('queues')).toMatchObject({ value: 'old' })
    clock.advance(1)
    await other.keep('queues', 'new')
    expect(await one.read('queues')).toMatchObject({ value: 'new' })
  })

  test.each([
    ['another agent', 'org:ben', '1'],
    ['another organization', 'else:ana', '1'],
    ['another build', 'org:ana', '2'],
  ])('is not there for %s, and is removed', async (_who, owner, stamp) => {
    const { open, kept } = createStage()
    await open().keep('queues', 'ours')
    kept.set('drafts:1', 'not of this')
    const other = open(owner, stamp)
    expect(await other.read('queues')).toBeUndefined()
    await other.keep('x')
    expect(names(kept)).toEqual(['drafts:1'])
  })

  test('is gone after the longest shift, and when its age cannot be told', async () => {
    const { open, clock, kept } = createStage()
    await open().keep('queues', 'old')
    const [key = ''] = kept.keys()
    clock.advance(12 * hour - 1)
    expect(await open().read('queues')).toBeDefined()
    clock.advance(1)
    expect(await open().read('queues')).toBeUndefined()
    for (const at of [clock.now() + 1, 'yesterday', undefined]) {
      kept.set(key, { stamp: '1', at, size: 1, value: 'x' })
      expect(await open().read('queues')).toBeUndefined()
    }
  })

  test('is let go of by keeping nothing', async () => {
    const { open, kept } = createStage()
    const cache = open()
    await cache.keep('queues', 'x')
    await cache.keep('queues')
    expect(await cache.read('queues')).toBeUndefined()
    expect(names(kept)).toEqual([])
  })
})

describe('it is bounded', () => {
  test('in number: the newest forty stay', async () => {
    const { open, clock, kept } = createStage()
    const cache = open()
    for (let at = 0; at < 45; at++) {
      await cache.keep(`codes ${at}`, at)
      clock.advance(1)
    }
    expect(kept.size).toBe(40)
    expect(await cache.read('codes 4')).toBeUndefined()
    expect(await cache.read('codes 5')).toMatchObject({ value: 5 })
  })

  test('in size, of one and of all', async () => {
    const { open, clock, kept } = createStage()
    const cache = open()
    await cache.keep('big', 'x'.repeat(200_000))
    expect(kept.size).toBe(0)
    for (let at = 0; at < 12; at++) {
      await cache.keep(`half ${at}`, 'x'.repeat(100_000))
      clock.advance(1)
    }
    expect(kept.size).toBe(9)
    expect(await cache.read('half 11')).toBeDefined()
  })

  test('an answer that has become too big does not leave the old one behind', async () => {
    const { open } = createStage()
    const cache = open()
    await cache.keep('queues', 'small')
    await cache.keep('queues', 'x'.repeat(200_000))
    expect(await cache.read('queues')).toBeUndefined()
  })
})

describe('a store that', () => {
  const blocked: Shelf = {
    read: async () => undefined,
    keep: async () => false,
    empty: async () => {},
    keys: async () => [],
    remove: async () => {},
  }

  test('is blocked: what was read is there while the page is', async () => {
    const { open } = createStage()
    const cache = open('org:ana', '1', blocked)
    await cache.keep('queues', 'here')
    expect(await cache.read('queues')).toMatchObject({ value: 'here' })
    expect(await open('org:ana', '1', blocked).read('queues')).toBeUndefined()
  })

  test('never answers is not waited for', async () => {
    const { open, clock } = createStage()
    const silent = () => new Promise<never>(() => {})
    const cache = open('org:ana', '1', { ...blocked, read: silent, keep: silent, keys: silent })
    void cache.keep('queues', 'here')
    const read = cache.read('queues')
    clock.advance(500)
    expect(await read).toMatchObject({ value: 'here' })
  })

  test('was emptied at sign-out gets nothing from an answer that comes after it', async () => {
    const { open, kept, close } = createStage()
    const cache = open()
    await cache.keep('queues', 'x')
    close()
    kept.clear()
    await cache.keep('queues', 'late')
    await settled()
    expect(names(kept)).toEqual([])
  })
})
