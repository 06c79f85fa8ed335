/** Whether a token is still taken, when the clocks disagree: asked of Genesys Cloud, which knows. */
import type { Clock } from '~/clock'
import { failureOf } from '~/genesys/errors'
import type { Http } from './http'

export interface Doubt {
  /** Asks, unless that is going on, or was in vain just now. */
  ask(token: string | undefined): void
  /** While it is being asked, and a while after it was in vain: who waits for it goes on in doubt. */
  asked(): Promise<void> | undefined
}

/** Milliseconds between two questions, while there is no answer. */
const pause = 10_000

export function createDoubt(parts: {
  readonly clock: Clock
  readonly httpOf: (token: string) => Http
  readonly onTaken: (token: string) => void
  /** The id is that of the request. */
  readonly onRefused: (token: string, correlationId?: string) => void
}): Doubt {
  let asking: Promise<void> | undefined

  async function ask(token: string) {
    const done = () => {
      asking = undefined
    }
    try {
      // Without keeping an idle sign-in alive.
      await parts.httpOf(token).call('getToken', { preserveIdleTTL: 'true' })
      done()
      parts.onTaken(token)
    } catch (error) {
      const { kind, correlationId } = failureOf(error, 'getToken')
      if (kind !== 'signed-out') {
        parts.clock.after(pause, done)
        return
      }
      done()
      parts.onRefused(token, correlationId)
    }
  }

  return {
    ask(token) {
      if (token !== undefined) asking ??= ask(token)
    },
    asked: () => asking,
  }
}
