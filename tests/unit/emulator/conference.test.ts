import { describe, expect, test } from 'vitest'
import type { Conversation } from '../../emulator/conversation/call'
import { waitingIn } from '../../emulator/conversation/facts'
import type { Destination } from '../../emulator/conversation/transfer'
import {
  as,
  become,
  ben,
  billing,
  chloe,
  of,
  refusal,
  repairs,
  ringing,
  seen,
  talking,
} from './line'

const inviting = (...destinations: Destination[]) => {
  const call = talking()
  return become(call, 4000, { type: 'invite', destinations, ...as(call, 'ana') })
}
const answered = (call: Conversation, who: string, at = 5000) =>
  become(call, at, { type: who === 'external' ? 'dialled' : 'answer', ...as(call, who) })
const hangUp = (call: Conversation, who: string, at = 6000) =>
  become(call, at, { type: 'hangUp', ...as(call, who) })
/** The customer, Ana, Ben and a number outside, all talking. */
const four = () =>
  answered(answered(inviting({ agent: ben }, { address: '+14635550199' }), 'ben'), 'external')
const three = () => hangUp(four(), 'ben')

describe('further parties', () => {
  test('ring or are dialled, and join by answering', () => {
    const call = inviting({ agent: ben }, { address: '+14635550199' })
    const two = { customer: 'connected', ana: 'connected' }
    expect(seen(call)).toMatchObject({ ...two, ben: 'alerting', external: 'dialing' })
    expect(of(call, 'ben')).toMatchObject({ purpose: 'user', routed: false })
    expect(seen(four())).toMatchObject({ ...two, ben: 'connected', external: 'connected' })
    expect(four().recentTransfers).toEqual([])
    expect(four().consult).toBeUndefined()
  })

  test('of a queue come from it', () => {
    const waits = inviting({ queue: repairs })
    const rings = become(waits, 5000, { type: 'offer', agent: ben, queue: repairs })
    const call = answered(rings, 'ben')
    expect(seen(call)).toMatchObject({ ana: 'connected', ben: 'connected', customer: 'connected' })
    expect(of(hangUp(call, 'ben'), 'ben').startAcwTime).toBe(6000)
  })

  test.each([
    ['declines', { agent: ben }, 'ben', 'disconnected client'],
    ['is busy', { address: '+14635550001' }, 'external', 'disconnected endpoint'],
  ])('who %s changes nothing for the others', (_what, destination, who, ended) => {
    const before = inviting(destination)
    const call = who === 'ben' ? hangUp(before, who) : answered(before, who)
    expect(seen(call)).toMatchObject({ customer: 'connected', ana: 'connected', [who]: ended })
  })

  test('who join leave the queue that somebody waits in, and its transfer', () => {
    const before = talking()
    const command = { destination: { queue: repairs }, transferType: 'Attended' } as const
    const waits = become(before, 4000, { type: 'transfer', ...command, ...as(before, 'ana') })
    const invitation = { type: 'invite', destinations: [{ agent: ben }] } as const
    const joined = answered(become(waits, 4500, { ...invitation, ...as(waits, 'ana') }), 'ben')
    expect(seen(joined)).toMatchObject({ ana: 'connected', ben: 'connected', acd: 'connected' })
    expect(joined.recentTransfers[0]?.state).toBe('Pending')
    const offered = become(joined, 6000, { type: 'offer', agent: chloe, queue: repairs })
    const call = answered(offered, 'chloe', 7000)
    expect(seen(call)).toMatchObject({ ana: 'disconnected transfer', acd: 'terminated transfer' })
    expect(call.recentTransfers[0]?.state).toBe('Complete')
  })

  test('of a queue keep the call from another', () => {
    const call = inviting({ queue: repairs })
    const command = { destination: { queue: billing }, transferType: 'Attended' } as const
    expect(refusal(call, { type: 'transfer', ...command, ...as(call, 'ana') })).toBe(
      'conversations.error.transfer.not.connected',
    )
  })

  test('of a queue and a colleague are asked beside each other', () => {
    const call = inviting({ agent: ben }, { queue: repairs })
    expect(waitingIn(call)?.queue.id).toBe('repairs')
    expect(seen(answered(call, 'ben'))).toMatchObject({ ben: 'connected', acd: 'connected' })
    const offered = become(call, 4500, { type: 'offer', agent: chloe, queue: repairs })
    expect(waitingIn(offered)).toBeUndefined()
    const first = answered(offered, 'ben')
    expect(seen(first)).toMatchObject({ ben: 'connected', chloe: 'alerting', acd: 'connected' })
    expect(seen(answered(first, 'chloe', 6000))).toMatchObject({
      ana: 'connected',
      chloe: 'connected',
      acd: 'terminated transfer',
    })
  })

  test('who join complete no transfer that waits for somebody else', () => {
    const before = inviting({ agent: ben })
    const command = { destination: { agent: chloe }, transferType: 'Attended' } as const
    const rings = become(before, 4500, { type: 'transfer', ...command, ...as(before, 'ana') })
    const call = answered(rings, 'ben')
    expect(seen(call)).toMatchObject({ ana: 'connected', ben: 'connected', chloe: 'alerting' })
    expect(call.recentTransfers[0]?.state).toBe('Pending')
  })

  test.each<[string, () => Conversation, readonly Destination[], string]>([
    [
      'while somebody rings',
      () => inviting({ agent: ben }),
      [{ agent: chloe }],
      'conversation.error.cannot.merge.alerting.conference',
    ],
    [
      'once they take part',
      four,
      [{ agent: ben }],
      'conversation.error.outbound.call.cannot.be.placed',
    ],
    [
      'twice',
      talking,
      [{ agent: ben }, { agent: ben }],
      'conversation.error.outbound.call.cannot.be.placed',
    ],
    [
      'as two queues',
      talking,
      [{ queue: repairs }, { queue: billing }],
      'conversation.error.outbound.call.cannot.be.placed',
    ],
    [
      'as a queue while another is waited in',
      () => inviting({ queue: billing }),
      [{ queue: repairs }],
      'conversation.error.outbound.call.cannot.be.placed',
    ],
    [
      'by one whose own phone rings',
      ringing,
      [{ agent: ben }],
      'conversation.error.forbidden.not.active.participant',
    ],
  ])('are refused %s', (_when, make, destinations, code) => {
    const call = make()
    const invitation = { type: 'invite', destinations, ...as(call, 'ana') } as const
    expect(refusal(call, invitation)).toBe(code)
  })
})

describe('a conference ends', () => {
  test('for those outside when the last agent hangs up', () => {
    const before = three()
    expect(before.endTime).toBeUndefined()
    const call = hangUp(before, 'ana', 7000)
    expect(call.endTime).toBe(7000)
    expect(seen(call)).toMatchObject({
      ana: 'disconnected client',
      customer: 'disconnected peer',
      external: 'disconnected peer',
    })
  })

  test('not when one agent of several hangs up', () => {
    const call = hangUp(four(), 'ana')
    expect(call.endTime).toBeUndefined()
    expect(seen(call)).toMatchObject({ customer: 'connected', ben: 'connected' })
  })

  test('not when the customer hangs up, but when only one is left', () => {
    const left = become(three(), 7000, { type: 'callerHangsUp' })
    expect(seen(left)).toMatchObject({
      customer: 'disconnected endpoint',
      ana: 'connected',
      external: 'connected',
    })
    const call = hangUp(left, 'external', 8000)
    expect(call.endTime).toBe(8000)
    expect(of(call, 'ana').call.disconnectType).toBe('peer')
  })

  test('not while somebody outside waits for whoever is on the way', () => {
    const before = three()
    const command = { destination: { agent: ben }, transferType: 'Unattended' } as const
    const rings = become(before, 7000, { type: 'transfer', ...command, ...as(before, 'ana') })
    const call = become(rings, 8000, { type: 'callerHangsUp' })
    expect(seen(call)).toMatchObject({ external: 'connected', ben: 'alerting' })
    expect(call.endTime).toBeUndefined()
  })

  test('not by a transfer: those outside are left to each other', () => {
    const before = three()
    const command = { destination: { agent: ben }, transferType: 'Attended' } as const
    const rings = become(before, 7000, { type: 'transfer', ...command, ...as(before, 'ana') })
    const call = answered(rings, 'ben', 8000)
    expect(seen(call)).toMatchObject({
      ana: 'disconnected transfer',
      ben: 'connected',
      customer: 'connected',
      external: 'connected',
    })
  })

  test('not because an agent had hung up before', () => {
    const before = hangUp(inviting({ agent: ben }), 'ben')
    const command = { destination: { address: '+4930555001' }, transferType: 'Unattended' } as const
    const call = become(before, 7000, { type: 'transfer', ...command, ...as(before, 'ana') })
    expect(seen(call)).toMatchObject({ customer: 'connected', external: 'connected' })
  })

  test('and no consult can be held in it', () => {
    const call = four()
    const objectId = of(call, 'customer').id
    const wanted = { objectId, destination: { agent: chloe }, speakTo: 'DESTINATION' } as const
    expect(refusal(call, { type: 'consult', ...wanted, ...as(call, 'ana') })).toBe(
      'conversation.error.cannot.transfer.conference',
    )
  })
})
