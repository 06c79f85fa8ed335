import styles from './Switch.module.css'

/** On or off. It shows what is, not what was asked; `busy` while the two differ. */
export function Switch(props: {
  readonly name: string
  readonly on: boolean
  readonly busy: boolean
  readonly whyNot?: string | undefined
  readonly onChange: (on: boolean) => void
}) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={props.on}
      aria-busy={props.busy ? 'true' : undefined}
      class={styles.switch}
      aria-disabled={props.whyNot ? 'true' : undefined}
      aria-description={props.whyNot}
      title={props.whyNot}
      onClick={() => {
        if (!props.busy && !props.whyNot) props.onChange(!props.on)
      }}
    >
      <span class={styles.track} />
      <span class={styles.name}>{props.name}</span>
    </button>
  )
}
