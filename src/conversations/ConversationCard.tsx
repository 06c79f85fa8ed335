import { For, type JSX, onCleanup, Show } from 'solid-js'
import type { Verb } from '~/ledger/command'
import { Button } from '~/ui/Button'
import { duration } from '~/ui/duration'
import { Icon } from '~/ui/Icon'
import styles from './ConversationCard.module.css'
import { alertingControl } from './controls'
import type { Conversation } from './conversation'
import { aboutLine, controlWords, phaseWords } from './words'

/** One conversation in the list; a ringing one carries its own Answer and Decline. */
export function ConversationCard(props: {
  readonly conversation: Conversation
  readonly queueName: string | undefined
  /** It is the one shown beside the list. */
  readonly open: boolean
  readonly pending: readonly Verb[]
  /** Why nothing can be ordered at all. */
  readonly whyNot: string | undefined
  readonly now: number
  readonly onAnswer: () => void
  readonly onDecline: () => void
}) {
  let link: HTMLAnchorElement | undefined
  const one = () => props.conversation
  const rings = () => one().phase === 'alerting'
  const icon = () => (one().phase === 'wrapup' ? 'note' : one().phase === 'held' ? 'hold' : 'phone')
  return (
    <article class={styles.card} data-state={one().phase}>
      <span class={styles.channel}>
        <Icon name={icon()} />
      </span>
      <a
        ref={link}
        class={styles.name}
        href={`#/conversations/${one().id}`}
        aria-current={props.open ? 'page' : undefined}
      >
        {one().customer.name}
      </a>
      <span class={styles.state}>{phaseWords[one().phase]}</span>
      <span class={styles.about}>
        <Show when={one().mine?.muted && !rings()}>
          <b>Muted · </b>
        </Show>
        {aboutLine(one(), props.queueName)}
      </span>
      <time class={styles.time}>{duration(props.now - one().since)}</time>
      <Show when={rings()}>
        <Show when={one().mine?.alertingMs}>
          {(ms) => (
            <span class={styles.left}>
              <i style={{ scale: `${Math.max(0, 1 - (props.now - one().since) / ms())} 1` }} />
            </span>
          )}
        </Show>
        <Verbs onGone={() => link?.focus()}>
          <For each={['decline', 'answer'] as const}>
            {(verb) => (
              <Button
                kind={verb === 'answer' ? 'go' : 'plain'}
                icon={controlWords[verb].icon}
                busy={props.pending.includes(verb)}
                whyNot={props.whyNot ?? alertingControl(verb, props.pending).whyNot}
                onClick={() => (verb === 'answer' ? props.onAnswer() : props.onDecline())}
              >
                {controlWords[verb].word}
              </Button>
            )}
          </For>
        </Verbs>
      </Show>
    </article>
  )
}

/** Answer and Decline. When they go while one of them has the focus, the card keeps it. */
function Verbs(props: { readonly onGone: () => void; readonly children: JSX.Element }) {
  let verbs: HTMLSpanElement | undefined
  onCleanup(() => {
    if (verbs?.contains(document.activeElement)) props.onGone()
  })
  return (
    <span ref={verbs} class={styles.verbs}>
      {props.children}
    </span>
  )
}
