import { type Accessor, createMemo, For, type JSX, Show, untrack } from 'solid-js'
import { t } from '~/language'
import styles from './ConversationList.module.css'
import type { Conversation, Phase } from './conversation'
import type { Conversations } from './store'

/** The heading under which a phase is listed. */
const groups: Readonly<Record<Phase, string>> = {
  alerting: t`Ringing`,
  dialing: t`Live`,
  connected: t`Live`,
  held: t`On hold`,
  wrapup: t`Wrap-up`,
  over: t`Ended`,
}

/** All conversations in the order in which they matter. A row keeps its identity when it moves. */
export function ConversationList(props: {
  readonly conversations: Conversations
  readonly empty: JSX.Element
  /** Draws one; handed a way to read it, so that a change does not draw it anew. */
  readonly children: (conversation: Accessor<Conversation>) => JSX.Element
}) {
  const { conversations } = props
  const groupOf = (id: string | undefined) => {
    const one = id === undefined ? undefined : conversations.get(id)
    return one && groups[one.phase]
  }
  /** The heading above a row. The list is another one whenever a phase is: no row is followed for it. */
  const heading = (id: string, index: number) => {
    const before = conversations.ids()[index - 1]
    return untrack(() => (groupOf(id) === groupOf(before) ? undefined : groupOf(id)))
  }

  return (
    <>
      <Show when={conversations.ids().length === 0}>{props.empty}</Show>
      <ul class={styles.list} aria-label={t`Conversations`}>
        <For each={conversations.ids()}>
          {(id, index) => {
            const first = untrack(() => conversations.get(id))
            if (!first) return undefined
            // Until its row has gone it is what it was last.
            const one = createMemo((before: Conversation) => conversations.get(id) ?? before, first)
            return (
              <li data-phase={one().phase}>
                <Show when={heading(id, index())}>
                  {(group) => (
                    <p class={styles.group} aria-hidden="true">
                      {group()}
                    </p>
                  )}
                </Show>
                {props.children(one)}
              </li>
            )
          }}
        </For>
      </ul>
    </>
  )
}
