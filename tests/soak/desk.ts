/** The whole desk without its views, at an agent's computer: real stores, real engine, real network. */
import { createComputed, createRoot, createSignal } from 'solid-js'
import { vi } from 'vitest'
import { createDesk, type Desk } from '~/app/desk'
import { followCalls } from '~/app/ended'
import { openCache, openLasting } from '~/app/lasting'
import { meFromWire } from '~/app/me'
import { createTasks, type Tasks } from '~/app/tasks'
import { troubleOf } from '~/app/told'
import { connectEngine, type Line } from '~/connect'
import { type CallCommands, createCallCommands } from '~/conversations/commands'
import { callProof } from '~/conversations/proof'
import { createEngine } from '~/engine/engine'
import { unlessDone } from '~/ledger/twice'
import type { Connection, Session } from '~/protocol/protocol'
import { createSettings } from '~/storage/settings'
import type { Emulator } from '../contract/emulator'
import { createTimers } from '../emulator/timers'
import { logIn } from '../unit/emulator/visitor'
import { eventually } from '../unit/eventually'
import { fakeShelf, fakeStorage } from '../unit/fake-storage'
import { fakeSealed } from '../unit/wrapup/stage'
import type { Machine } from './machine'
import type { Network } from './network'

export interface Seat {
  readonly line: Line
  readonly desk: Desk
  readonly tasks: Tasks
  readonly calls: CallCommands
  connection(): Connection
  /** The sign-in stands. */
  signedIn(): boolean
  /** In a window of its own. */
  signInAgain(): Promise<void>
  /** The browser says whether there is a network. */
  tell(news: 'online' | 'offline'): void
  /** Every sentence the agent was told. */
  readonly said: readonly string[]
  /** What was thrown where an event was told: nothing ever should be. */
  readonly thrown: readonly unknown[]
  leave(): void
}

const folder = 'http://localhost:5173/'
const asked = (url = '') => Object.fromEntries(new URL(url).searchParams)

/** What config.json says. */
export const configOf = ({ login, api }: Emulator, perMinute: number) =>
  JSON.stringify({
    environment: { login, api },
    clientId: 'minidesk-local',
    redirectUris: [`${folder}callback.html`],
    rateLimit: { perMinute },
  })

/** Signs the agent in, and sits down. `thread`: what stands for a worker; time must go on by itself meanwhile. */
export async function sitDown(parts: {
  readonly emulator: Emulator
  readonly machine: Machine
  readonly network: Network
  readonly thread: (engine: () => ReturnType<typeof createEngine>) => typeof Worker
  readonly configUrl: string
  readonly random: () => number
}): Promise<Seat> {
  const { emulator, machine, network } = parts
  const clock = createTimers(machine)
  const engine = createEngine({
    ...{ clock, fetch: network.fetch, openSocket: network.openSocket },
    ...{ configUrl: parts.configUrl, random: parts.random, elapsed: machine.elapsed },
    storage: async () => fakeStorage(),
  })
  const window = new EventTarget()
  vi.stubGlobal('window', window)
  const thread = parts.thread(() => engine)
  vi.stubGlobal('Worker', thread)
  const [session, setSession] = createSignal<Session>({ state: 'starting' })
  let connection: Connection = { state: 'idle' }
  let desk: Desk | undefined
  const thrown: unknown[] = []
  const said: string[] = []

  // As main.tsx does it.
  const line = await connectEngine(folder, (news) => {
    switch (news.kind) {
      case 'session':
        setSession(news.session)
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
  const signedIn = () => {
    const now = session()
    return now.state === 'signed-in' && now.standing.state !== 'ended'
  }
  const begun = await line.begin({ returnTo: '#/', how: 'redirect' })
  const { location } = await logIn(emulator, 'Ana Ruiz', 'allow', asked(begun?.url))
  await line.finish(location.search.slice(1), begun?.transaction ?? null)
  await eventually(signedIn).toBe(true)

  // As app/SignedIn.tsx and app/DeskView.tsx do it.
  const me = meFromWire(await line.ask('getMe', { expand: 'organization,authorization' }))
  if (!me) throw new Error('It was not said who that is.')
  const owned = createRoot((dispose) => {
    const made = createDesk({
      ...{ me, clock, ask: line.ask, watch: line.watchTopics, onDeaf: line.reconnect },
      allowed: undefined,
      locale: 'en_US',
      later: async () => ({
        ...{ openLasting, unlessDone, callProof },
        fetchWork: async () => ({ troubleOf }),
      }),
      whyNot: () => (signedIn() ? undefined : 'Sign in again first'),
      locked: () => false,
    })
    made.follow(followCalls(made))
    const seen = new Set<number>()
    createComputed(() => {
      for (const { id, text } of made.notices.all()) {
        if (!seen.has(id)) said.push(text)
        seen.add(id)
      }
    })
    createComputed(() => line.active(made.conversations.live()))
    const cache = openCache({ me, clock, isClosed: made.sync.isClosed })
    const settings = createSettings(fakeShelf(), 'org:ana')
    const kept = { drafts: fakeSealed(), orders: fakeSealed(), cache, settings }
    return { desk: made, tasks: createTasks(made, kept, (_name, what) => what()), dispose }
  })
  desk = owned.desk
  line.listen(me.id)
  desk.sync.onConnection(connection)

  return {
    ...{ line, desk, tasks: owned.tasks, said, thrown, signedIn },
    calls: createCallCommands(desk.means),
    connection: () => connection,
    async signInAgain() {
      const way = await line.begin({ returnTo: '#/', how: 'window' })
      const back = await logIn(emulator, 'Ana Ruiz', 'allow', asked(way?.url))
      await line.finish(back.location.search.slice(1), null)
    },
    tell: (news) => void window.dispatchEvent(new Event(news)),
    leave() {
      owned.desk.sync.close()
      owned.dispose()
      clock.stop()
      vi.unstubAllGlobals()
    },
  }
}
