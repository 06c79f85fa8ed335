/** How it goes in one queue, and in which state it is for the agent, in words. */
import { t } from '~/language'
import { duration } from '~/ui/duration'
import type { Figures } from './figures'

/** "2 waiting, longest 1:12", "Nobody waiting"; empty when nothing is known. */
export function waitingWords({ waiting, longest }: Figures, now: number): string {
  if (waiting === undefined) return ''
  if (waiting === 0) return t`Nobody waiting`
  return longest === undefined
    ? t`${waiting} waiting`
    : t`${waiting} waiting, longest ${duration(now - longest)}`
}

export function onQueueWords({ onQueue }: Figures): string {
  if (onQueue === undefined) return ''
  if (onQueue === 0) return t`Nobody on queue`
  return onQueue === 1 ? t`1 agent on queue` : t`${onQueue} agents on queue`
}

/** `wanted`: what was ordered and is not known to be so. */
export function joinedWords(joined: boolean | undefined, wanted: boolean | undefined): string {
  if (wanted !== undefined) return wanted ? t`Joining …` : t`Leaving …`
  if (joined === undefined) return t`Whether you have joined it is not known`
  return joined ? t`Joined` : t`Not joined`
}

/** What has come of an order for several queues: how many of them are as ordered. */
export function progressWords(joined: boolean, done: number, all: number, isOver: boolean): string {
  if (done === all)
    return joined ? t`All ${all} queues are joined.` : t`All ${all} queues are left.`
  if (!isOver)
    return joined ? t`Joining: ${done} of ${all} queues …` : t`Leaving: ${done} of ${all} queues …`
  const rest = all - done
  return joined
    ? t`${done} of ${all} queues are joined, ${rest} are not: Genesys Cloud may take a while, or may not have done it.`
    : t`${done} of ${all} queues are left, ${rest} are not: Genesys Cloud may take a while, or may not have done it.`
}
