import { createUniqueId } from 'solid-js'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import styles from './SignOut.module.css'

/** Asks before what only this browser has is deleted. Escape goes back, and the focus with it. */
export function SignOutDialog(props: {
  readonly ref: (dialog: HTMLDialogElement) => void
  /** How many wrap-ups have notes that were not submitted. */
  readonly written: number
  readonly onLeave: () => void
}) {
  const id = createUniqueId()
  let dialog!: HTMLDialogElement
  return (
    <dialog
      ref={(one) => {
        dialog = one
        props.ref(one)
      }}
      class={styles.dialog}
      aria-labelledby={id}
    >
      <h2 id={id}>{t`Sign out without submitting your notes?`}</h2>
      <p>
        {props.written === 1
          ? t`One wrap-up has notes that were not submitted. Signing out deletes them from this browser, and nobody else has them.`
          : t`${props.written} wrap-ups have notes that were not submitted. Signing out deletes them from this browser, and nobody else has them.`}
      </p>
      <div class={styles.choice}>
        <Button kind="primary" onClick={() => dialog.close()}>{t`Keep the notes`}</Button>
        <Button kind="stop" onClick={props.onLeave}>{t`Sign out`}</Button>
      </div>
    </dialog>
  )
}
