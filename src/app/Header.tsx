import { type JSX, Show } from 'solid-js'
import { PastNotices } from '~/notices/PastNotices'
import { PresenceMenu } from '~/presence/PresenceMenu'
import type { Connection } from '~/protocol'
import { Aside } from '~/signin/Aside'
import type { SignIn } from '~/signin/signin'
import { Button } from '~/ui/Button'
import { Popup } from '~/ui/Popup'
import { Switch } from '~/ui/Switch'
import type { Desk } from './desk'
import styles from './Header.module.css'

const connectionWords: Readonly<Record<Connection['state'], string>> = {
  idle: 'Not connected',
  connecting: 'Connecting',
  live: 'Live',
  waiting: 'Interrupted',
}

/** Presence on the left, On Queue beside it, the connection and the account on the right. */
export function Header(props: {
  readonly title: string
  readonly desk: Desk
  readonly signIn: SignIn
  readonly connection: Connection
  readonly now: number
  readonly onSignOut: () => void
}) {
  const { presence, me, conversations } = props.desk
  return (
    <header class={styles.header}>
      <h1 class="sr">{props.title}</h1>
      <PresenceMenu presence={presence} now={props.now} />
      <Switch
        name="On Queue"
        on={presence.onQueue()}
        busy={presence.wanted() !== undefined}
        whyNot={props.desk.whyNot() ?? presence.whyNotQueue()}
        onChange={presence.setOnQueue}
      />
      <span class={styles.space} />
      <span class={styles.connection} data-state={props.connection.state}>
        {connectionWords[props.connection.state]}
      </span>
      <PastNotices notices={props.desk.notices} class={styles.account} />
      <Account
        name={me.name}
        organization={me.organization}
        live={conversations.live()}
        log={
          <Aside name="Sign-in log">
            {({ SignInLog }, close) => <SignInLog signIn={props.signIn} onClose={close} />}
          </Aside>
        }
        onSignOut={props.onSignOut}
      />
    </header>
  )
}

function Account(props: {
  readonly name: string
  readonly organization: string
  readonly live: boolean
  readonly log: JSX.Element
  readonly onSignOut: () => void
}) {
  const initials = () =>
    props.name
      .split(/\s+/)
      .map((word) => word[0] ?? '')
      .slice(0, 2)
      .join('')
      .toUpperCase()
  return (
    <Popup
      name="Account"
      class={styles.account}
      button={
        <>
          <span class={styles.avatar} aria-hidden="true">
            {initials()}
          </span>
          <span class={styles.name}>
            <span class="sr">Account: </span>
            {props.name}
          </span>
        </>
      }
    >
      <p class={styles.who}>{props.name}</p>
      <p class={styles.organization}>{props.organization}</p>
      <div class={styles.verbs}>
        <Button
          icon="sign-out"
          whyNot={
            props.live ? 'End your calls first: signing out would leave them alone' : undefined
          }
          onClick={props.onSignOut}
        >
          Sign out
        </Button>
        {props.log}
      </div>
      <Show when={props.live}>
        <p class={styles.organization}>End your calls first.</p>
      </Show>
    </Popup>
  )
}
