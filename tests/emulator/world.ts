import type { Clock } from '~/clock'
import type { Watch } from './contract/watch'
import type { Conversation } from './conversation/call'
import { type Conversations, createConversations } from './conversation/conversations'
import { letPass, workOf } from './conversation/facts'
import { createLimits, type Limits } from './limits/limits'
import type { LimitSettings } from './limits/settings'
import { type Channels, createChannels } from './notifications/channels'
import { createPublisher } from './notifications/publisher'
import { type Client, makeClients } from './oauth/clients'
import { type Codes, createCodes } from './oauth/codes'
import { createLogins, type Logins } from './oauth/logins'
import { createTokens, type Tokens } from './oauth/tokens'
import { makeOrganisation, type Organisation } from './org/organisation'
import { type Agents, createAgents } from './presence/agents'
import { createRandom } from './random'
import { createAcd } from './routing/acd'
import { createSkew, type Skew } from './skew'
import { defaultSwitches, type Switches } from './switches'
import { createTimers, type Timers } from './timers'

/** Everything one emulator knows. A reset throws it away and makes another. */
export interface World {
  readonly clock: Timers
  readonly org: Organisation
  readonly agents: Agents
  readonly conversations: Conversations
  readonly channels: Channels
  readonly clients: readonly Client[]
  readonly logins: Logins
  readonly codes: Codes
  readonly tokens: Tokens
  /** Addresses of the login host and of the sockets. */
  readonly login: string
  readonly sockets: string
  /** How many requests are taken. */
  readonly limits: Limits
  /** How far the server's clock is off. */
  readonly skew: Skew
  /** Offers waiting calls to agents who have become free. */
  route(): void
  makeId(): string
  /** Readings of what the official documents leave open. */
  readonly switches: Switches
  /** Looks at everything that is said. */
  readonly watch?: Watch
  close(): void
}

export interface WorldOptions {
  readonly clock: Clock
  readonly seed: number
  readonly redirectUris: readonly string[]
  readonly login: string
  readonly sockets: string
  readonly switches?: Partial<Switches>
  readonly limits?: Partial<LimitSettings>
  readonly watch?: Watch
}

export function createWorld(options: WorldOptions): World {
  const clock = createTimers(options.clock)
  const random = createRandom(options.seed)
  const org = makeOrganisation(random)
  const switches: Switches = { ...defaultSwitches, ...options.switches }
  const skew = createSkew()
  const channels = createChannels(clock, options.watch, (text) => skew.out(text))
  const publisher = createPublisher({
    org,
    channels,
    agents: () => agents,
    conversations: () => conversations,
  })

  const agents: Agents = createAgents({
    clock,
    users: org.users,
    workOf: (userId) => workOf(userId, conversations.all()),
    changed: (userId, what) => {
      for (const topic of what) publisher[topic](userId)
      acd.run()
    },
  })

  /** First the call's own event, then what follows for its agents, then the next offer. */
  function changed(before: Conversation | undefined, after: Conversation): void {
    publisher.conversation(after)
    for (const userId of letPass(before, after)) agents.setNotResponding(userId, true)
    const users = new Set(after.participants.flatMap(({ userId }) => (userId ? [userId] : [])))
    for (const userId of users) {
      agents.refresh(userId)
      publisher.summary(userId)
    }
    acd.run()
  }

  const conversations = createConversations({ clock, makeId: random.uuid, changed })
  const acd = createAcd({ org, agents, conversations })
  const tokens = createTokens({ clock, ended: ({ id }, why) => channels.end(id, why) })

  return {
    clock,
    org,
    agents,
    conversations,
    channels,
    clients: makeClients(options.redirectUris),
    logins: createLogins(),
    codes: createCodes(clock, (tokenId) => tokens.end('revoked', ({ id }) => id === tokenId)),
    tokens,
    login: options.login,
    sockets: options.sockets,
    limits: createLimits(clock, options.limits),
    skew,
    route: () => acd.run(),
    makeId: random.uuid,
    switches,
    ...(options.watch && { watch: options.watch }),
    close() {
      channels.close()
      clock.stop()
    },
  }
}
