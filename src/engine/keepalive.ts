/**
 * Where the organization ends sign-ins that ask nothing, an agent who only talks would lose theirs in the
 * middle of a call: while a page has a conversation that is live, something is asked often enough.
 */
import type { Clock } from '~/clock'
import type { Port, Request } from '~/protocol/protocol'
import type { Passed } from './passed'

/** Milliseconds without a word after which a page is gone, although it said no good-bye. */
const gone = 600_000

export interface KeepAlive {
  /** A page has said something. */
  heard(page: Port, request: Request): void
  /** Milliseconds without a request after which the organization ends a sign-in; undefined: it does not. */
  limit(ms: number | undefined): void
  /** Something was asked that keeps the sign-in alive. */
  asked(): void
  /** Time has passed. */
  look(): void
}

export function createKeepAlive(parts: {
  readonly clock: Clock
  readonly mark: () => Passed
  /** Asks something that keeps the sign-in alive, if there is one. */
  readonly ask: () => void
}): KeepAlive {
  const { clock, mark } = parts
  const pages = new Map<Port, { live: boolean; heard: Passed }>()
  let limit: number | undefined
  let sinceAsked = mark()
  let cancel = () => {}

  function look() {
    cancel()
    const isLive = [...pages.values()].some(({ live, heard }) => live && heard() < gone)
    if (limit === undefined || !isLive) return
    if (sinceAsked() >= limit / 3) {
      sinceAsked = mark()
      parts.ask()
    }
    // Looked at each minute, for a machine that slept.
    cancel = clock.after(Math.min(60_000, limit / 3 - sinceAsked()), look)
  }

  return {
    heard(page, request) {
      if (request.kind === 'bye') pages.delete(page)
      else {
        const said = request.kind === 'active' ? request.live : undefined
        const live = said ?? pages.get(page)?.live ?? false
        pages.set(page, { live, heard: mark() })
        if (said !== undefined) look()
      }
    },
    limit(ms) {
      limit = ms
      look()
    },
    asked() {
      sinceAsked = mark()
    },
    look,
  }
}
