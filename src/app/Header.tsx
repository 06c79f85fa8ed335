import { createSignal, type JSX, Show } from 'solid-js'
import { t } from '~/language'
import type { Connection, SignedIn } from '~/protocol/protocol'
import { Aside } from '~/signin/Aside'
import type { SignIn } from '~/signin/signin'
import type { Later } from '~/ui/Later'
import { Popup } from '~/ui/Popup'
import type { Desk } from './desk'
import styles from './Header.module.css'
import type { Tasks } from './tasks'

const connectionWords = (state: Connection['state']) =>
  ({
    idle: t`Not connected`,
    connecting: t`Connecting`,
    live: t`Live`,
    waiting: t`Interrupted`,
    taken: t`Taken over`,
  })[state]

/** Presence on the left, On Queue beside it; on the right the connection, whose card has all of the status, and the account. */
export function Header(props: {
  readonly title: string
  readonly desk: Desk
  readonly session: SignedIn
  readonly signIn: SignIn
  readonly connection: Connection
  readonly now: number
  readonly later: Later<typeof import('./later')>
  /** What draws the card of the status, once it is here. */
  readonly work: typeof import('./work') | undefined
  readonly tasks: Tasks | undefined
  /** What ends the sign-in, for the account's card. */
  readonly signOut: JSX.Element
}) {
  const { me } = props.desk
  const [open, setOpen] = createSignal(false)
  return (
    <header class={styles.header}>
      <h1 class="sr">{props.title}</h1>
      <Show when={props.later.code()} keyed>
        {({ StatusControls }) => (
          <StatusControls desk={props.desk} now={props.now} work={props.work} tasks={props.tasks} />
        )}
      </Show>
      <span class={styles.space} />
      <Popup
        name={t`Your status`}
        class={styles.account}
        button={
          <>
            <span class="sr">{t`Your status:`} </span>
            <span class={styles.connection} data-state={props.connection.state}>
              {connectionWords(props.connection.state)}
            </span>
          </>
        }
        onToggle={setOpen}
      >
        <Show when={open() && props.tasks && props.work} keyed>
          {({ StatusCard }) => <StatusCard {...props} />}
        </Show>
      </Popup>
      <Show when={props.work} keyed>
        {({ Earlier }) => <Earlier desk={props.desk} class={styles.account} />}
      </Show>
      <Account name={me.name} organization={me.organization}>
        <div class={styles.verbs}>
          {props.signOut}
          <Aside name={t`Sign-in log`}>
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
      name={t`Account`}
      class={styles.account}
      button={
        <>
          <span class={styles.avatar} aria-hidden="true">
            {initials()}
          </span>
          <span class={styles.name}>
            <span class="sr">{t`Account:`} </span>
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
