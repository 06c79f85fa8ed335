import { describe, expect, test } from 'vitest'
import { stateOf } from '../../emulator/conversation/facts'
import { playScenario } from '../../emulator/scenario/scenario'
import { createStage } from './stage'

/** A stage with the calm scenario, where somebody is signed in as Ana. */
function createCalm(speed = 1, seed = 7) {
  const stage = createStage()
  const owner = { userId: stage.user('Ana').id, clientId: 'minidesk-local', scopes: [] }
  stage.world.tokens.issue(owner, 86_400)
  const end = playScenario(stage.world, { name: 'calm', seed, speed })
  const calls = () => stage.world.conversations.all()
  return {
    ...stage,
    end,
    calls,
    open: () => calls().filter((one) => stateOf(one) !== 'disconnected'),
  }
}

describe('the calm scenario', () => {
  test('nothing rings before an agent is on queue, and then soon', () => {
    const calm = createCalm()
    calm.clock.advance(120_000)
    expect(calm.calls()).toHaveLength(0)
    calm.setPresence('Ana', 'On Queue')
    calm.clock.advance(3000)
    expect(calm.calls().map(stateOf)).toEqual(['alerting'])
  })

  test('speed makes people quicker', () => {
    const calm = createCalm(10)
    calm.setPresence('Ana', 'On Queue')
    calm.clock.advance(500)
    expect(calm.calls()).toHaveLength(1)
  })

  test('no second call comes while there is one, and the next within a minute after it', () => {
    const calm = createCalm()
    calm.setPresence('Ana', 'On Queue')
    calm.clock.advance(3000)
    const id = calm.calls()[0]?.id ?? ''
    calm.act(id, 'Ana', { type: 'answer' })
    calm.clock.advance(25_000)
    expect(calm.calls()).toHaveLength(1)
    calm.act(id, 'Ana', { type: 'hangUp' })
    calm.act(id, 'Ana', { type: 'wrapup', wrapup: { code: 'any' } })
    calm.clock.advance(19_000)
    expect(calm.calls()).toHaveLength(1)
    calm.clock.advance(42_000)
    expect(calm.calls()).toHaveLength(2)
  })

  test('a customer who is not answered gives up after about a minute', () => {
    const calm = createCalm()
    calm.setPresence('Ana', 'On Queue')
    calm.clock.advance(3000)
    calm.clock.advance(90_000)
    expect(calm.calls().map(stateOf)).toEqual(['disconnected'])
    expect(calm.status('Ana')).toBe('NOT_RESPONDING')
  })

  test('a call transferred to the second queue is taken by a colleague, and ends', () => {
    const calm = createCalm()
    calm.setPresence('Ana', 'On Queue')
    calm.clock.advance(3000)
    const id = calm.calls()[0]?.id ?? ''
    calm.act(id, 'Ana', { type: 'answer' })
    const { id: queueId, name, number, alertingTimeoutMs } = calm.queue('Repairs')
    const queue = {
      id: queueId,
      name,
      number,
      alertingTimeoutMs,
      wrapupPrompt: 'mandatory',
    } as const
    calm.act(id, 'Ana', { type: 'transfer', destination: { queue }, transferType: 'Unattended' })
    calm.clock.advance(6000)
    expect(stateOf(calm.conversation(id))).toBe('connected')
    calm.clock.advance(61_000)
    expect(stateOf(calm.conversation(id))).toBe('disconnected')
    calm.clock.advance(16_000)
    expect(calm.status('Ben')).toBe('IDLE')
    expect(calm.status('Chloé')).toBe('IDLE')
  })

  test('about a third of the customers hang up by themselves', () => {
    const hangsUp = (seed: number) => {
      const calm = createCalm(1, seed)
      calm.setPresence('Ana', 'On Queue')
      calm.clock.advance(3000)
      const id = calm.calls()[0]?.id ?? ''
      calm.act(id, 'Ana', { type: 'answer' })
      calm.clock.advance(95_000)
      return stateOf(calm.conversation(id)) === 'disconnected'
    }
    const seeds = Array.from({ length: 60 }, (_none, seed) => seed)
    const share = seeds.filter(hangsUp).length / seeds.length
    expect(share).toBeGreaterThan(0.15)
    expect(share).toBeLessThan(0.5)
  })

  test('the same seed brings the same customers', () => {
    const first = () => {
      const calm = createCalm()
      calm.setPresence('Ana', 'On Queue')
      calm.clock.advance(3000)
      return calm.calls()[0]?.ani
    }
    expect(first()).toEqual(first())
  })

  test('its end sends the colleagues home and stops the calls', () => {
    const calm = createCalm()
    expect(calm.status('Ben')).toBe('IDLE')
    calm.end()
    expect(calm.status('Ben')).toBe('OFF_QUEUE')
    calm.setPresence('Ana', 'On Queue')
    calm.clock.advance(120_000)
    expect(calm.calls()).toHaveLength(0)
  })
})
