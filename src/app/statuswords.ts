/** The agent's status in words, with its times. */
import { locale } from '~/language'
import type { PresenceStore } from '~/presence/store'
import { routingWords } from '~/presence/words'
import { duration } from '~/ui/duration'

/** "Interacting 3:10"; nothing off queue, where it says no more than the presence. */
export function routingLine({ routing }: PresenceStore, now: number): string | undefined {
  const one = routing()
  if (!one || one.status === 'OFF_QUEUE') return undefined
  return `${routingWords[one.status][0]} ${duration(now - one.since)}`
}

const time = new Intl.DateTimeFormat(locale(), { timeStyle: 'short' })
const date = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' })

/** The time of today, or the day with it. `now`: what today is. */
export function moment(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  return (isToday ? time : date).format(at)
}
