import { createMemo, For, Show } from 'solid-js'
import { locale, t } from '~/language'
import type { Command } from '~/ledger/command'
import { wayOf } from '~/ledger/words'
import styles from '~/notices/Notices.module.css'
import { Copy } from '~/ui/Copy'

const clockTime = new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' })

/** What was ordered, the newest first, and how far each has come. */
export function LastCommands(props: { readonly commands: readonly Command[] }) {
  // By their ids, for a command is another object at each change: a row that is in use stays.
  const newest = createMemo(() => props.commands.map(({ id }) => id).toReversed())
  return (
    <ul class={styles.past}>
      <For
        each={newest()}
        fallback={<li>{t`Nothing has been ordered since this page was opened.`}</li>}
      >
        {(id) => (
          <Show when={props.commands.find((one) => one.id === id)}>
            {(command) => (
              <li>
                <time>{clockTime.format(command().pressedAt)}</time>
                <p>{wayOf(command())}</p>
                <Show when={command().state.step !== 'confirmed' && command().correlationId}>
                  {(reference) => (
                    <>
                      <small>{t`Reference ${reference()}`}</small> <Copy text={reference} />
                    </>
                  )}
                </Show>
              </li>
            )}
          </Show>
        )}
      </For>
    </ul>
  )
}
