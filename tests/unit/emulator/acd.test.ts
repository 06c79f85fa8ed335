import { describe, expect, test } from 'vitest'
import { queueFacts } from '../../emulator/routing/facts'
import { chooseAgent, inOrder } from '../../emulator/routing/offering'
import { createStage } from './stage'

describe('who gets the next call', () => {
  test('the agent idle longest', () => {
    const candidates = [
      { userId: 'ana', since: 2000 },
      { userId: 'ben', since: 1000 },
    ]
    expect(chooseAgent(candidates)?.userId).toBe('ben')
    expect(chooseAgent([])).toBeUndefined()
  })

  test('calls are served by priority, then by wait', () => {
    const calls = [
      { id: 'late', priority: 0, since: 2 },
      { id: 'early', priority: 0, since: 1 },
      { id: 'urgent', priority: 5, since: 3 },
    ]
    expect(inOrder(calls).map(({ id }) => id)).toEqual(['urgent', 'early', 'late'])
  })
})

describe('routing', () => {
  test('a call waits until somebody goes on queue, then rings there', () => {
    const stage = createStage()
    const id = stage.call('Billing')
    expect(stage.conversation(id).participants).toHaveLength(2)
    stage.setPresence('Ana', 'On Queue')
    expect(stage.participant(id, 'Ana').call.state).toBe('alerting')
    expect(stage.status('Ana')).toBe('IDLE')
  })

  test('nobody outside the queue is rung', () => {
    const stage = createStage()
    stage.setPresence('Ana', 'On Queue')
    const id = stage.call('Repairs')
    expect(stage.conversation(id).participants).toHaveLength(2)
  })

  test('nobody who has left the queue is rung, though others of it are', () => {
    const stage = createStage()
    stage.world.membership.join(stage.user('Ana').id, stage.queue('Billing').id, false)
    stage.setPresence('Ana', 'On Queue')
    stage.clock.advance(1000)
    stage.setPresence('Dmitri', 'On Queue')
    const id = stage.call('Billing')
    expect(stage.participant(id, 'Dmitri').call.state).toBe('alerting')
    expect(() => stage.participant(id, 'Ana')).toThrow('takes no part')
  })

  test('nobody is rung by a second call while one rings or is talked in', () => {
    const stage = createStage()
    stage.setPresence('Ana', 'On Queue')
    const first = stage.call('Billing')
    const second = stage.call('Billing')
    expect(() => stage.participant(second, 'Ana')).toThrow('takes no part')
    stage.act(first, 'Ana', { type: 'answer' })
    stage.world.route()
    expect(() => stage.participant(second, 'Ana')).toThrow('takes no part')
  })

  test('an unanswered call goes to the next agent, and the first is not responding', () => {
    const stage = createStage()
    stage.setPresence('Ana', 'On Queue')
    stage.clock.advance(1000)
    stage.setPresence('Dmitri', 'On Queue')
    const id = stage.call('Billing')
    stage.clock.advance(19_999)
    expect(stage.participant(id, 'Ana').call.state).toBe('alerting')
    stage.clock.advance(1)
    expect(stage.participant(id, 'Ana').call.disconnectType).toBe('transfer.noanswer')
    expect(stage.status('Ana')).toBe('NOT_RESPONDING')
    expect(stage.participant(id, 'Dmitri').call.state).toBe('alerting')
  })

  test('a declined call makes not responding too, until the agent is back', () => {
    const stage = createStage()
    stage.setPresence('Ana', 'On Queue')
    const id = stage.call('Billing')
    stage.act(id, 'Ana', { type: 'hangUp' })
    expect(stage.status('Ana')).toBe('NOT_RESPONDING')
    stage.world.agents.setNotResponding(stage.user('Ana').id, false)
    expect(stage.participant(id, 'Ana').call.state).toBe('alerting')
    stage.act(id, 'Ana', { type: 'hangUp' })
    stage.setPresence('Ana', 'Available')
    stage.setPresence('Ana', 'On Queue')
    expect(stage.participant(id, 'Ana').call.state).toBe('alerting')
  })

  test('a call that another ends while it rings has not been let pass', () => {
    const stage = createStage()
    stage.setPresence('Ana', 'On Queue')
    const id = stage.call('Billing')
    const userId = stage.user('Ben').id
    expect(stage.participant(id, 'Ana').call.state).toBe('alerting')
    stage.world.conversations.apply(id, { type: 'disconnect', userId })
    expect(stage.participant(id, 'Ana').call.disconnectType).toBe('system')
    expect(stage.status('Ana')).toBe('IDLE')
    const next = stage.call('Billing')
    stage.act(next, 'Ana', { type: 'answer' })
    stage.setPresence('Dmitri', 'On Queue')
    const transfer = { destination: { queue: queueFacts(stage.queue('Billing')) } }
    stage.act(next, 'Ana', { type: 'transfer', transferType: 'Attended', ...transfer })
    expect(stage.participant(next, 'Dmitri').call.state).toBe('alerting')
    stage.world.conversations.apply(next, { type: 'disconnect', userId: stage.user('Ana').id })
    expect(stage.participant(next, 'Dmitri').call.disconnectType).toBe('peer')
    expect(stage.status('Dmitri')).toBe('IDLE')
  })

  test('one call at a time: the next one rings after the wrap-up', () => {
    const stage = createStage()
    stage.setPresence('Ana', 'On Queue')
    const first = stage.call('Billing')
    const second = stage.call('Billing')
    stage.act(first, 'Ana', { type: 'answer' })
    expect(stage.status('Ana')).toBe('INTERACTING')
    stage.act(first, 'Ana', { type: 'hangUp' })
    expect(stage.status('Ana')).toBe('INTERACTING')
    expect(stage.conversation(second).participants).toHaveLength(2)
    stage.act(first, 'Ana', { type: 'wrapup', wrapup: { code: 'any' } })
    expect(stage.participant(second, 'Ana').call.state).toBe('alerting')
  })

  test('a wrap-up with a time-out ends by itself', () => {
    const stage = createStage()
    stage.setPresence('Ana', 'On Queue')
    const id = stage.call('Returns')
    stage.act(id, 'Ana', { type: 'answer' })
    stage.act(id, 'Ana', { type: 'hangUp' })
    stage.clock.advance(29_999)
    expect(stage.status('Ana')).toBe('INTERACTING')
    stage.clock.advance(1)
    expect(stage.status('Ana')).toBe('IDLE')
    expect(stage.participant(id, 'Ana').wrapup?.code).toBe('ININ-WRAP-UP-TIMEOUT')
  })

  test('going off queue leaves the ringing call ringing, and the talk going on', () => {
    const stage = createStage()
    stage.setPresence('Ana', 'On Queue')
    const id = stage.call('Billing')
    stage.setPresence('Ana', 'Available')
    expect(stage.participant(id, 'Ana').call.state).toBe('alerting')
    stage.act(id, 'Ana', { type: 'answer' })
    expect(stage.participant(id, 'Ana').call.state).toBe('connected')
    expect(stage.status('Ana')).toBe('OFF_QUEUE')
  })

  test('an abandoned call leaves the agent idle', () => {
    const stage = createStage()
    stage.setPresence('Ana', 'On Queue')
    const id = stage.call('Billing')
    stage.world.conversations.apply(id, { type: 'callerHangsUp' })
    expect(stage.participant(id, 'Ana').call.disconnectType).toBe('peer')
    expect(stage.status('Ana')).toBe('IDLE')
  })

  test('an urgent call overtakes the one that waits longer', () => {
    const stage = createStage()
    stage.call('Billing')
    stage.clock.advance(1000)
    const urgent = stage.call('Billing', 10)
    stage.setPresence('Ana', 'On Queue')
    expect(stage.participant(urgent, 'Ana').call.state).toBe('alerting')
  })
})
