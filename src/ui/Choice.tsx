import { createUniqueId, For } from 'solid-js'
import styles from './Choice.module.css'

/** One of a few, with its name beside it. */
export function Choice<Value extends string | number>(props: {
  readonly label: string
  readonly value: Value
  readonly all: readonly Value[]
  readonly words: (value: Value) => string
  readonly onChoose: (value: Value) => void
}) {
  const id = createUniqueId()
  return (
    <div class={styles.choice}>
      <label for={id}>{props.label}</label>
      <select
        id={id}
        class={styles.select}
        onInput={({ currentTarget }) => {
          const chosen = props.all[currentTarget.selectedIndex]
          if (chosen !== undefined) props.onChoose(chosen)
        }}
      >
        <For each={props.all}>
          {(value) => (
            <option value={value} selected={value === props.value}>
              {props.words(value)}
            </option>
          )}
        </For>
      </select>
    </div>
  )
}
