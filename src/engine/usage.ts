/** What went out in the last minute, by lane. */
import type { Lane } from '~/genesys/operation'
import { minute } from './reserve'

export interface Usage {
  note(lane: Lane, now: number): void
  of(lane: Lane, now: number): number
}

export function createUsage(): Usage {
  let sent: { readonly lane: Lane; readonly at: number }[] = []

  function recent(now: number) {
    const first = sent.findIndex(({ at }) => at > now - minute)
    if (first !== 0) sent = first < 0 ? [] : sent.slice(first)
    return sent
  }

  return {
    note(lane, now) {
      recent(now).push({ lane, at: now })
    },
    of: (lane, now) => recent(now).filter((one) => one.lane === lane).length,
  }
}
