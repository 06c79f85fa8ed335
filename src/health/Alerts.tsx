import { createMemo, For, type JSX, Show } from 'solid-js'
import { locale, t } from '~/language'
import type { Alert, Health, Mishap } from '~/protocol/health'
import { kept, standingAlerts } from './health'
import {
  alertWords,
  levelWords,
  mishapWords,
  operationWords,
  requestWords,
  timesWords,
} from './words'

const time = new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' })

/** What stands, and what has been. */
export function Alerts(props: { readonly health: Health }) {
  const now = createMemo<readonly Alert[]>(
    (before) => kept(before, standingAlerts(props.health)),
    [],
  )
  const over = createMemo<readonly Alert[]>(
    (before) =>
      kept(
        before,
        props.health.alerts.filter(({ to }) => to !== undefined),
      ),
    [],
  )
  const day = () => props.health.day
  return (
    <section>
      <h3>{t`Alerts`}</h3>
      <Show when={now().length > 0} fallback={<p>{t`No alert stands.`}</p>}>
        <ul aria-label={t`Alerts that stand`}>
          <For each={now()}>
            {(one) => (
              <li>
                <b>
                  {levelWords[one.level]}: {alertWords[one.kind].what}
                </b>{' '}
                {alertWords[one.kind].so} {t`Since ${time.format(one.from)}.`}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <ul aria-label={levelWords.informational}>
        <li>
          {levelWords.informational}:{' '}
          {[
            t`${requestWords(day().sent)} since ${time.format(day().since)}, ${day().failed} failed, ${day().unsent} not sent.`,
            t`Operations used: ${props.health.operations.length}.`,
            t`Asked to slow down ${timesWords(day().limited)}.`,
            t`Sign-in renewed ${timesWords(props.health.signIn.renewals)}.`,
          ].join(' ')}
        </li>
      </ul>
      <Show when={over().length > 0}>
        <details>
          <summary>{t`Earlier alerts (${over().length})`}</summary>
          <ul>
            <For each={over()}>
              {(one) => (
                <li>
                  {levelWords[one.level]}: {alertWords[one.kind].what}{' '}
                  {t`${time.format(one.from)} to ${time.format(one.to)}.`}
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </section>
  )
}

/** The last requests that brought nothing, with what Genesys Cloud's support asks for. */
export function Errors(props: {
  readonly health: Health
  readonly copy: (id: string) => JSX.Element
}) {
  const errors = createMemo<readonly Mishap[]>((before) => kept(before, props.health.errors), [])
  return (
    <section>
      <h3>{t`Last errors`}</h3>
      <Show when={errors().length > 0} fallback={<p>{t`None since you signed in.`}</p>}>
        <ol aria-label={t`Last errors`}>
          <For each={errors()}>
            {(one) => (
              <li>
                <b>{operationWords(one.operation)}</b>: {mishapWords(one)}. {time.format(one.at)}
                <br />
                {one.method} {one.path}
                <Show when={one.correlationId}>
                  {(id) => (
                    <p>
                      {t`Reference ${id()}`} {props.copy(id())}
                    </p>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </section>
  )
}
