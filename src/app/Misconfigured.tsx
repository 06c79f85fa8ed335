import { For } from 'solid-js'
import type { Problem } from '~/config/config'
import { t } from '~/language'
import { CardPage } from '~/ui/CardPage'
import styles from './Misconfigured.module.css'

/** For the administrator: what in config.json is wrong, and where. Nothing else is loaded. */
export function Misconfigured(props: { readonly problems: readonly Problem[] }) {
  return (
    <CardPage title={t`Minidesk is not set up correctly`} wide>
      <div class={styles.problems} role="alert">
        <p>{t`Its configuration, config.json, cannot be used:`}</p>
        <ul class={styles.list}>
          <For each={props.problems}>
            {({ where, what }) => (
              <li>
                <code>{where}</code> {what}.
              </li>
            )}
          </For>
        </ul>
        <p>{t`Correct the file and reload this page. Nothing has been sent anywhere.`}</p>
      </div>
    </CardPage>
  )
}
