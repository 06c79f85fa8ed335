import { afterEach } from 'vitest'
import WebSocket from 'ws'
import { type Clock, systemClock } from '~/clock'
import { createEngine, type Engine, type EngineParts } from '~/engine/engine'
import type { OpenSocket } from '~/engine/socket'
import { Failed, type Failure } from '~/genesys/errors'
import type { Connection, Message, Request, Session, Transaction } from '~/protocol/protocol'
import type { Storage } from '~/storage/storage'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../contract/emulator'
import type { Entry } from '../../emulator/journal'
import { control, logIn } from '../emulator/visitor'
import { eventually } from '../eventually'
import { fakeStorage } from '../fake-storage'
import { type Served, serve } from './serve'

export const folder = 'http://localhost:5173/'

/** A page as the engine knows it: one end of a real channel. */
export interface Page {
  send(request: Request): Promise<unknown>
  /** Anything at all, as a foreign script might. */
  post(raw: unknown): void
  /** How a request failed. */
  failure(request: Request): Promise<Failure>
  readonly messages: readonly Message[]
  session(): Session | undefined
  connection(): Connection | undefined
  events(): readonly Extract<Message, { kind: 'event' }>[]
}

export interface Stage {
  readonly emulator: Emulator
  readonly engine: Engine
  /** The connection's own addresses, as they were opened. */
  readonly opened: readonly string[]
  /** A page that has said hello. */
  page(inFolder?: string): Promise<Page>
  begin(page: Page): Promise<{ url: URL; transaction: Transaction }>
  /** Goes to the login host and comes back with its answer. */
  walk(url: URL, name?: string, decision?: 'allow' | 'deny'): Promise<string>
  /** The whole way. */
  signIn(page: Page, name?: string): Promise<void>
  /** The requests seen so far by the login and API hosts. */
  requests(operation?: string): Promise<Entry[]>
  stop(): Promise<void>
}

export interface StageOptions {
  readonly clock: Clock
  readonly fetch?: EngineParts['fetch']
  readonly openSocket?: OpenSocket
  /** A counter that nobody sets; the clock's unless given. */
  readonly elapsed?: () => number
  readonly storage?: Storage
  /** Replaces the text of config.json. */
  readonly config?: (emulator: Emulator) => string
  /** What else config.json says. */
  readonly configured?: Readonly<Record<string, unknown>>
  readonly random?: () => number
  readonly genesys?: EmulatorOptions
}

const localConfig = ({ login, api }: Emulator, more?: StageOptions['configured']) =>
  JSON.stringify({
    environment: { login, api },
    clientId: 'minidesk-local',
    redirectUris: [`${folder}callback.html`],
    rateLimit: { perMinute: 300 },
    sessionHours: 48,
    ...more,
  })

/** An engine, a local Genesys Cloud, and a server for config.json. */
export async function createStage(options: StageOptions): Promise<Stage> {
  const emulator = await startEmulator(options.genesys)
  const host: Served = await serve((_request, response) => {
    response.end(options.config?.(emulator) ?? localConfig(emulator, options.configured))
  })
  const ports: MessagePort[] = []
  const opened: string[] = []
  const engine = createEngine({
    configUrl: `${host.origin}/config.json`,
    clock: options.clock,
    fetch: options.fetch ?? fetch,
    openSocket(url) {
      opened.push(url)
      return (options.openSocket ?? ((address) => new WebSocket(address)))(url)
    },
    random: options.random ?? (() => 0),
    elapsed: options.elapsed ?? options.clock.now,
    storage: async () => options.storage ?? fakeStorage(),
  })

  function connect(): Page {
    const { port1, port2 } = new MessageChannel()
    ports.push(port1)
    engine.connect(port1)
    return makePage(port2)
  }

  const stage: Stage = {
    emulator,
    engine,
    opened,
    async page(inFolder = folder) {
      const page = connect()
      await page.send({ kind: 'hello', folder: inFolder })
      return page
    },
    async begin(page) {
      const begun = await page.send({ kind: 'begin', returnTo: '#/', how: 'redirect' })
      const { url, transaction } = begun as { url: string; transaction: Transaction }
      return { url: new URL(url), transaction }
    },
    async walk(url, name, decision) {
      const asked = Object.fromEntries(url.searchParams)
      const { location } = await logIn(emulator, name, decision, asked)
      return location.search.slice(1)
    },
    async signIn(page, name) {
      const { url, transaction } = await stage.begin(page)
      const before = loginOf(page)
      const { length } = await stage.requests('getTokensTimeout')
      await page.send({ kind: 'finish', answer: await stage.walk(url, name), transaction })
      if (loginOf(page) === before) return
      // What is read beside the log-in, so that a test counts what it caused itself.
      for (const operation of ['getTokensTimeout', 'postNotificationsChannels'])
        await eventually(async () => (await stage.requests(operation)).length).toBeGreaterThan(
          length,
        )
    },
    async requests(operation) {
      const { body } = await control(emulator, 'GET', '/requests')
      const all: Entry[] = body
      return all.filter((one) => !operation || one.operation === operation)
    },
    async stop() {
      for (const port of ports) port.close()
      await Promise.all([emulator.stop(), host.stop()])
    },
  }
  return stage
}

function loginOf(page: Page): number | undefined {
  const session = page.session()
  return session?.state === 'signed-in' ? session.login : undefined
}

export const getMe = { kind: 'ask', operation: 'getMe', params: {} } as const
/** Something that is not asked while the desk is locked. */
export const search = { kind: 'ask', operation: 'listMyQueues', params: {} } as const
/** A command, which never waits for a sign-in. */
export const order = {
  kind: 'ask',
  operation: 'setRoutingStatus',
  params: { userId: 'a' },
  body: { status: 'IDLE' },
} as const
/** The desk stays, and nothing can be asked. */
export const endedInPlace = {
  state: 'signed-in',
  standing: { state: 'ended', problem: 'ended' },
} as const

/** Opens stages that live in real time; the one of a test is stopped after it. */
export function openings() {
  let stage: Stage
  afterEach(() => stage.stop())

  async function open(options: Partial<StageOptions> = {}) {
    stage = await createStage({ clock: systemClock, ...options })
    const page = await stage.page()
    return { page, emulator: stage.emulator }
  }
  async function openSignedIn(options: Partial<StageOptions> = {}) {
    const opened = await open(options)
    await stage.signIn(opened.page)
    return opened
  }
  return { open, openSignedIn, stage: () => stage }
}

function makePage(port: MessagePort): Page {
  const messages: Message[] = []
  const waiting = new Map<number, (message: Message) => void>()
  let last = 0
  port.onmessage = ({ data }: { data: Message }) => {
    messages.push(data)
    if (data.kind === 'reply' || data.kind === 'failed') waiting.get(data.id)?.(data)
  }
  const latest = <K extends Message['kind']>(kind: K) =>
    messages.findLast((one): one is Extract<Message, { kind: K }> => one.kind === kind)

  const page: Page = {
    messages,
    post: (raw) => port.postMessage(raw),
    send(request) {
      const id = ++last
      return new Promise((resolve, reject) => {
        waiting.set(id, (message) => {
          if (message.kind === 'failed') reject(new Failed(message.failure))
          else resolve(message.kind === 'reply' ? message.value : undefined)
        })
        port.postMessage({ ...request, id })
      })
    },
    failure: (request) =>
      page.send(request).then(
        () => Promise.reject(new Error('It did not fail.')),
        (error) => error.failure,
      ),
    session: () => latest('session')?.session,
    connection: () => latest('connection')?.connection,
    events: () =>
      messages.filter((one): one is Extract<Message, { kind: 'event' }> => one.kind === 'event'),
  }
  return page
}
