import { availableTopics, type TopicExpansion, topicExpansions } from '../notifications/available'
import { type Ask, type Handler, ok } from './ask'
import { Refused } from './errors'

function expansions({ query }: Ask): Set<TopicExpansion> {
  const wanted = query.getAll('expand').flatMap((value) => value.split(','))
  return new Set(
    wanted.map((name) => {
      const known = topicExpansions.find((field) => field === name)
      if (!known) throw new Refused('invalid.value', name, 'expand', topicExpansions.join(', '))
      return known
    }),
  )
}

export const availableTopicHandlers = {
  getNotificationsAvailabletopics: (ask) =>
    ok({
      entities: availableTopics(expansions(ask), ask.query.get('includePreview') !== 'false'),
    }),
} satisfies Record<string, Handler>
