import { type JSX, Show } from 'solid-js'
import { PresenceMenu } from '~/presence/PresenceMenu'
import type { Connection } from '~/protocol/protocol'
import { Aside } from '~/signin/Aside'
import type { SignIn } from '~/signin/signin'
import type { Later } from '~/ui/Later'
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
  readonly later: Later<typeof import('./later')>
  /** What ends the sign-in, for the account's card. */
  readonly signOut: JSX.Element
}) {
  const { presence, me } = props.desk
  return (
    <header class={styles.header}>
      <h1 class="sr">{props.title}</h1>
      <PresenceMenu presence={presence} now={props.now} />
      <Switch
        name="On Queue"
        on={presence.onQueue()}
        busy={presence.wanted() !== undefined}
        whyNot={
          props.desk.whyNot() ??
          presence.whyNotQueue() ??
          props.later.code()?.whyNotQueue(props.desk)
        }
        onChange={presence.setOnQueue}
      />
      <span class={styles.space} />
      <span class={styles.connection} data-state={props.connection.state}>
        {connectionWords[props.connection.state]}
      </span>
      <Show when={props.later.code()} keyed>
        {({ Earlier }) => <Earlier desk={props.desk} class={styles.account} />}
      </Show>
      <Account name={me.name} organization={me.organization}>
        <div class={styles.verbs}>
          {props.signOut}
          <Aside name="Sign-in log">
            {({ SignInLog }, close) => <SignInLog signIn={props.signIn} onClose={close} />}
          </Aside>
        </div>
      </Account>
    </header>
  )
}

function Account(props: {
  readonly name: string
  readonly organization: string
  readonly children: JSX.Element
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
      {props.children}
    </Popup>
  )
}
