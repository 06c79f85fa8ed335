import styles from './ConsultBar.module.css'

/** What the agent's place in the call is, in one sentence, where no button tells it. */
export function Said(props: { readonly words: string }) {
  return (
    <p class={styles.said} role="status">
      {props.words}
    </p>
  )
}
