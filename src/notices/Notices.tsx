import { For, type JSX, Show } from 'solid-js'
import { forbidden } from '~/genesys/forbidden'
import { Button } from '~/ui/Button'
import { Icon } from '~/ui/Icon'
import styles from './Notices.module.css'
import type { Notices as Store } from './store'

/** What went wrong, in nobody's way; told to a screen reader at once. */
export function Notices(props: {
  readonly notices: Store
  /** Draws what copies a line for the administrator. */
  readonly copy: (line: string) => JSX.Element
}) {
  return (
    <section aria-label="Notices" role="alert" aria-atomic="false">
      <For each={props.notices.all()}>
        {({ id, text, failure, at }) => {
          const why = forbidden(failure, at)
          return (
            <div class={styles.notice}>
              <Icon name="warning" />
              <p>{why ? `${text} ${why.words}` : text}</p>
              <Show when={why}>{(one) => props.copy(one().forAdministrator)}</Show>
              <Button
                kind="quiet"
                icon="close"
                name="Dismiss"
                onClick={() => props.notices.dismiss(id)}
              />
            </div>
          )
        }}
      </For>
    </section>
  )
}
