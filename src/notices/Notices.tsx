import { For, type JSX, Show } from 'solid-js'
import { forbidden } from '~/genesys/forbidden'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import { Icon } from '~/ui/Icon'
import styles from './Notices.module.css'
import type { Notice, Notices as Store } from './store'

/** What went wrong, in nobody's way, told to a screen reader at once; and news, told when it is silent. */
export function Notices(props: {
  readonly notices: Store
  /** Draws what copies a line for the administrator. */
  readonly copy: (line: string) => JSX.Element
}) {
  const those = (calm: boolean) => props.notices.all().filter((one) => (one.calm ?? false) === calm)
  return (
    <>
      <section aria-label={t`Notices`} role="alert" aria-atomic="false">
        <List {...props} those={those(false)} />
      </section>
      <section aria-label={t`News`} role="status" aria-atomic="false">
        <List {...props} those={those(true)} />
      </section>
    </>
  )
}

function List(props: {
  readonly notices: Store
  readonly copy: (line: string) => JSX.Element
  readonly those: readonly Notice[]
}) {
  return (
    <For each={props.those}>
      {({ id, text, failure, at, calm }) => {
        const why = forbidden(failure, at)
        return (
          <div class={styles.notice} data-calm={calm ? '' : undefined}>
            <Icon name={calm ? 'bell' : 'warning'} />
            <p>{why ? `${text} ${why.words}` : text}</p>
            <Show when={why}>{(one) => props.copy(one().forAdministrator)}</Show>
            <Button
              kind="quiet"
              icon="close"
              name={t`Dismiss`}
              onClick={() => props.notices.dismiss(id)}
            />
          </div>
        )
      }}
    </For>
  )
}
