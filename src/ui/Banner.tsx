import { type JSX, Show } from 'solid-js'
import styles from './Banner.module.css'
import { Icon } from './Icon'

/** One sentence across the desk, with one thing to do about it. Stands in a region that tells changes. */
export function Banner(props: {
  readonly text: string
  /** What changes every second: seen, and not told again and again. */
  readonly ticking?: string | undefined
  readonly action?: JSX.Element
}) {
  return (
    <div class={styles.banner}>
      <Icon name="warning" />
      <span class={styles.text}>
        {props.text}{' '}
        <Show when={props.ticking}>{(text) => <span aria-hidden="true">{text()}</span>}</Show>
      </span>
      {props.action}
    </div>
  )
}
