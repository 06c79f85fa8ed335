import styles from './Waiting.module.css'

/** One quiet line while something takes its time; what is over in a moment is not worth a word. */
export function Waiting(props: { readonly text: string }) {
  return (
    <p class={styles.waiting} role="status">
      {props.text}
    </p>
  )
}
