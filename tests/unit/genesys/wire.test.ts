import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { definitions, topicShapes } from '../../emulator/contract/facts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const topics = topicShapes()

/** Ours → the official definitions that hold its fields. */
const official: Readonly<Record<string, readonly string[]>> = {
  Listing: ['QueueEntityListing'],
  User: ['UserMe'],
  UserSearchResponse: ['UsersSearchResponse'],
  PresenceDefinition: ['OrganizationPresenceDefinition'],
  UserPresence: ['UserPresence', 'PresenceEventUserPresence'],
  RoutingStatusEvent: ['UserRoutingStatusUserRoutingStatus'],
  Queue: ['UserQueue'],
  Participant: ['Participant', 'ConversationEventTopicParticipant'],
  Call: ['Call', 'ConversationEventTopicCall'],
  OtherLeg: ['Callback', 'ConversationEventTopicCallback'],
  Invitation: ['Conversation'],
  QueueObservationsQuery: ['QueueObservationQuery'],
  QueueObservations: ['QueueObservationQueryResponse'],
  EstimatedWait: ['EstimatedWaitTimePredictions'],
  AutoAnswer: ['AutoAnswerSettings'],
  AggregatesQuery: ['ConversationAggregationQuery'],
  Aggregates: ['ConversationAggregateQueryResponse'],
  QueueMembers: ['QueueMemberEntityListing'],
  AgentActivity: ['AgentActivityChangedTopicAgentActivity'],
}

const files = ['wire', 'wirecalls', 'wirechannel', 'wirefigures', 'wirepeople']
const interfaces = [
  ...files
    .map((name) => read(`../../../src/genesys/${name}.ts`))
    .join('\n')
    .matchAll(/^export interface (\w+)[^{]*\{\n([\s\S]*?)^\}/gm),
].map(([, name = '', body = '']) => ({
  name,
  fields: [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, field = '']) => field),
}))

describe('the shapes of the wire', () => {
  test('are all looked at', () => {
    expect(interfaces.length).toBeGreaterThan(20)
    expect(interfaces.every(({ fields }) => fields.length > 0)).toBe(true)
  })

  test.each(interfaces)(
    '$name has no field that Genesys Cloud does not describe',
    ({ name, fields }) => {
      const shapes = (official[name] ?? [name]).map((one) => definitions[one] ?? topics[one])
      expect(shapes).not.toContain(undefined)
      const known = shapes.flatMap((shape) => Object.keys(shape?.properties ?? {}))
      expect(fields.filter((field) => !known.includes(field))).toEqual([])
    },
  )
})
