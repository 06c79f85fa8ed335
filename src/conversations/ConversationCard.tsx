import { For, type JSX, onCleanup, Show } from 'solid-js'
import { t } from '~/language'
import type { Verb } from '~/ledger/command'
import { Button } from '~/ui/Button'
import { duration } from '~/ui/duration'
import { Icon } from '~/ui/Icon'
import { alertingControl, alertingWords } from './alerting'
import styles from './ConversationCard.module.css'
import type { Conversation } from './conversation'
import { answerLeft, inPhase, waitedMs } from './timers'
import { aboutLine, mediaWords, stateWord } from './words'

/** One conversation in the list; a ringing one carries its own Answer and Decline. */
export function ConversationCard(props: {
  readonly conversation: Conversation
  readonly queueName: string | undefined
  /** It is the one shown beside the list. */
  readonly open: boolean
  /** Another call is talked on. */
  readonly besides: boolean
  /** How it ended, when only the wrap-up is left. */
  readonly ended: string | undefined
  readonly pending: readonly Verb[]
  /** Why nothing can be ordered at all. */
  readonly whyNot: string | undefined
  /** Why it cannot be answered from here. */
  readonly whyNotAnswer?: string | undefined
  /** That, and how, it is answered without a press. */
  readonly byItself?: string | undefined
  readonly now: number
  readonly onAnswer: () => void
  readonly onDecline: () => void
}) {
  let link: HTMLAnchorElement | undefined
  const one = () => props.conversation
  const isCall = () => one().media === 'call'
  const rings = () => one().phase === 'alerting' && isCall()
  const icon = () => {
    const { media, phase } = one()
    const busy = phase === 'wrapup' ? 'note' : phase === 'held' ? 'hold' : undefined
    return (media === 'call' && busy) || mediaWords[media].icon
  }
  const about = () =>
    aboutLine(one(), props.queueName, rings() ? waitedMs(one(), props.now) : undefined)
  const note = () =>
    one().phase === 'held' && isCall() && props.besides ? t`You are on another call` : props.ended
  const left = () => answerLeft(one(), props.now)
  const time = () => {
    const { ms, isLeft } = inPhase(one(), props.now)
    return isLeft ? t`${duration(ms)} left` : duration(ms)
  }
  // Texts are properties here, so that an event is one look at all of them and not one at each.
  return (
    <article class={styles.card} data-state={one().phase} data-media={one().media}>
      <span class={styles.channel}>
        <Icon name={icon()} />
      </span>
      <a
        ref={link}
        class={styles.name}
        href={`#/conversations/${one().id}`}
        aria-current={props.open ? 'page' : undefined}
      >
        <span textContent={one().customer.name} />
      </a>
      <span class={styles.state} textContent={stateWord(one())} />
      <span class={styles.about}>
        <Show when={one().mine?.muted && !rings()}>
          <b>{t`Muted`} · </b>
        </Show>
        <span textContent={about()} />
      </span>
      {/* Apart from the others: it goes on each second. */}
      <time class={styles.time}>{time()}</time>
      <Show when={note()}>{(words) => <span class={styles.note}>{words()}</span>}</Show>
      <Show when={rings()}>
        <Show when={left()}>
          {(to) => (
            <span class={styles.left}>
              <span class="sr">{t`${duration(to().ms)} left to answer`}</span>
              <i style={{ scale: `${to().share} 1` }} />
            </span>
          )}
        </Show>
        <Show when={props.whyNotAnswer ?? props.byItself}>
          {(words) => <span class={styles.phone}>{words()}</span>}
        </Show>
        <Verbs onGone={() => link?.focus()}>
          <For each={['decline', 'answer'] as const}>
            {(verb) => (
              <Button
                kind={verb === 'answer' ? 'go' : 'plain'}
                icon={alertingWords[verb].icon}
                action={verb}
                busy={props.pending.includes(verb)}
                whyNot={
                  props.whyNot ??
                  (verb === 'answer' ? props.whyNotAnswer : undefined) ??
                  alertingControl(verb, props.pending).whyNot
                }
                onClick={() => (verb === 'answer' ? props.onAnswer() : props.onDecline())}
              >
                {alertingWords[verb].word}
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
