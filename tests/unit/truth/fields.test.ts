import { describe, expect, test, vi } from 'vitest'
import type { Json } from '../emulator/visitor'
import { changed, live, placesOf, topics } from './life'
import { connected } from './orders'
import type { Scene } from './scene'
import { expectSound } from './sound'
import { openings } from './stage'
import { expectTruth, shownBy } from './truth'

const { open } = openings()

/** Tells each spoiled form of what was heard last, and after it the truth, as the next event would. */
async function tellAll(scene: Scene, spoil: (body: Json) => Iterable<Json>) {
  const { desk } = scene
  const truth = shownBy(scene)
  const last = topics.map((topic) => ({ topic, body: scene.heard(topic).at(-1) }))
  for (const { topic, body } of last)
    for (const spoiled of spoil(body)) {
      desk.hear(topic, spoiled)
      expectSound(scene)
      for (const event of last) desk.hear(event.topic, event.body)
      if (JSON.stringify(shownBy(scene)) === JSON.stringify(truth)) continue
      // What seems older than what is known is looked up.
      await scene.pass(1_000)
      expect(shownBy(scene)).toEqual(truth)
    }
  await scene.quiet()
  await expectTruth(scene)
}

function* without(body: Json) {
  for (const place of placesOf(body)) yield changed(body, place)
}

const wrong = [null, 5, -1, 'x', '', true, [], {}, [null], [[]], 1e300]

function* wrongly(body: Json) {
  // With another id it is another call, of which nothing more is ever heard.
  const places = placesOf(body).filter((place) => place.join() !== 'id')
  for (const place of places) for (const value of wrong) yield changed(body, place, value)
}

describe('an event whose', () => {
  test.each([
    ['fields are missing, one by one,', without],
    ['fields have every wrong type, one by one,', wrongly],
  ])(
    '%s is drawn as far as it goes, and the next true one as it is',
    async (_what, spoil) => {
      const scene = await open()
      const atEachStep = vi.fn(() => tellAll(scene, spoil))
      await live(scene, atEachStep)
      expect(atEachStep).toHaveBeenCalledTimes(7)
    },
    60_000,
  )
})

describe('a value nobody knows yet', () => {
  test.each([
    [
      'state of the call',
      ['calls', 0, 'state'],
      ['tomorrow', 'uploading', 'scheduled', 'none', 'CONNECTED'],
    ],
    ['purpose', ['purpose'], ['tomorrow', 'bot', 'AGENT']],
    ['wrap-up prompt', ['wrapupPrompt'], ['tomorrow']],
    ['way it ended', ['calls', 0, 'disconnectType'], ['tomorrow', 'transfer.dnd']],
    ['direction', ['calls', 0, 'direction'], ['sideways']],
  ] as const)(
    'for the %s leaves the call on screen, with nothing offered that cannot work',
    async (_what, place, values) => {
      const scene = await open()
      const id = await connected(scene)
      const { desk } = scene
      const body = scene.heard('conversations').at(-1)
      const index = body.participants.findIndex(
        ({ userId }: { userId?: string }) => userId === desk.me.id,
      )
      for (const value of values) {
        desk.hear('conversations', changed(body, ['participants', index, ...place], value))
        await scene.quiet()
        expectSound(scene)
        expect(desk.conversations.ids()).toEqual([id])
        desk.hear('conversations', body)
        await scene.quiet()
        await expectTruth(scene)
      }
    },
  )

  test('for a presence or a routing status is no presence that there is', async () => {
    const scene = await open()
    const { desk } = scene
    await connected(scene)
    const presence = scene.heard('presence').at(-1)
    desk.hear('presence', changed(presence, ['presenceDefinition', 'systemPresence'], 'SIESTA'))
    expect(desk.presence.current()?.system).toBe('other')
    expect(desk.presence.onQueue()).toBe(false)
    const routing = scene.heard('routingStatus').at(-1)
    desk.hear('routingStatus', changed(routing, ['routingStatus', 'status'], 'DREAMING'))
    expect(desk.presence.routing()?.status).toBe('other')
    expectSound(scene)
    scene.desk.sync.read()
    await scene.quiet()
    await expectTruth(scene)
  })
})

test.each([
  ['participant', ['id']],
  ['call', ['calls', 0, 'id']],
] as const)(
  'a call whose first event does not name the agent’s %s has buttons that work all the same',
  async (_what, place) => {
    const scene = await open()
    const id = await connected(scene)
    const { desk } = scene
    const body = scene.heard('conversations').at(-1)
    const index = body.participants.findIndex(({ userId }: Json) => userId === desk.me.id)
    // A desk that has not heard of the call before.
    desk.conversations.replace([])
    desk.hear('conversations', changed(body, ['participants', index, ...place]))
    await scene.quiet()
    expect(desk.conversations.get(id)?.mine).toBeDefined()
    expectSound(scene)
    await expectTruth(scene)
  },
)
