import type { Clock } from '~/clock'
import type { Watch } from './contract/watch'
import { ringsMs, takenByPhone } from './conversation/autoanswer'
import type { Conversation } from './conversation/call'
import { type Conversations, createConversations } from './conversation/conversations'
import { letPass, workOf } from './conversation/facts'
import { createTally, type Tally } from './conversation/tally'
import { createLimits, type Limits } from './limits/limits'
import type { LimitSettings } from './limits/settings'
import { type Channels, createChannels } from './notifications/channels'
import { createEventFaults, type EventFaults } from './notifications/eventfaults'
import { createPublisher } from './notifications/publisher'
import { subjectOf } from './notifications/subject'
import { type Answers, createAnswers } from './oauth/answers'
import { type Client, makeClients } from './oauth/clients'
import { type Codes, createCodes } from './oauth/codes'
import { createGuests, type Guests } from './oauth/guests'
import { createIntrospect, type IntrospectionOptions } from './oauth/introspection'
import { createLogins, type Logins } from './oauth/logins'
import { createProviders, type Providers } from './oauth/providers'
import { createRefreshTokens, type RefreshTokens } from './oauth/refresh'
import { createTokens, type Tokens } from './oauth/tokens'
import { createMembership, type Membership } from './org/membership'
import { makeOrganisation, type Organisation, type OrganisationName } from './org/organisation'
import { createPhones, type Phones } from './org/phones'
import { makeStations } from './org/stations'
import { type Agents, createAgents } from './presence/agents'
import { createOutOfOffice, type OutOfOffice } from './presence/outofoffice'
import { createRandom } from './random'
import { createAcd } from './routing/acd'
import { openLarge } from './scenario/opening'
import { createSkew, type Skew } from './skew'
import { defaultSwitches, type Switches } from './switches'
import { createTimers, type Timers } from './timers'

/** Everything one emulator knows. A reset throws it away and makes another. */
export interface World {
  readonly clock: Timers
  readonly org: Organisation
  readonly agents: Agents
  /** Who works for which queue. */
  readonly membership: Membership
  /** Who uses which station. */
  readonly phones: Phones
  readonly outOfOffice: OutOfOffice
  readonly conversations: Conversations
  /** What analytics count of them. */
  readonly tally: Tally
  readonly channels: Channels
  /** What goes wrong on purpose with events on their way. */
  readonly eventFaults: EventFaults
  readonly clients: Client[]
  readonly logins: Logins
  readonly providers: Providers
  /** How applications are answered. */
  readonly answers: Answers
  readonly codes: Codes
  readonly tokens: Tokens
  readonly refreshTokens: RefreshTokens
  /** Tokens of another server, where there is one. */
  readonly guests?: Guests
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
  readonly organisation?: OrganisationName
  readonly redirectUris: readonly string[]
  readonly login: string
  readonly sockets: string
  readonly switches?: Partial<Switches>
  readonly limits?: Partial<LimitSettings>
  readonly introspection?: IntrospectionOptions
  readonly watch?: Watch
}

export function createWorld(options: WorldOptions): World {
  const clock = createTimers(options.clock)
  const random = createRandom(options.seed)
  const org = makeOrganisation(random, options.organisation)
  const switches: Switches = { ...defaultSwitches, ...options.switches }
  const clients = makeClients(options.redirectUris)
  const eventFaults = createEventFaults(clock)
  const skew = createSkew()
  const tally = createTally()
  const channels = createChannels(clock, {
    watch: options.watch,
    random: createRandom(options.seed),
    switches,
    faults: eventFaults,
    subjectOf: (owner) => subjectOf(owner, { org, conversations, clients }),
    outward: (topic, body) => skew.event(topic, body),
  })
  const publisher = createPublisher({
    clock,
    org,
    channels,
    agents: () => agents,
    conversations: () => conversations,
    phones: () => phones,
    membership: () => membership,
    outOfOffice: () => outOfOffice,
  })

  const agents: Agents = createAgents({
    clock,
    users: org.users,
    workOf: (userId) => workOf(userId, conversations.ofUser(userId)),
    changed: (userId, what) => {
      for (const topic of what) publisher[topic](userId)
      acd.run()
    },
  })

  /** First the call's own event, then what follows for its agents, then the next offer. */
  function changed(before: Conversation | undefined, after: Conversation): void {
    tally.look(before, after, clock.now())
    publisher.conversation(after)
    for (const userId of letPass(before, after)) agents.setNotResponding(userId, true)
    for (const participantId of takenByPhone(before, after, phones.autoAnswerOf))
      clock.after(ringsMs, () => conversations.apply(after.id, { type: 'answer', participantId }))
    const users = new Set(after.participants.flatMap(({ userId }) => (userId ? [userId] : [])))
    for (const userId of users) {
      agents.refresh(userId)
      publisher.summary(userId)
    }
    acd.run()
  }

  const membership = createMembership({
    clock,
    org,
    changed(userId, queueId) {
      publisher.membership(userId, queueId)
      acd.run()
    },
  })
  const stations = makeStations(random, org.users)
  const phones = createPhones({ clock, users: org.users, stations, changed: publisher.station })
  const outOfOffice = createOutOfOffice({ clock, changed: publisher.outOfOffice })
  const conversations = createConversations({ clock, makeId: random.uuid, changed })
  const acd = createAcd({ org, agents, conversations })
  const voidFamily = (family: string) => {
    refreshTokens.end((grant) => grant.family === family)
    tokens.end('revoked', (token) => token.family === family)
  }
  const refreshTokens = createRefreshTokens(voidFamily)
  const tokens: Tokens = createTokens({
    clock,
    issued(token) {
      if (token.userId !== undefined) publisher.token(token.userId, token)
    },
    ended({ id, family }, why) {
      channels.end(id, why)
      limits.forget(id)
      // Revoked is for good; what has expired may be refreshed.
      if (why === 'revoked') refreshTokens.end((grant) => grant.family === family)
    },
  })

  const limits = createLimits(clock, options.limits)
  const { introspection } = options
  const guests =
    introspection &&
    createGuests({
      clock,
      introspect: createIntrospect(introspection),
      freshMs: introspection.freshMs,
      tokens,
      clients,
      users: org.users,
    })

  const world: World = {
    clock,
    org,
    agents,
    membership,
    phones,
    outOfOffice,
    conversations,
    tally,
    channels,
    eventFaults,
    clients,
    logins: createLogins(),
    providers: createProviders(),
    answers: createAnswers(options.login),
    codes: createCodes(clock, voidFamily),
    tokens,
    refreshTokens,
    ...(guests && { guests }),
    login: options.login,
    sockets: options.sockets,
    limits,
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
  if (options.organisation === 'large') openLarge(world, random)
  return world
}
