import { topicBodies } from '../contract/facts'
import { ruleOf } from './topicrules'

/** Who asks for a topic, and what is known of those it may be about. */
export interface Subject {
  /** None of a client that asks for itself. */
  readonly userId?: string
  readonly permissions: readonly string[]
  hasUser(id: string): boolean
  hasQueue(id: string): boolean
  /** Whether the subject takes part in the conversation. */
  takesPart(conversationId: string): boolean
}

export type TopicVerdict = 'permitted' | 'unauthorized' | 'undivisioned' | 'invalid'

export interface JudgedTopic {
  readonly verdict: TopicVerdict
  /** The single topics it comes down to. */
  readonly topics: readonly string[]
  /** Any one of them would do. */
  readonly missing: readonly string[]
}

/** In small letters → as it is officially written, of the topics that can be subscribed to. */
const templates = new Map(
  Object.keys(topicBodies)
    .filter((template) => !template.startsWith('v2.system.'))
    .map((template) => [template.toLowerCase(), template]),
)

export const availableTemplates: readonly string[] = [...templates.values()]

/** Need no subscription, and are taken when subscribed to all the same. */
const always = /^(channel\.metadata|v2\.system\.[\w.-]+)$/

/** A combined id must be shorter than this. */
const combinedLimit = 200

const uuid = /(?<=\.)[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?=\.|$)/g

/** `v2.users.ID?presence&routingStatus` stands for `v2.users.ID.presence` and so on. */
function expandTopic(id: string): string[] {
  const at = id.indexOf('?')
  if (at < 0) return [id]
  const prefix = id.slice(0, at)
  return id
    .slice(at + 1)
    .split('&')
    .map((suffix) => `${prefix}.${suffix}`)
}

function judgeSingle(topic: string, subject: Subject): Omit<JudgedTopic, 'topics'> {
  const name = topic.toLowerCase()
  const [id = ''] = name.match(uuid) ?? []
  const template = templates.get(name.replaceAll(uuid, '{id}'))
  if (always.test(name)) return { verdict: 'permitted', missing: [] }
  if (!template || id === '') return { verdict: 'invalid', missing: [] }
  const rule = ruleOf(template)
  if (rule.participants) {
    return { verdict: subject.takesPart(id) ? 'permitted' : 'unauthorized', missing: [] }
  }
  const ofUser = template.startsWith('v2.users.')
  if (ofUser && rule.own && id === subject.userId?.toLowerCase()) {
    return { verdict: 'permitted', missing: [] }
  }
  const needed = rule.permissions
  if (!needed) return { verdict: 'unauthorized', missing: [] }
  if (needed.length > 0 && !needed.some((one) => subject.permissions.includes(one))) {
    return { verdict: 'unauthorized', missing: needed }
  }
  // Somebody who is not there is in no division of the subject's.
  const exists = ofUser ? subject.hasUser(id) : subject.hasQueue(id)
  return { verdict: exists ? 'permitted' : 'undivisioned', missing: [] }
}

const gravity: readonly TopicVerdict[] = ['permitted', 'undivisioned', 'unauthorized', 'invalid']

/** Whether the subject may subscribe to the topic; of a combined one, to every part of it. */
export function judgeTopic(id: string, subject: Subject): JudgedTopic {
  const topics = expandTopic(id)
  if (id.includes('?') && id.length >= combinedLimit) {
    return { verdict: 'invalid', topics, missing: [] }
  }
  const judged = topics.map((topic) => judgeSingle(topic, subject))
  const gravest = Math.max(...judged.map(({ verdict }) => gravity.indexOf(verdict)))
  return {
    verdict: gravity[gravest] ?? 'invalid',
    topics,
    missing: [...new Set(judged.flatMap(({ missing }) => missing))],
  }
}
