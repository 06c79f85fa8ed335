import { createUniqueId, For } from 'solid-js'
import { t } from '~/language'
import { Dot } from './Dot'
import styles from './NextPresence.module.css'
import type { Next } from './next'
import type { PresenceStore } from './store'

/** What the agent is to be once the call and its after-call work are done. */
export function NextPresence(props: {
  readonly presence: PresenceStore
  readonly next: Next
  readonly label: string
  readonly whyNotQueue: string | undefined
}) {
  const { presence } = props
  const label = createUniqueId()
  const id = () => props.next.held()?.id ?? presence.wanted()?.id ?? presence.current()?.nextId
  const choices = () =>
    presence
      .choices()
      .filter((one) => one.id !== presence.current()?.definitionId)
      .filter((one) => one.system !== 'onqueue' || !props.whyNotQueue)
  const chosen = () => choices().find((one) => one.id === id())
  return (
    <span class={styles.next}>
      <label for={label}>{props.label}</label>
      <Dot system={(chosen() ?? presence.current())?.system} />
      <select
        id={label}
        class={styles.select}
        title={t`Set when the call and its after-call work have ended. This tab has to stay open: a reload forgets it.`}
        onInput={(event) => {
          const one = choices().find((one) => one.id === event.currentTarget.value)
          if (one) props.next.choose(one)
          else props.next.cancel()
        }}
      >
        <option value="" selected={!chosen()}>
          {t`Stay ${presence.label()}`}
        </option>
        <For each={choices()}>
          {(one) => (
            <option value={one.id} selected={one.id === id()}>
              {one.label}
            </option>
          )}
        </For>
      </select>
    </span>
  )
}
