import { createUniqueId, For } from 'solid-js'
import styles from './Section.module.css'

/** One of a few, all of them in sight. */
export function Choice<Value extends string>(props: {
  readonly name: string
  readonly choices: readonly { readonly value: Value; readonly word: string }[]
  readonly value: Value
  readonly onChoose: (value: Value) => void
}) {
  const name = createUniqueId()
  return (
    <fieldset class={styles.choice}>
      <legend>{props.name}</legend>
      <For each={props.choices}>
        {({ value, word }) => (
          <label>
            <input
              type="radio"
              name={name}
              checked={props.value === value}
              onChange={() => props.onChoose(value)}
            />
            {word}
          </label>
        )}
      </For>
    </fieldset>
  )
}
