import type { Clock } from '~/clock'
import { createLimiter } from './api/limiter'
import type { Watch } from './contract/watch'
import type { Conversation } from './conversation/call'
import { type Conversations, createConversations } from './conversation/conversations'
import { letPass, workOf } from './conversation/facts'
import { type Channels, createChannels } from './notifications/channels'
import { createEventFaults, type EventFaults } from './notifications/eventfaults'
import { createPublisher } from './notifications/publisher'
import { subjectOf } from './notifications/subject'
import { type Client, makeClients } from './oauth/clients'
import { type Codes, createCodes } from './oauth/codes'
import { createLogins, type Logins } from './oauth/logins'
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
  /** What goes wrong on purpose with events on their way. */
  readonly eventFaults: EventFaults
  readonly clients: readonly Client[]
  readonly logins: Logins
  readonly codes: Codes
  readonly tokens: Tokens
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
  const eventFaults = createEventFaults()
  const channels = createChannels(clock, {
    watch: options.watch,
    random: createRandom(options.seed),
    switches,
    faults: eventFaults,
    subjectOf: (userId) => subjectOf(userId, { org, conversations }),
  })
  const publisher = createPublisher({
    clock,
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
  const issuing = createTokens({ clock, ended: ({ id }, why) => channels.end(id, why) })
  const tokens: Tokens = {
    ...issuing,
    issue(owner, seconds) {
      const issued = issuing.issue(owner, seconds)
      const { userId, clientId } = owner
      const expires = clock.now() + seconds * 1000
      publisher.token(userId, { id: issued.id, clientId, expires })
      return issued
    },
  }

  return {
    clock,
    org,
    agents,
    conversations,
    channels,
    eventFaults,
    clients: makeClients(options.redirectUris),
    logins: createLogins(),
    codes: createCodes(clock, (tokenId) => tokens.end('revoked', ({ id }) => id === tokenId)),
    tokens,
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
