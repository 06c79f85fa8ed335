import {
  createEffect,
  createSignal,
  getOwner,
  Match,
  on,
  onCleanup,
  runWithOwner,
  Switch,
} from 'solid-js'
import type { Clock } from '~/clock'
import { failureOf } from '~/genesys/errors'
import { t } from '~/language'
import type { Ask, Connection, SignedIn as SignedInSession, WatchTopics } from '~/protocol/protocol'
import { SignInPage } from '~/signin/SignInPage'
import type { SignIn } from '~/signin/signin'
import { Button } from '~/ui/Button'
import { CardPage } from '~/ui/CardPage'
import { createLater } from '~/ui/Later'
import { DeskView } from './DeskView'
import { createDesk, type Desk } from './desk'
import { meFromWire } from './me'
import { Waiting } from './Waiting'

/** Finds out who is signed in, then builds that agent's desk. */
export function SignedIn(props: {
  readonly title: string
  readonly session: SignedInSession
  readonly signIn: SignIn
  readonly ask: Ask
  readonly watch: WatchTopics
  readonly clock: Clock
  readonly locale: string
  readonly connection: Connection
  readonly now: number
  readonly onDesk: (desk: Desk | undefined) => void
  readonly onReconnect: () => void
  readonly onSignOut: () => void
}) {
  const [desk, setDesk] = createSignal<Desk>()
  const [trouble, setTrouble] = createSignal<string>()
  const owner = getOwner()
  // Fetched while the facts are read, so that a call that is open after a reload waits for neither.
  const fetchLater = () => import('./later')
  const later = createLater(fetchLater)
  let left = false
  const ended = () => {
    const { standing } = props.session
    return standing.state === 'ended' ? standing.problem : undefined
  }
  const whyNot = () => (ended() ? t`Sign in again first` : undefined)
  const locked = () => props.session.lock.state === 'locked'
  // What was put off while it was locked.
  createEffect(on(locked, (now, before) => before && !now && desk()?.sync.read()))

  async function open() {
    setTrouble(undefined)
    try {
      const me = meFromWire(await props.ask('getMe', { expand: 'organization,authorization' }))
      if (left) return
      if (!me) {
        setTrouble(t`Genesys Cloud did not say who you are.`)
        return
      }
      const { ask, watch, clock, locale, onReconnect } = props
      const { allowed, callerIds } = props.session
      // Owned by this component although it comes later: signing out ends the desk with it.
      const made = runWithOwner(owner, () =>
        createDesk({
          ...{ me, ask, watch, allowed, callerIds, clock, locale, whyNot, locked },
          ...{ onDeaf: onReconnect, later: fetchLater },
        }),
      )
      setDesk(made)
      props.onDesk(made)
    } catch (error) {
      const failure = failureOf(error, 'getMe')
      const at = props.clock.now()
      const known = await fetchLater().catch(() => undefined)
      setTrouble(known?.refusalToOpen(failure, at) ?? t`Nor could all of Minidesk be loaded.`)
    }
  }

  onCleanup(() => {
    left = true
    desk()?.sync.close()
    props.onDesk(undefined)
  })
  void open()

  return (
    <Switch fallback={<Waiting text={t`Opening your desk…`} />}>
      {/* Without a desk there is nothing to stay. */}
      <Match when={!desk()?.sync.opened() && ended()}>
        {(problem) => (
          <SignInPage
            title={props.title}
            problem={problem()}
            busy={false}
            several={false}
            signIn={props.signIn}
          />
        )}
      </Match>
      <Match when={desk()?.sync.opened() && desk()}>
        {(one) => (
          <DeskView
            title={props.title}
            session={props.session}
            signIn={props.signIn}
            desk={one()}
            later={later}
            connection={props.connection}
            now={props.now}
            onReconnect={props.onReconnect}
            onSignOut={props.onSignOut}
          />
        )}
      </Match>
      <Match when={trouble()}>
        {(text) => (
          <CardPage title={props.title}>
            <p role="alert">{t`Your desk could not be opened. ${text()}`}</p>
            <Button kind="primary" onClick={() => void open()}>{t`Try again`}</Button>
            <Button onClick={props.onSignOut}>{t`Sign out`}</Button>
          </CardPage>
        )}
      </Match>
    </Switch>
  )
}
