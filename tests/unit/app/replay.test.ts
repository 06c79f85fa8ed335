import { describe, expect, test } from 'vitest'
import * as situation from '../fixtures/conversations'
import { unanswered } from '../fixtures/failures'
import { became } from '../fixtures/presence'
import { settled } from '../settled'
import { createStage } from './stage'

const { id } = situation

describe('events that arrive while the desk is being read', () => {
  test('are told after what was read, because they are newer', async () => {
    const { live, hold, hear, phases } = createStage()
    const reading = hold()
    await live(1)
    hear(situation.connected)
    await reading.answer(situation.ringing)
    expect(phases()).toEqual([`${id} connected`])
  })

  test('are told in their order', async () => {
    const { live, hold, hear, phases } = createStage()
    const reading = hold()
    await live(1)
    for (const wire of [situation.ringing, situation.connected, situation.held]) hear(wire)
    await reading.answer()
    expect(phases()).toEqual([`${id} held`])
  })

  test('ring at once: a slow reading must not make the agent miss a call', async () => {
    const { live, hold, hear, rung } = createStage()
    await live(1)
    const reading = hold()
    await live(2)
    hear(situation.ringing)
    expect(rung.at(-1)).toEqual([id])
    await reading.answer(situation.ringing)
    expect(rung.at(-1)).toEqual([id])
  })

  test('are not lost when the socket is cut again, and the next reading fails', async () => {
    const { live, hold, hear, phases } = createStage()
    hold()
    await live(1)
    hear(situation.ringing)
    const next = hold()
    await live(2)
    await next.fail(unanswered())
    expect(phases()).toEqual([`${id} alerting`])
  })

  test('of every kind are told: presence and routing status too', async () => {
    const { desk, live, hold } = createStage()
    const reading = hold()
    await live(1)
    desk.hear('presence', became('on-queue'))
    desk.hear('routingStatus', { id: 'ana', routingStatus: { status: 'IDLE' } })
    await reading.answer()
    expect(desk.presence.onQueue()).toBe(true)
    expect(desk.presence.routing()?.status).toBe('IDLE')
  })
})

describe('events of a desk that is fresh', () => {
  test('are told at once, and the ring hears of them in the same moment', async () => {
    const { live, hear, phases, rung } = createStage()
    await live(1)
    hear(situation.ringing)
    expect(phases()).toEqual([`${id} alerting`])
    expect(rung.at(-1)).toEqual([id])
    hear(situation.connected)
    expect(rung.at(-1)).toEqual([])
  })

  test.each([undefined, null, 'x', 1])('that say %j are passed over', async (body) => {
    const { desk, live, phases } = createStage()
    await live(1)
    for (const topic of ['conversations', 'presence', 'routingStatus'] as const)
      desk.hear(topic, body)
    expect(phases()).toEqual([])
    expect(desk.presence.label()).toBe('available')
  })
})

describe('a call that had left when all was read', () => {
  test('is not brought back by an event that comes late: it is looked up', async () => {
    const { live, list, hear, phases, answers, count } = createStage()
    list(situation.connected)
    await live(1)
    list()
    await live(2)
    expect(phases()).toEqual([])
    answers.getConversation = () => situation.wrapupGiven
    hear(situation.connected)
    expect(phases()).toEqual([])
    await settled()
    expect([count('getConversation'), phases()]).toEqual([1, []])
  })
})

describe('a socket that was cut and is live again', () => {
  test('has left a gap: all is read again, and what ended in it is gone', async () => {
    const { live, list, hear, phases } = createStage()
    list(situation.connected)
    await live(1)
    hear({ ...situation.ringing, id: 'other' })
    list({ ...situation.held, id: 'other' })
    await live(2)
    expect(phases()).toEqual(['other held'])
  })

  test('keeps what is on screen until the new reading is there', async () => {
    const { live, list, hold, phases } = createStage()
    list(situation.connected)
    await live(1)
    const reading = hold()
    await live(2)
    expect(phases()).toEqual([`${id} connected`])
    await reading.answer()
    expect(phases()).toEqual([])
  })

  test('a slow older reading cannot overwrite a newer one, nor its failure', async () => {
    const { desk, live, hold, phases } = createStage()
    const slow = hold()
    await live(1)
    const quick = hold()
    await live(2)
    await quick.answer(situation.held)
    await slow.answer(situation.ringing)
    expect(phases()).toEqual([`${id} held`])
    const late = hold()
    await live(3)
    const last = hold()
    await live(4)
    await last.answer(situation.connected)
    await late.fail(new Error('late'))
    expect(phases()).toEqual([`${id} connected`])
    expect(desk.sync.freshness()).toBe('fresh')
  })

  test('events from before the gap are not told over what was read after it', async () => {
    const { live, hold, hear, phases } = createStage()
    hold()
    await live(1)
    hear(situation.ringing)
    // The answer to the call falls into the gap; only the new reading knows of it.
    const after = hold()
    await live(2)
    await after.answer(situation.connected)
    expect(phases()).toEqual([`${id} connected`])
  })

  test('only a live socket counts: connecting and waiting read nothing', async () => {
    const { desk, asked } = createStage()
    for (const state of ['idle', 'connecting'] as const) desk.sync.onConnection({ state })
    desk.sync.onConnection({ state: 'waiting', retryAt: 0 })
    await settled()
    expect(asked).toEqual([])
    expect(desk.sync.wasLive()).toBe(false)
  })
})
