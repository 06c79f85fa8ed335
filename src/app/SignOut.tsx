import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { livePhases } from '~/conversations/conversation'
import { phaseWords } from '~/conversations/words'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import { Switch } from '~/ui/Switch'
import type { Desk } from './desk'
import styles from './SignOut.module.css'
import { SignOutDialog } from './SignOutDialog'
import { goOffline, offlineOf, unfinished } from './signout'
import type { Tasks } from './tasks'

/** *Sign out*, and what goes with it: Offline, or why it has to wait. */
export function SignOut(props: {
  readonly desk: Desk
  readonly tasks: Tasks | undefined
  readonly onSignOut: () => void
}) {
  const { desk } = props
  const { conversations, presence } = desk
  let dialog!: HTMLDialogElement
  const [wished, setWished] = createSignal(true)
  const [leaving, setLeaving] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string>()
  const left = () => unfinished(desk, props.tasks)
  /** Without a sign-in nothing can be set. */
  const mayGoOffline = () => desk.whyNot() === undefined && offlineOf(presence) !== undefined

  // Another status is another question.
  const status = createMemo(() => presence.current()?.definitionId)
  createEffect(
    on(status, () => {
      setWished(true)
      setTrouble(undefined)
    }),
  )

  async function leave() {
    dialog.close()
    setTrouble(undefined)
    // One that began to ring behind the dialog: the card says so.
    if (conversations.live()) return
    if (mayGoOffline() && wished()) {
      setLeaving(true)
      const gone = await goOffline(presence, desk.means.clock)
      setLeaving(false)
      // The last call before Offline may have come meanwhile.
      if (conversations.live()) return
      if (!gone) {
        setWished(false)
        return void setTrouble(
          t`You could not be set Offline: you are still ${presence.label()}. Sign out once more to leave it so.`,
        )
      }
    }
    props.onSignOut()
  }

  return (
    <div class={styles.out}>
      <Show when={conversations.live()}>
        <Calls desk={desk} />
      </Show>
      <Show when={left().owed > 0}>
        <p class={styles.note}>
          {left().owed === 1
            ? t`A wrap-up is still to be done. Genesys Cloud keeps it for you.`
            : t`${left().owed} wrap-ups are still to be done. Genesys Cloud keeps them for you.`}
        </p>
      </Show>
      <div role="alert">
        <Show when={trouble()}>{(text) => <p class={styles.trouble}>{text()}</p>}</Show>
      </div>
      <div class={styles.row}>
        <Show when={mayGoOffline() && !conversations.live()}>
          <Switch
            name={t`Set me Offline`}
            on={wished()}
            busy={leaving()}
            onChange={(on) => {
              setWished(on)
              setTrouble(undefined)
            }}
          />
        </Show>
        <Button
          class={styles.leave}
          icon="sign-out"
          busy={leaving()}
          whyNot={
            conversations.live()
              ? t`End your calls first: signing out would leave them alone`
              : undefined
          }
          onClick={() => (left().written > 0 ? dialog.showModal() : void leave())}
        >{t`Sign out`}</Button>
      </div>
      <SignOutDialog
        ref={(one) => {
          dialog = one
        }}
        written={left().written}
        onLeave={() => void leave()}
      />
    </div>
  )
}

/** Why it has to wait, and the way to what it waits for. On a locked desk they are on the page already. */
function Calls(props: { readonly desk: Desk }) {
  const { conversations, locked } = props.desk
  const calls = () => conversations.idsIn(...livePhases)
  return (
    <>
      <p class={styles.note}>{t`End your calls first.`}</p>
      <Show when={!locked()}>
        <ul class={styles.calls}>
          <For each={calls()}>
            {(id) => (
              <li>
                <a
                  href={`#/conversations/${id}`}
                  onClick={(event) =>
                    event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
                  }
                >
                  <Show when={conversations.get(id)}>
                    {(one) => (
                      <>
                        <b>{one().customer.name}</b>
                        <span>{phaseWords[one().phase]}</span>
                      </>
                    )}
                  </Show>
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  )
}
