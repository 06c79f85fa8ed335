import { isFields } from '../http/json'

/** The text of the socket's frames. */

/** `body` is JSON already. */
export function eventFrame(topicName: string, body: string, correlationId: string): string {
  const metadata = JSON.stringify({ CorrelationId: correlationId })
  return `{"topicName":${JSON.stringify(topicName)},"version":"2","eventBody":${body},"metadata":${metadata}}`
}

function metadataFrame(message: string): string {
  return JSON.stringify({ topicName: 'channel.metadata', eventBody: { message } })
}

export const heartbeatFrame = metadataFrame('WebSocket Heartbeat')
export const pongFrame = metadataFrame('pong')

interface Addressee {
  readonly id: string
  readonly owner: { readonly userId?: string; readonly clientId: string }
}

export interface SystemMessage {
  readonly topicName: string
  readonly version: '2'
  readonly eventBody: Readonly<Record<string, string>>
}

function systemMessage(
  topicName: string,
  { id, owner }: Addressee,
  rest: Readonly<Record<string, string>>,
): SystemMessage {
  const { userId, clientId } = owner
  return {
    topicName,
    version: '2',
    eventBody: {
      channelId: id,
      ...(userId !== undefined && { userId }),
      oauthClientId: clientId,
      ...rest,
    },
  }
}

/** The official list of types has none for this one. */
export function socketClosing(channel: Addressee): SystemMessage {
  return systemMessage('v2.system.socket_closing', channel, {
    message: 'The socket is about to be closed: open another one',
  })
}

export function noLongerSubscribed(channel: Addressee): SystemMessage {
  return systemMessage(`v2.system.no_longer_subscribed.${channel.id}`, channel, {
    systemTopicType: 'no_longer_subscribed',
    reason: 'another_channel_subscribed',
    message: 'Another connection took the channel',
  })
}

export function tokenRevoked(channel: Addressee): SystemMessage {
  return systemMessage(`v2.system.token_revoked.${channel.id}`, channel, {
    systemTopicType: 'token_revoked',
    reason: 'user_tokens_revoked',
    message: 'The token of this channel has been revoked',
  })
}

/** What a client says over the socket. */
export type Said =
  | { readonly message: 'ping' }
  | {
      readonly message: 'subscribe' | 'unsubscribe'
      /** None: they could not be understood. */
      readonly topics: readonly string[] | undefined
      readonly correlationId: string | undefined
    }

/** Nothing, for what nobody here understands. */
export function readFrame(text: string): Said | undefined {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isFields(said)) return undefined
  const { message, topics, correlationId } = said
  if (message === 'ping') return { message }
  if (message !== 'subscribe' && message !== 'unsubscribe') return undefined
  const names = Array.isArray(topics) ? topics.filter((topic) => typeof topic === 'string') : []
  return {
    message,
    topics: Array.isArray(topics) && names.length === topics.length ? names : undefined,
    correlationId: typeof correlationId === 'string' ? correlationId : undefined,
  }
}

/**
 * The answer to a subscription over the socket. UNSURE in the official documents: the forms are those that
 * a public client expects.
 */
export function resultFrame(
  result: '200' | '400' | '404',
  status: string,
  correlationId: string | undefined,
): string {
  return JSON.stringify({ result, status, correlationId })
}
