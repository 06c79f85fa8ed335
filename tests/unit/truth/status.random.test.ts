/** Anything in any order: the status that is shown is true, its author is no lie, and nothing is ordered twice. */
import { expect, test } from 'vitest'
import type { Scene } from './scene'
import { openings } from './stage'
import { expectTruth } from './truth'

const { open } = openings()
const own = ['Busy', 'Break', 'Available', 'On Queue', 'Lunch']
const foreign = ['Away', 'Busy', 'Break', 'Meal', 'On Queue', 'Available']
const path = '/api/v2/users/*/presences/*'
const troubles = [
  { kind: 'status', status: 409, code: 'presenceservice.conflict' },
  { kind: 'reset', phase: 'before' },
  { kind: 'reset', phase: 'after' },
  { kind: 'delay', ms: 2_500 },
] as const

/** Small and seeded, so that what it finds is found again. */
function createRandom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

async function play(scene: Scene, seed: number, steps: number) {
  const { desk, status, control, pass } = scene
  const { me, presence } = desk
  const random = createRandom(seed)
  const pick = <T>(all: readonly T[]): T => all[random(all.length)] as T
  /** The statuses that others have set, each with its date: not ours. */
  const theirs = new Set<string>()
  let pressed = 0
  let call: string | undefined
  let ends = 0
  const named = (label: string) => presence.choices().find((one) => one.label === label)

  const acts = [
    function choose() {
      const one = named(pick(own))
      if (one) presence.choose(one)
      pressed++
    },
    async function byOthers() {
      await control('POST', `/users/${me.id}/presence`, { systemPresence: pick(foreign) })
      const { presenceDefinition, modifiedDate } = await scene.read(
        `/users/${me.id}/presences/purecloud`,
      )
      theirs.add(`${presenceDefinition.id} ${Date.parse(modifiedDate)}`)
    },
    function putBack() {
      if (status.changes.news()?.back) pressed++
      status.changes.putBack()
      status.changes.putBack()
    },
    async function follow() {
      const one = named(pick(own))
      if (one) status.next.choose(one)
      // At once, where there is nothing to wait for.
      if (!desk.conversations.ids().length) pressed++
    },
    async function begin() {
      if (call) return
      const from = { name: 'Cy Doe', number: '+493055500199' }
      const { conversationId } = await control('POST', '/calls', { userId: me.id, from })
      await control('POST', `/users/${me.id}/answer`, { conversationId })
      call = conversationId
    },
    async function end() {
      if (!call) return
      if (status.next.held()) ends++
      await control('POST', `/conversations/${call}/hangup`)
      call = undefined
    },
    function again() {
      const heard = scene.heard('presence')
      if (heard.length > 0) desk.hear('presence', pick(heard))
    },
    () => scene.fault({ method: 'PATCH', path, times: 1, ...pick(troubles) }),
    () => control('POST', '/sockets/drop', {}),
    () => pass(30_000),
  ]
  function look() {
    const now = presence.current()
    const who = status.changes.who()
    const isTheirs = theirs.has(`${now?.definitionId} ${now?.since}`)
    if (who === 'here') expect(isTheirs, `seed ${seed}: said to be mine`).toBe(false)
    if (who === 'elsewhere') expect(isTheirs, `seed ${seed}: said to be theirs`).toBe(true)
  }
  for (let step = 0; step < steps; step++) {
    await pick(acts)()
    await pass(1 + random(1_500))
    look()
  }
  await scene.over()
  await pass(60_000)
  look()
  await expectTruth(scene)
  const writes = await scene.writes('patchUserPresencesPurecloud')
  expect(writes.length, `seed ${seed}: orders sent`).toBeLessThanOrEqual(pressed + ends)
  expect(scene.thrown).toEqual([])
  return { theirs: theirs.size, writes: writes.length }
}

const seeds = Array.from({ length: 40 }, (_, index) => index + 1)
let [changes, orders] = [0, 0]

test.each(seeds)(
  'orders, changes by others, calls, late and repeated events, refusals and losses: seed %i',
  async (seed) => {
    const played = await play(await open(), seed, 25)
    changes += played.theirs
    orders += played.writes
  },
)

test('of both kinds there were enough', () => {
  expect(changes).toBeGreaterThan(50)
  expect(orders).toBeGreaterThan(50)
})
