import styles from './Switch.module.css'
import { shortcut, titled } from './shortcut'

/** On or off. It shows what is, not what was asked; `busy` while the two differ. */
export function Switch(props: {
  readonly name: string
  readonly on: boolean
  readonly busy: boolean
  readonly whyNot?: string | undefined
  /** What it does, where keys may do it, too. */
  readonly action?: string | undefined
  readonly onChange: (on: boolean) => void
}) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={props.on}
      aria-busy={props.busy ? 'true' : undefined}
      class={styles.switch}
      data-action={props.action}
      aria-keyshortcuts={shortcut(props.action)?.aria}
      aria-disabled={props.whyNot ? 'true' : undefined}
      aria-description={props.whyNot}
      title={titled(props.whyNot, props.action)}
      onClick={() => {
        if (!props.busy && !props.whyNot) props.onChange(!props.on)
      }}
    >
      <span class={styles.track} />
      <span class={styles.name}>{props.name}</span>
    </button>
  )
}
