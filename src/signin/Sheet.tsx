import { createUniqueId, type JSX, onMount } from 'solid-js'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import styles from './Sheet.module.css'

/** Something to read over everything else. Escape closes it, and the focus goes back to where it was. */
export function Sheet(props: {
  readonly title: string
  /** Below what is read, and always in sight. */
  readonly actions: JSX.Element
  readonly onClose: () => void
  readonly children: JSX.Element
}) {
  const id = createUniqueId()
  let dialog: HTMLDialogElement | undefined
  onMount(() => dialog?.showModal())
  return (
    <dialog
      ref={(element) => {
        dialog = element
      }}
      class={styles.sheet}
      aria-labelledby={id}
      // Of the element itself: a dialog within tells of its own end as well.
      onClose={(event) => event.target === event.currentTarget && props.onClose()}
    >
      <div class={styles.head}>
        <h2 id={id}>{props.title}</h2>
        <Button kind="quiet" onClick={() => dialog?.close()}>{t`Close`}</Button>
      </div>
      {/* In the order of the Tab key, because it may have to be scrolled. */}
      <section class={styles.body} tabindex={0} aria-labelledby={id}>
        {props.children}
      </section>
      <div class={styles.actions}>{props.actions}</div>
    </dialog>
  )
}
