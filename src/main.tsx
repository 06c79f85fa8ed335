import '~/app/layers.css'
import { createComputed, createSignal, type JSX } from 'solid-js'
import { render } from 'solid-js/web'
import { App } from '~/app/App'
import type { Desk } from '~/app/desk'
import { Stopped } from '~/app/Stopped'
import { Waiting } from '~/app/Waiting'
import { systemClock } from '~/clock'
import { connectEngine, type Line, type News } from '~/connect'
import { locale, t } from '~/language'
import { speakAsWished } from '~/languages/choice'
import type { Ask, Connection, Session } from '~/protocol/protocol'
import type { createFrame } from '~/signin/frame'
import { createSignIn, isOwnRoute } from '~/signin/signin'
import { wearLast } from '~/storage/look'
import { browserStorage } from '~/storage/storage'

wearLast()
/** Nothing is drawn, and none of the later code is fetched, before it is known in which language. */
const spoken = speakAsWished(systemClock)
const root = document.getElementById('desk') ?? document.body
const folder = new URL('.', location.href).href
/** It may name the place to log in to: Genesys Cloud tells a client app where it is. Before it is tidied away. */
const wish = location.search.slice(0, 1000)
/** In somebody else's page. Seen by being there, and not by what an address says. */
const framed = window.top !== window
const [session, setSession] = createSignal<Session>({ state: 'starting' })
const [connection, setConnection] = createSignal<Connection>({ state: 'idle' })
let desk: Desk | undefined
let line: Line
/** While another engine is being reached, what is asked waits for it. */
let reached: Promise<Line>
/** What becomes of a session that the engine tells. */
let onSession: (session: Session) => void = setSession

/** Milliseconds for an engine that lives to say so. */
const engineLife = 2_000

let end = () => {}

function show(view: () => JSX.Element) {
  end()
  end = render(view, root)
}

function hear(news: News) {
  switch (news.kind) {
    case 'session':
      onSession(news.session)
      return root.removeAttribute('data-away')
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
Promise.all([reached, spoken.then(() => (framed ? import('~/signin/seldom') : undefined))]).then(
  ([first, frame]) => {
    line = first
    open(frame)
  },
  () =>
    stop(
      // Without an origin of its own there is neither worker nor storage.
      self.origin === 'null'
        ? t`Ask your administrator to add allow-same-origin to the frame’s sandbox.`
        : t`Its worker could not be loaded in this browser.`,
    ),
)

tidy()
addEventListener('hashchange', tidy)
/** An address says where in the desk to go. Whatever else is offered by it, say a token, is not even kept. */
function tidy() {
  const { hash, pathname, search } = location
  const known = hash === '' || hash === '#lost' || isOwnRoute(hash)
  if (search || !known) history.replaceState(null, '', pathname + (known ? hash : ''))
}

/** The engine has died. A desk stays, and another engine takes it on; without one there is nothing to stay. */
function lost() {
  const before = session()
  const why = t`Its worker no longer answers. Your calls are not affected.`
  if (before.state !== 'signed-in' || !desk) return stop(why)
  const standing = desk
  // In this turn: what asks the line that there was gets no answer any more.
  reached = import('~/app/later').then(({ heal }) => {
    onSession = heal(before, standing, {
      ...{ clock: systemClock, ask, shown: session, show: setSession },
      line: () => line,
      empty: browserStorage.empty,
    })
    return connectEngine(folder, hear, lost)
  })
  reached.then(
    (next) => {
      line = next
    },
    () => stop(why),
  )
}

const ask: Ask = (...asked) => reached.then((one) => one.ask(...asked))

function open(frame?: { readonly createFrame: typeof createFrame }) {
  const signIn = createSignIn({
    engine: {
      get shared() {
        return line.shared
      },
      begin: (begin) => reached.then((one) => one.begin(begin)),
      finish: (...answer) => reached.then((one) => one.finish(...answer)),
      active: (live) => line.active(live),
      read: (kind) => reached.then((one) => one.read(kind)),
      places: (wish) => reached.then((one) => one.places(wish)),
    },
    storage: browserStorage,
    clock: systemClock,
    wish,
    createFrame: frame?.createFrame,
  })
  signIn.resume()
  show(() => {
    createComputed(() => signIn.onSession(session()))
    return (
      <App
        session={session}
        connection={connection}
        ask={ask}
        watch={(...asked) => reached.then((one) => one.watchTopics(...asked))}
        signIn={signIn}
        clock={systemClock}
        locale={(locale() ?? navigator.language).replace('-', '_')}
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

/** Drops the token, tells every tab, and lets go of what the browser keeps; answers where the login host forgets. */
function endSignIn() {
  // Now, so that no page that opens meanwhile logs in again by itself.
  void browserStorage.empty()
  return line.signOut().catch(() => undefined)
}

async function signOut() {
  const { title } = { title: 'Minidesk', ...session() }
  // At once: nothing of the desk may be pressed, or come back from the back-forward cache.
  show(() => <Waiting text={t`Signing out…`} />)
  const first = endSignIn()
  const later = await import('~/app/later').catch(() => undefined)
  if (!later) return location.replace((await first) ?? './index.html')
  const leave = (next: Promise<string | undefined>) =>
    later.leave(next, {
      clock: systemClock,
      empty: browserStorage.empty,
      isOnline: () => navigator.onLine,
      // No frame shows the login page; its session is the whole page's, and stays.
      go: (url) => location.replace(framed ? './embed.html' : url),
    })
  if (!line.shared) later.tellOthers()
  const why = await leave(first)
  const { SignedOut } = later
  show(() => <SignedOut title={title} why={why} onAgain={() => leave(endSignIn())} />)
}

// What comes back from the back-forward cache is not seen before the engine has said who is signed in.
addEventListener('pagehide', () => root.toggleAttribute('data-away', true))
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return
  systemClock.after(engineLife, () => root.hasAttribute('data-away') && location.reload())
})
