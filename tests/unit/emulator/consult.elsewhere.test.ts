import { describe, expect, test } from 'vitest'
import { due } from '../../emulator/conversation/facts'
import { alone, asked, cancel, consulting, hangUp, transferOf } from './consulting'
import { as, become, ben, billing, chloe, of, repairs, seen } from './line'

describe('a consult with somebody outside', () => {
  test('dials, talks when answered, and leaves the two outside to each other', () => {
    const dials = consulting({ address: '+14635550199' })
    expect(seen(dials)).toMatchObject({ ...asked, external: 'dialing' })
    expect(due(dials)).toMatchObject([{ at: 6000, command: { type: 'dialled' } }])
    const talks = become(dials, 6000, { type: 'dialled', ...as(dials, 'external') })
    expect(seen(talks)).toMatchObject({ ...asked, external: 'connected' })
    expect(transferOf(talks)).toBe('Active')
    const done = become(talks, 7000, { type: 'hangUp', ...as(talks, 'ana') })
    expect(seen(done)).toMatchObject({ customer: 'connected', external: 'connected' })
    expect(done.endTime).toBeUndefined()
    expect(become(done, 8000, { type: 'hangUp', ...as(done, 'external') }).endTime).toBe(8000)
  })

  test.each([
    ['+14635550001', 6000, 'disconnected endpoint', 'Failed'],
    ['+14635550002', 34_000, 'disconnected timeout', 'Timeout'],
    ['+14635550003', 6000, 'disconnected error', 'Failed'],
  ])('%s does not answer by %i', (address, at, external, transfer) => {
    const dials = consulting({ address })
    expect(due(dials)[0]?.at).toBe(at)
    const call = become(dials, at, { type: 'dialled', ...as(dials, 'external') })
    expect(seen(call)).toMatchObject({ ...alone, external })
    expect(transferOf(call)).toBe(transfer)
  })

  test('who hangs up first gives the customer back', () => {
    const dials = consulting({ address: '+14635550199' })
    const talks = become(dials, 6000, { type: 'dialled', ...as(dials, 'external') })
    const call = become(talks, 7000, { type: 'hangUp', ...as(talks, 'external') })
    expect(seen(call)).toMatchObject({ ...alone, external: 'disconnected endpoint' })
    expect(transferOf(call)).toBe('Failed')
  })
})

describe('a consult with a queue', () => {
  const waits = () => consulting({ queue: repairs })
  const rings = () => become(waits(), 5000, { type: 'offer', agent: ben, queue: repairs })
  const talks = () => {
    const call = rings()
    return become(call, 6000, { type: 'answer', ...as(call, 'ben') })
  }

  test('waits, is offered, and talks with whoever answers there', () => {
    expect(seen(waits())).toMatchObject({ ...asked, acd: 'connected' })
    expect(transferOf(rings())).toBe('Pending')
    const call = talks()
    expect(seen(call)).toMatchObject({ ...asked, acd: 'terminated transfer', ben: 'connected' })
    expect(transferOf(call)).toBe('Active')
    expect(of(call, 'ben').consultParticipantId).toBe(of(call, 'customer').id)
    expect(call.consult?.destinationId).toBe(of(call, 'ben').id)
  })

  test('waits on when an agent declines', () => {
    const call = hangUp(rings(), 'ben')
    expect(seen(call)).toMatchObject({ ...asked, acd: 'connected', ben: 'disconnected client' })
    expect(transferOf(call)).toBe('Pending')
  })

  test.each([
    ['waiting', waits],
    ['ringing', rings],
  ])('canceled while %s leaves nobody of the queue', (_when, make) => {
    const call = cancel(make())
    expect(seen(call)).toMatchObject({ ...alone, acd: 'terminated peer' })
    expect(call.participants.filter(({ call: leg }) => leg.state === 'alerting')).toEqual([])
    expect(transferOf(call)).toBe('Canceled')
  })

  test('makes its agent owe the wrap-up of that queue', () => {
    const call = cancel(talks())
    expect(of(call, 'ben')).toMatchObject({ queue: { id: 'repairs' }, startAcwTime: 6000 })
  })

  test('is over for all when the customer hangs up before anybody is found', () => {
    const call = become(waits(), 7000, { type: 'callerHangsUp' })
    expect(call.endTime).toBe(7000)
    expect(seen(call)).toMatchObject({ ana: 'disconnected peer', acd: 'terminated peer' })
    expect(transferOf(call)).toBe('Failed')
  })

  test('may be held by an agent whom a consult found', () => {
    const taken = hangUp(talks(), 'ana')
    const objectId = of(taken, 'customer').id
    const wanted = { objectId, destination: { queue: billing }, speakTo: 'DESTINATION' } as const
    const again = become(taken, 7000, { type: 'consult', ...wanted, ...as(taken, 'ben') })
    const offered = become(again, 8000, { type: 'offer', agent: chloe, queue: billing })
    const call = become(offered, 9000, { type: 'answer', ...as(offered, 'chloe') })
    expect(call.consult?.destinationId).toBe(of(call, 'chloe').id)
    expect(transferOf(call)).toBe('Active')
  })

  test('left early is a transfer to that queue', () => {
    const left = hangUp(waits(), 'ana')
    expect(seen(left)).toMatchObject({ customer: 'connected', acd: 'connected' })
    const offered = become(left, 7000, { type: 'offer', agent: ben, queue: repairs })
    const answered = become(offered, 8000, { type: 'answer', ...as(offered, 'ben') })
    expect(of(answered, 'ben').consultParticipantId).toBeUndefined()
    expect(transferOf(answered)).toBe('Complete')
  })
})
