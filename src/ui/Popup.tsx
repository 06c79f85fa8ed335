import { createUniqueId, type JSX } from 'solid-js'
import styles from './Popup.module.css'

/** A button, and a card that it opens below the header. Escape, or a press elsewhere, closes it. */
export function Popup(props: {
  /** Names the card. */
  readonly name: string
  readonly class?: string | undefined
  /** What stands on the button, and names it. */
  readonly button: JSX.Element
  readonly onToggle?: (open: boolean) => void
  readonly children: JSX.Element
}) {
  const id = createUniqueId()
  return (
    <>
      <button type="button" class={props.class} popovertarget={id} aria-haspopup="dialog">
        {props.button}
      </button>
      <div
        id={id}
        popover="auto"
        class={styles.card}
        role="dialog"
        aria-label={props.name}
        on:beforetoggle={(event: ToggleEvent) => props.onToggle?.(event.newState === 'open')}
      >
        {props.children}
      </div>
    </>
  )
}
