/** What the notification socket says, beside the news of its topics: messages of the system about the channel. */
import { isRecord, isText } from '~/protocol/protocol'

export interface Frame {
  readonly topicName: string
  readonly eventBody: unknown
}

export function frameOf(data: string): Frame | undefined {
  try {
    const frame: unknown = JSON.parse(data)
    if (!isRecord(frame) || typeof frame.topicName !== 'string') return undefined
    return { topicName: frame.topicName, eventBody: frame.eventBody ?? null }
  } catch {
    return undefined
  }
}

export type Notice =
  /** The socket closes in a minute or so. */
  | { readonly kind: 'closing' }
  /** Another connection has the channel: nothing more comes here. `clientId`: the app it is of, if it is told. */
  | { readonly kind: 'taken'; readonly channelId: string; readonly clientId: string | undefined }
  /** The token it was made with. */
  | { readonly kind: 'revoked'; readonly channelId: string }

/** Names come in any case; a body may tell less than it should. */
export function noticeOf({ topicName, eventBody }: Frame): Notice | undefined {
  const [, name, id] = /^v2\.system\.([a-z_]+)(?:\.([\w-]+))?$/.exec(topicName.toLowerCase()) ?? []
  if (name === 'socket_closing') return { kind: 'closing' }
  const body = isRecord(eventBody) ? eventBody : {}
  const textOf = (value: unknown) => (isText(value) ? value : undefined)
  // Of what the name tells the id is not documented.
  const channelId = (textOf(body.channelId) ?? id ?? '').toLowerCase()
  if (name === 'token_revoked') return { kind: 'revoked', channelId }
  if (name !== 'no_longer_subscribed') return undefined
  return { kind: 'taken', channelId, clientId: textOf(body.oauthClientId) }
}
