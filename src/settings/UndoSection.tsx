import { createUniqueId, For } from 'solid-js'
import { t } from '~/language'
import type { Settings } from '~/storage/settings'
import { Section } from './Section'
import styles from './Section.module.css'

/** How long a transfer can be taken back; the same setting as in the transfer itself. */
export function UndoSection(props: {
  readonly settings: Settings
  readonly name: string
  /** Those that may be set, and the one that is. */
  readonly times: readonly number[]
  readonly seconds: number
  readonly onSet: (seconds: number) => void
}) {
  const id = createUniqueId()
  return (
    <Section
      title={t`Undo window`}
      note={t`A transfer goes out after this time. Until then nothing has been sent, and it can be taken back.`}
      settings={props.settings}
      names={[props.name]}
    >
      <div class={styles.field}>
        <label for={id}>{t`Time to undo a transfer`}</label>
        <select
          id={id}
          value={props.seconds}
          onChange={(event) => props.onSet(Number(event.currentTarget.value))}
        >
          <For each={props.times}>
            {(seconds) => (
              <option value={seconds} selected={seconds === props.seconds}>
                {seconds === 0 ? t`None` : t`${seconds} s`}
              </option>
            )}
          </For>
        </select>
      </div>
    </Section>
  )
}
