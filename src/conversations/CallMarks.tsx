import { For } from 'solid-js'
import styles from './CallMarks.module.css'
import { marksOf } from './controlwords'
import type { Conversation } from './conversation'

/** Whether it is recorded, and what else it is marked with: below its controls, told when it changes. */
export function CallMarks(props: { readonly conversation: Conversation }) {
  return (
    <p class={styles.marks} role="status">
      <For each={marksOf(props.conversation)}>
        {({ kind, words }) => (
          <span class={styles.mark} data-kind={kind}>
            {words}
          </span>
        )}
      </For>
    </p>
  )
}
