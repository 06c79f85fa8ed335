import { createUniqueId, For, Show } from 'solid-js'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import { Section } from './Section'
import styles from './Section.module.css'

/**
 * In which language the desk speaks in this browser. Everything is said in it once the page is loaded again: what
 * is on screen stays as it was said, and a call needs no page.
 */
export function LanguageSection(props: {
  /** Tags, each with the name that the language has in itself. */
  readonly languages: Readonly<Record<string, string>>
  /** As it was chosen; empty where it is the browser's own. */
  readonly chosen: string
  readonly onChoose: (tag: string) => void
  /** Undefined as long as the page speaks as was chosen. */
  readonly onReload: (() => void) | undefined
}) {
  const id = createUniqueId()
  return (
    <Section title={t`Language`}>
      <div class={styles.field}>
        <label for={id}>{t`Language of the desk`}</label>
        <select id={id} onChange={(event) => props.onChoose(event.currentTarget.value)}>
          <option value="" selected={props.chosen === ''}>{t`As this browser has it`}</option>
          <For each={Object.entries(props.languages)}>
            {([tag, name]) => (
              <option value={tag} lang={tag} selected={tag === props.chosen}>
                {name}
              </option>
            )}
          </For>
        </select>
      </div>
      <div role="status" class={styles.note}>
        <Show when={props.onReload}>
          {t`The desk speaks it once this page is loaded again. Your calls go on meanwhile.`}
        </Show>
      </div>
      <Show when={props.onReload}>
        {(reload) => (
          <div class={styles.verbs}>
            <Button onClick={reload()}>{t`Load again now`}</Button>
          </div>
        )}
      </Show>
    </Section>
  )
}
