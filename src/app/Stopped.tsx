import { Button } from '~/ui/Button'
import styles from './SignedIn.module.css'

/** The engine did not start: nothing can be asked, and the agent must not wait for it. */
export function Stopped() {
  return (
    <main class={styles.trouble} role="alert">
      <p>Minidesk could not start in this browser: its worker was not loaded.</p>
      <Button kind="primary" onClick={() => location.reload()}>
        Try again
      </Button>
    </main>
  )
}
