/** The whole desk without its views: real stores, real engine, real network, and one clock for all. */
import { createComputed, createRoot } from 'solid-js'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { createDesk, type Desk } from '~/app/desk'
import { openCache, openLasting } from '~/app/lasting'
import { meFromWire } from '~/app/me'
import { createTasks } from '~/app/tasks'
import { troubleOf } from '~/app/told'
import { connectEngine } from '~/connect'
import { createCallCommands } from '~/conversations/commands'
import { callProof } from '~/conversations/proof'
import { createEngine } from '~/engine/engine'
import { failureOf } from '~/genesys/errors'
import { sentence } from '~/genesys/sentence'
import { unlessDone } from '~/ledger/twice'
import type { Connection, Session } from '~/protocol/protocol'
import type { Claim } from '~/storage/claim'
import { createSettings } from '~/storage/settings'
import { type Emulator, startEmulator } from '../../contract/emulator'
import type { Entry } from '../../emulator/journal'
import { createTimers } from '../../emulator/timers'
import { control, type Json, logIn } from '../emulator/visitor'
import { type Served, serve } from '../engine/serve'
import { eventually } from '../eventually'
import { fakeShelf, fakeStorage } from '../fake-storage'
import { fakeSealed } from '../wrapup/stage'
import type { Before, Fault, Scene } from './scene'
import { createSteppedClock, type SteppedClock } from './time'
import { createWires, type Wires } from './wires'

/** No other page does anything. */
const free: Claim = (_name, what) => what()
const folder = 'http://localhost:5173/'

type Happens = (scene: Before) => Promise<void>
const nothing: Happens = async () => {}

/** A local Genesys Cloud for a file of tests, and a fresh agent at a fresh desk for each test. */
export function openings(perMinute = 300) {
  let emulator: Emulator
  let host: Served
  let clock: SteppedClock
  let leave = () => {}

  beforeAll(async () => {
    clock = createSteppedClock()
    emulator = await startEmulator({ clock })
    host = await serve((_request, response) => {
      const { login, api } = emulator
      const environment = { login, api }
      const redirectUris = [`${folder}callback.html`]
      const rateLimit = { perMinute }
      response.end(
        JSON.stringify({ environment, clientId: 'minidesk-local', redirectUris, rateLimit }),
      )
    })
  })
  afterEach(() => {
    leave()
    vi.unstubAllGlobals()
  })
  afterAll(() => Promise.all([emulator.stop(), host.stop()]))

  /**
   * `before`: what happens when the agent has signed in, and before the desk is there; `known`: when it is
   * known who that is.
   */
  async function open(before = nothing, known = nothing) {
    await control(emulator, 'POST', '/reset', {})
    const wires = createWires()
    const timers = createTimers(clock)
    const parts = { clock: timers, fetch: wires.fetch, openSocket: wires.openSocket }
    const engine = createEngine({
      ...parts,
      configUrl: `${host.origin}/config.json`,
      random: () => 0,
      elapsed: timers.now,
      storage: async () => fakeStorage(),
    })
    vi.stubGlobal('window', new EventTarget())
    vi.stubGlobal(
      'Worker',
      wires.threadOf(() => engine),
    )
    const made = await makeScene(emulator, clock, timers, wires, { before, known })
    leave = () => {
      timers.stop()
      wires.close()
      made.leave()
    }
    return made.scene
  }
  return { open }
}

async function makeScene(
  emulator: Emulator,
  clock: SteppedClock,
  timers: ReturnType<typeof createTimers>,
  wires: Wires,
  { before, known }: Readonly<Record<'before' | 'known', Happens>>,
) {
  let session: Session | undefined
  let connection: Connection = { state: 'idle' }
  let desk: Desk | undefined
  let silences = 0
  const said: string[] = []
  const thrown: unknown[] = []

  const order = async (method: string, path: string, body?: unknown) => {
    const answer = await control(emulator, method, path, body)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status}`)
    return answer.body
  }
  const quiet = () =>
    wires.quiet(async () => {
      if (silences > 0) await order('GET', '/faults')
      return silences > 0
    })
  async function fault(one: Fault) {
    if (one.kind === 'timeout' || one.kind === 'delay') silences++
    await order('POST', '/faults', one)
  }

  async function pass(ms: number) {
    const end = clock.now() + ms
    await quiet()
    while (clock.now() < end) {
      clock.advance(Math.min(clock.next() ?? end, end) - clock.now())
      await quiet()
    }
  }
  /** What comes of it, time passing whenever nothing is under way. */
  async function inTime<T>(asked: Promise<T>): Promise<T> {
    let ended = false
    const end = () => {
      ended = true
    }
    asked.then(end, end)
    for (await quiet(); !ended; await quiet()) clock.advance((clock.next() ?? 0) - clock.now())
    return asked
  }
  async function customerCalls(queue = 'Billing') {
    const { queues } = await order('GET', '/state')
    const queueId = queues.find(({ name }: Json) => name === queue)?.id
    const from = { name: 'Ada Quill', number: '+493055500142' }
    return (await order('POST', '/calls', { queueId, from })).conversationId
  }

  // As main.tsx does it.
  const line = await connectEngine(folder, (news) => {
    switch (news.kind) {
      case 'session':
        session = news.session
        return
      case 'connection':
        connection = news.connection
        return desk?.sync.onConnection(connection)
      case 'event':
        try {
          return desk?.hear(news.topic, news.body)
        } catch (error) {
          thrown.push(error)
          return
        }
      default:
        return news satisfies never
    }
  })
  const begun = await line.begin({ returnTo: '#/', how: 'redirect' })
  const away = asked(new URL(begun?.url ?? ''))
  const { location } = await logIn(emulator, 'Ana Ruiz', 'allow', away)
  const early = { fault, control: order, quiet, pass, customerCalls }
  await before(early)
  await line.finish(location.search.slice(1), begun?.transaction ?? null)
  await eventually(() => session?.state).toBe('signed-in')

  // As app/SignedIn.tsx does it.
  const shut: string[] = []
  const knowMe = () => line.ask('getMe', { expand: 'organization,authorization' })
  async function insist() {
    for (;;) {
      try {
        return await knowMe()
      } catch (error) {
        shut.push(sentence(failureOf(error, 'getMe')))
        await order('DELETE', '/faults')
        // *Try again*, half a minute later.
        await new Promise<void>((resolve) => timers.after(30_000, resolve))
      }
    }
  }
  const me = meFromWire(await inTime(insist()))
  if (!me) throw new Error('It was not said who that is.')
  await known(early)
  const owned = createRoot((dispose) => {
    const made = createDesk({
      me,
      ask: line.ask,
      watch: () => new Promise(() => {}),
      allowed: undefined,
      clock: timers,
      locale: 'en_US',
      later: async () => ({
        ...{ openLasting, unlessDone, callProof },
        fetchWork: async () => ({ troubleOf }),
      }),
      onDeaf: line.reconnect,
      whyNot: () => undefined,
      locked: () => false,
    })
    const seen = new Set<number>()
    createComputed(() => {
      for (const { id, text } of made.notices.all()) {
        if (!seen.has(id)) said.push(text)
        seen.add(id)
      }
    })
    // As app/DeskView.tsx does it.
    const cache = openCache({ me, clock: timers, isClosed: made.sync.isClosed })
    const settings = createSettings(fakeShelf(), 'org:ana')
    const kept = { drafts: fakeSealed(), orders: fakeSealed(), cache, settings }
    return { desk: made, tasks: createTasks(made, kept, free), dispose }
  })
  desk = owned.desk
  line.listen(me.id)
  desk.sync.onConnection(connection)

  const scene: Scene = {
    line,
    desk: owned.desk,
    calls: createCallCommands(owned.desk.means),
    ...owned.tasks,
    clock,
    said,
    thrown,
    heard: (topic) =>
      wires.frames
        .map((text) => asJson(text))
        .filter((frame) => frame?.topicName === `v2.users.${me.id}.${topic}`)
        .map(({ eventBody }) => eventBody),
    async frame(text) {
      await order('POST', '/sockets/send', { text })
      await quiet()
    },
    connection: () => connection,
    quiet,
    pass,
    fault,
    shut,
    async over() {
      await order('DELETE', '/faults')
    },
    control: order,
    ...{ resendLost: wires.resendLost, cutNextWrite: wires.cutNextWrite, halves: wires.halves },
    async read(path) {
      const headers = { authorization: wires.bearer() }
      return (await fetch(`${emulator.api}/api/v2${path}`, { headers })).json()
    },
    async write(method, path, body) {
      const headers = { authorization: wires.bearer(), 'content-type': 'application/json' }
      const answer = await fetch(`${emulator.api}/api/v2${path}`, {
        method,
        headers,
        body: JSON.stringify(body),
      })
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`)
    },
    async writes(operation) {
      const all: Entry[] = await order('GET', '/requests')
      const isWrite = ({ method, operation: name }: Entry) =>
        method !== 'GET' && name !== 'postUsersSearch' && !name.includes('Notifications')
      return all
        .filter(({ path }) => path.startsWith('/api/'))
        .filter((one) => (operation ? one.operation === operation : isWrite(one)))
    },
    customerCalls,
  }
  await scene.pass(20)
  const dispose = () => {
    owned.desk.sync.close()
    owned.dispose()
  }
  return { scene, leave: dispose }
}

function asJson(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const asked = (url: URL) => Object.fromEntries(url.searchParams)

/** No order waits for anything any more. */
export function expectNothingPending({ desk }: Scene, ...targets: string[]): void {
  for (const target of [desk.me.id, ...targets]) expect(desk.pending(target)).toEqual([])
}
