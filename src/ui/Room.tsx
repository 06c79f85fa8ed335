import { type JSX, onMount } from 'solid-js'
import { t } from '~/language'
import { focusIfLost } from './focus'
import { Icon } from './Icon'
import styles from './Room.module.css'

/** What takes the place of a conversation: a heading, a way back where there is no list beside it, and panes. */
export function Room(props: { readonly title: string; readonly children?: JSX.Element }) {
  let heading: HTMLHeadingElement | undefined
  onMount(() => focusIfLost(heading))
  return (
    <div class={styles.room}>
      <header class={styles.head}>
        <a class={styles.back} href="#/" aria-label={t`Back to the list`}>
          <Icon name="back" />
        </a>
        <h2
          ref={(element) => {
            heading = element
          }}
          class={styles.title}
          tabindex="-1"
        >
          {props.title}
        </h2>
      </header>
      {props.children}
    </div>
  )
}

/** A part of a room, below the one before; with a label it is a region of the page. */
export function Pane(props: {
  readonly label?: string
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly children: JSX.Element
}) {
  return (
    <section class={styles.pane} aria-label={props.label} onKeyDown={props.onKeyDown}>
      {props.children}
    </section>
  )
}
