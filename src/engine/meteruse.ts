/** What of the allowance is used, by what was counted here alone. */
import type { Use } from '~/protocol/health'

export function countedUse(perMinute: number, used: Use['used'], pausedFor: number): Use {
  const sum = used.action + used.screen + used.background
  return {
    ...{ perMinute, allowance: perMinute, used, pausedFor },
    left: Math.max(0, perMinute - sum),
    waiting: { action: 0, screen: 0, background: 0 },
    foreign: 0,
    source: 'counted',
  }
}
