/** What a locked desk may tell. */

import { type Conversation, isLive } from '~/conversations/conversation'
import { t } from '~/language'
import type { Notice } from '~/notices/store'

const callVerbs: readonly string[] = [
  'answer',
  'decline',
  'hold',
  'resume',
  'mute',
  'unmute',
  'end',
  ...['record', 'stop-recording', 'pause-recording', 'resume-recording', 'digits'],
]

/** Of what went wrong only the orders for a call: their sentences name nobody, and quote nothing. */
export function tellable(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter(({ about }) => callVerbs.includes(about?.split(' ')[0] ?? ''))
}

/** A call without its customer. The number stays its own, whatever else rings or ends. */
export interface Numbered {
  readonly id: string
  readonly number: number
}

/** The calls of now: those of before in their places, new ones below. */
export function numbered(before: readonly Numbered[], calls: readonly Conversation[]): Numbered[] {
  const live = calls.filter(isLive).map(({ id }) => id)
  const still = before.filter(({ id }) => live.includes(id))
  const taken = new Set(still.map(({ number }) => number))
  const free = () => {
    let number = 1
    while (taken.has(number)) number++
    taken.add(number)
    return number
  }
  const fresh = live.filter((id) => !still.some((one) => one.id === id))
  return [...still, ...fresh.map((id) => ({ id, number: free() }))]
}

/** What is told at once of what rings: that it does. */
export function ringingWords(count: number): string {
  if (count === 0) return ''
  return count === 1 ? t`Incoming call` : t`${count} incoming calls`
}
