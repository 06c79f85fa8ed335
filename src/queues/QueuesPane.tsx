import { createMemo, type JSX, Show } from 'solid-js'
import { explained } from '~/genesys/forbidden'
import { t } from '~/language'
import { type Command, isOver } from '~/ledger/command'
import { Button } from '~/ui/Button'
import { Pane } from '~/ui/Room'
import { QueueList, type QueueListProps } from './QueueList'
import styles from './QueueList.module.css'
import { progressWords } from './words'

/** The agent's queues: all at once, and one by one. */
export function QueuesPane(
  props: QueueListProps & {
    /** The last order for several of them. */
    readonly order: Command | undefined
    /** Why figures cannot be told. */
    readonly trouble: string | undefined
    /** How old the figures are. */
    readonly age: string
    /** The administrator's line, where the role lacks something. */
    readonly lacks: JSX.Element
  },
) {
  const { mine } = props
  const all = () => mine.list() ?? []
  const joined = createMemo(() => all().filter(({ id }) => mine.joined(id)).length)
  const isKnown = () => all().every(({ id }) => mine.joined(id) !== undefined)
  const busy = (verb: 'join-queue' | 'leave-queue') =>
    props.order?.verb === verb && !isOver(props.order.state)
  const why = () => {
    if (!isKnown()) return t`Whether you have joined your queues could not be read`
    return (
      props.whyNot ??
      (all().some(({ id }) => props.wanted(id) !== undefined)
        ? t`Another change is under way`
        : undefined)
    )
  }
  const progress = () => {
    const order = props.order
    if (!order?.which || !isKnown() || order.state.step === 'refused') return ''
    const ids = order.which.split(',')
    const isJoining = order.verb === 'join-queue'
    const done = ids.filter((id) => mine.joined(id) === isJoining).length
    // What was so, and is so no more, somebody else has changed.
    if (order.state.step === 'confirmed' && done < ids.length) return ''
    return progressWords(isJoining, done, ids.length, isOver(order.state))
  }

  return (
    <Pane label={t`My queues`}>
      <div class={styles.head}>
        <h3>{t`My queues`}</h3>
        <Show when={all().length > 1}>
          <div class={styles.verbs}>
            <Button
              busy={busy('join-queue')}
              whyNot={why() ?? (joined() === all().length ? t`You have joined all` : undefined)}
              onClick={() => mine.set(all(), true)}
            >
              {t`Join all`}
            </Button>
            <Button
              busy={busy('leave-queue')}
              whyNot={why() ?? (joined() === 0 ? t`You have joined none` : undefined)}
              hint={t`No call of a queue comes to you after that, even on queue`}
              onClick={() => mine.set(all(), false)}
            >
              {t`Leave all`}
            </Button>
          </div>
        </Show>
      </div>
      <Show when={mine.failed()}>
        {(failure) => (
          <div class={styles.verbs} role="alert">
            <p>{t`Your queues could not be read. ${explained(failure())}`}</p>
            <Button onClick={() => void mine.read()}>{t`Read them again`}</Button>
          </div>
        )}
      </Show>
      <div class={styles.said} role="status">
        <Show when={progress()}>{(words) => <p>{words()}</p>}</Show>
        <Show when={all().length > 0 && isKnown() && joined() === 0}>
          <p class={styles.warning}>
            {t`You have joined no queue: no call of a queue comes to you, even on queue.`}
          </p>
        </Show>
      </div>
      <Show
        when={mine.list()}
        fallback={
          <Show when={!mine.failed()}>
            <p class={styles.note}>{t`Your queues are being read …`}</p>
          </Show>
        }
      >
        <Show
          when={all().length > 0}
          fallback={<p class={styles.note}>{t`You are a member of no queue.`}</p>}
        >
          <p class={styles.note}>
            {props.trouble} {props.age}
          </p>
          <QueueList {...props} />
          <Show when={mine.more()}>
            <p class={styles.note}>{t`Only your first 500 queues are listed.`}</p>
          </Show>
        </Show>
      </Show>
      {props.lacks}
    </Pane>
  )
}
