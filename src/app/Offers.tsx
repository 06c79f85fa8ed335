import { useParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import styles from './Offers.module.css'
import type { Tasks } from './tasks'

/** Calls that are over, whose queues ask for no wrap-up and take one all the same. */
export function Offers(props: { readonly tasks: Tasks }) {
  const { wrapup } = props.tasks
  const params = useParams()
  return (
    <Show when={wrapup.offers().length > 0}>
      <section class={styles.offers} aria-labelledby="offers">
        <h2 id="offers" class={styles.title}>{t`Wrap-up, if you like`}</h2>
        <ul class={styles.list}>
          <For each={wrapup.offers()}>
            {(one) => (
              <li class={styles.row}>
                <a
                  class={styles.name}
                  href={`#/conversations/${one.id}`}
                  aria-current={params.id === one.id ? 'page' : undefined}
                >
                  {one.customer.name}
                  <Show when={wrapup.draft(one.id).notes}>
                    <small class={styles.about}>{t`With notes that were not sent`}</small>
                  </Show>
                </a>
                <Button
                  kind="quiet"
                  icon="close"
                  name={t`Skip the wrap-up of ${one.customer.name}`}
                  onClick={() => void wrapup.skip(one)}
                />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
