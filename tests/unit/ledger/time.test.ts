import { describe, expect, test } from 'vitest'
import { unanswered } from '../fixtures/failures'
import { createOrdered } from './ordered'

describe('the ten seconds of an order', () => {
  test('count from its press, and go along with it', async () => {
    const all = createOrdered()
    const pressedAt = all.clock.now() - 4_000
    void all.ledger.run({ ...all.order, pressedAt })
    expect(all.until()).toBe(pressedAt + 10_000)
    expect(all.last()).toMatchObject({ pressedAt, deadline: pressedAt + 10_000 })
  })

  test('that are over before it could be sent end it in words', async () => {
    const all = createOrdered()
    void all.ledger.run({ ...all.order, pressedAt: all.clock.now() - 10_000 })
    await all.pass(0)
    expect(all.sends).toHaveLength(0)
    expect(all.said).toEqual([
      'Hold did not happen. It took too long to be sent, so it was not sent.',
    ])
  })
})

describe('an order that got no answer', () => {
  test('and happens a second later is confirmed, and nothing was said', async () => {
    const all = createOrdered()
    all.run()
    await all.fail(unanswered())
    await all.readBack(false)
    await all.pass(1_000)
    await all.prove()
    expect(all.ends).toEqual(['confirmed'])
    expect(all.said).toEqual([])
  })

  async function callUndone() {
    const all = createOrdered()
    all.run()
    await all.fail(unanswered())
    await all.readBack(false)
    await all.pass(4_000)
    await all.readBack(false)
    expect(all.said).toHaveLength(1)
    return all
  }

  test('and happens when it was called undone is confirmed after all, and told anew', async () => {
    const all = await callUndone()
    await all.pass(29_999)
    await all.prove()
    expect(all.last()?.state).toEqual({ step: 'confirmed', fact: 'held', by: 'event' })
    expect(all.told.map(({ state }) => state.step)).toEqual(['failed', 'confirmed'])
    await all.prove()
    expect(all.told).toHaveLength(2)
  })

  test('is not confirmed by what is seen long after it', async () => {
    const all = await callUndone()
    await all.pass(30_000)
    await all.prove()
    expect(all.last()?.state.step).toBe('failed')
  })

  test('is not confirmed by what came of the next press', async () => {
    const all = await callUndone()
    all.run()
    await all.answer()
    await all.prove()
    expect(all.told.map(({ state }) => state.step)).toEqual(['failed', 'confirmed'])
    expect(all.lists.at(-1)?.map(({ state }) => state.step)).toEqual(['failed', 'confirmed'])
  })
})
