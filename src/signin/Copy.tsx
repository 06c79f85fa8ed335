import { createSignal } from 'solid-js'
import { Button } from '~/ui/Button'
import styles from './Copy.module.css'

/** Puts a text where it can be pasted from, and says whether that worked. */
export function Copy(props: { readonly text: () => string; readonly word?: string }) {
  const [said, setSaid] = createSignal('')
  async function copy() {
    setSaid('')
    const done = async () => {
      // In a frame without the right to, there is none, or it refuses.
      await navigator.clipboard.writeText(props.text())
      return 'Copied.'
    }
    setSaid(await done().catch(() => 'This browser does not let Minidesk copy.'))
  }
  return (
    <>
      <Button onClick={() => void copy()}>{props.word ?? 'Copy'}</Button>
      <span class={styles.said} role="status">
        {said()}
      </span>
    </>
  )
}
