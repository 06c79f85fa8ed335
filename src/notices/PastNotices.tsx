import { For, type JSX, Show } from 'solid-js'
import { forbidden } from '~/genesys/forbidden'
import { locale, t } from '~/language'
import styles from './Notices.module.css'
import type { Notices } from './store'

const clockTime = new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' })

/** What was said before, to be read again: a notice may go while the agent listens to a customer. */
export function PastNotices(props: {
  readonly notices: Notices
  /** Draws what copies a line for the administrator. */
  readonly copy: (line: string) => JSX.Element
}) {
  return (
    <ul class={styles.past}>
      <For each={props.notices.past()}>
        {({ at, text, failure }) => {
          const why = forbidden(failure, at)
          return (
            <li>
              <time>{clockTime.format(at)}</time>
              <p>{why ? `${text} ${why.words}` : text}</p>
              <Show when={failure?.correlationId}>
                {(reference) => <small>{t`Reference ${reference()}`}</small>}
              </Show>
              <Show when={why}>{(one) => props.copy(one().forAdministrator)}</Show>
            </li>
          )
        }}
      </For>
    </ul>
  )
}
