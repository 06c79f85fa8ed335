import { Show } from 'solid-js'
import { standingAlerts } from '~/health/health'
import { createReadings } from '~/health/store'
import { alertWords } from '~/health/words'
import { Banner } from '~/ui/Banner'
import type { HealthProps } from './Health'
import { HealthEntry } from './HealthEntry'

/** Milliseconds between two looks: what is told here lasts for minutes. */
const every = 30_000

/** One line while something critical stands, and the way to more of it. */
export function HealthBanner(props: HealthProps) {
  const { health } = createReadings({
    ...{ clock: props.desk.means.clock, every, page: document },
    read: () => props.signIn.engine.read('health'),
  })
  const worst = () => {
    const now = health()
    // An interrupted desk has a line of its own, which says what to do.
    return (
      now &&
      props.desk.sync.isLive() &&
      standingAlerts(now).find(({ level }) => level === 'critical')?.kind
    )
  }
  return (
    <Show when={worst()}>
      {(kind) => (
        <Banner
          text={`${alertWords[kind()].what} ${alertWords[kind()].so}`}
          action={<HealthEntry {...props} />}
        />
      )}
    </Show>
  )
}
