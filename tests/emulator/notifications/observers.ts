import type { Clock } from '~/clock'
import type { Channels } from './channels'
import { type Observation, toCountEvent, toStatsEvents, withZeros } from './observations'

/** A queue tells its figures at most so often. */
const pauseMs = 1000

interface Options {
  readonly clock: Clock
  readonly channels: Pick<Channels, 'announce' | 'isHeard'>
  /** Nothing: there is no such queue. */
  readonly observe: (queueId: string) => Observation | undefined
}

/** What a queue has told last, and when. */
interface Told {
  readonly at: number
  readonly observation: Observation
  /** What was counted, as a text. */
  readonly figures: string
}

/** Tells the figures of queues after they have changed, to those who listen. */
export function createObservers({ clock, channels, observe }: Options) {
  const due = new Set<string>()
  const lastTold = new Map<string, Told>()

  function tell(queueId: string): void {
    due.delete(queueId)
    const seen = observe(queueId)
    const figures = JSON.stringify(seen)
    const last = lastTold.get(queueId)
    if (!seen || last?.figures === figures) return
    const at = clock.now()
    const people = withZeros(seen.people, last?.observation.people ?? [])
    const observation = { ...seen, people }
    lastTold.set(queueId, { at, observation, figures })
    const topic = `v2.analytics.queues.${queueId}`
    for (const event of toStatsEvents(queueId, observation, at)) {
      channels.announce([`${topic}.observations`], () => event)
    }
    channels.announce([`${topic}.activity`], () => toCountEvent(observation, at))
  }

  return {
    /** Something in the queue may have changed. */
    look(queueId: string): void {
      const topic = `v2.analytics.queues.${queueId}`
      if (due.has(queueId)) return
      if (!channels.isHeard(`${topic}.observations`) && !channels.isHeard(`${topic}.activity`))
        return
      due.add(queueId)
      const next = (lastTold.get(queueId)?.at ?? 0) + pauseMs
      clock.after(Math.max(0, next - clock.now()), () => tell(queueId))
    },
  }
}
