import { figuresOf } from '../figures'
import type { Asked } from './hour'

/** Requests of an agent-hour, and the most of them within a minute, beside a page that polls. */
const bounds: readonly [string, string, number][] = [
  ['idle', 'An hour in which nothing happens', 2],
  ['busy', 'An hour of thirty calls', 300],
  ['poller', 'A page that polls every 5 s and 15 s', Number.POSITIVE_INFINITY],
]

/** Counts compressed hours, and says whether they are within their bounds. */
export async function benchRequests(): Promise<boolean> {
  const figures = (await figuresOf('vitest/vitest.mjs', 'run', 'tests/unit/truth/hours.test.ts')) as
    | Readonly<Record<string, Asked>>
    | undefined
  let kept = true
  for (const [name, words, most] of bounds) {
    const asked = figures?.[name]
    const isKept = asked !== undefined && asked.requests <= most && asked.tooMany === 0
    kept &&= isKept
    const said = asked
      ? `${asked.requests} requests (most in a minute: ${asked.busiest}; keep-alives: ${asked.keepAlives}; 429: ${asked.tooMany})`
      : 'not counted'
    const bound = Number.isFinite(most) ? `, of at most ${most}` : ''
    process.stdout.write(`${isKept ? 'ok ' : 'NO '} ${words}: ${said}${bound}\n`)
  }
  return kept
}
