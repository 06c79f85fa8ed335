import { createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { locale, t } from '~/language'
import type { TrailEntry } from '~/protocol/protocol'
import { Button } from '~/ui/Button'
import { Copy } from '~/ui/Copy'
import { eventWords, logText, reasonWords } from './log'
import { Sheet } from './Sheet'
import styles from './SignInLog.module.css'
import type { SignIn } from './signin'

const time = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'medium' })

/** What has happened with sign-ins in this browser, the newest first. */
export function SignInLog(props: { readonly signIn: SignIn; readonly onClose: () => void }) {
  const [entries, setEntries] = createSignal<readonly TrailEntry[]>()
  const [failed, setFailed] = createSignal(false)
  onMount(async () => {
    const read = await props.signIn.engine.read('trail').catch(() => undefined)
    setEntries(read)
    setFailed(!read)
  })
  const text = () => logText(entries() ?? [])
  const newest = () => [...(entries() ?? [])].reverse()

  let saved: string | undefined
  const letGo = () => saved && URL.revokeObjectURL(saved)
  onCleanup(letGo)
  function save() {
    letGo()
    saved = URL.createObjectURL(new Blob([text()], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = saved
    link.download = 'minidesk-sign-in-log.json'
    link.click()
  }

  return (
    <Sheet
      title={t`Sign-in log`}
      onClose={props.onClose}
      actions={
        <Show when={newest().length > 0}>
          <Button onClick={save}>{t`Save as file`}</Button>
          <Copy text={text} />
        </Show>
      }
    >
      <p
        class={styles.intro}
      >{t`What happened with sign-ins in this browser. It holds no names and nothing that could be used to sign in, and is emptied when you sign out.`}</p>
      <Show when={failed()}>
        <p role="alert">{t`The log could not be read. Reload this page and try again.`}</p>
      </Show>
      <Show when={entries()?.length === 0}>
        <p>{t`Nothing has happened yet.`}</p>
      </Show>
      <ol class={styles.list}>
        <For each={newest()}>
          {(entry) => (
            <li>
              <time datetime={new Date(entry.at).toISOString()}>{time.format(entry.at)}</time>
              <div>
                <p class={styles.event}>{eventWords(entry)}</p>
                <Show when={reasonWords(entry)}>
                  {(words) => <p class={styles.reason}>{words()}</p>}
                </Show>
                <Show when={entry.correlationId}>
                  {(id) => <p class={styles.reason}>{t`Reference ${id()}`}</p>}
                </Show>
              </div>
            </li>
          )}
        </For>
      </ol>
    </Sheet>
  )
}
