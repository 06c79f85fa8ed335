import { type Hosts, type Json, logIn, openSocket, redirectUri } from '../emulator/visitor'
import { type Client, clientOf } from './hosts'
import { sdk } from './sdk'

/** What of the SDK's interfaces the shifts are worked with. */
export function apisOf(client: Client) {
  return {
    client,
    users: new sdk.UsersApi(client),
    presence: new sdk.PresenceApi(client),
    routing: new sdk.RoutingApi(client),
    conversations: new sdk.ConversationsApi(client),
    notifications: new sdk.NotificationsApi(client),
    organization: new sdk.OrganizationApi(client),
    tokens: new sdk.TokensApi(client),
    search: new sdk.SearchApi(client),
    stations: new sdk.StationsApi(client),
  }
}

export interface Agent extends ReturnType<typeof apisOf> {
  readonly id: string
}

/** Signs in as a user by PKCE: verifier, challenge and exchange are the SDK's, the pages a person's. */
export async function signIn(hosts: Hosts, name = 'Ana Ruiz'): Promise<Agent> {
  const client = clientOf(hosts)
  const verifier = client.generatePKCECodeVerifier(128)
  const code_challenge = await client.computePKCECodeChallenge(verifier)
  const { location } = await logIn(hosts, name, 'allow', { code_challenge })
  const code = location.searchParams.get('code') ?? ''
  await client.authorizePKCEGrant('minidesk-local', verifier, code, redirectUri)
  const apis = apisOf(client)
  return { ...apis, id: given((await apis.users.getUsersMe()).id) }
}

/** The SDK's types have every field optional. */
export function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Not given')
  return value
}

/** What the SDK rejected with. */
export function refusal(asked: Promise<unknown>): Promise<Json> {
  return asked.then(
    () => {
      throw new Error('Not refused')
    },
    (reason) => reason,
  )
}

export interface Ears {
  readonly channelId: string
  /** The body of the first event of the topic, after the last one asked for, that fits. */
  heard(topic: string, isWanted: (body: Json) => boolean): Promise<Json>
}

/** Listens to the agent's own topics, by their suffixes, on a channel of the SDK. */
export async function listen(agent: Agent, ...suffixes: string[]): Promise<Ears> {
  const topic = (suffix: string) => `v2.users.${agent.id}.${suffix}`
  const ears = await listenToAll(agent, ...suffixes.map(topic))
  return { ...ears, heard: (suffix, isWanted) => ears.heard(topic(suffix), isWanted) }
}

/** What is told of an agent's calls: every form of it is held to the contract as soon as somebody listens. */
export const ofCalls = ['conversations', 'conversations.calls', 'conversationsummary'] as const

/** Listens to topics, by their whole names. */
export async function listenToAll({ notifications }: Agent, ...topics: string[]): Promise<Ears> {
  const { id, connectUri } = await notifications.postNotificationsChannels()
  const channelId = given(id)
  await notifications.putNotificationsChannelSubscriptions(
    channelId,
    topics.map((topic) => ({ id: topic })),
  )
  const socket = await openSocket(given(connectUri))
  let past = 0
  return {
    channelId,
    async heard(topic, isWanted) {
      const frame = await socket.next(
        (one) =>
          socket.frames.indexOf(one) >= past && one.topicName === topic && isWanted(one.eventBody),
      )
      past = socket.frames.indexOf(frame) + 1
      return frame.eventBody
    },
  }
}
