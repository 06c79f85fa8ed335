import { type Accessor, For, type JSX, Show } from 'solid-js'
import styles from './ConversationList.module.css'
import type { Conversation, Phase } from './conversation'
import type { Conversations } from './store'

/** The heading under which a phase is listed. */
const groups: Readonly<Record<Phase, string>> = {
  alerting: 'Ringing',
  dialing: 'Live',
  connected: 'Live',
  held: 'On hold',
  wrapup: 'Wrap-up',
  over: 'Ended',
}

/** All conversations in the order in which they matter. A row keeps its identity when it moves. */
export function ConversationList(props: {
  readonly conversations: Conversations
  readonly empty: JSX.Element
  /** Draws one; handed a way to read it, so that a change does not draw it anew. */
  readonly children: (conversation: Accessor<Conversation>) => JSX.Element
}) {
  const { conversations } = props
  const group = (id: string | undefined) => {
    const one = id === undefined ? undefined : conversations.get(id)
    return one && groups[one.phase]
  }
  const startsGroup = (id: string, index: number) =>
    group(id) !== group(conversations.ids()[index - 1])

  return (
    <>
      <Show when={conversations.ids().length === 0}>{props.empty}</Show>
      <ul class={styles.list} aria-label="Conversations">
        <For each={conversations.ids()}>
          {(id, index) => (
            <Show when={conversations.get(id)}>
              {(one) => (
                <li data-phase={one().phase}>
                  <Show when={startsGroup(id, index())}>
                    <p class={styles.group} aria-hidden="true">
                      {group(id)}
                    </p>
                  </Show>
                  {props.children(one)}
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
    </>
  )
}
