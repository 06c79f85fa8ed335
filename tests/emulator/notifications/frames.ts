/** The text of the socket's frames. */

export function eventFrame(topicName: string, eventBody: unknown, correlationId: string): string {
  return JSON.stringify({
    topicName,
    version: '2',
    eventBody,
    metadata: { CorrelationId: correlationId },
  })
}

function metadataFrame(message: string): string {
  return JSON.stringify({ topicName: 'channel.metadata', eventBody: { message } })
}

export const heartbeatFrame = metadataFrame('WebSocket Heartbeat')
export const pongFrame = metadataFrame('pong')

export function tokenRevokedFrame(
  channelId: string,
  userId: string | undefined,
  clientId: string,
): string {
  return JSON.stringify({
    topicName: `v2.system.token_revoked.${channelId}`,
    version: '2',
    eventBody: {
      channelId,
      systemTopicType: 'token_revoked',
      userId,
      oauthClientId: clientId,
      reason: 'user_tokens_revoked',
      message: 'The token of this channel has been revoked',
    },
  })
}

export function isPing(text: string): boolean {
  try {
    const message: unknown = JSON.parse(text)
    return (
      typeof message === 'object' &&
      message !== null &&
      'message' in message &&
      message.message === 'ping'
    )
  } catch {
    return false
  }
}
