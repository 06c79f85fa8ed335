/** A notification channel as it is made: subscribed to one agent's desk before anybody listens. */
import type { Clock } from '~/clock'
import type { Environment } from '~/config/environment'
import { topicsOf } from '~/genesys/topics'
import { time } from '~/genesys/values'
import type { Channel } from '~/genesys/wirechannel'
import type { Http } from './http'

export interface Made {
  readonly id: string
  /** Where to connect: a capability like a token, never logged. */
  readonly url: string
  /** Milliseconds since the epoch: a new one takes its place before. */
  readonly until: number
}

export interface Making {
  /** Makes one before it is known whose it will be. */
  prepare(): void
  /** What was prepared is another token's. */
  forget(): void
  /** Rejects when it cannot be used. */
  make(userId: string): Promise<Made>
}

/** Milliseconds that the platform keeps a channel. */
const life = 24 * 3_600_000
/** Milliseconds before its end in which another one is made. */
const margin = 30 * 60_000
/** Milliseconds left to chance before that, so that a whole shift does not do it in one minute. */
const spread = 10 * 60_000

export function createMaking(parts: {
  readonly http: Http
  readonly allowsSocket: Environment['allowsSocket']
  readonly clock: Clock
  readonly random: () => number
}): Making {
  const { http, clock } = parts
  let prepared: Promise<unknown> | undefined

  return {
    prepare() {
      prepared = http.call('createChannel', {})
      prepared.catch(() => {})
    },
    forget() {
      prepared = undefined
    },
    async make(userId) {
      const first = prepared
      prepared = undefined
      const create = () => http.call('createChannel', {})
      const channel = fromWire(await (first?.catch(create) ?? create()))
      if (!channel || !parts.allowsSocket(channel.url)) throw new TypeError('no usable channel')
      const topics = topicsOf(userId).map((id) => ({ id }))
      // Its answer lists them: without one it would look live, and hear nothing.
      if (!(await http.call('setSubscriptions', { channelId: channel.id }, topics)))
        throw new TypeError('no subscriptions')
      const left = lifeLeft(channel.expires, clock.now())
      const until = clock.now() + left - margin - spread * parts.random()
      return { id: channel.id, url: channel.url.href, until }
    },
  }
}

/** As long as it says, unless that is no life of a channel: then one of the two clocks is wrong. */
function lifeLeft(expires: number | undefined, now: number): number {
  const told = (expires ?? 0) - now
  return told > 2 * margin && told < life ? told : life
}

function fromWire(value: unknown) {
  const { id, connectUri, expires } = (value ?? {}) as Channel
  if (typeof id !== 'string' || typeof connectUri !== 'string') return undefined
  try {
    return { id, url: new URL(connectUri), expires: time(expires) }
  } catch {
    return undefined
  }
}
