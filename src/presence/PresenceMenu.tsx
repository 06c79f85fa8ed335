import { Show } from 'solid-js'
import { t } from '~/language'
import { duration } from '~/ui/duration'
import { Icon } from '~/ui/Icon'
import { Menu } from '~/ui/Menu'
import { Dot } from './Dot'
import styles from './PresenceMenu.module.css'
import type { PresenceStore } from './store'

/** The agent's presence with the time in it, what routing makes of it, and the menu that changes it. */
export function PresenceMenu(props: {
  readonly presence: PresenceStore
  readonly now: number
  /** Why nobody may go on queue here. */
  readonly whyNotQueue: string | undefined
  /** What is to follow once the work of now is done. */
  readonly next: string | undefined
  /** The routing status in a word, once there is one for it. */
  readonly routing: string | undefined
}) {
  const { presence } = props
  const whyNot = () => presence.whyNotQueue() ?? props.whyNotQueue
  const items = () => [
    // An organization without it has it here all the same: nobody is to look for it in vain.
    ...(presence.choices().length > 0 && presence.whyNotQueue()
      ? [
          {
            id: '',
            label: t`On Queue`,
            checked: false,
            whyNot: whyNot(),
            mark: <Dot system="onqueue" />,
          },
        ]
      : []),
    ...presence.choices().map((definition) => ({
      id: definition.id,
      label: definition.label,
      checked: definition.id === presence.current()?.definitionId,
      inner: definition.secondary,
      whyNot: definition.system === 'onqueue' ? whyNot() : undefined,
      mark: <Dot system={definition.system} />,
    })),
  ]
  const next = () => {
    const label = presence.wanted()?.label ?? presence.labelOf(presence.current()?.nextId)
    return label ? `→ ${label}…` : props.next && `→ ${props.next}`
  }
  return (
    <Menu
      label={t`Presence`}
      action="status"
      empty={t`Your statuses could not be read yet.`}
      class={styles.trigger}
      items={items()}
      onChoose={(id) => {
        const chosen = presence.choices().find((one) => one.id === id)
        if (chosen) presence.choose(chosen)
      }}
    >
      <Dot system={presence.current()?.system} />
      <span class={styles.facts}>
        <span class={styles.label}>
          <span class="sr">{t`Presence:`} </span>
          {presence.label()}
        </span>
        <Show when={presence.current()}>
          {(current) => <time aria-hidden="true">{duration(props.now - current().since)}</time>}
        </Show>
        <Show when={next() ?? props.routing}>
          {(line) => (
            <span class={styles.second} aria-hidden="true">
              {line()}
            </span>
          )}
        </Show>
      </span>
      <Icon name="down" />
    </Menu>
  )
}
