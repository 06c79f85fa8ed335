import '~/app/layers.css'
import { createComputed, createSignal, type JSX } from 'solid-js'
import { render } from 'solid-js/web'
import { App } from '~/app/App'
import type { Desk } from '~/app/desk'
import { Stopped } from '~/app/Stopped'
import { Waiting } from '~/app/Waiting'
import { inTime, systemClock } from '~/clock'
import { connectEngine, type Line } from '~/connect'
import type { Connection, Session } from '~/protocol'
import { createSignIn } from '~/signin/signin'
import { browserStorage, createSealed } from '~/storage'

const root = document.getElementById('desk') ?? document.body
const [session, setSession] = createSignal<Session>({ state: 'starting' })
const [connection, setConnection] = createSignal<Connection>({ state: 'idle' })
let desk: Desk | undefined

let end = () => {}

function show(view: () => JSX.Element) {
  end()
  end = render(view, root)
}

connectEngine(
  new URL('.', location.href).href,
  (news) => {
    switch (news.kind) {
      case 'session':
        return setSession(news.session)
      case 'connection':
        setConnection(news.connection)
        return desk?.sync.onConnection(news.connection)
      case 'event':
        return desk?.hear(news.topic, news.body)
      default:
        return news satisfies never
    }
  },
  () => show(() => <Stopped why="Its worker no longer answers. Your calls are not affected." />),
).then(open, () => show(() => <Stopped why="Its worker could not be loaded in this browser." />))

function open(line: Line) {
  const signIn = createSignIn({ engine: line, storage: browserStorage, clock: systemClock })
  signIn.resume()
  show(() => {
    createComputed(() => signIn.onSession(session()))
    return (
      <App
        session={session}
        connection={connection}
        ask={line.ask}
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
        onReconnect={line.reconnect}
        onSignOut={() => void signOut()}
      />
    )
  })

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
}
