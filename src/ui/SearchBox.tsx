import { Icon } from './Icon'
import styles from './SearchBox.module.css'

export function SearchBox(props: {
  readonly ref?: (input: HTMLInputElement) => void
  readonly name: string
  readonly placeholder: string
  readonly value: string
  readonly busy?: boolean
  /** It shows what was typed, and takes nothing more for now. */
  readonly readonly?: boolean
  readonly onInput: (value: string) => void
}) {
  return (
    <div class={styles.box} data-busy={props.busy ? '' : undefined}>
      <Icon name="search" />
      <input
        ref={props.ref}
        type="search"
        autocomplete="off"
        spellcheck={false}
        class={styles.input}
        aria-label={props.name}
        aria-busy={props.busy ? 'true' : undefined}
        placeholder={props.placeholder}
        value={props.value}
        readonly={props.readonly}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </div>
  )
}
