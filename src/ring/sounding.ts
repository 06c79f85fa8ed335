/** What sounds while calls ring. Pure. */
import type { Loop } from './player'
import type { RingSettings } from './settings'
import { callTones, tones } from './tones'

export interface Moment {
  /** Calls that ring. */
  readonly ringing: number
  /** Counts those that began to ring. */
  readonly turn: number
  /** A customer is listened to. */
  readonly talking: boolean
}

export function soundingOf(
  { ringing, turn, talking }: Moment,
  { off, tone, volume, times }: RingSettings,
): Loop | undefined {
  if (ringing === 0 || off.includes(talking ? 'waiting' : 'call')) return undefined
  if (talking) return { score: tones.waiting, volume }
  return { score: callTones[tone], volume, ...(times ? { times, turn } : {}) }
}
