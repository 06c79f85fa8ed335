import { describe, expect, test } from 'vitest'
import * as situation from '../fixtures/conversations'
import { became } from '../fixtures/presence'
import { createStage } from './stage'

describe('a locked desk that can hear nothing', () => {
  test('asks nothing while nothing rings or is talked, and goes on when it is opened', async () => {
    const { live, desk, lock, pass, count } = createStage()
    await live(1)
    desk.sync.onConnection({ state: 'waiting', retryAt: 0 })
    lock(true)
    const before = count('listConversations')
    await pass(3_600_000)
    expect(count('listConversations')).toBe(before)
    lock(false)
    await pass(12_000)
    expect(count('listConversations')).toBe(before + 1)
  })

  test('keeps reading while a call is talked, until it has ended', async () => {
    const { live, desk, lock, pass, list, count } = createStage()
    list(situation.connected)
    await live(1)
    desk.sync.onConnection({ state: 'waiting', retryAt: 0 })
    lock(true)
    await pass(12_000)
    await pass(12_000)
    expect(count('listConversations')).toBe(3)
    list()
    await pass(12_000)
    await pass(600_000)
    expect(count('listConversations')).toBe(4)
  })

  test('keeps reading on queue: a call may ring at any moment', async () => {
    const { live, desk, lock, pass, answers, count, list, rung } = createStage()
    answers.getMe = () => ({ presence: became('on-queue') })
    await live(1)
    desk.sync.onConnection({ state: 'waiting', retryAt: 0 })
    lock(true)
    list(situation.ringing)
    await pass(12_000)
    expect(count('listConversations')).toBe(2)
    expect(rung.at(-1)).toEqual([situation.ringing.id])
  })
})

describe('a desk that is opened locked', () => {
  test('reads its calls again until it has them, and the rest only when it is unlocked', async () => {
    const { live, lock, pass, answers, list, count, phases, desk } = createStage()
    const { listConversations } = answers
    lock(true)
    answers.listConversations = () => Promise.reject(new Error('no network'))
    await live(1)
    expect(phases()).toEqual([])
    if (listConversations) answers.listConversations = listConversations
    list(situation.connected)
    await pass(10_000)
    expect(phases()).toEqual([`${situation.connected.id} connected`])
    await pass(600_000)
    expect(count('listConversations')).toBe(2)
    expect([count('listMyQueues'), count('listPresenceDefinitions')]).toEqual([0, 0])
    lock(false)
    desk.sync.read()
    await pass(0)
    expect([count('listMyQueues'), count('listPresenceDefinitions')]).toEqual([1, 1])
  })
})
