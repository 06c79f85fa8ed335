import { type Accessor, createEffect, createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import type { Clock } from '~/clock'
import type { Conversation } from '~/conversations/conversation'
import type { Ask, Connection, Session } from '~/protocol/protocol'
import { createRing } from '~/ring/ring'
import { SignInPage } from '~/signin/SignInPage'
import type { SignIn } from '~/signin/signin'
import { createLater, DrawLater } from '~/ui/Later'
import type { Desk } from './desk'
import { Errand } from './Errand'
import { SignedIn } from './SignedIn'
import { createTicker } from './ticker'
import { Waiting } from './Waiting'

/** What the page shows, by the engine's word on who is signed in. */
export function App(props: {
  readonly session: Accessor<Session>
  readonly connection: Accessor<Connection>
  readonly ask: Ask
  readonly signIn: SignIn
  readonly clock: Clock
  readonly locale: string
  readonly onDesk: (desk: Desk | undefined) => void
  readonly onReconnect: () => void
  readonly onSignOut: () => void
}) {
  const now = createTicker(props.clock)
  const [silent, setSilent] = createSignal(true)
  const ring = createRing(props.clock, () => setSilent(false))
  const arm = () => ring.arm()
  // After the click has found its button: the banner that goes away then moves what is below it.
  addEventListener('click', arm)
  addEventListener('keydown', arm)
  onCleanup(() => {
    removeEventListener('click', arm)
    removeEventListener('keydown', arm)
  })

  const title = () => {
    const session = props.session()
    return 'title' in session ? session.title : 'Minidesk'
  }
  const signedIn = () => {
    const session = props.session()
    return session.state === 'signed-in' ? session : undefined
  }
  createEffect(() => {
    document.title = title()
  })

  const signedOut = () => {
    const session = props.session()
    return session.state === 'signed-out' || session.state === 'signing-in' ? session : undefined
  }
  const problems = () => {
    const session = props.session()
    return session.state === 'misconfigured' ? session.problems : undefined
  }

  function alert(alerting: readonly Conversation[]) {
    ring.set(alerting.length > 0)
    // Without a name: the title is seen over the shoulder, and kept in the browser's history.
    document.title = alerting.length > 0 ? `☎ Incoming call · ${title()}` : title()
  }

  return (
    <Switch fallback={<Waiting text="Starting…" />}>
      <Match when={problems()}>
        {(list) => {
          const later = createLater(() => import('./later'))
          return (
            <DrawLater later={later}>
              {({ Misconfigured }) => <Misconfigured problems={list()} />}
            </DrawLater>
          )
        }}
      </Match>
      <Match when={props.signIn.errand() !== 'none'}>
        <Errand title={title()} state={props.signIn.errand()} />
      </Match>
      <Match when={signedIn()}>
        {(session) => (
          // Another login is another person: the desk of the one before goes, whole.
          <Show when={session().login} keyed>
            {(_) => (
              <SignedIn
                session={session()}
                title={title()}
                signIn={props.signIn}
                ask={props.ask}
                clock={props.clock}
                locale={props.locale}
                connection={props.connection()}
                now={now()}
                silent={silent()}
                onAlerting={alert}
                onDesk={(desk) => {
                  if (!desk) alert([])
                  props.onDesk(desk)
                }}
                onReconnect={props.onReconnect}
                onSignOut={props.onSignOut}
              />
            )}
          </Show>
        )}
      </Match>
      <Match when={signedOut()}>
        {(session) => (
          <SignInPage
            title={title()}
            problem={problemOf(session())}
            busy={session().state === 'signing-in' || props.signIn.deciding()}
            several={'sites' in session()}
            signIn={props.signIn}
          />
        )}
      </Match>
    </Switch>
  )
}

function problemOf(session: Session) {
  return session.state === 'signed-out' ? session.problem : undefined
}
