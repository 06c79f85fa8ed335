import type { Clock } from '~/clock'
import { remember } from '../bounded'

const windowMs = 60_000

/** `token.rate.per.minute` of the platform. */
export const requestsPerMinute = 300
/** Tokens counted at a time. */
const tokensMax = 10_000

/** Counts requests a token a minute; answers the seconds to wait when there were too many. */
export function createLimiter(clock: Clock): (tokenId: string) => number | undefined {
  const windows = new Map<string, { start: number; count: number }>()
  return (tokenId) => {
    const now = clock.now()
    const open = windows.get(tokenId)
    const current = open && now - open.start < windowMs ? open : { start: now, count: 0 }
    if (current !== open) remember(windows, tokenId, current, tokensMax)
    current.count += 1
    if (current.count <= requestsPerMinute) return undefined
    return Math.max(1, Math.ceil((current.start + windowMs - now) / 1000))
  }
}
