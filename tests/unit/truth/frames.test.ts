import { describe, expect, test } from 'vitest'
import type { UserTopic } from '~/genesys/topics'
import { connected } from './orders'
import type { Scene } from './scene'
import { expectSound } from './sound'
import { openings } from './stage'
import { expectTruth, shownBy } from './truth'

const { open } = openings()
const topics: readonly UserTopic[] = ['conversations', 'presence', 'routingStatus']
const event = (topicName: unknown, eventBody?: unknown) => JSON.stringify({ topicName, eventBody })

/** The next true event is heard as ever. */
async function expectStillHears(scene: Scene) {
  await scene.control('POST', `/users/${scene.desk.me.id}/presence`, { systemPresence: 'Away' })
  await scene.pass(20)
  expect(scene.desk.presence.current()?.system).toBe('away')
  await expectTruth(scene)
  expect(scene.connection().state).toBe('live')
}

test.each([
  '',
  'not JSON',
  '{',
  'null',
  '5',
  '"text"',
  '[]',
  '{}',
  '[[[[',
  event(5, {}),
  event(null, {}),
  event(['v2.users'], {}),
  event('', {}),
  event('v2.users..presence', {}),
  event('v2.nothing.known', { id: 'x' }),
  event('v2.detail.events.conversation.x.user.start', { id: 'x' }),
  event('channel.metadata'),
  event('v2.system.tomorrow', { message: 'x' }),
  '{"__proto__":{"topicName":"channel.metadata"}}',
])('the frame %s is passed over', async (text) => {
  const scene = await open()
  const before = shownBy(scene)
  // A text of nothing cannot be sent by the controls; a space says as little.
  await scene.frame(text || ' ')
  expect(shownBy(scene)).toEqual(before)
  expectSound(scene)
  await expectStillHears(scene)
})

describe.each(topics)('an event of %s', (topic) => {
  test.each([undefined, null, 5, 'text', true, [], {}, [null], [[]], { id: null }, { id: {} }])(
    'with the body %j changes nothing',
    async (body) => {
      const scene = await open()
      await connected(scene)
      const before = shownBy(scene)
      await scene.frame(event(`v2.users.${scene.desk.me.id}.${topic}`, body))
      expect(shownBy(scene)).toEqual(before)
      expectSound(scene)
      await expectStillHears(scene)
    },
  )

  test('of another agent changes nothing', async () => {
    const scene = await open()
    await connected(scene)
    const before = shownBy(scene)
    const { users } = await scene.control('GET', '/state')
    for (const body of scene.heard(topic))
      await scene.frame(event(`v2.users.${users[1].id}.${topic}`, body))
    expect(scene.heard(topic).length).toBeGreaterThan(0)
    expect(shownBy(scene)).toEqual(before)
  })

  test('is known however its topic is spelled', async () => {
    const scene = await open()
    await connected(scene)
    const bodies = scene.heard(topic)
    const body = bodies.at(-1)
    const changed = JSON.stringify(body)
      .replaceAll('"state":"connected"', '"state":"disconnected"')
      .replace('"ON_QUEUE"', '"BUSY"')
      .replace('"INTERACTING"', '"COMMUNICATING"')
    const before = shownBy(scene)
    await scene.frame(
      event(
        `V2.USERS.${scene.desk.me.id.toUpperCase()}.${topic.toUpperCase()}`,
        JSON.parse(changed),
      ),
    )
    expect(shownBy(scene)).not.toEqual(before)
    expectSound(scene)
  })
})

test('what a media topic says of the same call is not taken for the call', async () => {
  const scene = await open()
  const id = await connected(scene)
  const before = shownBy(scene)
  const flat = { id, participants: [{ id: 'p', userId: scene.desk.me.id, state: 'disconnected' }] }
  await scene.frame(event(`v2.users.${scene.desk.me.id}.conversations.calls`, flat))
  expect(shownBy(scene)).toEqual(before)
})

test('an event of a megabyte is heard, and those after it', async () => {
  const scene = await open()
  await connected(scene)
  const body = scene.heard('conversations').at(-1)
  const attributes = Object.fromEntries(
    Array.from({ length: 1_000 }, (_, index) => [`Attribute ${index}`, 'x'.repeat(1_000)]),
  )
  for (const one of body.participants) one.attributes = attributes
  await scene.frame(event(`v2.users.${scene.desk.me.id}.conversations`, body))
  expectSound(scene)
  await expectTruth(scene)
  await expectStillHears(scene)
})

test('a flood of five hundred events that nobody ordered ends in the truth', async () => {
  const scene = await open()
  const id = await connected(scene)
  const body = scene.heard('conversations').at(-1)
  const topic = `v2.users.${scene.desk.me.id}.conversations`
  const mine = body.participants.find(
    ({ userId }: { userId?: string }) => userId === scene.desk.me.id,
  )
  const texts = Array.from({ length: 500 }, (_, index) => {
    mine.calls[0].muted = index % 2 === 0
    return event(topic, body)
  })
  await Promise.all(texts.map((text) => scene.control('POST', '/sockets/send', { text })))
  await scene.quiet()
  expect(scene.heard('conversations').length).toBeGreaterThan(500)
  expectSound(scene)
  // Muted or not was told in turns, the last time perhaps untrue: it was looked up.
  await expectTruth(scene)
  await expectStillHearsTheCall(scene, id)
})

async function expectStillHearsTheCall(scene: Scene, id: string) {
  await scene.control('POST', `/conversations/${id}/hangup`)
  await scene.pass(20)
  expect(scene.desk.conversations.get(id)?.phase).toBe('wrapup')
  await expectTruth(scene)
}

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'names such as %s are names like any other',
  async (name) => {
    const scene = await open()
    const id = await connected(scene)
    const body = scene.heard('conversations').at(-1)
    const topic = `v2.users.${scene.desk.me.id}.conversations`
    const told = JSON.stringify(body)
    // A foreign call with that name for its id and its attribute, and our own with that attribute.
    await scene.frame(event(topic, JSON.parse(told.replaceAll(id, name))))
    const attributes = JSON.parse(`{"${name}":"polluted","Topic":"Boiler"}`)
    body.participants[0].attributes = attributes
    await scene.frame(event(topic, body))
    expectSound(scene)
    expect(scene.desk.conversations.ids()).toContain(name)
    expect(scene.desk.conversations.get(id)?.attributes.Topic).toBe('Boiler')
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
    // Read anew, what is not there is gone.
    scene.desk.sync.read()
    await scene.quiet()
    await expectTruth(scene)
  },
)
