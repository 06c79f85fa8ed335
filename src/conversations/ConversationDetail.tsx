import { For, type JSX, Show } from 'solid-js'
import { duration } from '~/ui/duration'
import { Icon } from '~/ui/Icon'
import styles from './ConversationDetail.module.css'
import type { Conversation } from './conversation'
import { phaseWords } from './words'

/** Who is talking, what is known about the call, and whatever the moment asks for beside it. */
export function ConversationDetail(props: {
  readonly conversation: Conversation
  readonly queueName: string | undefined
  readonly now: number
  readonly controls: JSX.Element
  /** The transfer or the wrap-up, when its moment has come. */
  readonly task: JSX.Element
}) {
  const one = () => props.conversation
  const attributes = () => Object.entries(one().attributes)
  return (
    <div class={styles.detail}>
      <header class={styles.who}>
        <a class={styles.back} href="#/" aria-label="Back to the list">
          <Icon name="back" />
        </a>
        <div class={styles.names}>
          <h2 class={styles.name}>{one().customer.name}</h2>
          <p class={styles.chips}>
            <Show when={one().customer.address !== one().customer.name && one().customer.address}>
              {(number) => <span>{number()}</span>}
            </Show>
            <Show when={one().queue?.name ?? props.queueName}>
              {(queue) => <span class={styles.chip}>{queue()}</span>}
            </Show>
            <Show when={one().waitedMs}>
              {(ms) => <span class={styles.chip}>Waited {duration(ms())}</span>}
            </Show>
            <For each={one().others}>{(name) => <span class={styles.chip}>With {name}</span>}</For>
          </p>
        </div>
        <p class={styles.total} data-state={one().phase}>
          <time>{duration(props.now - one().since)}</time>
          {phaseWords[one().phase]}
        </p>
      </header>
      {props.controls}
      <div class={styles.panes}>
        {props.task}
        <section class={styles.pane}>
          <h3>About this call</h3>
          <Show
            when={attributes().length > 0}
            fallback={<p class={styles.none}>Nothing was noted about this call.</p>}
          >
            <dl class={styles.attributes}>
              <For each={attributes()}>
                {([name, value]) => (
                  <>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </>
                )}
              </For>
            </dl>
          </Show>
        </section>
      </div>
    </div>
  )
}
