/** Questions with one token, whoever is signed in: whose it is, whether it is taken, and that it be taken no more. */
import type { Site } from '~/config/site'
import { createHttp, type Http, type HttpParts } from './http'

export interface Single {
  /** Asks with that token, and no more once it was refused. */
  http(token: string, at: Site): Http
  /** What is not needed any more must not be left to be found. */
  revoke(token: string, at: Site): Promise<void>
}

export function createSingle(means: Omit<HttpParts, 'api' | 'bearer'>): Single {
  function http(token: string, at: Site) {
    let taken = true
    return createHttp({
      ...means,
      // Whoever signs in waits for it, and what is asked by the desk does not go before.
      lane: 'action',
      api: () => at.environment.api,
      bearer: {
        login: () => 0,
        token: () => (taken ? token : undefined),
        ready: () => undefined,
        refused() {
          taken = false
        },
      },
    })
  }
  return {
    http,
    async revoke(token, at) {
      await http(token, at)
        .call('revokeToken', {})
        .catch(() => {})
    },
  }
}
