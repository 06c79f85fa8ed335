import { describe, expect, test } from 'vitest'
import type { Destination, Doing } from '~/transfer/destination'
import type { LiveParts } from '~/transfer/live'
import { createSights, type SightParts } from '~/transfer/sights'
import { createManualClock } from '../../manual-clock'
import { type Deferred, deferred } from '../fake-ask'
import { settled } from '../settled'
import { unseen } from './parts'

const queue = (id: string): Destination => ({ kind: 'queue', id, name: id })
const person = (id: string): Destination => ({
  kind: 'person',
  id,
  name: id,
  presence: 'available',
})
const free: Doing = {
  ...{ presence: 'available', word: 'Available', presenceSince: 1 },
  ...{ routing: 'OFF_QUEUE', routingSince: 1, outOfOffice: false },
}
const talking: Doing = { ...free, routing: 'COMMUNICATING', routingSince: 5 }

function open(more: Partial<SightParts> = {}) {
  const clock = createManualClock()
  const observed: (readonly string[])[] = []
  const estimated: string[] = []
  const read: (readonly string[])[] = []
  const watches: {
    readonly ids: readonly string[]
    readonly options: Parameters<LiveParts['watch']>[1]
    readonly over: Deferred<unknown>
  }[] = []
  let paused = false
  const sights = createSights({
    ...unseen(clock),
    paused: () => paused,
    async observe(ids) {
      observed.push(ids)
      return new Map(ids.map((id) => [id, { onQueue: 3, waiting: observed.length }]))
    },
    async estimate(id) {
      estimated.push(id)
      return 40
    },
    async people(ids) {
      read.push(ids)
      return ids.map((id) => ({ id, doing: free }))
    },
    watch(ids, options) {
      const over = deferred()
      watches.push({ ids, options, over })
      return over.promise
    },
    ...more,
  })
  return {
    ...{ sights, observed, estimated, read, watches },
    /** The watch that counts. */
    watch: () => watches.at(-1),
    pause(now: boolean) {
      paused = now
    },
    async pass(ms: number) {
      clock.advance(ms)
      await settled()
    },
  }
}

describe('queues on screen', () => {
  test('are observed in one question, when the list has come to rest', async () => {
    const { sights, observed, pass } = open()
    sights.show([queue('a')])
    await pass(200)
    sights.show([queue('a'), person('u'), queue('b')])
    await pass(299)
    expect(observed).toEqual([])
    await pass(1)
    expect(observed).toEqual([['a', 'b']])
    expect(sights.queue('a')).toMatchObject({ onQueue: 3, waiting: 1 })
  })

  test('are not asked for again at each movement, and are while they stay', async () => {
    const { sights, observed, pass } = open()
    sights.show([queue('a')])
    await pass(300)
    sights.show([])
    sights.show([queue('a')])
    await pass(9_000)
    expect(observed).toHaveLength(1)
    await pass(16_000)
    expect(observed).toHaveLength(2)
    sights.stop()
    await pass(60_000)
    expect(observed).toHaveLength(2)
  })

  test('are not asked for while something is typed', async () => {
    const { sights, observed, pass } = open()
    sights.show([queue('a')])
    sights.wait()
    await pass(1_000)
    expect(observed).toEqual([])
  })

  test('keep what was seen, and say once what cannot be', async () => {
    let fails = true
    const { sights, pass } = open({
      observe: async () => (fails ? Promise.reject(new Error('no')) : new Map()),
    })
    sights.show([queue('a')])
    await pass(300)
    expect(sights.trouble()).toBe('How it goes in queues could not be read.')
    expect(sights.queue('a')).toBeUndefined()
    fails = false
    await pass(20_000)
    expect(sights.trouble()).toBeUndefined()
  })

  test('that fail are asked for ever more seldom, not at each look at the clock', async () => {
    let count = 0
    const { sights, pass } = open({
      async observe() {
        count++
        throw new Error('no')
      },
    })
    sights.show([queue('a')])
    await pass(300)
    for (let i = 0; i < 12; i++) {
      sights.show([queue('a')])
      await pass(5_000)
    }
    // At 0, 10 and 30 seconds, or the look after that.
    expect(count).toBe(3)
  })

  test('whose answer is slow are not asked for once more meanwhile', async () => {
    const { sights, observed, pass } = open({
      observe(ids) {
        observed.push(ids)
        return new Promise(() => {})
      },
    })
    sights.show([queue('a')])
    for (let i = 0; i < 5; i++) await pass(5_000)
    expect(observed).toEqual([['a']])
    sights.show([queue('a'), queue('b')])
    await pass(300)
    expect(observed).toHaveLength(2)
  })

  test('of an agent who may not see figures are not asked for, and that is said', async () => {
    const { sights, observed, pass } = open({ whyNoFigures: 'Your role lacks it' })
    sights.show([queue('a')])
    await pass(30_000)
    expect(observed).toEqual([])
    expect(sights.trouble()).toBe('Queues are listed without figures. Your role lacks it.')
  })

  test('tell how long one would wait for the one that has the focus alone', async () => {
    const { sights, estimated, pass } = open()
    const [a, b] = [queue('a'), queue('b')]
    sights.show([a, b])
    sights.point(a)
    await pass(100)
    sights.point(undefined)
    sights.point(b)
    await pass(300)
    expect(estimated).toEqual(['b'])
    expect(sights.queue('b')).toMatchObject({ wait: 40 })
    expect(sights.queue('a')).toMatchObject({ wait: undefined })
    sights.point(undefined)
    await pass(30_000)
    expect(estimated).toEqual(['b'])
    // What was predicted half a minute ago says nothing any more.
    expect(sights.queue('b')).toMatchObject({ wait: undefined })
  })

  test('are left alone while nobody looks', async () => {
    const { sights, observed, watches, pause, pass } = open()
    pause(true)
    sights.show([queue('a'), person('u')])
    await pass(60_000)
    expect([observed, watches]).toEqual([[], []])
    pause(false)
    await pass(5_000)
    expect(observed).toHaveLength(1)
    expect(watches).toHaveLength(1)
  })
})

describe('colleagues on screen', () => {
  async function watched(...ids: string[]) {
    const stage = open()
    stage.sights.show(ids.map(person))
    await stage.pass(300)
    stage.watch()?.options.onWatching([])
    await settled()
    return stage
  }

  test('are live once what happened meanwhile was read, and change in place', async () => {
    const { sights, read, watch, pass } = open()
    sights.note([
      { ...person('u'), kind: 'person', id: 'u', presence: 'available', doing: talking },
    ])
    expect(sights.person('u')?.age).toBeTypeOf('number')
    sights.show([person('u')])
    await pass(300)
    expect(sights.person('u')?.age).not.toBe('live')
    watch()?.options.onWatching([])
    await settled()
    expect(read).toEqual([['u']])
    expect(sights.person('u')).toEqual({ ...free, age: 'live' })
    watch()?.options.onDoing('u', talking)
    expect(sights.person('u')).toEqual({ ...talking, age: 'live' })
    // A search that was answered late is no news.
    sights.note([{ kind: 'person', id: 'u', name: 'u', presence: 'available', doing: free }])
    expect(sights.person('u')).toEqual({ ...talking, age: 'live' })
  })

  test('are believed by the event when that is newer than the reading', async () => {
    const answer = deferred<readonly { id: string; doing: Doing }[]>()
    const { sights, watch, pass } = open({ people: () => answer.promise })
    sights.show([person('u')])
    await pass(300)
    watch()?.options.onWatching([])
    watch()?.options.onDoing('u', talking)
    answer.resolve([{ id: 'u', doing: free }])
    await settled()
    expect(sights.person('u')).toEqual({ ...talking, age: 'live' })
  })

  test('that stay on screen stay live when others come, and those who go are let go', async () => {
    const { sights, watches, watch, read, pass } = await watched('a', 'b')
    sights.show([person('b'), person('c')])
    await pass(300)
    expect(watches.map(({ ids, options }) => [ids, options.signal.aborted])).toEqual([
      [['a', 'b'], true],
      [['b', 'c'], false],
    ])
    expect(sights.person('b')?.age).toBe('live')
    expect(sights.person('a')?.age).toBeTypeOf('number')
    watch()?.options.onWatching([])
    await settled()
    expect(read).toEqual([['a', 'b'], ['c']])
    sights.show([])
    await pass(300)
    expect(watch()?.options.signal.aborted).toBe(true)
    expect(watches).toHaveLength(2)
  })

  test('are live no longer when it is over, and are asked for again, ever more slowly', async () => {
    const { sights, watches, watch, pass } = await watched('u')
    watch()?.over.resolve(undefined)
    await settled()
    expect(sights.person('u')?.age).toBeTypeOf('number')
    await pass(5_000)
    expect(watches).toHaveLength(2)
    watch()?.over.reject(new Error('no'))
    await settled()
    await pass(9_999)
    expect(watches).toHaveLength(2)
    await pass(1)
    expect(watches).toHaveLength(3)
    watch()?.options.onWatching([])
    await settled()
    expect(sights.person('u')?.age).toBe('live')
  })

  test('are let go with the panel', async () => {
    const { sights, watch, pass, watches } = await watched('u')
    sights.stop()
    expect(watch()?.options.signal.aborted).toBe(true)
    await pass(120_000)
    expect(watches).toHaveLength(1)
  })
})
