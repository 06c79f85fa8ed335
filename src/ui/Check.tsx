import styles from './Choice.module.css'

/** One thing that is so or not. The word stays, however narrow it is. */
export function Check(props: {
  readonly name: string
  readonly on: boolean
  /** Why it cannot be changed. */
  readonly whyNot?: string | undefined
  readonly onChange: (on: boolean) => void
}) {
  return (
    <label class={styles.check} title={props.whyNot}>
      <input
        type="checkbox"
        checked={props.on}
        aria-disabled={props.whyNot === undefined ? undefined : 'true'}
        aria-description={props.whyNot}
        // It stays reachable, and as it is.
        onClick={(event) => props.whyNot !== undefined && event.preventDefault()}
        onInput={({ currentTarget }) => props.onChange(currentTarget.checked)}
      />
      {props.name}
    </label>
  )
}
