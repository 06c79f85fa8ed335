/**
 * The socket is cut a hundred times, wherever it happens to be, while calls ring, are talked, held, passed on and
 * ended: after each of them the desk says what Genesys Cloud says, and nothing was ordered twice.
 */
import { expect, test } from 'vitest'
import { createRandom } from '../../emulator/random'
import { one, rowOf } from './orders'
import type { Scene } from './scene'
import { openings } from './stage'
import { expectTruth } from './truth'

const { open } = openings()
/** Of one agent's day each; together a hundred. */
const drops = 20
const seeds = [1, 2, 3, 4, 5]
/** In which step the call was when the socket was cut. */
const met = new Map<string, number>()

type Act = () => Promise<unknown> | unknown

/** What can happen next to the one call there is, by its phase; besides what happens to the agent. */
function actsOf(scene: Scene): Readonly<Record<string, readonly [string, Act][]>> {
  const { desk, calls, control, transfers, wrapup } = scene
  const [id = ''] = desk.conversations.ids()
  const change = (verb: Parameters<typeof calls.change>[0]): [string, Act] => [
    verb,
    () => calls.change(verb, one(scene, id)),
  ]
  const userPath = `/users/${desk.me.id}`
  const hangUp: [string, Act] = ['hang-up', () => control('POST', `/conversations/${id}/hangup`)]
  async function transfer() {
    transfers.open(id)
    transfers.finder(id)?.type('Repairs')
    await scene.pass(300)
    const row = rowOf(scene, id, 'queue')
    if (row) void transfers.send(one(scene, id), row)
    transfers.sendNow(id)
  }
  async function submit() {
    await wrapup.load(one(scene, id))
    const codes = wrapup.codes(one(scene, id).mine)
    if (codes.state === 'ready' && codes.codes[0]) wrapup.choose(id, codes.codes[0])
    void wrapup.submit(one(scene, id))
  }
  return {
    none: [
      [
        'ring',
        async () => {
          await control('POST', `${userPath}/presence`, { systemPresence: 'On Queue' })
          await scene.customerCalls()
        },
      ],
      ['presence', () => control('POST', `${userPath}/presence`, { systemPresence: 'Busy' })],
    ],
    alerting: [
      change('answer'),
      [
        'answer elsewhere',
        // It may have rung for too long by then.
        () => control('POST', `${userPath}/answer`, { conversationId: id }).catch(() => {}),
      ],
      hangUp,
    ],
    connected: [change('hold'), change('mute'), ['transfer', transfer], change('end'), hangUp],
    held: [change('resume'), hangUp],
    wrapup: [['wrap-up', submit]],
  }
}

async function live(scene: Scene) {
  for (let at = 0; scene.connection().state !== 'live'; at++) {
    expect(at, 'attempts to come back').toBeLessThan(200)
    await scene.pass(500)
  }
}

test.each(seeds)('a socket cut at every turn of the calls: seed %i', async (seed) => {
  const scene = await open()
  const random = createRandom(seed)
  const { desk } = scene
  let ordered = 0
  for (let drop = 1; drop <= drops; drop++) {
    const [id = ''] = desk.conversations.ids()
    const phase = desk.conversations.get(id)?.phase ?? 'none'
    if (desk.presence.routing()?.status === 'NOT_RESPONDING') desk.presence.backOnQueue()
    const acts = actsOf(scene)[phase] ?? []
    const [name, act] = random.pick(acts as [[string, Act]])
    const cut = async () =>
      expect(await scene.control('POST', '/sockets/drop', {})).toEqual({ count: 1 })
    const when = random.pick(['before', 'with', 'after'])
    const seen = `seed ${seed}, drop ${drop}, ${when} ${name}`
    met.set(`${when} ${name}`, (met.get(`${when} ${name}`) ?? 0) + 1)
    if (name in { answer: 1, hold: 1, resume: 1, mute: 1, end: 1 }) ordered++
    if (when === 'before') {
      await cut()
      await scene.pass(random.between(0, 400))
      await act()
    } else {
      const acted = act()
      if (when === 'after') await scene.pass(random.between(1, 1_500))
      await cut()
      await acted
    }
    await scene.pass(1_000)
    await live(scene)
    await scene.pass(1_000)
    await expectTruth(scene).catch((error) => {
      throw new Error(`${seen}: ${error.message}`)
    })
    // Sometimes it has been open for so long that the next attempt is a first one.
    await scene.pass(random.pick([0, 3_000, 12_000]))
  }
  const orders = await scene.writes('patchConversationsCallParticipant')
  expect(orders.length, `seed ${seed}: orders sent`).toBeLessThanOrEqual(ordered)
  expect(scene.thrown).toEqual([])
  expect(scene.said).toEqual([])
})

test('it was cut before, with and after every kind of turn', () => {
  expect([...met.values()].reduce((sum, times) => sum + times, 0)).toBe(100)
  const kinds = new Set([...met.keys()].map((key) => key.replace(/^\w+ /, '')))
  expect([...kinds].sort()).toEqual([
    'answer',
    'answer elsewhere',
    'end',
    'hang-up',
    'hold',
    'mute',
    'presence',
    'resume',
    'ring',
    'transfer',
    'wrap-up',
  ])
})
