import { For, onCleanup, onMount } from 'solid-js'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import { type Keys, keys } from './digits'
import styles from './Keypad.module.css'

/** The keys of a phone: by press, by key, by paste. What was typed is shown while it is open, and nowhere kept. */
export function Keypad(props: {
  readonly keys: Keys
  /** Why no key can be pressed now. */
  readonly whyNot: string | undefined
  readonly name?: string
  readonly onClose: () => void
}) {
  let pad: HTMLFieldSetElement | undefined
  onMount(() => pad?.focus({ preventScroll: true }))
  onCleanup(() => props.keys.forget())

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation()
      return props.onClose()
    }
    const key = keys.find((one) => one === event.key)
    if (!key || event.ctrlKey || event.altKey || event.metaKey || props.whyNot) return
    event.preventDefault()
    props.keys.press(key)
  }

  return (
    <fieldset
      ref={pad}
      class={styles.pad}
      aria-label={props.name ?? t`Keypad`}
      tabindex="-1"
      on:keydown={onKey}
      on:paste={(event: ClipboardEvent) => {
        event.preventDefault()
        if (!props.whyNot) props.keys.paste(event.clipboardData?.getData('text') ?? '')
      }}
    >
      <output class={styles.typed} aria-label={t`Sent digits`}>
        {props.keys.typed()}
      </output>
      <div
        class={styles.keys}
        on:mousedown={(event) => {
          // The pad keeps the focus: the space between two groups of digits would press the key again.
          event.preventDefault()
          pad?.focus({ preventScroll: true })
        }}
      >
        <For each={keys}>
          {(key) => (
            <Button whyNot={props.whyNot} onClick={() => props.keys.press(key)}>
              {key}
            </Button>
          )}
        </For>
      </div>
      <p class={styles.words} role="status">
        {props.keys.trouble() || t`Type, press or paste. Escape closes.`}
      </p>
    </fieldset>
  )
}
