import { describe, expect, test } from 'vitest'
import { type Heard, live } from './life'
import { connected, one, orders } from './orders'
import type { Scene } from './scene'
import { expectSound } from './sound'
import { openings } from './stage'
import { expectTruth } from './truth'

const { open } = openings()

/** Small and seeded, so that what it finds is found again. */
function createRandom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** In any order, some of them twice, some not at all. */
function jumbled<T>(all: readonly T[], seed: number): T[] {
  const random = createRandom(seed)
  const some = all.flatMap((one) => [[], [one], [one], [one, one]][random(4)] ?? [])
  return some
    .map((one) => ({ one, at: random(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

const tell = ({ desk }: Scene, { topic, body }: Heard) => desk.hear(topic, body)

describe('what was heard, told again in any order, some of it twice, some not', () => {
  test('leaves the desk sound, and true as soon as it is looked up', async () => {
    const scene = await open()
    const { heard, gone, now } = await live(scene)
    expect(heard.length).toBeGreaterThanOrEqual(20)
    let ghosts = 0
    for (let seed = 1; seed <= 150; seed++) {
      for (const event of jumbled(heard, seed)) {
        tell(scene, event)
        expectSound(scene)
        if (scene.desk.conversations.get(gone)) ghosts++
      }
      // Nothing is read anew as a whole: a doubt about one call is a question about one call.
      await scene.pass(5_000)
      await expectTruth(scene)
      expect(scene.desk.conversations.ids()).toEqual([now])
    }
    expect(ghosts).toBe(0)
    expect(scene.said).toEqual([])
  }, 30_000)

  test('to a desk that has just been opened ends in the truth when it is read', async () => {
    const scene = await open()
    const { heard } = await live(scene)
    const { desk } = scene
    for (let seed = 1; seed <= 20; seed++) {
      desk.sync.read()
      for (const event of jumbled(heard, seed)) tell(scene, event)
      await scene.pass(5_000)
      await expectTruth(scene)
    }
  })
})

test('every event told twice changes nothing', async () => {
  const scene = await open()
  const { heard } = await live(scene)
  for (const event of heard) for (const again of [event, event]) tell(scene, again)
  await scene.pass(5_000)
  await expectTruth(scene)
})

describe('an event that comes late', () => {
  test('does not bring back a call that has ended', async () => {
    const scene = await open()
    const { heard, gone } = await live(scene)
    for (const event of heard.filter(({ body }) => body.id === gone).slice(0, -1)) {
      tell(scene, event)
      expect(scene.desk.conversations.get(gone)).toBeUndefined()
    }
    await scene.pass(1_000)
    await expectTruth(scene)
  })

  test('does not make a call ring that was answered', async () => {
    const scene = await open()
    const id = await connected(scene)
    const ringing = scene
      .heard('conversations')
      .find(({ participants }) => JSON.stringify(participants).includes('"alerting"'))
    scene.desk.hear('conversations', ringing)
    expect(one(scene, id).phase).toBe('connected')
    await scene.pass(1_000)
    await expectTruth(scene)
  })

  test.each([
    ['held', 'resume'],
    ['muted', 'unmute'],
  ] as const)('does not leave a call %s that no longer is', async (word, opposite) => {
    const scene = await open()
    const order = orders.find(({ name }) => name === opposite)
    const id = (await order?.prepare(scene)) ?? ''
    const late = scene.heard('conversations').at(-1)
    expect(JSON.stringify(late)).toContain(`"${word}":true`)
    order?.send(scene, id)
    await scene.pass(1_000)
    expect(one(scene, id)).toMatchObject({ phase: 'connected', mine: { muted: false } })
    scene.desk.hear('conversations', late)
    await scene.pass(1_000)
    await expectTruth(scene)
    expect(one(scene, id)).toMatchObject({ phase: 'connected', mine: { muted: false } })
    expect(await scene.writes('patchConversationsCallParticipant')).toHaveLength(1)
  })

  test('takes no second call away that rings again', async () => {
    const scene = await open()
    const decline = orders.find(({ name }) => name === 'decline')
    const id = (await decline?.prepare(scene)) ?? ''
    decline?.send(scene, id)
    await scene.pass(1_000)
    const declined = scene.heard('conversations').at(-1)
    expect(scene.desk.conversations.get(id)).toBeUndefined()
    scene.desk.presence.backOnQueue()
    await scene.pass(1_000)
    expect(one(scene, id).phase).toBe('alerting')
    scene.desk.hear('conversations', declined)
    expect(one(scene, id).phase).toBe('alerting')
    await scene.pass(1_000)
    await expectTruth(scene)
  })
})

test('a call that is held by another phone of the agent is shown held', async () => {
  const scene = await open()
  const id = await connected(scene)
  const { mine } = one(scene, id)
  const path = `/conversations/calls/${id}/participants/${mine?.participantId}`
  await scene.write('PATCH', path, { held: true })
  await scene.pass(20)
  expect(one(scene, id).phase).toBe('held')
  await expectTruth(scene)
})
