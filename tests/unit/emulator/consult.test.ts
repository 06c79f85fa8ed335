import { describe, expect, test } from 'vitest'
import type { Conversation } from '../../emulator/conversation/call'
import { due } from '../../emulator/conversation/facts'
import {
  alone,
  asked,
  cancel,
  consulted,
  consulting,
  hangUp,
  speak,
  transferOf,
} from './consulting'
import { as, become, ben, chloe, of, seen, talking } from './line'

describe('a consult with a colleague', () => {
  test.each<[string, () => Conversation, string, Record<string, string>]>([
    ['rings', () => consulting({ agent: ben }), 'Pending', { ...asked, ben: 'alerting' }],
    [
      'rings while the customer is spoken to',
      () => consulting({ agent: ben }, 'OBJECT'),
      'Pending',
      { ...alone, ben: 'alerting' },
    ],
    ['talks when answered', () => consulted(), 'Active', { ...asked, ben: 'connected' }],
    [
      'is answered into music while the customer is spoken to',
      () => consulted('OBJECT'),
      'Active',
      { ...alone, ben: 'connected confined' },
    ],
    ['talks all together', () => consulted('BOTH'), 'Active', { ...alone, ben: 'connected' }],
    [
      'turns to the customer',
      () => speak(consulted(), 'OBJECT'),
      'Active',
      { ...alone, ben: 'connected confined' },
    ],
    [
      'turns back to the colleague',
      () => speak(speak(consulted(), 'OBJECT'), 'DESTINATION'),
      'Active',
      { ...asked, ben: 'connected' },
    ],
    ['turns to both', () => speak(consulted(), 'BOTH'), 'Active', { ...alone, ben: 'connected' }],
    [
      'becomes a conference',
      () => speak(consulted(), 'CONFERENCE'),
      'Complete',
      { ...alone, ben: 'connected' },
    ],
    [
      'becomes a conference by being answered',
      () => consulted('CONFERENCE'),
      'Complete',
      { ...alone, ben: 'connected' },
    ],
    [
      'is completed when the initiator leaves',
      () => hangUp(consulted(), 'ana'),
      'Complete',
      { customer: 'connected', ana: 'disconnected transfer.consult', ben: 'connected' },
    ],
    [
      'goes on as a blind transfer when the initiator leaves early',
      () => hangUp(consulting({ agent: ben }), 'ana'),
      'Pending',
      { customer: 'connected', ana: 'disconnected transfer.consult', ben: 'alerting' },
    ],
    [
      'is canceled while it rings',
      () => cancel(consulting({ agent: ben })),
      'Canceled',
      { ...alone, ben: 'disconnected peer' },
    ],
    [
      'is canceled while it talks',
      () => cancel(consulted()),
      'Canceled',
      { ...alone, ben: 'disconnected peer' },
    ],
    [
      'fails when declined',
      () => hangUp(consulting({ agent: ben }), 'ben'),
      'Failed',
      { ...alone, ben: 'disconnected client' },
    ],
    [
      'fails when the colleague hangs up',
      () => hangUp(speak(consulted(), 'OBJECT'), 'ben'),
      'Failed',
      { ...alone, ben: 'disconnected client' },
    ],
    [
      'goes on between the two when the customer hangs up',
      () => become(speak(consulted(), 'OBJECT'), 7000, { type: 'callerHangsUp' }),
      'Failed',
      { customer: 'disconnected endpoint', ana: 'connected', ben: 'connected' },
    ],
    [
      'is over for all when the customer hangs up while it rings',
      () => become(consulting({ agent: ben }), 7000, { type: 'callerHangsUp' }),
      'Failed',
      {
        customer: 'disconnected endpoint',
        ana: 'disconnected peer',
        ben: 'disconnected peer',
      },
    ],
    [
      'is over with the conversation',
      () => become(consulted(), 7000, { type: 'disconnect', userId: 'ana' }),
      'Failed',
      {
        customer: 'disconnected peer',
        ana: 'disconnected client',
        ben: 'disconnected peer',
      },
    ],
  ])('%s', (_what, make, transfer, parties) => {
    const call = make()
    expect(seen(call)).toMatchObject(parties)
    expect(transferOf(call)).toBe(transfer)
    expect(of(call, 'ben').consultParticipantId).toBe(of(call, 'customer').id)
    expect(call.recentTransfers.at(-1)?.transferType).toBe('Attended')
  })

  test('times out when nobody answers', () => {
    const rings = consulting({ agent: ben })
    expect(due(rings)).toMatchObject([{ at: 34_000, command: { type: 'alertingTimesOut' } }])
    const call = become(rings, 34_000, { type: 'alertingTimesOut', ...as(rings, 'ben') })
    expect(seen(call)).toMatchObject({ ...alone, ben: 'disconnected transfer.noanswer' })
    expect(transferOf(call)).toBe('Timeout')
    expect(of(call, 'customer').call).not.toHaveProperty('startHoldTime')
  })

  test('tells since when the customer hears music', () => {
    const call = consulted()
    expect(of(call, 'customer').call.startHoldTime).toBe(4000)
    expect(of(speak(call, 'OBJECT'), 'customer').call).not.toHaveProperty('startHoldTime')
    expect(of(speak(call, 'OBJECT'), 'ben').call.startHoldTime).toBe(6000)
  })

  test('retrieves the initiator, who speaks', () => {
    const call = talking()
    const held = become(call, 3500, { type: 'hold', held: true, ...as(call, 'ana') })
    expect(seen(consulted('DESTINATION', held))).toMatchObject({ ...asked, ben: 'connected' })
  })

  test('makes whoever takes the call over owe the wrap-up, and nobody who gave advice', () => {
    const taken = hangUp(consulted(), 'ana')
    expect(of(taken, 'ana').startAcwTime).toBe(6000)
    expect(of(hangUp(taken, 'ben'), 'ben').startAcwTime).toBe(6000)
    const canceled = of(cancel(consulted()), 'ben')
    expect(canceled.queue).toBeUndefined()
    expect(canceled.startAcwTime).toBeUndefined()
  })

  test('left early and not answered goes back to its queue', () => {
    const left = hangUp(consulting({ agent: ben }), 'ana')
    const missed = become(left, 34_000, { type: 'alertingTimesOut', ...as(left, 'ben') })
    expect(seen(missed)).toMatchObject({ customer: 'connected', acd: 'connected' })
    expect(transferOf(missed)).toBe('Timeout')
    const answered = become(left, 7000, { type: 'answer', ...as(left, 'ben') })
    expect(transferOf(answered)).toBe('Complete')
  })

  test('lets the two without a customer hang up on each other', () => {
    const left = become(consulted(), 7000, { type: 'callerHangsUp' })
    const over = become(left, 8000, { type: 'hangUp', ...as(left, 'ben') })
    expect(over.endTime).toBe(8000)
    expect(of(over, 'ana').call.disconnectType).toBe('peer')
  })

  test('can be started by the one who took the call over', () => {
    const taken = hangUp(consulted(), 'ana')
    const objectId = of(taken, 'customer').id
    const wanted = { objectId, destination: { agent: chloe }, speakTo: 'DESTINATION' as const }
    const rings = become(taken, 7000, { type: 'consult', ...as(taken, 'ben'), ...wanted })
    expect(seen(rings)).toMatchObject({ customer: 'connected confined', ben: 'connected' })
    const back = become(rings, 8000, { type: 'cancelConsult', ...as(rings, 'ben') })
    expect(seen(back)).toMatchObject({ ben: 'connected', chloe: 'disconnected peer' })
  })
})
