import { For, onCleanup, onMount, Show } from 'solid-js'
import { locale, t } from '~/language'
import { duration } from '~/ui/duration'
import { Pane, Room } from '~/ui/Room'
import styles from './DayView.module.css'
import { average, type Figures } from './figures'
import type { Day } from './store'

interface Line {
  readonly name: string
  readonly value: string | undefined
  /** What it counts, in a plain sentence. */
  readonly about: string
}

const clockTime = new Intl.DateTimeFormat(locale(), { timeStyle: 'short' })
const number = new Intl.NumberFormat(locale())

const counted = (value: number | undefined) =>
  value === undefined ? undefined : number.format(value)
const lasted = (ms: number | undefined) => (ms === undefined ? undefined : duration(ms))

function linesOf({ handled, handle, afterCall, holds, held, transfers }: Figures): readonly Line[] {
  return [
    {
      name: t`Handled calls`,
      value: counted(handled),
      about: t`Calls of today that you talked in and are done with, the work after them included.`,
    },
    {
      name: t`Average handle time`,
      value: lasted(average(handle, handled)),
      about: t`Talk, holds and after-call work of a handled call, on average.`,
    },
    {
      name: t`After-call work`,
      value: lasted(afterCall),
      about: t`From the end of calls to the end of the work after them, in all.`,
    },
    {
      name: t`Holds`,
      value: counted(holds),
      about: t`How often you put a call on hold and took it back.`,
    },
    {
      name: t`Time on hold`,
      value: lasted(held),
      about: t`How long your calls were on hold, in all.`,
    },
    {
      name: t`Transfers`,
      value: counted(transfers),
      about: t`Calls that you sent on, with a consult or without.`,
    },
  ]
}

/** What the agent has done today: never a number that Genesys Cloud did not tell. */
export function DayView(props: { readonly day: Day }) {
  const { day } = props
  onMount(day.open)
  onCleanup(day.close)
  const figures = () => day.read()?.figures ?? {}
  const untold = () => day.read() !== undefined && Object.keys(figures()).length === 0
  const news = () => {
    const read = day.read()
    if (!read) return day.isReading() ? t`Your day is being read…` : undefined
    const [at, next] = [clockTime.format(read.at), clockTime.format(day.next())]
    return t`As of ${at}. Read again at ${next}: every five minutes at most.`
  }

  return (
    <Room title={t`My day`}>
      <Pane>
        <Show
          when={!day.whyNot()}
          fallback={
            <p class={styles.note}>
              {t`Your calls of today cannot be shown.`} {day.whyNot()}.
            </p>
          }
        >
          <div role="status" class={styles.note}>
            <Show when={day.trouble()}>
              {(why) => (
                <p>
                  {t`Your day could not be read.`} {why()}
                </p>
              )}
            </Show>
            <Show when={news()}>{(words) => <p>{words()}</p>}</Show>
            <Show when={untold()}>
              <p>{t`Genesys Cloud tells of no calls today.`}</p>
            </Show>
          </div>
          <dl class={styles.figures}>
            <For each={linesOf(figures())}>
              {({ name, value, about }) => (
                <div class={styles.figure}>
                  <dt class={styles.name}>{name}</dt>
                  <dd class={styles.value}>
                    <Show
                      when={value}
                      fallback={
                        <>
                          <span aria-hidden="true">–</span>
                          <span class="sr">{t`not told`}</span>
                        </>
                      }
                    >
                      {value}
                    </Show>
                  </dd>
                  <dd class={styles.about}>{about}</dd>
                </div>
              )}
            </For>
          </dl>
        </Show>
      </Pane>
    </Room>
  )
}
