import { describe, expect, test } from 'vitest'
import { waitingIn } from '../../emulator/conversation/facts'
import type { Command } from '../../emulator/conversation/machine'
import { startDirectCall } from '../../emulator/conversation/start'
import { ana, as, become, ben, billing, moment, of, refusal, repairs, talking } from './line'

describe('blind transfer', () => {
  const transferred = (
    destination: Extract<Command, { type: 'transfer' }>['destination'],
    transferType: 'Attended' | 'Unattended' = 'Unattended',
  ) => {
    const call = talking()
    return become(call, 5000, { type: 'transfer', destination, transferType, ...as(call, 'ana') })
  }

  test('to a queue: the agent is off and owes a wrap-up, the customer waits there', () => {
    const call = transferred({ queue: repairs })
    expect(of(call, 'ana')).toMatchObject({
      startAcwTime: 5000,
      call: { disconnectType: 'transfer', afterCallWork: { state: 'pending' } },
    })
    expect(waitingIn(call)).toMatchObject({ queue: { id: 'repairs' }, since: 5000 })
    expect(call.recentTransfers).toMatchObject([{ state: 'Pending', initiator: { userId: 'ana' } }])
  })

  test('is complete once somebody there answers', () => {
    const waits = transferred({ queue: repairs })
    const rings = become(waits, 6000, { type: 'offer', agent: ben, queue: repairs })
    const call = become(rings, 7000, { type: 'answer', ...as(rings, 'ben') })
    expect(call.recentTransfers[0]?.state).toBe('Complete')
    expect(of(call, 'ben').queue?.id).toBe('repairs')
  })

  test('to an agent: it rings there, and goes back to its queue when nobody answers', () => {
    const call = transferred({ agent: ben })
    expect(of(call, 'ben')).toMatchObject({ routed: false, call: { state: 'alerting' } })
    const missed = become(call, 30_000, { type: 'alertingTimesOut', ...as(call, 'ben') })
    expect(waitingIn(missed)?.queue.id).toBe('billing')
    expect(missed.recentTransfers[0]?.state).toBe('Timeout')
    const declined = become(call, 6000, { type: 'hangUp', ...as(call, 'ben') })
    expect(waitingIn(declined)?.queue.id).toBe('billing')
    expect(declined.recentTransfers[0]?.state).toBe('Failed')
  })

  test('to an address: an outside party takes the call', () => {
    const call = transferred({ address: '+14635550199' })
    expect(of(call, 'external')).toMatchObject({
      address: '+14635550199',
      call: { state: 'connected', direction: 'outbound' },
    })
    expect(call.recentTransfers[0]?.state).toBe('Complete')
    const over = become(call, 9000, { type: 'hangUp', ...as(call, 'external') })
    expect(over.endTime).toBe(9000)
  })

  test('a further one takes back the one before that nobody has taken', () => {
    const waits = transferred({ queue: repairs }, 'Attended')
    const rings = become(waits, 6000, { type: 'offer', agent: ben, queue: repairs })
    const call = become(rings, 7000, {
      type: 'transfer',
      destination: { queue: billing },
      transferType: 'Attended',
      ...as(rings, 'ana'),
    })
    expect(call.recentTransfers).toMatchObject([{ state: 'Canceled' }, { state: 'Pending' }])
    expect(of(call, 'ben').call).toMatchObject({ state: 'disconnected', disconnectType: 'peer' })
    expect(waitingIn(call)?.queue.id).toBe('billing')
    expect(of(call, 'ana').call.state).toBe('connected')
  })

  test('attended: the agent stays until somebody answers', () => {
    const call = transferred({ agent: ben }, 'Attended')
    expect(of(call, 'ana').call.state).toBe('connected')
    const answered = become(call, 6000, { type: 'answer', ...as(call, 'ben') })
    expect(of(answered, 'ana')).toMatchObject({
      startAcwTime: 6000,
      call: { disconnectType: 'transfer' },
    })
  })

  test('attended and declined: the agent keeps the call', () => {
    const call = transferred({ agent: ben }, 'Attended')
    const declined = become(call, 6000, { type: 'hangUp', ...as(call, 'ben') })
    expect(of(declined, 'ana').call.state).toBe('connected')
    expect(declined.recentTransfers[0]?.state).toBe('Failed')
    expect(waitingIn(declined)).toBeUndefined()
  })

  test('attended and not answered: the agent keeps the call, and may send it on', () => {
    const call = transferred({ agent: ben }, 'Attended')
    const again: Command = {
      type: 'transfer',
      destination: { agent: ben },
      transferType: 'Attended',
      ...as(call, 'ana'),
    }
    expect(refusal(call, again)).toBe('conversations.error.transfer.same.party')
    const missed = become(call, 30_000, { type: 'alertingTimesOut', ...as(call, 'ben') })
    expect(of(missed, 'ana').call.state).toBe('connected')
    expect(of(missed, 'customer').call.state).toBe('connected')
    expect(missed.recentTransfers[0]?.state).toBe('Timeout')
    expect(refusal(missed, again)).toBeUndefined()
  })

  test('of a call past the queues: it ends when nobody answers, and says so', () => {
    const caller = { from: { name: 'Customer', number: '+14635550100' } }
    const rings = startDirectCall(caller, ana, moment(1000))
    const talks = become(rings, 2000, { type: 'answer', ...as(rings, 'ana') })
    const call = become(talks, 3000, {
      type: 'transfer',
      destination: { agent: ben },
      transferType: 'Unattended',
      ...as(talks, 'ana'),
    })
    expect(of(call, 'ben').purpose).toBe('user')
    const missed = become(call, 33_000, { type: 'alertingTimesOut', ...as(call, 'ben') })
    expect(missed).toMatchObject({ endTime: 33_000, recentTransfers: [{ state: 'Timeout' }] })
  })

  test('fails when the customer gives up on the way', () => {
    const call = become(transferred({ queue: repairs }), 6000, { type: 'callerHangsUp' })
    expect(call.recentTransfers[0]?.state).toBe('Failed')
    expect(call.endTime).toBe(6000)
  })
})
