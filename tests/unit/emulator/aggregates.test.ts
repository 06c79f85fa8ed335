import { describe, expect, test } from 'vitest'
import { createStage } from './stage'
import { control, type Json, signIn, withEmulator } from './visitor'

/** Milliseconds by metric, in the order in which they were told. */
function toldOf({ world, user }: ReturnType<typeof createStage>, name: string) {
  const told: Record<string, (number | undefined)[]> = {}
  for (const { metric, ms, group } of world.tally.all())
    if (group.userId === user(name).id) told[metric] = [...(told[metric] ?? []), ms]
  return told
}

describe('what is counted of an agent', () => {
  test('ringing, talk, each hold, and after-call work; handled once, when all of it is over', () => {
    const stage = createStage()
    const { clock, call, act, setPresence } = stage
    setPresence('Ana', 'On Queue')
    const id = call('Billing')
    clock.advance(3_000)
    act(id, 'Ana', { type: 'answer' })
    for (const ms of [10_000, 20_000]) {
      act(id, 'Ana', { type: 'hold', held: true })
      clock.advance(ms)
      act(id, 'Ana', { type: 'hold', held: false })
      clock.advance(60_000)
    }
    act(id, 'Ana', { type: 'hangUp' })
    expect(toldOf(stage, 'Ana').tHandle).toBeUndefined()
    clock.advance(30_000)
    act(id, 'Ana', { type: 'wrapup', wrapup: {} })
    expect(toldOf(stage, 'Ana')).toEqual({
      tAlert: [3_000],
      tTalk: [0, 60_000, 60_000],
      tTalkComplete: [120_000],
      tHeld: [10_000, 20_000],
      tHeldComplete: [30_000],
      tAcw: [30_000],
      tHandle: [180_000],
    })
  })

  test('a call that was not answered is not handled', () => {
    const stage = createStage()
    stage.setPresence('Ana', 'On Queue')
    const id = stage.call('Billing')
    stage.act(id, 'Ana', { type: 'hangUp' })
    expect(Object.keys(toldOf(stage, 'Ana'))).toEqual(['tAlert'])
  })

  test('a transfer is counted of whoever sent the call on, and the call then handled', () => {
    const stage = createStage()
    const { call, act, setPresence, user } = stage
    setPresence('Ana', 'On Queue')
    const id = call('Billing')
    act(id, 'Ana', { type: 'answer' })
    const { id: userId, name } = user('Ben')
    const agent = { id: userId, name, number: '+14635550111' }
    expect(
      act(id, 'Ana', { type: 'transfer', destination: { agent }, transferType: 'Unattended' }),
    ).toBeUndefined()
    act(id, 'Ben', { type: 'answer' })
    expect(toldOf(stage, 'Ana')).toMatchObject({
      nTransferred: [undefined],
      nBlindTransferred: [undefined],
    })
    expect(toldOf(stage, 'Ben').nTransferred).toBeUndefined()
  })
})

const path = '/analytics/conversations/aggregates/query'
const day = '2020-01-01T00:00:00+01:00/2999-01-01T00:00:00+01:00'
const matches = (dimension: string, value: string) => ({
  ...{ type: 'dimension', dimension, operator: 'matches', value },
})

test('a query is answered by groups, with counts and sums of what was asked for alone', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const from = { name: 'Derya Kowalczyk', number: '+14635550101' }
    const { body: call } = await control(emulator, 'POST', '/calls', { userId: ana.userId, from })
    const calls = `/conversations/calls/${call.conversationId}`
    const { body: wire } = await ana.ask('GET', calls)
    const mine = wire.participants.find((one: Json) => one.user?.id === ana.userId).id
    for (const state of ['connected', 'disconnected'])
      await ana.ask('PATCH', `${calls}/participants/${mine}`, { state })
    const ask = async (change: object) =>
      ana.ask('POST', path, {
        interval: day,
        filter: { type: 'and', predicates: [matches('userId', ana.userId)] },
        metrics: ['tHandle', 'tTalkComplete', 'nTransferred', 'nError'],
        ...change,
      })
    const stats = { count: 1, sum: expect.any(Number), min: expect.any(Number) }
    expect((await ask({})).body.results).toEqual([
      {
        group: { mediaType: 'voice' },
        data: [
          {
            interval: '2019-12-31T23:00:00.000Z/2998-12-31T23:00:00.000Z',
            metrics: [
              { metric: 'tTalkComplete', stats: expect.objectContaining(stats) },
              { metric: 'tHandle', stats: expect.objectContaining(stats) },
            ],
          },
        ],
      },
    ])
    const grouped = await ask({ groupBy: ['userId'] })
    expect(grouped.body.results[0].group).toEqual({ mediaType: 'voice', userId: ana.userId })
    const another = { filter: { type: 'and', predicates: [matches('userId', 'somebody')] } }
    expect((await ask(another)).body.results).toEqual([])
    for (const wrong of [
      { interval: 'yesterday/today' },
      { interval: day.split('/').reverse().join('/') },
      { metrics: ['tNothing'] },
      { groupBy: ['nobody'] },
      { granularity: 'often' },
    ])
      expect((await ask(wrong)).status, JSON.stringify(wrong)).toBe(400)
  }))
