import type { JSX } from 'solid-js'
import styles from './Banner.module.css'
import { Icon } from './Icon'

/** One sentence across the desk, with one thing to do about it. */
export function Banner(props: { readonly text: string; readonly action?: JSX.Element }) {
  return (
    <div class={styles.banner} role="status">
      <Icon name="warning" />
      <span class={styles.text}>{props.text}</span>
      {props.action}
    </div>
  )
}
