import { createEffect, on, onCleanup, onMount, Show } from 'solid-js'
import { t } from '~/language'
import { Notices } from '~/notices/Notices'
import { Dot } from '~/presence/Dot'
import type { Connection, SignedIn, SignInProblem } from '~/protocol/protocol'
import { createAgain } from '~/signin/again'
import type { SignIn } from '~/signin/signin'
import { problemWords } from '~/signin/words'
import { duration } from '~/ui/duration'
import { focusIfLost } from '~/ui/focus'
import { Icon } from '~/ui/Icon'
import { DrawLater, type Later } from '~/ui/Later'
import { ConnectionBanner } from './ConnectionBanner'
import type { Desk } from './desk'
import { ForAdministrator } from './ForAdministrator'
import styles from './LockedDesk.module.css'
import { tellable } from './locked'
import { ringingOf } from './ringing'
import { SignInVerbs, stepWords } from './SignInSteps'
import { SignOut } from './SignOut'
import { SilentRing } from './SilentRing'
import type { Tasks } from './tasks'

/** In place of a desk that nobody touches: no customer can be read, and every call can be handled. */
export function LockedDesk(props: {
  readonly title: string
  readonly desk: Desk
  readonly tasks: Tasks | undefined
  /** Fetched as soon as the list stood. */
  readonly work: Later<typeof import('./work')> | undefined
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
  /** Why it has ended, or why it could not be opened. */
  const problem = () => props.session.standing.problem
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
            <h1 ref={heading} tabindex="-1">{t`${props.title} is locked`}</h1>
          </header>
          <p
            class={styles.why}
          >{t`Nobody has touched this desk for a while, so it hides your customers. Your calls go on, and what you wrote is kept.`}</p>
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
          <Show when={props.work}>
            {(work) => (
              <DrawLater later={work()}>
                {({ LockedCalls }) => <LockedCalls desk={desk} now={now()} />}
              </DrawLater>
            )}
          </Show>
          <div role="alert">
            <Show when={problem()}>
              {(why) => <p class={styles.ended}>{problemWords()[why()]}</p>}
            </Show>
          </div>
          <Unlock signIn={props.signIn} problem={problem()} />
          <footer class={styles.leave}>
            <SignOut desk={desk} tasks={props.tasks} onSignOut={props.onSignOut} />
          </footer>
        </div>
      </main>
      <div class={styles.dock}>
        <Notices notices={told} copy={(line) => <ForAdministrator line={line} />} />
        <div aria-live="assertive">
          <SilentRing ringing={ringingOf(desk)} />
        </div>
        <div role="status" aria-atomic="false">
          <ConnectionBanner
            connection={props.connection}
            sync={desk.sync}
            now={props.now}
            onReconnect={props.onReconnect}
          />
          {/* A call that shows up late does so here, too. */}
          <Show when={props.work?.code()} keyed>
            {({ Taken }) => <Taken {...props} />}
          </Show>
        </div>
      </div>
    </div>
  )
}

/** *Sign in again*, and what has become of it. */
function Unlock(props: { readonly signIn: SignIn; readonly problem: SignInProblem | undefined }) {
  const again = props.signIn.frame?.again ?? createAgain(props.signIn)
  onCleanup(again.done)
  let verbs: HTMLDivElement | undefined
  const step = () => stepWords(again)
  // What was tried has failed: its window is gone, and another press begins anew.
  createEffect(
    on(
      () => props.problem,
      (problem) => problem && again.done(),
      { defer: true },
    ),
  )
  // The button that was pressed has gone: its place has another one.
  createEffect(() => {
    if (step()) verbs?.querySelector('button')?.focus()
  })
  return (
    <div class={styles.unlock}>
      <div role="status">
        <Show when={step()}>{(words) => <p>{words()}</p>}</Show>
      </div>
      <div ref={verbs} class={styles.verbs}>
        <SignInVerbs again={again} />
      </div>
    </div>
  )
}
