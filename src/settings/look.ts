/** How the desk looks to this agent. */
import type { Settings } from '~/storage/settings'
import { createShared } from '~/storage/shared'

export const schemes = ['system', 'light', 'dark'] as const
export const densities = ['comfortable', 'compact'] as const

export interface Look {
  /** Light or dark as the system is, or by choice. */
  readonly scheme: (typeof schemes)[number]
  readonly density: (typeof densities)[number]
}

export const lookSetting = 'look'

/** What was kept may be anything. */
export function lookFromStorage(kept: unknown): Look {
  const { scheme, density } = Object(kept)
  return {
    scheme: schemes.find((one) => one === scheme) ?? 'system',
    density: densities.find((one) => one === density) ?? 'comfortable',
  }
}

/** For the style sheet; nothing where it is what it is without a choice. */
export const wordsOf = ({ scheme, density }: Look) =>
  [scheme, density].filter((word) => word !== 'system' && word !== 'comfortable').join(' ')

export const createLook = (settings: Settings) =>
  createShared(settings, lookSetting, lookFromStorage, (look) => look)
