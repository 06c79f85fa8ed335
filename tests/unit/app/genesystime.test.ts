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

function heldSince(wire: Wire, at: number): Wire {
  const held = { held: true, startHoldTime: new Date(at).toISOString() }
  const participants = wire.participants?.map((one) => ({
    ...one,
    calls: one.calls?.map((call) => ({ ...call, ...held })),
  }))
  return { ...wire, participants: participants ?? [] }
}

describe('on a machine whose clock is off', () => {
  test.each([
    ['a minute ahead', 60_000],
    ['a minute behind', -60_000],
  ])('%s, a call answered now has just begun', async (_how, off) => {
    const { desk, clock, live, list, hear } = createStage()
    list(situation.ringing)
    await live(1)
    clock.advance(600_000)
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

  test('a call that is resumed after five minutes did not begin just now', async () => {
    const { desk, clock, live, list, hear } = createStage()
    const began = clock.now()
    list(answeredAt(began))
    await live(1)
    clock.advance(290_000)
    hear(heldSince(answeredAt(began), clock.now()))
    clock.advance(10_000)
    hear(answeredAt(began))
    expect(desk.ahead()).toBe(0)
    const call = desk.conversations.get(situation.connected.id ?? '')
    expect(clock.now() - desk.ahead() - (call?.since ?? 0)).toBe(300_000)
  })

  test('a call heard of before anything was read may have begun long ago', async () => {
    const { desk, clock, hear } = createStage()
    hear(answeredAt(clock.now() - 240_000))
    expect(desk.ahead()).toBe(0)
  })
})
