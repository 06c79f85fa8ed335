import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHearing } from '~/engine/hearing'
import type { Http } from '~/engine/http'
import type { SocketLike } from '~/engine/socket'
import { activityOf, mostWatched, topicsOf } from '~/genesys/topics'
import type { Port } from '~/protocol/protocol'
import type { Doing } from '~/transfer/destination'
import { createLive } from '~/transfer/live'
import { createManualClock } from '../../manual-clock'
import { settled } from '../settled'

const me = 'me'
const doing: Doing = {
  ...{ presence: 'available', word: '', routing: 'OFF_QUEUE', outOfOffice: false },
}
const personOf = (topic: string) => topic.split('.')[2] ?? ''

/** Pages that scroll over a channel; what it is subscribed to is looked at with every change. */
function open(forbidden: ReadonlySet<string>, fails: () => boolean) {
  const clock = createManualClock()
  const sockets: SocketLike[] = []
  const faults: string[] = []
  let subscribed: readonly string[] = []
  let isMade = false
  async function call(operation: string, _params: unknown, body?: unknown) {
    if (operation === 'createChannel') return { id: 'c', connectUri: 'wss://x.test/c' }
    if (fails()) throw new Error('refused')
    const ids = (body as { id: string }[]).map(({ id }) => id)
    if (ids.length > 1000) faults.push(`${ids.length} topics`)
    if (new Set(ids).size < ids.length) faults.push('the same twice')
    if (!topicsOf(me).every((topic) => ids.includes(topic))) faults.push('the own desk was lost')
    subscribed = ids
    // Others are named meanwhile.
    await new Promise<void>((resolve) => clock.after(isMade ? 400 : 0, resolve))
    isMade = true
    const state = (id: string) => (forbidden.has(personOf(id)) ? 'Rejected' : 'Permitted')
    return { entities: ids.map((id) => ({ id, state: state(id) })) }
  }
  const { channel, watching } = createHearing({
    http: { call, heard: () => {} } as Http,
    openSocket() {
      const socket: SocketLike = {
        ...{ onopen: null, onclose: null, onerror: null, onmessage: null, close: () => {} },
        // Answered, and not in the same breath.
        send: () =>
          queueMicrotask(() =>
            socket.onmessage?.({ data: '{"topicName":"channel.metadata"}' } as never),
          ),
      }
      sockets.push(socket)
      queueMicrotask(() => socket.onopen?.({} as never))
      return socket
    },
    ...{ allowsSocket: () => true, clock, random: () => 0.5, clientId: () => 'app' },
    ...{ onConnection: () => {}, onEvent: () => {} },
  })
  channel.listen(me)

  function page() {
    const port: Port = { postMessage: () => {}, onmessage: null }
    let count = 0
    const live = createLive(
      {
        clock,
        people: async (ids) => ids.map((id) => ({ id, doing })),
        watch(ids, { signal, onWatching, onDoing }) {
          const id = ++count
          signal.addEventListener('abort', () => watching.cancel(port, id))
          return watching.open(port, id, ids.map(activityOf), (news) => {
            if (news.step === 'told') onDoing(personOf(news.topic), doing)
            else onWatching(news.without.map(personOf))
          })
        },
      },
      { see: () => {}, lost: () => {} },
    )
    return live
  }

  return {
    ...{ page, faults, channel },
    subscribed: () => subscribed,
    drop: () => sockets.at(-1)?.onclose?.({} as never),
    async pass(ms: number) {
      clock.advance(ms)
      await settled()
    },
  }
}

const scroll = fc.record({
  kind: fc.constant('scroll' as const),
  page: fc.nat(3),
  from: fc.nat(900),
  rows: fc.nat(mostWatched),
})
const happening = fc.oneof(
  { weight: 6, arbitrary: scroll },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(800) }) },
  fc.record({ kind: fc.constant('drop' as const) }),
  fc.record({ kind: fc.constant('fail' as const), times: fc.nat(2) }),
)

const people = (from: number, rows: number) =>
  Array.from({ length: rows }, (_, n) => `u${from + n}`)

test('however pages scroll: never beyond the limit, the own desk always, and in the end all on screen is live', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 30 }), async (happenings) => {
      let failing = 0
      const forbidden = new Set(people(500, 20))
      const stage = open(forbidden, () => failing-- > 0)
      await stage.pass(0)
      await stage.pass(0)
      const pages = [0, 1, 2, 3].map(() => stage.page())
      const seen: string[][] = [[], [], [], []]
      for (const one of happenings) {
        if (one.kind === 'scroll') {
          seen[one.page] = people(one.from, one.rows)
          pages[one.page]?.watch(seen[one.page] ?? [])
        } else if (one.kind === 'drop') stage.drop()
        else if (one.kind === 'fail') failing = one.times
        else await stage.pass(one.ms)
        await settled()
      }
      failing = 0
      for (let turn = 0; turn < 30; turn++) await stage.pass(3_000)
      const wanted = new Set(seen.flat())
      expect(stage.faults).toEqual([])
      expect(new Set(stage.subscribed().slice(topicsOf(me).length).map(personOf))).toEqual(wanted)
      for (const [at, page] of pages.entries())
        for (const id of seen[at] ?? [])
          expect([id, page.has(id)]).toEqual([id, !forbidden.has(id)])
    }),
    { numRuns: 120 },
  )
})

test('where more is on screen than a channel takes, what was looked at last is live, and the rest when there is room', async () => {
  const stage = open(new Set(), () => false)
  await stage.pass(0)
  await stage.pass(0)
  const pages = Array.from({ length: 6 }, (_, n) => {
    const page = stage.page()
    page.watch(people(n * 1000, mostWatched))
    return page
  })
  const live = () =>
    pages.map((page, n) => people(n * 1000, mostWatched).filter((id) => page.has(id)).length)
  for (let turn = 0; turn < 8; turn++) await stage.pass(250)
  expect(live()).toEqual([0, 100, 200, 200, 200, 200])
  pages[0]?.watch([...people(0, 150)])
  for (let turn = 0; turn < 8; turn++) await stage.pass(250)
  expect(live()).toEqual([150, 0, 150, 200, 200, 200])
  pages[5]?.watch([])
  for (let turn = 0; turn < 8; turn++) await stage.pass(250)
  expect(live()).toEqual([150, 150, 200, 200, 200, 0])
  expect(stage.faults).toEqual([])
})
