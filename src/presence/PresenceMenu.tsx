import { Show } from 'solid-js'
import { duration } from '~/ui/duration'
import { Icon } from '~/ui/Icon'
import { Menu } from '~/ui/Menu'
import { Dot } from './Dot'
import styles from './PresenceMenu.module.css'
import type { PresenceStore } from './store'

/** The agent's presence with the time in it, and the menu that changes it. */
export function PresenceMenu(props: { readonly presence: PresenceStore; readonly now: number }) {
  const { presence } = props
  const items = () =>
    presence.choices().map((definition) => ({
      id: definition.id,
      label: definition.label,
      checked: definition.id === presence.current()?.definitionId,
      inner: definition.secondary,
      mark: <Dot system={definition.system} />,
    }))
  return (
    <Menu
      label="Presence"
      empty="Your statuses could not be read yet."
      class={styles.trigger}
      items={items()}
      onChoose={(id) => {
        const chosen = presence.choices().find((one) => one.id === id)
        if (chosen) presence.choose(chosen)
      }}
    >
      <Dot system={presence.current()?.system} />
      <span class={styles.label}>
        <span class="sr">Presence: </span>
        {presence.label()}
      </span>
      <Show
        when={presence.wanted()}
        fallback={
          <Show when={presence.current()}>
            {(current) => <time aria-hidden="true">{duration(props.now - current().since)}</time>}
          </Show>
        }
      >
        {(wanted) => (
          <span class={styles.wanted} aria-hidden="true">
            → {wanted().label}…
          </span>
        )}
      </Show>
      <Icon name="down" />
    </Menu>
  )
}
