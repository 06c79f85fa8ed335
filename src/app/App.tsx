import { type Accessor, createEffect, createMemo, Match, Show, Switch } from 'solid-js'
import type { Clock } from '~/clock'
import { t } from '~/language'
import type { Ask, Connection, Session, WatchTopics } from '~/protocol/protocol'
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
  readonly watch: WatchTopics
  readonly signIn: SignIn
  readonly clock: Clock
  readonly locale: string
  readonly onDesk: (desk: Desk | undefined) => void
  readonly onReconnect: () => void
  readonly onSignOut: () => void
}) {
  const now = createTicker(props.clock)

  // The same said again is none: the title of the page may say by now that a call rings.
  const title = createMemo(() => {
    const session = props.session()
    return 'title' in session ? session.title : 'Minidesk'
  })
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

  return (
    <Switch fallback={<Waiting text={t`Starting…`} />}>
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
                watch={props.watch}
                clock={props.clock}
                locale={props.locale}
                connection={props.connection()}
                now={now()}
                onDesk={props.onDesk}
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
