import { For, Show } from 'solid-js'
import type { Ended } from '~/conversations/ended'
import { t } from '~/language'
import { moveThroughList } from '~/ui/arrows'
import { Button } from '~/ui/Button'
import { duration } from '~/ui/duration'
import { Pane } from '~/ui/Room'
import styles from './DialPanel.module.css'
import { recentCalls } from './recent'
import type { DialStore } from './store'

/** The calls that have ended, the latest first; each can be called again. */
export function Recent(props: {
  readonly dial: DialStore
  readonly recent: readonly Ended[]
  readonly now: number
}) {
  let list: HTMLUListElement | undefined
  const calls = () => recentCalls(props.recent)
  /** Unless it stands below. */
  const last = () => {
    const to = props.dial.last()
    return calls().some((one) => one.to?.id === to?.id) ? undefined : to
  }
  return (
    <Pane onKeyDown={(event) => moveThroughList(event, list)}>
      <div class={styles.title2}>
        <h3>{t`Recent calls`}</h3>
        <Show when={last()}>
          {(to) => (
            <Button
              icon="phone"
              name={t`Redial ${to().name}`}
              busy={props.dial.placing() !== undefined}
              whyNot={props.dial.whyNot()}
              onClick={() => void props.dial.call(to())}
            >{t`Redial`}</Button>
          )}
        </Show>
      </div>
      <Show
        when={calls().length > 0}
        fallback={<p class={styles.note}>{t`No call has ended since this page was opened.`}</p>}
      >
        <ul ref={list} class={styles.recent} aria-label={t`Recent calls`}>
          <For each={calls()}>
            {({ ended, to }) => (
              <li class={styles.row}>
                <span class={styles.name}>
                  {ended.customer.name}
                  <small
                    class={styles.note}
                  >{`${agoWords(ended.outbound, duration(props.now - ended.endedAt))} ${ended.how}`}</small>
                </span>
                <Button
                  name={
                    ended.outbound
                      ? t`Redial ${ended.customer.name}`
                      : t`Call back ${ended.customer.name}`
                  }
                  busy={to !== undefined && props.dial.placing()?.id === to.id}
                  whyNot={to ? props.dial.whyNot() : t`There is no number to call`}
                  onClick={() => to && void props.dial.call(to)}
                >
                  {ended.outbound ? t`Redial` : t`Call back`}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Pane>
  )
}

const agoWords = (outbound: boolean, ago: string) =>
  outbound ? t`You called, ${ago} ago.` : t`Called you, ${ago} ago.`
