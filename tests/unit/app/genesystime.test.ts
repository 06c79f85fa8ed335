import { describe, expect, test } from 'vitest'
import type { Conversation as Wire } from '~/genesys/wire'
import * as situation from '../fixtures/conversations'
import { createStage } from './stage'

/** The connected call of the fixtures, answered at this moment of Genesys Cloud's clock. */
function answeredAt(at: number): Wire {
  const connectedTime = new Date(at).toISOString()
  const participants = situation.connected.participants?.map((one) => ({
    ...one,
    connectedTime,
    calls: one.calls?.map((call) => ({ ...call, connectedTime })),
  }))
  return { ...situation.connected, participants: participants ?? [] }
}

describe('on a machine whose clock is off', () => {
  test.each([
    ['a minute ahead', 60_000],
    ['a minute behind', -60_000],
  ])('%s, a call answered now has just begun', async (_how, off) => {
    const { desk, clock, live, hear } = createStage()
    await live(1)
    hear(answeredAt(clock.now() - off))
    const call = desk.conversations.get(situation.connected.id ?? '')
    expect(clock.now() - desk.ahead() - (call?.since ?? 0)).toBe(0)
  })

  test('the way of the news is not taken for it', async () => {
    const { desk, clock, live, hear } = createStage()
    await live(1)
    hear(answeredAt(clock.now() - 1_500))
    expect(desk.ahead()).toBe(0)
  })

  test('what is read, heard again or long past says nothing about it', async () => {
    const { desk, clock, live, list, hear } = createStage()
    list(answeredAt(clock.now() - 90_000))
    await live(1)
    hear(answeredAt(clock.now() - 90_000))
    expect(desk.ahead()).toBe(0)
    hear({ ...answeredAt(clock.now() - 3_600_000), id: 'other' })
    expect(desk.ahead()).toBe(0)
  })
})
