/** How this agent wants to be told of calls, in this browser: checked as it comes out of storage. */

import type { Settings } from '~/storage/settings'
import { createShared, type Shared } from '~/storage/shared'
import { type CallTone, callTones, type Sound, sounds } from './tones'

export interface RingSettings {
  /** 0 to 100. */
  readonly volume: number
  readonly tone: CallTone
  /** How often a call rings; 0: until it is answered or gone. */
  readonly times: number
  /** What does not sound. */
  readonly off: readonly Sound[]
  /** Where it sounds, if not where the computer plays everything. */
  readonly device?: { readonly id: string; readonly name: string } | undefined
  /** A notification of the system for each call. */
  readonly notify: boolean
  /** With the customer's name. */
  readonly names: boolean
}

/** How often a call may be made to ring. */
export const repeats: readonly number[] = [0, 3, 1]

export function checked(kept: unknown): RingSettings {
  const { volume, tone, times, off, device, notify, names } = { ...Object(kept) } as Record<
    string,
    unknown
  >
  const known = deviceOf(device)
  return {
    volume: typeof volume === 'number' && volume >= 0 && volume <= 100 ? Math.round(volume) : 70,
    tone: isTone(tone) ? tone : 'soft',
    times: repeats.find((one) => one === times) ?? 0,
    off: Array.isArray(off) ? sounds.filter((one) => off.includes(one)) : [],
    ...(known ? { device: known } : {}),
    notify: notify === true,
    names: names === true,
  }
}

const isTone = (value: unknown): value is CallTone =>
  typeof value === 'string' && Object.hasOwn(callTones, value)

function deviceOf(value: unknown): RingSettings['device'] {
  const { id, name } = { ...Object(value) } as Record<string, unknown>
  const isText = (one: unknown): one is string => typeof one === 'string' && one.length < 300
  return isText(id) && id !== '' && isText(name) ? { id, name } : undefined
}

export const createRingSettings = (settings: Settings): Shared<RingSettings> =>
  createShared(settings, 'ring', checked, (value) => value)
