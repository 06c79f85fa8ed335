/** Who changed the status, the way back, and what is to follow: with the real engine against the real emulator. */
import { describe, expect, test } from 'vitest'
import { connected, one, owed } from './orders'
import type { Scene } from './scene'
import { openings } from './stage'
import { expectTruth } from './truth'

const { open } = openings()

const set = (scene: Scene, systemPresence: string) =>
  scene.control('POST', `/users/${scene.desk.me.id}/presence`, { systemPresence })
const definition = ({ desk }: Scene, label: string) => {
  const found = desk.presence.choices().find((one) => one.label === label)
  if (!found) throw new Error(`There is no ${label}.`)
  return found
}
const choose = (scene: Scene, label: string) => scene.desk.presence.choose(definition(scene, label))
const follow = (scene: Scene, label: string) => scene.status.next.choose(definition(scene, label))
const presenceWrites = (scene: Scene) => scene.writes('patchUserPresencesPurecloud')
const hangUp = (scene: Scene, id: string) => scene.control('POST', `/conversations/${id}/hangup`)

/** A direct call: it leaves no after-call work. */
async function direct(scene: Scene) {
  await set(scene, 'On Queue')
  const from = { name: 'Cy Doe', number: '+493055500199' }
  const { me } = scene.desk
  const { conversationId } = await scene.control('POST', '/calls', { userId: me.id, from })
  await scene.control('POST', `/users/${me.id}/answer`, { conversationId })
  await scene.pass(2_000)
  expect(one(scene, conversationId).phase).toBe('connected')
  scene.status.changes.dismiss()
  await scene.control('DELETE', '/requests')
  return conversationId as string
}

describe('who changed the status', () => {
  test('is nobody known for what was found, me for an order of this page, and *elsewhere* for the rest', async () => {
    const scene = await open()
    const { changes } = scene.status
    expect(changes.who()).toBe('found')
    choose(scene, 'Busy')
    await scene.pass(2_000)
    expect([changes.who(), changes.news()]).toEqual(['here', undefined])
    await set(scene, 'Away')
    await scene.pass(2_000)
    expect(changes.who()).toBe('elsewhere')
    expect(changes.news()).toMatchObject({ back: { label: 'Busy' } })
    await expectTruth(scene)
  })

  test('is not guessed where the answer to an order is missing', async () => {
    const scene = await open()
    const path = '/api/v2/users/*/presences/*'
    await scene.fault({ method: 'PATCH', path, kind: 'reset', phase: 'after', times: 1 })
    choose(scene, 'Busy')
    await scene.pass(20_000)
    expect(scene.status.changes.who()).toBe('unsure')
    expect(scene.status.changes.news()).toBeUndefined()
    await expectTruth(scene)
  })

  test('is Genesys Cloud for a status that nobody can choose', async () => {
    const scene = await open()
    await set(scene, 'Idle')
    await scene.pass(2_000)
    expect(scene.status.changes.who()).toBe('genesys')
  })
})

describe('the way back', () => {
  test('is one order, once, to what was before the first of several changes', async () => {
    const scene = await open()
    const { changes } = scene.status
    choose(scene, 'Busy')
    await scene.pass(2_000)
    await set(scene, 'Away')
    await scene.pass(300)
    await set(scene, 'Meal')
    await scene.pass(2_000)
    expect(changes.news()?.back?.label).toBe('Busy')
    await scene.control('DELETE', '/requests')
    changes.putBack()
    changes.putBack()
    await scene.pass(2_000)
    expect(await presenceWrites(scene)).toHaveLength(1)
    expect(scene.desk.presence.label()).toBe('Busy')
    expect(changes.news()).toBeUndefined()
  })

  test('is gone after five minutes, and once the agent has chosen something else', async () => {
    const scene = await open()
    const { changes } = scene.status
    await set(scene, 'Away')
    await scene.pass(290_000)
    expect(changes.news()).toBeDefined()
    await scene.pass(20_000)
    expect(changes.news()).toBeUndefined()
    await scene.control('DELETE', '/requests')
    changes.putBack()
    await scene.pass(1_000)
    expect(await presenceWrites(scene)).toEqual([])
    await set(scene, 'Meal')
    await scene.pass(2_000)
    expect(changes.news()).toBeDefined()
    choose(scene, 'Training')
    expect(changes.news()).toBeUndefined()
    await scene.pass(2_000)
    expect(changes.news()).toBeUndefined()
  })
})

describe('what is to follow', () => {
  test('is set once, when the last conversation and its after-call work have ended, and not before', async () => {
    const scene = await open()
    const id = await owed(scene)
    await scene.control('DELETE', '/requests')
    follow(scene, 'Break')
    await scene.pass(60_000)
    expect(await presenceWrites(scene)).toEqual([])
    void scene.wrapup.submit(one(scene, id))
    await scene.pass(3_000)
    expect(await presenceWrites(scene)).toHaveLength(1)
    expect(scene.desk.presence.label()).toBe('Break')
    expect([scene.status.next.held(), scene.said]).toEqual([undefined, []])
    await expectTruth(scene)
  })

  test('is let go with *Cancel*, and silently when it has come about', async () => {
    const scene = await open()
    const id = await direct(scene)
    follow(scene, 'Break')
    scene.status.next.cancel()
    await hangUp(scene, id)
    await scene.pass(3_000)
    expect(await presenceWrites(scene)).toEqual([])
    expect(scene.desk.presence.label()).toBe('On Queue')
  })

  test.each([
    [
      'the agent has another status meanwhile',
      async (scene: Scene) => set(scene, 'Meal'),
      /changed meanwhile/,
    ],
    [
      'nothing could be heard and the end was only read, late',
      async (scene: Scene) => {
        await scene.pass(40_000)
        await scene.control('POST', '/sockets/drop', {})
      },
      /not known when/,
    ],
  ])('is not set when %s, and says so', async (_when, happens, words) => {
    const scene = await open()
    const id = await direct(scene)
    follow(scene, 'Break')
    await happens(scene)
    await hangUp(scene, id)
    await scene.pass(60_000)
    expect(await presenceWrites(scene)).toEqual([])
    expect(scene.said).toEqual([expect.stringMatching(words)])
    expect(scene.status.next.held()).toBeUndefined()
    await expectTruth(scene)
  })

  test('is left to Genesys Cloud where the organization has that, and taken back there', async () => {
    const scene = await open()
    const { me, presence } = scene.desk
    const add = ['presence:settings:view']
    await scene.control('POST', `/users/${me.id}/permissions`, { add })
    await scene.control('POST', '/switches', { requestingOffQueue: true })
    await connected(scene)
    await scene.control('DELETE', '/requests')
    follow(scene, 'Break')
    await scene.pass(2_000)
    expect(scene.status.next.held()).toBeUndefined()
    expect(scene.status.next.label()).toBe('Break')
    expect(presence.label()).toBe('On Queue')
    scene.status.next.cancel()
    await scene.pass(6_000)
    expect(presence.current()?.nextId).toBeUndefined()
    expect(await presenceWrites(scene)).toHaveLength(2)
    expect(scene.said).toEqual([])
    await expectTruth(scene)
  })
})

describe('out of office', () => {
  test('is set and ended here, and told when it is set elsewhere', async () => {
    const scene = await open()
    const { desk, status } = scene
    expect(desk.presence.away()?.active).toBe(false)
    status.absence.begin(scene.clock.now() + 3_600_000)
    await scene.pass(1_000)
    expect(desk.presence.away()).toMatchObject({ active: true, indefinite: false })
    expect(desk.pending(desk.me.id)).toEqual([])
    status.absence.end()
    await scene.pass(1_000)
    expect(desk.presence.away()?.active).toBe(false)
    await scene.write('PUT', `/users/${desk.me.id}/outofoffice`, { active: true, indefinite: true })
    await scene.pass(1_000)
    expect(desk.presence.away()).toMatchObject({ active: true, indefinite: true })
    expect(scene.said).toEqual([])
  })
})
