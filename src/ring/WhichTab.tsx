import { Show } from 'solid-js'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import type { Where } from './tabs'
import styles from './WhichTab.module.css'

/** Where there are several tabs: which one rings, and one press to have it ring here. */
export function WhichTab(props: {
  readonly where: Where | undefined
  readonly several: boolean
  readonly onRingHere: () => void
}) {
  return (
    <Show when={props.several && props.where !== 'nowhere' && props.where}>
      {(where) => (
        <p class={styles.which}>
          {where() === 'here' ? t`Calls ring in this tab.` : t`Calls ring in another tab.`}
          <Show when={where() === 'elsewhere'}>
            <Button kind="quiet" onClick={props.onRingHere}>{t`Ring here`}</Button>
          </Show>
        </p>
      )}
    </Show>
  )
}
