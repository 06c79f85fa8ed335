import { createEffect, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { Notices } from '~/notices/Notices'
import { Dot } from '~/presence/Dot'
import type { Connection, SignedIn } from '~/protocol'
import { createAgain } from '~/signin/again'
import type { SignIn } from '~/signin/signin'
import { problemWords } from '~/signin/words'
import { Button } from '~/ui/Button'
import { duration } from '~/ui/duration'
import { focusIfLost } from '~/ui/focus'
import { Icon } from '~/ui/Icon'
import { ConnectionBanner } from './ConnectionBanner'
import type { Desk } from './desk'
import { LockedCalls } from './LockedCalls'
import styles from './LockedDesk.module.css'
import { tellable } from './locked'
import { SignOut } from './SignOut'
import type { Tasks } from './tasks'

/** In place of a desk that nobody touches: no customer can be read, and every call can be handled. */
export function LockedDesk(props: {
  readonly title: string
  readonly desk: Desk
  readonly tasks: Tasks | undefined
  readonly session: SignedIn
  readonly signIn: SignIn
  readonly connection: Connection
  readonly now: number
  readonly onReconnect: () => void
  readonly onSignOut: () => void
}) {
  const { desk } = props
  const { presence } = desk
  let heading: HTMLHeadingElement | undefined
  const now = () => props.now - desk.ahead()
  const ended = () => {
    const { standing } = props.session
    return standing.state === 'ended' ? problemWords[standing.problem] : undefined
  }
  const told = { ...desk.notices, all: () => tellable(desk.notices.all()) }

  // The browser takes the focus from what is hidden at its next frame: until then it is known.
  const left = document.activeElement
  onMount(() => {
    // One that is open would keep everything else from being pressed.
    for (const dialog of document.querySelectorAll('dialog')) dialog.close()
    heading?.focus({ preventScroll: true })
  })
  onCleanup(() =>
    // When the desk is there again: the caret is where it was.
    queueMicrotask(() => left instanceof HTMLElement && left.isConnected && focusIfLost(left)),
  )

  return (
    <div class={styles.desk}>
      <main class={styles.body}>
        <div class={styles.card}>
          <header class={styles.head}>
            <Icon name="lock" />
            <h1 ref={heading} tabindex="-1">
              {props.title} is locked
            </h1>
          </header>
          <p class={styles.why}>
            Nobody has touched this desk for a while, so it hides your customers. Your calls go on,
            and what you wrote is kept.
          </p>
          <p class={styles.who}>
            <span class={styles.name}>{desk.me.name}</span>
            <span class={styles.presence}>
              <Dot system={presence.current()?.system} />
              {presence.label()}
              <Show when={presence.current()}>
                {(current) => <time aria-hidden="true">{duration(now() - current().since)}</time>}
              </Show>
            </span>
          </p>
          <LockedCalls desk={desk} now={now()} />
          <div role="alert">
            <Show when={ended()}>{(words) => <p class={styles.ended}>{words()}</p>}</Show>
          </div>
          <Unlock signIn={props.signIn} />
          <footer class={styles.leave}>
            <SignOut desk={desk} tasks={props.tasks} onSignOut={props.onSignOut} />
          </footer>
        </div>
      </main>
      <div class={styles.dock}>
        <Notices notices={told} />
        <div role="status" aria-atomic="false">
          <ConnectionBanner
            connection={props.connection}
            sync={desk.sync}
            now={props.now}
            onReconnect={props.onReconnect}
          />
        </div>
      </div>
    </div>
  )
}

/** *Sign in again*, and what has become of it. */
function Unlock(props: { readonly signIn: SignIn }) {
  const again = createAgain(props.signIn)
  const { step } = again
  onCleanup(again.done)
  const isOpen = () => step() === 'waiting' || step() === 'blocked'
  let verb: HTMLDivElement | undefined
  // The button that was pressed has gone: its place has another one.
  createEffect(() => {
    if (isOpen()) verb?.querySelector('button')?.focus()
  })
  return (
    <div class={styles.unlock}>
      <div role="status">
        <Switch>
          <Match when={step() === 'waiting'}>
            <p>Sign in in the window that has opened. Then your desk is as you left it.</p>
          </Match>
          <Match when={step() === 'blocked'}>
            <p>
              The browser opened no window for the sign-in. Allow pop-ups for this page, or use this
              tab: what you wrote is kept.
            </p>
          </Match>
          <Match when={step() === 'failed'}>
            <p>The sign-in could not be begun. Try it again.</p>
          </Match>
        </Switch>
      </div>
      <div ref={verb} class={styles.verbs}>
        <Show
          when={isOpen()}
          fallback={
            <Button
              kind="primary"
              busy={step() === 'opening' || step() === 'leaving'}
              onClick={again.start}
            >
              Sign in again
            </Button>
          }
        >
          <Button onClick={again.start}>
            {step() === 'waiting' ? 'Open it again' : 'Try again'}
          </Button>
          <Button onClick={again.startHere}>Use this tab instead</Button>
        </Show>
      </div>
    </div>
  )
}
