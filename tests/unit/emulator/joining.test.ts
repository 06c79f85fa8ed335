import { expect, test } from 'vitest'
import { createManualClock } from '../../manual-clock'
import { control, type Json, signIn, withEmulator } from './visitor'

async function joinedOf({ ask }: Awaited<ReturnType<typeof signIn>>): Promise<string[]> {
  const { body } = await ask('GET', '/routing/queues/me?joined=true&pageSize=100')
  return body.entities.map(({ name }: Json) => name)
}

test('queues are joined some time after it was answered, if it is told so', async () => {
  const clock = createManualClock()
  await withEmulator(
    async (emulator) => {
      const ana = await signIn(emulator)
      await control(emulator, 'POST', '/switches', { joining: 'later' })
      const { body } = await ana.ask('GET', '/routing/queues/me?pageSize=100')
      const wanted = body.entities.map(({ id }: Json) => ({ id, joined: false }))
      const before = await joinedOf(ana)
      const answer = await ana.ask('PATCH', `/users/${ana.userId}/queues`, wanted)
      expect(answer.status).toBe(200)
      expect(answer.body.entities.filter(({ joined }: Json) => joined)).toHaveLength(before.length)
      expect(await joinedOf(ana)).toEqual(before)
      clock.advance(1_500)
      expect(await joinedOf(ana)).toEqual([])
    },
    { clock },
  )
})

test('the longest wait is told as how long, or as since when, as it is told', async () => {
  const clock = createManualClock(Date.parse('2026-03-02T08:00:00Z'))
  await withEmulator(
    async (emulator) => {
      const ana = await signIn(emulator)
      const { body: state } = await control(emulator, 'GET', '/state')
      const [{ id: queueId }] = state.queues
      const from = { name: 'Ada Quill', number: '+493055500142' }
      await control(emulator, 'POST', '/calls', { queueId, from })
      const since = clock.now()
      clock.advance(9_000)
      const value = { type: 'dimension', dimension: 'queueId', operator: 'matches', value: queueId }
      const longest = async () => {
        const { body } = await ana.ask('POST', '/analytics/queues/observations/query', {
          filter: { type: 'or', predicates: [value] },
          metrics: ['oLongestWaiting'],
        })
        return body.results[0].data[0].stats.calculatedMetricValue
      }
      expect(await longest()).toBe(clock.now() - since)
      await control(emulator, 'POST', '/switches', { longestWait: 'moment' })
      expect(await longest()).toBe(since)
    },
    { clock },
  )
})

test('a station in use is listed as one that can be chosen, with whoever uses it', async () => {
  await withEmulator(async (emulator) => {
    const [ana, ben] = [await signIn(emulator), await signIn(emulator, 'Ben Okafor')]
    await control(emulator, 'POST', `/users/${ben.userId}/phone`, { kind: 'sip' })
    const { body } = await ana.ask('GET', '/stations?userSelectable=true&pageSize=100')
    const taken = body.entities.filter(({ status }: Json) => status === 'ASSOCIATED')
    expect(taken.map(({ userId }: Json) => userId).sort()).toEqual([ana.userId, ben.userId].sort())
  })
})
