import { type JSX, Show } from 'solid-js'
import styles from './Button.module.css'
import { Icon, type IconName } from './Icon'
import { shortcut, titled } from './shortcut'

export interface ButtonProps {
  readonly kind?: 'plain' | 'primary' | 'go' | 'stop' | 'quiet'
  readonly icon?: IconName
  /** The word under the icon: a control of a live call. */
  readonly tool?: boolean
  /** Filled: what it switches is on. */
  readonly on?: boolean
  /** Ordered, and not done yet: it stays where it is and takes no second press. */
  readonly busy?: boolean
  /** Why it cannot be used now. It stays, reachable, and says so. */
  readonly whyNot?: string | undefined
  /** What it does, where the word does not say it. */
  readonly hint?: string | undefined
  /** The whole name, where the visible word is short. */
  readonly name?: string
  /** What it opens is open. */
  readonly expanded?: boolean | undefined
  /** What that is, where it is no panel of the page. */
  readonly popup?: 'menu'
  /** What it does, where keys may do it, too. */
  readonly action?: string | undefined
  readonly id?: string
  readonly class?: string | undefined
  readonly onClick: () => void
  readonly children?: JSX.Element
}

/** A button that keeps its place: when it cannot be used it says why instead of going away. */
export function Button(props: ButtonProps) {
  return (
    <button
      type="button"
      id={props.id}
      class={`${styles.button} ${props.class ?? ''}`}
      data-kind={props.kind ?? 'plain'}
      data-tool={props.tool ? '' : undefined}
      data-on={props.on ? '' : undefined}
      data-action={props.action}
      aria-label={props.name}
      aria-keyshortcuts={shortcut(props.action)?.aria}
      aria-expanded={props.expanded}
      aria-haspopup={props.popup}
      aria-busy={props.busy ? 'true' : undefined}
      aria-disabled={props.whyNot || props.busy ? 'true' : undefined}
      aria-description={props.whyNot ?? props.hint}
      title={titled(props.whyNot ?? props.hint, props.action)}
      onClick={() => {
        if (!props.busy && !props.whyNot) props.onClick()
      }}
    >
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.children}
    </button>
  )
}
