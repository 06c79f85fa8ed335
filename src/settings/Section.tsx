import { createUniqueId, type JSX, Show } from 'solid-js'
import { t } from '~/language'
import type { Settings } from '~/storage/settings'
import { Button } from '~/ui/Button'
import styles from './Section.module.css'

/** Settings of one kind, and the way back to how they come. */
export function Section(props: {
  readonly title: string
  readonly note?: string
  /** Nothing where there is no way back. */
  readonly settings?: Settings
  /** Under which they are kept. */
  readonly names?: readonly string[]
  readonly children: JSX.Element
}) {
  const id = createUniqueId()
  return (
    <section class={styles.section} aria-labelledby={id}>
      <div class={styles.head}>
        <h3 id={id}>{props.title}</h3>
        <Show when={props.settings}>
          {(settings) => (
            <Button
              kind="quiet"
              name={t`Reset ${props.title} to defaults`}
              onClick={() => void settings().forget(...(props.names ?? []))}
            >
              {t`Reset`}
            </Button>
          )}
        </Show>
      </div>
      {props.note && <p class={styles.note}>{props.note}</p>}
      {props.children}
    </section>
  )
}
