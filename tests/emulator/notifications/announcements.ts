import { randomUUID } from 'node:crypto'
import type { Watch } from '../contract/watch'
import type { Channel } from './channel'
import { eventFrame } from './frames'
import { createGroups } from './groups'

/** Who listens to what. */
export interface Announcements {
  /** Replaces the topics of a channel. */
  listen(channel: Channel, topics: readonly string[]): void
  isHeard(topic: string): boolean
  /** The body is made once, and only when somebody listens to one of the topics. */
  announce(topics: readonly string[], makeBody: () => unknown): void
}

type Deliver = (channel: Channel, topic: string, text: string) => void

/** Makes of a body what is told on a topic; the same, when nothing is to be done. */
export type Outward = (topic: string, body: unknown) => unknown

interface Options {
  readonly watch?: Watch | undefined
  readonly outward?: Outward
}

export function createAnnouncements(deliver: Deliver, options: Options = {}): Announcements {
  const { watch, outward = (_topic, body) => body } = options
  const listeners = createGroups<Channel>()

  return {
    listen(channel, topics) {
      for (const topic of channel.topics.keys()) listeners.delete(topic, channel)
      channel.topics = new Map(topics.map((topic) => [topic.toLowerCase(), topic]))
      for (const topic of channel.topics.keys()) listeners.add(topic, channel)
    },
    isHeard: (topic) => listeners.of(topic.toLowerCase()).size > 0,
    announce(topics, makeBody) {
      let made: { readonly body: unknown; readonly text: string } | undefined
      for (const topic of topics.map((name) => name.toLowerCase())) {
        for (const channel of listeners.of(topic)) {
          if (!made) {
            const body = makeBody()
            made = { body, text: JSON.stringify(body) }
          }
          const topicName = channel.topics.get(topic) ?? topic
          watch?.published(topicName, made.body)
          const told = outward(topic, made.body)
          const text = told === made.body ? made.text : JSON.stringify(told)
          deliver(channel, topic, eventFrame(topicName, text, randomUUID()))
        }
      }
    },
  }
}
