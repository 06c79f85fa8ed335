import { createUniqueId, type JSX } from 'solid-js'
import styles from './Panel.module.css'

/** A task beside the conversation. */
export function Panel(props: {
  readonly title: string
  readonly action?: JSX.Element
  readonly onKeyDown?: (event: KeyboardEvent & { currentTarget: HTMLElement }) => void
  readonly children: JSX.Element
}) {
  const id = createUniqueId()
  return (
    <section class={styles.panel} aria-labelledby={id} onKeyDown={props.onKeyDown}>
      <div class={styles.head}>
        <h3 id={id}>{props.title}</h3>
        {props.action}
      </div>
      {props.children}
    </section>
  )
}
