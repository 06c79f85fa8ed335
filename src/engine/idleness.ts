/** How long nobody may do anything: the organization's own time-out, and ours. Read once for each agent. */
import type { Config } from '~/config/config'
import type { Http } from './http'
import { noteUnread, readIdleTimeout } from './identity'
import type { KeepAlive } from './keepalive'
import type { IdleLock } from './lock'
import type { Trail } from './trail'

export interface Idleness {
  /** Somebody's new desk. */
  begin(): void
  /** There is another token: it is read again, when it could not be. */
  renew(): void
  /** Nobody's desk. */
  over(): void
}

export function createIdleness(parts: {
  readonly config: Config
  readonly http: Http
  readonly trail: Trail
  readonly lock: IdleLock
  readonly keepAlive: KeepAlive
}): Idleness {
  const { lock, keepAlive } = parts
  let isRead = false
  /** Counts the agents: a late answer is of one who has left. */
  let agents = 0

  function limit(timeout = Number.POSITIVE_INFINITY) {
    const { idleLockMinutes: minutes = Number.POSITIVE_INFINITY } = parts.config
    const ms = Math.min(timeout, minutes * 60_000)
    lock.limit(Number.isFinite(ms) ? ms : undefined)
    keepAlive.limit(Number.isFinite(timeout) ? timeout : undefined)
  }

  function read() {
    const mine = agents
    isRead = true
    readIdleTimeout(parts.http).then(
      (timeout) => {
        if (mine === agents) limit(timeout)
      },
      (error: unknown) => {
        noteUnread(error, parts.trail)
        if (mine === agents) isRead = false
      },
    )
  }

  return {
    begin() {
      agents++
      limit()
      read()
    },
    renew() {
      if (!isRead) read()
    },
    over() {
      agents++
      keepAlive.limit(undefined)
    },
  }
}
