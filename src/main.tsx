import '~/app/layers.css'
import { createComputed, createSignal, type JSX } from 'solid-js'
import { render } from 'solid-js/web'
import { App } from '~/app/App'
import type { Desk } from '~/app/desk'
import { Stopped } from '~/app/Stopped'
import { Waiting } from '~/app/Waiting'
import { inTime, systemClock } from '~/clock'
import { connectEngine, type Line, type News } from '~/connect'
import type { Ask, Connection, Session } from '~/protocol'
import { createSignIn } from '~/signin/signin'
import { browserStorage, createSealed } from '~/storage'

const root = document.getElementById('desk') ?? document.body
const folder = new URL('.', location.href).href
const [session, setSession] = createSignal<Session>({ state: 'starting' })
const [connection, setConnection] = createSignal<Connection>({ state: 'idle' })
let desk: Desk | undefined
let line: Line
/** While another engine is being reached, what is asked waits for it. */
let reached: Promise<Line>
/** What becomes of a session that the engine tells. */
let onSession: (session: Session) => void = setSession

let end = () => {}

function show(view: () => JSX.Element) {
  end()
  end = render(view, root)
}

function hear(news: News) {
  switch (news.kind) {
    case 'session':
      return onSession(news.session)
    case 'connection':
      setConnection(news.connection)
      return desk?.sync.onConnection(news.connection)
    case 'event':
      return desk?.hear(news.topic, news.body)
    default:
      return news satisfies never
  }
}

const stop = (why: string) => show(() => <Stopped why={why} />)

reached = connectEngine(folder, hear, lost)
reached.then(
  (first) => {
    line = first
    open()
  },
  () => stop('Its worker could not be loaded in this browser.'),
)

/** The engine has died. A desk stays, and another engine takes it on; without one there is nothing to stay. */
async function lost() {
  const before = session()
  const why = 'Its worker no longer answers. Your calls are not affected.'
  if (before.state !== 'signed-in' || !desk) return stop(why)
  const { me } = desk
  try {
    const { adoptOrphan, ended } = await import('~/app/later')
    setSession(ended(before, 'engine-died'))
    const orphan = adoptOrphan(before, {
      userId: me.id,
      ask,
      onBack: () => line.listen(me.id),
      onOther: browserStorage.empty,
    })
    let latest = 0
    onSession = async (heard) => {
      const mine = ++latest
      const seen = await orphan.hear(heard)
      if (seen && mine === latest) setSession(seen)
    }
    reached = connectEngine(folder, hear, lost)
    line = await reached
  } catch {
    stop(why)
  }
}

const ask: Ask = (...asked) => reached.then((one) => one.ask(...asked))

function open() {
  const signIn = createSignIn({
    engine: {
      get shared() {
        return line.shared
      },
      begin: (begin) => reached.then((one) => one.begin(begin)),
      finish: (...answer) => reached.then((one) => one.finish(...answer)),
      trail: () => reached.then((one) => one.trail()),
      places: (wish) => reached.then((one) => one.places(wish)),
    },
    storage: browserStorage,
    clock: systemClock,
  })
  signIn.resume()
  show(() => {
    createComputed(() => signIn.onSession(session()))
    return (
      <App
        session={session}
        connection={connection}
        ask={ask}
        signIn={signIn}
        clock={systemClock}
        locale={navigator.language.replace('-', '_')}
        draftsOf={(userId) => createSealed(browserStorage, 'drafts', userId, systemClock.now)}
        onDesk={(next) => {
          desk = next
          if (!next) return
          line.listen(next.me.id)
          next.sync.onConnection(connection())
        }}
        onReconnect={() => line.reconnect()}
        onSignOut={() => void signOut()}
      />
    )
  })
}

async function signOut() {
  // At once: nothing of the desk may be pressed, or come back from the back-forward cache.
  show(() => <Waiting text="Signing out…" />)
  // Now, so that no page that opens meanwhile logs in again by itself; and below what was still being written.
  void browserStorage.empty()
  const next = await line.signOut().catch(() => undefined)
  // A store that never answers keeps nobody here.
  await inTime(systemClock, 2_000, browserStorage.empty(), undefined)
  location.replace(next ?? './index.html')
}
