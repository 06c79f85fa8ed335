import { callerOf } from '../conversation/call'
import type { Queue } from '../org/organisation'
import { inCapitals } from '../presence/definitions'
import { byQualifier, ofMedia, ofPeople, type Sighting, viewOf } from '../routing/observations'
import type { World } from '../world'
import { type Ask, fields, type Handler, ok } from './ask'
import { filterIn, type Group, metricsIn, passes } from './predicates'

function toObservation({ since, userId, conversation, participant }: Sighting) {
  const caller = conversation && callerOf(conversation)
  return {
    observationDate: new Date(since).toISOString(),
    ...(userId !== undefined && { userId }),
    ...(conversation && {
      conversationId: conversation.id,
      routingPriority: conversation.priority,
      ...(conversation.skills?.length && { requestedRoutingSkillIds: conversation.skills }),
      ani: conversation.ani.number,
      dnis: conversation.dnis,
    }),
    ...(caller && { participantName: caller.name }),
    ...(participant && { sessionId: participant.call.id, direction: participant.call.direction }),
  }
}

/**
 * UNSURE in the official documents: what lasts longest is told as the milliseconds it has lasted, or as the moment
 * since when, as the emulator is told to.
 */
function statsOf(metric: string, sightings: readonly Sighting[], { clock, switches }: World) {
  if (!metric.startsWith('oLongest')) return { count: sightings.length }
  const [oldest] = sightings
  if (!oldest) return { count: 0 }
  const told = switches.longestWait === 'moment' ? oldest.since : clock.now() - oldest.since
  return { count: 1, calculatedMetricValue: told }
}

/** One entry for each qualifier; without any, one that says zero. */
function toData(metric: string, sightings: readonly Sighting[], detailed: boolean, world: World) {
  return [...byQualifier(sightings)].map(([qualifier, own]) => ({
    metric,
    ...(qualifier !== undefined && { qualifier }),
    stats: statsOf(metric, own, world),
    ...(detailed && { truncated: false, observations: own.map(toObservation) }),
  }))
}

/** System presence → the definitions under it, for whoever wants to add up qualifiers. */
function mappings({ org }: World): Record<string, string[]> {
  const mapped: Record<string, string[]> = {}
  for (const { id, systemPresence } of org.definitions) {
    const name = inCapitals(systemPresence)
    mapped[name] = [...(mapped[name] ?? []), id]
  }
  return mapped
}

function observeQueues(ask: Ask) {
  const { world } = ask
  const body = fields(ask)
  const filter = filterIn(body)
  const wanted = metricsIn(body, [...Object.keys(ofPeople), ...Object.keys(ofMedia)])
  const details = Array.isArray(body.detailMetrics) ? body.detailMetrics : []
  const view = viewOf(world)

  function result(queue: Queue, group: Group, looks: typeof ofPeople) {
    const metrics = wanted.filter((metric) => Object.hasOwn(looks, metric))
    if (metrics.length === 0 || !passes(group, filter, ['queueId', 'mediaType'])) return []
    const data = metrics.flatMap((metric) =>
      toData(metric, looks[metric]?.(queue, view) ?? [], details.includes(metric), world),
    )
    return [{ group, data }]
  }

  const results = world.org.queues.flatMap((queue) => [
    ...result(queue, { queueId: queue.id, mediaType: 'voice' }, ofMedia),
    ...result(queue, { queueId: queue.id }, ofPeople),
  ])
  return ok({ systemToOrganizationMappings: mappings(world), results })
}

/** How many queues people belong to, and how many of them they have joined. */
function observeUsers(ask: Ask) {
  const { org } = ask.world
  const body = fields(ask)
  const filter = filterIn(body)
  const wanted = metricsIn(body, ['oActiveQueues', 'oMemberQueues'])
  const results = org.users.flatMap(({ id: userId }) => {
    const group = { userId }
    if (!passes(group, filter, ['userId'])) return []
    const own = org.queuesOf(userId).flatMap(({ members }) => members.get(userId) ?? [])
    const data = wanted.map((metric) => {
      const count = metric === 'oActiveQueues' ? own.filter(Boolean).length : own.length
      return { metric, stats: { count } }
    })
    return [{ group, data }]
  })
  return ok({ results })
}

export const observationHandlers = {
  postAnalyticsQueuesObservationsQuery: observeQueues,
  postAnalyticsUsersObservationsQuery: observeUsers,
} satisfies Record<string, Handler>
