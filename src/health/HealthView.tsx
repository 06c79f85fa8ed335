import { createSignal, For, type JSX, Show } from 'solid-js'
import { locale, t } from '~/language'
import type { Health } from '~/protocol/health'
import type { Standing } from '~/protocol/protocol'
import { Alerts, Errors } from './Alerts'
import styles from './HealthView.module.css'
import { clockWords, type Level, verdictOf } from './health'
import { Requests, Success } from './Requests'
import { socketWords, spanWords, timesWords } from './words'

const time = new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' })

/** A form for each, for whoever does not see the colour. */
const marks: Readonly<Record<Level, { readonly d: string; readonly fill: string }>> = {
  good: { d: 'M8 1a7 7 0 1 0 0 14 7 7 0 0 0 0-14z', fill: 'var(--go)' },
  strained: { d: 'M8 1l7.5 14h-15z', fill: 'var(--warn)' },
  bad: { d: 'M1 1h14v14h-14z', fill: 'var(--stop)' },
}

/** How requests, the socket and the sign-in fare, for whoever looks. */
export function HealthView(props: {
  readonly health: Health
  /** Not the last thing known of an engine that is gone: all may be worse by now. */
  readonly current: boolean
  readonly standing: Standing
  /** Milliseconds that this machine is ahead, as far as the desk knows. */
  readonly ahead: number
  readonly copy: (id: string) => JSX.Element
  /** What would be copied, when it is looked at. */
  readonly bundle: () => string
  readonly onPreview: (text: string | undefined) => void
}) {
  const health = () => props.health
  const verdict = () => verdictOf(health(), props.standing, props.ahead)
  const socket = () => health().socket
  const signIn = () => health().signIn
  const [preview, setPreview] = createSignal<string>()
  function look(open: boolean) {
    setPreview(open ? props.bundle() : undefined)
    props.onPreview(preview())
  }
  return (
    <div class={styles.health}>
      <div role="status">
        <Show when={props.current}>
          <p class={styles.verdict} data-level={verdict().level}>
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <path d={marks[verdict().level].d} fill={marks[verdict().level].fill} />
            </svg>{' '}
            {verdict().word}
          </p>
          <For each={verdict().reasons}>{(reason) => <p>{reason}</p>}</For>
          <Show when={verdict().level === 'good'}>
            <p>{t`Requests are answered, live updates come in, and your sign-in holds.`}</p>
          </Show>
        </Show>
      </div>
      <Alerts health={health()} />
      <Requests health={health()} />
      <Success health={health()} />
      <section>
        <h3>{t`Live updates`}</h3>
        <p>
          {t`${socketWords[socket().state]} for ${spanWords(health().at - socket().since)}.`}{' '}
          <Show when={socket().lastEvent} fallback={t`No event has come yet.`}>
            {(at) => t`The last event came ${spanWords(health().at - at())} ago.`}
          </Show>{' '}
          {t`Connected again ${timesWords(socket().reconnections)}.`}
        </p>
      </section>
      <section>
        <h3>{t`Sign-in`}</h3>
        <p>
          <Show when={signIn().left} fallback={t`There is none.`}>
            {(left) => t`It is good for ${spanWords(left())}.`}
          </Show>{' '}
          {t`Signed in since ${time.format(signIn().since)}.`}{' '}
          <Show when={signIn().renewedAt} fallback={t`Not renewed yet.`}>
            {(at) => t`Renewed ${timesWords(signIn().renewals)}, last at ${time.format(at())}.`}
          </Show>
          <Show
            when={signIn().renewalFailures > 0}
          >{` ${t`Renewals that did not come through: ${signIn().renewalFailures}.`}`}</Show>
        </p>
      </section>
      <section>
        <h3>{t`Clock and sleep`}</h3>
        <p>{clockWords(health().ahead ?? props.ahead)}</p>
        <For each={health().sleeps} fallback={<p>{t`This browser has not slept.`}</p>}>
          {({ at, ms }) => <p>{t`Slept ${spanWords(ms)} at ${time.format(at)}.`}</p>}
        </For>
      </section>
      <Errors health={health()} copy={props.copy} />
      <section>
        <h3>{t`Support bundle`}</h3>
        <p>{t`All of this as text, for whoever helps you. It holds no names, no numbers, no notes and nothing that could be used to sign in.`}</p>
        <details onToggle={(event) => look(event.currentTarget.open)}>
          <summary>{t`What is in it`}</summary>
          <pre>{preview()}</pre>
        </details>
      </section>
    </div>
  )
}
