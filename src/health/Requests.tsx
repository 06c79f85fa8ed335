import { createMemo, For, Show } from 'solid-js'
import type { Lane } from '~/genesys/operation'
import { t } from '~/language'
import type { Health, OperationHealth } from '~/protocol/health'
import { kept, shares } from './health'
import { Plot } from './Plot'
import { msWords, operationWords, percentWords, requestWords } from './words'

const lanes: readonly [lane: Lane, name: string, strength: number][] = [
  ['action', t`What you press`, 1],
  ['screen', t`What is on screen`, 0.6],
  ['background', t`In the background`, 0.3],
]

/** What of the allowance is used, by whom. */
export function Requests(props: { readonly health: Health }) {
  const use = () => props.health.use
  const sum = () => lanes.reduce((all, [lane]) => all + use().used[lane], 0)
  /** In hundredths of what may be used. */
  const share = (lane: Lane) => (use().used[lane] / Math.max(1, use().allowance)) * 100
  const before = (lane: Lane) =>
    lanes
      .slice(
        0,
        lanes.findIndex(([one]) => one === lane),
      )
      .reduce((x, [one]) => x + share(one), 0)
  return (
    <section>
      <h3>{t`Requests`}</h3>
      <p>
        {t`${sum()} of ${use().allowance} used in the last minute, ${use().left} left.`}
        <Show
          when={use().allowance < use().perMinute}
        >{` ${t`${use().perMinute} are allowed; others use some of them.`}`}</Show>
        <Show
          when={use().pausedFor > 0}
        >{` ${t`Genesys Cloud asked to wait ${Math.ceil(use().pausedFor / 1000)} s.`}`}</Show>
      </p>
      <svg
        width="100%"
        height="10"
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d="M0 5h100" stroke="var(--line-strong)" stroke-width="2" />
        <For each={lanes}>
          {([lane, , strength]) => (
            <rect
              x={before(lane)}
              width={share(lane)}
              height="10"
              fill="var(--accent)"
              fill-opacity={strength}
            />
          )}
        </For>
      </svg>
      <table>
        <caption>{t`By what they are for, in the last minute`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`For`}</th>
            <th scope="col">{t`Used`}</th>
            <th scope="col">{t`Waiting`}</th>
          </tr>
        </thead>
        <tbody>
          <For each={lanes}>
            {([lane, name]) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{use().used[lane]}</td>
                <td>{use().waiting[lane]}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}

/** Whether requests succeed, and how fast. */
export function Success(props: { readonly health: Health }) {
  const recent = () => props.health.recent
  const minutes = () => props.health.minutes
  const operations = createMemo<readonly OperationHealth[]>(
    (before) => kept(before, props.health.operations),
    [],
  )
  const most = (values: readonly number[]) => Math.max(0, ...values)
  const sent = () => minutes().map((one) => one.sent)
  const failed = () => minutes().map((one) => shares(one).lost)
  const slow = () => minutes().map(({ p95 }) => p95 ?? 0)
  return (
    <section>
      <h3>{t`Success and speed`}</h3>
      <Show
        when={shares(recent()).asked > 0}
        fallback={<p>{t`Nothing was asked in the last five minutes.`}</p>}
      >
        <p>{t`${percentWords(shares(recent()).well)} of ${requestWords(shares(recent()).asked)} in the last five minutes succeeded: ${recent().failed} failed, ${recent().refused} refused, ${recent().unsent} not sent. Half of the answers came within ${msWords(recent().p50)}, 95 % within ${msWords(recent().p95)}, 99 % within ${msWords(recent().p99)}.`}</p>
      </Show>
      <Plot
        title={t`Requests, minute by minute for an hour`}
        text={t`${most(sent())} at most, ${sent().at(-1) ?? 0} in this one`}
        values={sent()}
        least={10}
      />
      <Plot
        title={t`Failed or not sent`}
        text={t`${percentWords(most(failed()))} at most, ${percentWords(failed().at(-1) ?? 0)} in this minute`}
        values={failed()}
        least={0.2}
      />
      <Plot
        title={t`95 % answered within`}
        text={t`${msWords(most(slow()))} at most, ${msWords(minutes().at(-1)?.p95)} in this minute`}
        values={slow()}
        least={1_000}
      />
      <details>
        <summary>{t`By operation`}</summary>
        <table>
          <caption>{t`Since you signed in, in milliseconds`}</caption>
          <thead>
            <tr>
              <th scope="col">{t`Operation`}</th>
              <th scope="col">{t`Sent`}</th>
              <th scope="col">p50</th>
              <th scope="col">p95</th>
              <th scope="col">p99</th>
            </tr>
          </thead>
          <tbody>
            <For each={operations()}>
              {(one) => (
                <tr>
                  <th scope="row">
                    {operationWords(one.operation)}
                    <Show when={one.failed > 0}>
                      <br />({t`${one.failed} failed`})
                    </Show>
                    <Show when={one.unsent > 0}>
                      <br />({t`${one.unsent} not sent`})
                    </Show>
                  </th>
                  <td>{one.sent}</td>
                  <td>{one.p50 ?? t`none`}</td>
                  <td>{one.p95 ?? t`none`}</td>
                  <td>{one.p99 ?? t`none`}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </details>
    </section>
  )
}
