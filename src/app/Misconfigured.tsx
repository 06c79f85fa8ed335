import { For } from 'solid-js'
import type { Problem } from '~/config'
import styles from './Misconfigured.module.css'

/** For the administrator: what in config.json is wrong, and where. Nothing else is loaded. */
export function Misconfigured(props: { readonly problems: readonly Problem[] }) {
  return (
    <main class={styles.page}>
      <div class={styles.card} role="alert">
        <h1>Minidesk is not set up correctly</h1>
        <p>Its configuration, config.json, cannot be used:</p>
        <ul class={styles.list}>
          <For each={props.problems}>
            {({ where, what }) => (
              <li>
                <code>{where}</code> {what}.
              </li>
            )}
          </For>
        </ul>
        <p>Correct the file and reload this page. Nothing has been sent anywhere.</p>
      </div>
    </main>
  )
}
