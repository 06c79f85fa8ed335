import { describe, expect, test } from 'vitest'
import type { Connection } from '~/protocol/protocol'
import * as situation from '../fixtures/conversations'
import { refused, unanswered } from '../fixtures/failures'
import { settled } from '../settled'
import { createStage } from './stage'

describe('while nothing can be heard', () => {
  test('the desk keeps reading, slowly, and finds the call that rings', async () => {
    const { desk, live, list, pass, phases, rung, count } = createStage()
    await live(1)
    expect(count('listConversations')).toBe(1)
    desk.sync.onConnection({ state: 'waiting', retryAt: 0 })
    list(situation.ringing)
    await pass(11_999)
    expect(phases()).toEqual([])
    await pass(1)
    expect(phases()).toEqual([`${situation.ringing.id} alerting`])
    expect(rung.at(-1)).toEqual([situation.ringing.id])
    await pass(12_000)
    expect(count('listConversations')).toBe(3)
  })

  test('a socket that never opened is no different', async () => {
    const { pass, count } = createStage()
    await pass(0)
    await pass(12_000)
    await pass(12_000)
    expect(count('listConversations')).toBe(3)
  })

  test('a hidden page, whose timers come once a minute, reads at each attempt of the engine', async () => {
    const { desk, live, list, phases, clock, count, hold, lock } = createStage()
    await live(1)
    const told = async (connection: Connection, ms: number) => {
      clock.sleep(ms)
      desk.sync.onConnection(connection)
      await settled()
    }
    await told({ state: 'waiting', retryAt: 0 }, 0)
    await told({ state: 'connecting' }, 11_000)
    expect(count('listConversations')).toBe(1)
    list(situation.ringing)
    await told({ state: 'waiting', retryAt: 0 }, 2_000)
    expect(phases()).toEqual([`${situation.ringing.id} alerting`])
    // One that is slow is waited for.
    hold()
    for (let times = 0; times < 3; times++) await told({ state: 'connecting' }, 20_000)
    expect(count('listConversations')).toBe(3)
    lock(true)
    await told({ state: 'connecting' }, 20_000)
    expect(count('listConversations')).toBe(3)
  })

  test('the reading ends when the socket is live again', async () => {
    const { desk, live, pass, count } = createStage()
    await live(1)
    desk.sync.onConnection({ state: 'waiting', retryAt: 0 })
    await live(2)
    const before = count('listConversations')
    await pass(600_000)
    expect(count('listConversations')).toBe(before)
  })
})

describe('what does not change during a shift', () => {
  test('is asked again until it could be read', async () => {
    const { desk, answers, live, pass, count } = createStage()
    const definitions = answers.listPresenceDefinitions
    answers.listPresenceDefinitions = () => {
      throw unanswered()
    }
    await live(1)
    expect(desk.sync.opened()).toBe(true)
    if (definitions) answers.listPresenceDefinitions = definitions
    await pass(10_000)
    expect(desk.presence.whyNotQueue()).toBeUndefined()
    await pass(600_000)
    expect(count('listPresenceDefinitions')).toBe(2)
    expect(count('listMyQueues')).toBe(1)
  })

  test('is not asked again when it was refused', async () => {
    const { answers, live, pass, count } = createStage()
    answers.listMyQueues = () => {
      throw refused('missing.any.permissions', 403)
    }
    await live(1)
    await pass(600_000)
    expect(count('listMyQueues')).toBe(1)
  })
})

describe('a desk that was left', () => {
  test('rings no more, whatever is answered or heard late', async () => {
    const { close, live, hold, hear, rung } = createStage()
    const reading = hold()
    await live(1)
    close()
    const before = rung.length
    await reading.answer(situation.ringing)
    hear(situation.ringing)
    await settled()
    expect(rung.length).toBe(before)
  })
})

test('an order of which no event tells, done late, makes no socket suspect', async () => {
  const { desk, live, pass, deafened } = createStage()
  await live(1)
  let isSo = false
  desk.keep(['join-queue'], {
    proof: () => (isSo ? 'queues' : undefined),
    readBack: async () => {
      isSo = true
    },
  })
  const order = { verb: 'join-queue', target: 'q-1', which: 'q-1', name: 'Joining' } as const
  void desk.means.ledger.run({ ...order, send: async () => {} })
  await settled()
  await pass(5_000)
  expect(desk.commands().at(-1)?.state).toMatchObject({ step: 'confirmed', by: 'reading' })
  expect(deafened()).toBe(0)
})
