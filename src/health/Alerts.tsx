import { createMemo, For, type JSX, Show } from 'solid-js'
import type { Alert, Health, Mishap } from '~/protocol/health'
import { kept, standingAlerts } from './health'
import { alertWords, levelWords, manyWords, mishapWords, operationWords } from './words'

const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })

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
      <h3>Alerts</h3>
      <Show when={now().length > 0} fallback={<p>No alert stands.</p>}>
        <ul aria-label="Alerts that stand">
          <For each={now()}>
            {(one) => (
              <li>
                <b>
                  {levelWords[one.level]}: {alertWords[one.kind].what}
                </b>{' '}
                {alertWords[one.kind].so} Since {time.format(one.from)}.
              </li>
            )}
          </For>
        </ul>
      </Show>
      <ul aria-label={levelWords.informational}>
        <li>
          {levelWords.informational}: {manyWords(day().sent, 'request')} since{' '}
          {time.format(day().since)}, {day().failed} failed, {day().unsent} not sent,{' '}
          {manyWords(props.health.operations.length, 'operation')} used. Asked to slow down{' '}
          {manyWords(day().limited, 'time')}. Sign-in renewed{' '}
          {manyWords(props.health.signIn.renewals, 'time')}.
        </li>
      </ul>
      <Show when={over().length > 0}>
        <details>
          <summary>Earlier alerts ({over().length})</summary>
          <ul>
            <For each={over()}>
              {(one) => (
                <li>
                  {levelWords[one.level]}: {alertWords[one.kind].what} {time.format(one.from)} to{' '}
                  {time.format(one.to)}.
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
      <h3>Last errors</h3>
      <Show when={errors().length > 0} fallback={<p>None since you signed in.</p>}>
        <ol aria-label="Last errors">
          <For each={errors()}>
            {(one) => (
              <li>
                <b>{operationWords(one.operation)}</b>: {mishapWords(one)}. {time.format(one.at)}
                <br />
                {one.method} {one.path}
                <Show when={one.correlationId}>
                  {(id) => (
                    <p>
                      Reference {id()} {props.copy(id())}
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
