import type { Clock } from '~/clock'
import { createLimiter } from './api/limiter'
import type { Watch } from './contract/watch'
import type { Conversation } from './conversation/call'
import { type Conversations, createConversations } from './conversation/conversations'
import { letPass, workOf } from './conversation/facts'
import { type Channels, createChannels } from './notifications/channels'
import { createPublisher } from './notifications/publisher'
import { type Answers, createAnswers } from './oauth/answers'
import { type Client, makeClients } from './oauth/clients'
import { type Codes, createCodes } from './oauth/codes'
import { createLogins, type Logins } from './oauth/logins'
import { createProviders, type Providers } from './oauth/providers'
import { createRefreshTokens, type RefreshTokens } from './oauth/refresh'
import { createTokens, type Tokens } from './oauth/tokens'
import { makeOrganisation, type Organisation } from './org/organisation'
import { type Agents, createAgents } from './presence/agents'
import { createRandom } from './random'
import { createAcd } from './routing/acd'
import { defaultSwitches, type Switches } from './switches'
import { createTimers, type Timers } from './timers'

/** Everything one emulator knows. A reset throws it away and makes another. */
export interface World {
  readonly clock: Timers
  readonly org: Organisation
  readonly agents: Agents
  readonly conversations: Conversations
  readonly channels: Channels
  readonly clients: Client[]
  readonly logins: Logins
  readonly providers: Providers
  /** How applications are answered. */
  readonly answers: Answers
  readonly codes: Codes
  readonly tokens: Tokens
  readonly refreshTokens: RefreshTokens
  /** Addresses of the login host and of the sockets. */
  readonly login: string
  readonly sockets: string
  /** Counts a request of a token; the seconds to wait when it was one too many. */
  limit(tokenId: string): number | undefined
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
  readonly watch?: Watch
}

export function createWorld(options: WorldOptions): World {
  const clock = createTimers(options.clock)
  const random = createRandom(options.seed)
  const org = makeOrganisation(random)
  const switches: Switches = { ...defaultSwitches, ...options.switches }
  const channels = createChannels(clock, options.watch)
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
  const voidFamily = (family: string) => {
    refreshTokens.end((grant) => grant.family === family)
    tokens.end('revoked', (token) => token.family === family)
  }
  const refreshTokens = createRefreshTokens(voidFamily)
  const tokens: Tokens = createTokens({
    clock,
    ended({ id, family }, why) {
      channels.end(id, why)
      // Revoked is for good; what has expired may be refreshed.
      if (why === 'revoked') refreshTokens.end((grant) => grant.family === family)
    },
  })

  return {
    clock,
    org,
    agents,
    conversations,
    channels,
    clients: makeClients(options.redirectUris),
    logins: createLogins(),
    providers: createProviders(),
    answers: createAnswers(options.login),
    codes: createCodes(clock, voidFamily),
    tokens,
    refreshTokens,
    login: options.login,
    sockets: options.sockets,
    limit: createLimiter(clock),
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
