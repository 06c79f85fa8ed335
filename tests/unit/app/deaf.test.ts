import { describe, expect, test } from 'vitest'
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
