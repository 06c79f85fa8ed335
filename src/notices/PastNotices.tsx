import { For, Show } from 'solid-js'
import styles from './Notices.module.css'
import type { Notices } from './store'

const clockTime = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })

/** What was said before, to be read again: a notice may go while the agent listens to a customer. */
export function PastNotices(props: { readonly notices: Notices }) {
  return (
    <ul class={styles.past}>
      <For each={props.notices.past()}>
        {({ at, text, reference }) => (
          <li>
            <time>{clockTime.format(at)}</time>
            <p>{text}</p>
            <Show when={reference}>
              <small>Reference {reference}</small>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
