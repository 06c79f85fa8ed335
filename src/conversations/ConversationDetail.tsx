import { createMemo, For, type JSX, Show } from 'solid-js'
import { t } from '~/language'
import { duration } from '~/ui/duration'
import { Icon } from '~/ui/Icon'
import { factsOf, queueNameOf } from './about'
import styles from './ConversationDetail.module.css'
import type { Conversation } from './conversation'
import { endedLine } from './endingwords'
import { Parties } from './Parties'
import { supervisionWords } from './partywords'
import { inPhase, totalMs, waitedMs } from './timers'
import { mediaWords, stateWord } from './words'

/** Who is in it, what is known about it, its times, and whatever the moment asks for beside it. */
export function ConversationDetail(props: {
  readonly conversation: Conversation
  readonly queueName: string | undefined
  readonly skillName: (id: string) => string | undefined
  readonly now: number
  readonly controls: JSX.Element
  /** The transfer or the wrap-up, when its moment has come. */
  readonly task: JSX.Element
}) {
  const one = () => props.conversation
  const isCall = () => one().media === 'call'
  const facts = createMemo(() => [
    ...factsOf(one(), props.skillName),
    ...Object.entries(one().attributes).map(([name, value]) => ({ name, value })),
  ])
  return (
    <div class={styles.detail}>
      <header class={styles.who}>
        <a class={styles.back} href="#/" aria-label={t`Back to the list`}>
          <Icon name="back" />
        </a>
        <Who {...props} />
        <Times conversation={one()} now={props.now} />
      </header>
      <Show when={supervisionWords(one())}>
        {(words) => (
          <p class={styles.note}>
            <Icon name="listen" />
            {words()}
          </p>
        )}
      </Show>
      <Show when={one().media !== 'call'}>
        <p class={styles.note}>
          <Icon name={mediaWords[one().media].icon} />
          {t`This desk handles voice calls so far. Work on this interaction in Genesys Cloud; what happens there shows here.`}
        </p>
      </Show>
      {props.controls}
      <div class={styles.panes}>
        {props.task}
        <div class={styles.pane}>
          <section>
            <h3>{isCall() ? t`In this call` : t`In this interaction`}</h3>
            <Parties conversation={one()} now={props.now} />
          </section>
          <section>
            <h3>{isCall() ? t`About this call` : t`About this interaction`}</h3>
            <Show
              when={facts().length > 0}
              fallback={<p class={styles.none}>{t`Nothing was noted about it.`}</p>}
            >
              <dl class={styles.attributes}>
                <For each={facts()}>
                  {({ name, value }) => (
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
    </div>
  )
}

/** The name, and what came with it; once it is over, how it ended. */
function Who(props: {
  readonly conversation: Conversation
  readonly queueName: string | undefined
  readonly now: number
}) {
  const one = () => props.conversation
  const ended = createMemo(() => endedLine(one()))
  return (
    <div class={styles.names}>
      <h2 class={styles.name}>{one().customer.name}</h2>
      <p class={styles.chips}>
        <Show when={one().customer.address !== one().customer.name && one().customer.address}>
          {(number) => <span>{number()}</span>}
        </Show>
        <Show when={props.queueName ?? queueNameOf(one())}>
          {(queue) => <span class={styles.chip}>{queue()}</span>}
        </Show>
        <Show when={waitedMs(one(), props.now)}>
          {(ms) => <span class={styles.chip}>{t`Waited ${duration(ms())}`}</span>}
        </Show>
      </p>
      <Show when={ended()}>{(how) => <p class={styles.ended}>{how()}</p>}</Show>
    </div>
  )
}

/** How long the state of now lasts, or what is left of it; and the whole conversation. */
function Times(props: { readonly conversation: Conversation; readonly now: number }) {
  const state = () => inPhase(props.conversation, props.now)
  return (
    <p class={styles.total} data-state={props.conversation.phase}>
      <time>{duration(state().ms)}</time>
      {stateWord(props.conversation)}
      {state().isLeft ? t`, left` : ''}
      <span class={styles.all}>
        {t`Total`} <time>{duration(totalMs(props.conversation, props.now))}</time>
      </span>
    </p>
  )
}
