import type { Channel } from './channel'
import { pongFrame, readFrame, resultFrame } from './frames'
import { judgeSubscription } from './subscribing'
import type { Subject } from './topics'

type Subscribe = (
  channel: Channel,
  subscriptions: readonly string[],
  topics: readonly string[],
) => void

/** What is answered to a frame of the client; nothing to what it may not say. No channel: it is gone. */
export function hear(
  text: string,
  channel: Channel | undefined,
  subject: Subject | undefined,
  subscribe: Subscribe,
): string | undefined {
  const said = readFrame(text)
  if (!said) return undefined
  if (said.message === 'ping') return channel && pongFrame
  const { message, topics, correlationId } = said
  if (!channel || !subject) return resultFrame('404', 'failure', correlationId)
  if (!topics) return resultFrame('400', 'error', correlationId)
  const named = new Set(topics.map((topic) => topic.toLowerCase()))
  const rest = channel.subscriptions.filter((topic) => !named.has(topic.toLowerCase()))
  const wanted = message === 'subscribe' ? [...rest, ...topics] : rest
  const judged = judgeSubscription(wanted, subject, false)
  if (typeof judged === 'string') return resultFrame('400', 'failure', correlationId)
  subscribe(channel, judged.subscriptions, judged.topics)
  return resultFrame('200', `${message}d`, correlationId)
}
