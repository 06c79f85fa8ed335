import { For } from 'solid-js'
import { Button } from '~/ui/Button'
import { Icon } from '~/ui/Icon'
import styles from './Notices.module.css'
import type { Notices as Store } from './store'

/** What went wrong, in nobody's way; told to a screen reader at once. */
export function Notices(props: { readonly notices: Store }) {
  return (
    <section aria-label="Notices" role="alert" aria-atomic="false">
      <For each={props.notices.all()}>
        {({ id, text }) => (
          <div class={styles.notice}>
            <Icon name="warning" />
            <p>{text}</p>
            <Button
              kind="quiet"
              icon="close"
              name="Dismiss"
              onClick={() => props.notices.dismiss(id)}
            />
          </div>
        )}
      </For>
    </section>
  )
}
