import { For, Show } from 'solid-js'
import { Icon } from '~/ui/Icon'
import { Popup } from '~/ui/Popup'
import styles from './Notices.module.css'
import type { Notices } from './store'

const clockTime = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })

/** What was said before, to be read again: a notice may go while the agent listens to a customer. */
export function PastNotices(props: { readonly notices: Notices; readonly class?: string }) {
  return (
    <Show when={props.notices.past().length > 0}>
      <Popup
        name="Earlier notices"
        class={props.class}
        button={
          <>
            <Icon name="bell" />
            <span class="sr">Earlier notices</span>
          </>
        }
      >
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
      </Popup>
    </Show>
  )
}
