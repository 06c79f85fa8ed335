import { describe, expect, test } from 'vitest'
import { stateOfWorld } from '../../emulator/control/state'
import { stateOf } from '../../emulator/conversation/facts'
import { makeOrganisation } from '../../emulator/org/organisation'
import { people } from '../../emulator/org/people'
import { createRandom } from '../../emulator/random'
import { createStage } from './stage'
import { authorizeUrl, control, signIn, withEmulator } from './visitor'

/** Ten thousand people take their time on a machine that has other things to do. */
const timeout = 30_000

const { world, clock } = createStage('large')
const { org, agents, conversations } = world

describe('the large organisation', () => {
  test('has ten thousand users, each with an email, a phone and an extension of their own', () => {
    expect(org.users).toHaveLength(10_000)
    for (const field of ['id', 'name', 'email', 'phone', 'extension', 'stationId'] as const) {
      expect(new Set(org.users.map((user) => user[field])).size, field).toBe(10_000)
    }
    const numbers = [...org.users.map(({ phone }) => phone), ...org.queues.map((one) => one.number)]
    expect(new Set(numbers).size).toBe(12_000)
    expect(numbers.filter((number) => !/^\+1317\d{7}$/.test(number))).toEqual([])
    expect(org.users.filter(({ email }) => !/^[\w-]+(\.[\w-]+)+@[\w.]+$/.test(email))).toEqual([])
  })

  test('has two thousand queues, none without a member', () => {
    expect(org.queues).toHaveLength(2000)
    expect(new Set(org.queues.map(({ name }) => name)).size).toBe(2000)
    expect(org.queues.filter(({ members }) => members.size === 0)).toEqual([])
  })

  test('has a hundred agents on queue, seventy of them in a call', () => {
    const standings = org.users.map(({ id }) => agents.of(id))
    const working = standings.filter((one) => one?.definition.systemPresence === 'OnQueue')
    expect(working).toHaveLength(100)
    expect(working.filter((one) => one?.status === 'INTERACTING')).toHaveLength(70)
    expect(working.filter((one) => one?.status === 'IDLE')).toHaveLength(30)
  })

  test('has a thousand live conversations, and they last', () => {
    const states = () => conversations.live().map(stateOf)
    expect(states()).toHaveLength(1000)
    expect(states().filter((state) => state === 'connected')).toHaveLength(570)
    expect(states().filter((state) => state === 'contacting')).toHaveLength(430)
    clock.advance(3_600_000)
    expect(states()).toHaveLength(1000)
  })

  test('begins with the people and queues of the default one, standing as they do there', () => {
    const small = createStage().world
    const shortOf = (of: typeof world) => {
      const { users, queues } = stateOfWorld(of)
      const named = users.slice(0, people.length).map(({ id: _, ...user }) => user)
      return { named, queues: queues.slice(0, 5).map(({ id: _, ...queue }) => queue) }
    }
    expect(shortOf(world)).toEqual(shortOf(small))
    const [ana] = org.users
    const joined = (at: number) => org.queues[at]?.members.get(ana?.id ?? '')
    expect([ana?.name, joined(0), joined(1)]).toEqual(['Ana Ruiz', true, undefined])
  })

  test('the same seed makes the same one, another seed another', { timeout }, () => {
    const again = createStage('large').world
    const ids = (state: ReturnType<typeof stateOfWorld>) => JSON.stringify(state)
    expect(ids(stateOfWorld(again))).toBe(ids(stateOfWorld(world)))
    expect(makeOrganisation(createRandom(2), 'large').users[0]?.id).not.toBe(org.users[0]?.id)
  })

  test(
    'somebody far down the list is found on the login page, which shows fifty',
    {
      timeout,
    },
    () =>
      withEmulator(
        async (emulator) => {
          const last = org.users.at(-1)?.name ?? ''
          const page = await (await fetch(authorizeUrl(emulator))).text()
          expect(page.match(/name="user"/g)).toHaveLength(50)
          expect([page.includes('>Ana Ruiz</button>'), page.includes(last)]).toEqual([true, false])
          const { userId } = await signIn(emulator, last, { find: last.toUpperCase() })
          expect(userId).toBe(org.users.at(-1)?.id)
        },
        { organisation: 'large' },
      ),
  )

  test('a reset changes to it and back', { timeout }, () =>
    withEmulator(async (emulator) => {
      const count = async () => (await control(emulator, 'GET', '/state')).body.users.length
      await control(emulator, 'POST', '/reset', { organisation: 'large' })
      expect(await count()).toBe(10_000)
      await control(emulator, 'POST', '/reset')
      expect(await count()).toBe(12)
      const { status, body } = await control(emulator, 'POST', '/reset', { organisation: 'huge' })
      expect([status, body.field]).toEqual([400, 'organisation'])
    }),
  )
})
