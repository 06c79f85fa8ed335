import { createSignal } from 'solid-js'
import { t } from '~/language'
import { Button } from './Button'
import styles from './Copy.module.css'

/** Puts a text where it can be pasted from, and says whether that worked. */
export function Copy(props: {
  readonly text: () => string
  /** What the button is called, if there is more to say than *Copy*. */
  readonly name?: string
  /** What stands on it, where that is short. */
  readonly word?: string
}) {
  const [said, setSaid] = createSignal('')
  async function copy() {
    setSaid('')
    const done = async () => {
      // In a frame without the right to, there is none, or it refuses.
      await navigator.clipboard.writeText(props.text())
      return t`Copied.`
    }
    setSaid(await done().catch(() => t`This browser does not let Minidesk copy.`))
  }
  return (
    <>
      <Button {...(props.name ? { name: props.name } : {})} onClick={() => void copy()}>
        {props.word ?? props.name ?? t`Copy`}
      </Button>
      <span class={styles.said} role="status">
        {said()}
      </span>
    </>
  )
}
