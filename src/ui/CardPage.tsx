import type { JSX } from 'solid-js'
import styles from './CardPage.module.css'

/** A page of its own with one card in the middle: before there is a desk. */
export function CardPage(props: {
  readonly title: string
  readonly wide?: boolean
  readonly children: JSX.Element
}) {
  return (
    <main class={styles.page}>
      <div class={styles.card} data-wide={props.wide ? '' : undefined}>
        <h1>{props.title}</h1>
        {props.children}
      </div>
    </main>
  )
}
