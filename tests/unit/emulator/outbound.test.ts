import { describe, expect, test } from 'vitest'
import type { Conversation, Placing } from '../../emulator/conversation/call'
import { dialledOutcome } from '../../emulator/conversation/dialling'
import { due, stateOf, waitingIn, workOf } from '../../emulator/conversation/facts'
import { connectPlacers, startOutboundCall } from '../../emulator/conversation/outbound'
import { ana, as, become, ben, billing, moment, of, refusal, repairs } from './line'

const from = { name: 'Ana', number: '+13175551100' }

function placed(destination: Placing['destination'], queue?: typeof billing): Conversation {
  const attributes = { concern: 'Refund' }
  const outbound = { agent: ana, destination, from, attributes, ...(queue && { queue }) }
  return startOutboundCall(outbound, moment(1000))
}

/** Lets happen by itself what is next, `times` times. */
function goOn(conversation: Conversation, times = 1): Conversation {
  const [next] = due(conversation)
  if (times === 0) return conversation
  if (!next) throw new Error('Nothing more happens by itself')
  return goOn(become(conversation, next.at, next.command), times - 1)
}

const number = (address = '+493055500142') => ({ address })

describe('what becomes of a number', () => {
  test.each([
    ['+49305550001', 'busy'],
    ['+49 30 555-0002', 'noAnswer'],
    ['0003', 'fails'],
    ['sip:0001@example.org', 'busy'],
    ['+493055500142', 'answers'],
    ['sip:ada@0003.example.org', 'answers'],
  ])('%s: %s', (address, outcome) => expect(dialledOutcome(address)).toBe(outcome))
})

describe('a call that an agent places', () => {
  test('comes to their own phone first, and knows already where it goes', () => {
    const call = placed(number())
    expect(call.participants).toHaveLength(1)
    expect(of(call, 'ana')).toMatchObject({
      purpose: 'user',
      call: {
        state: 'contacting',
        initialState: 'contacting',
        direction: 'outbound',
        other: { number: '+493055500142' },
      },
    })
    expect(call).toMatchObject({ ani: from, dnis: '+493055500142' })
    expect(stateOf(call)).toBe('contacting')
    expect(workOf('ana', [call])).toEqual({ acd: 0, direct: 1 })
    expect(due(call)).toMatchObject([{ at: 1500, command: { type: 'takeUp' } }])
  })

  test('is dialled once the phone is taken up', () => {
    const call = goOn(placed(number()))
    expect(of(call, 'ana').call).toMatchObject({ state: 'dialing', recording: false })
    expect(of(call, 'ana').attributes).toEqual({})
    expect(of(call, 'external')).toMatchObject({
      address: '+493055500142',
      attributes: { concern: 'Refund' },
      call: { state: 'dialing', direction: 'outbound', other: from },
    })
    expect(of(call, 'external').connectedTime).toBeUndefined()
    expect(stateOf(call)).toBe('dialing')
    expect(due(call)).toMatchObject([{ at: 3500, command: { type: 'dialled' } }])
  })

  test('does not put the far end through with whoever placed it', () => {
    const call = connectPlacers(goOn(placed(number())), 2000)
    expect(of(call, 'ana').call.state).toBe('connected')
    expect(of(call, 'external').call.state).toBe('dialing')
  })

  test('connects both ends at once when the far end answers', () => {
    const call = goOn(placed(number()), 2)
    expect(of(call, 'ana')).toMatchObject({
      connectedTime: 3500,
      call: { state: 'connected', connectedTime: 3500, recording: true },
    })
    expect(of(call, 'external')).toMatchObject({
      connectedTime: 3500,
      call: { state: 'connected', recording: false },
    })
    expect(stateOf(call)).toBe('connected')
    expect(due(call)).toEqual([])
  })

  test.each([
    ['is busy', '0001', 3500, 'endpoint', [486, 17], undefined],
    ['does not answer', '0002', 31_500, 'timeout', [480, 19], undefined],
    [
      'does not exist',
      '0003',
      3500,
      'error',
      [404, 1],
      'error.ininedgecontrol.connection.dialplan.notReachable',
    ],
  ] as const)('is over when the far end %s', (_why, ending, at, disconnectType, codes, error) => {
    const call = goOn(placed(number(`+4930555${ending}`), billing), 2)
    const far = of(call, 'customer')
    expect(far.endTime).toBe(at)
    expect(far.call).toMatchObject({ state: 'disconnected', disconnectType })
    expect(far.call.disconnectReasons?.map(({ code }) => code)).toEqual(codes)
    expect(far.call.errorInfo?.code).toBe(error)
    expect(of(call, 'ana').call).toMatchObject({ state: 'disconnected', disconnectType: 'peer' })
    // Nobody was talked to: no wrap-up.
    expect(of(call, 'ana').startAcwTime).toBeUndefined()
    expect(call.endTime).toBe(at)
  })

  test('for a queue is to a customer, counts as the queue’s work and owes its wrap-up', () => {
    const before = goOn(placed(number(), billing), 2)
    expect(before.participants.map(({ purpose }) => purpose)).toEqual(['agent', 'customer'])
    expect(workOf('ana', [before])).toEqual({ acd: 1, direct: 0 })
    const call = become(before, 9000, { type: 'hangUp', ...as(before, 'ana') })
    expect(of(call, 'ana')).toMatchObject({
      startAcwTime: 9000,
      call: { disconnectType: 'client' },
    })
    expect(of(call, 'customer').call.disconnectType).toBe('peer')
    expect(waitingIn(call)).toBeUndefined()
  })

  test.each([
    ['its phone rings', 0],
    ['it is dialled', 1],
  ])('can be ended while %s', (_when, steps) => {
    const before = goOn(placed(number(), billing), steps)
    const call = become(before, 2000, { type: 'hangUp', ...as(before, 'ana') })
    expect(call.endTime).toBe(2000)
    expect(of(call, 'ana').call.disconnectType).toBe('client')
    expect(of(call, 'ana').startAcwTime).toBeUndefined()
    expect(due(call)).toEqual([])
  })

  test('cannot be held, muted, transferred or answered while it is dialled', () => {
    const call = goOn(placed(number()))
    const one = as(call, 'ana')
    expect(refusal(call, { type: 'hold', held: true, ...one })).toBe(
      'conversation.error.hold.alerting',
    )
    expect(refusal(call, { type: 'mute', muted: true, ...one })).toBe(
      'conversation.participant.update.invalid',
    )
    expect(refusal(call, { type: 'answer', ...one })).toBe('callback.error.answer.not.alerting')
    const transfer = { destination: { agent: ben }, transferType: 'Unattended' } as const
    expect(refusal(call, { type: 'transfer', ...transfer, ...one })).toBe(
      'conversations.error.transfer.not.connected',
    )
    expect(refusal(call, { type: 'takeUp', ...one })).toBe('bad.request')
  })

  test('passed on, shows the far end to whoever is next', () => {
    const before = goOn(placed(number(), billing), 2)
    const destination = { agent: ben }
    const call = become(before, 5000, {
      type: 'transfer',
      destination,
      transferType: 'Unattended',
      ...as(before, 'ana'),
    })
    expect(of(call, 'ben').call.other.number).toBe('+493055500142')
    // Declined, it goes to the queue it was placed for.
    const back = become(call, 6000, { type: 'hangUp', ...as(call, 'ben') })
    expect(waitingIn(back)?.queue.id).toBe('billing')
    expect(of(back, 'acd').call.other.number).toBe('+493055500142')
  })
})

describe('a call to a colleague', () => {
  test('rings at theirs, and connects both when answered', () => {
    const before = goOn(placed({ agent: ben }))
    expect(of(before, 'ben')).toMatchObject({ purpose: 'user', call: { state: 'alerting' } })
    expect(of(before, 'ana')).toMatchObject({
      attributes: { concern: 'Refund' },
      call: { state: 'dialing' },
    })
    const call = become(before, 4000, { type: 'answer', ...as(before, 'ben') })
    expect(of(call, 'ana').call).toMatchObject({ state: 'connected', connectedTime: 4000 })
    const over = become(call, 5000, { type: 'hangUp', ...as(call, 'ben') })
    expect(over.endTime).toBe(5000)
    expect(of(over, 'ana').call.disconnectType).toBe('peer')
  })

  test.each([
    ['declined', 'hangUp', 'client'],
    ['not answered', 'alertingTimesOut', 'transfer.noanswer'],
  ] as const)('is over when %s', (_how, type, disconnectType) => {
    const before = goOn(placed({ agent: ben }))
    const call = become(before, 4000, { type, ...as(before, 'ben') })
    expect(call.endTime).toBe(4000)
    expect(of(call, 'ben').call.disconnectType).toBe(disconnectType)
    expect(of(call, 'ana').call.disconnectType).toBe('peer')
  })
})

describe('a call to a queue', () => {
  const inQueue = () => goOn(placed({ queue: repairs }))

  test('is with the queue as soon as the phone is taken up', () => {
    const call = inQueue()
    expect(of(call, 'ana').call.state).toBe('connected')
    expect(waitingIn(call)?.queue.id).toBe('repairs')
  })

  test('is answered by an agent of the queue', () => {
    const waits = inQueue()
    const rings = become(waits, 4000, { type: 'offer', agent: ben, queue: repairs })
    expect(of(rings, 'ben').call.other).toMatchObject({ number: ana.number })
    const call = become(rings, 5000, { type: 'answer', ...as(rings, 'ben') })
    expect(of(call, 'acd').call).toMatchObject({ state: 'terminated', disconnectType: 'transfer' })
    expect(of(call, 'ben').purpose).toBe('agent')
  })

  test('is over when whoever placed it gives up', () => {
    const before = inQueue()
    const call = become(before, 4000, { type: 'hangUp', ...as(before, 'ana') })
    expect(call.endTime).toBe(4000)
    expect(waitingIn(call)).toBeUndefined()
  })
})
