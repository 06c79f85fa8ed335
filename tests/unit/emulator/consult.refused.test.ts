import { describe, expect, test } from 'vitest'
import type { Conversation } from '../../emulator/conversation/call'
import type { Destination } from '../../emulator/conversation/transfer'
import { cancel, consulted, hangUp } from './consulting'
import { ana, as, become, ben, chloe, of, refusal, repairs, talking } from './line'

describe('a consult is refused', () => {
  const wanted = (call: Conversation, who: string, destination: Destination, object = 'customer') =>
    ({
      type: 'consult',
      ...as(call, who),
      objectId: of(call, object).id,
      destination,
      speakTo: 'DESTINATION',
    }) as const

  test('with oneself, about oneself, about the queue, while another goes on, and after the call', () => {
    const call = talking()
    const to = { agent: ben }
    expect(refusal(call, wanted(call, 'ana', { agent: ana }))).toBe(
      'conversation.error.cannot.transfer.to.self',
    )
    expect(refusal(call, wanted(call, 'ana', to, 'ana'))).toBe('object.participant.id.required')
    expect(refusal(call, wanted(call, 'ana', to, 'acd'))).toBe('object.participant.id.required')
    const busy = consulted()
    const third = wanted(busy, 'ana', { agent: chloe })
    expect(refusal(busy, third)).toBe('conversation.error.cannot.transfer.conference')
    const over = hangUp(call, 'ana')
    expect(refusal(over, wanted(over, 'ana', to))).toBe('not.a.participant')
  })

  test('with the one it is about', () => {
    const call = become(consulted(), 6000, { type: 'callerHangsUp' })
    expect(refusal(call, wanted(call, 'ana', { agent: ben }, 'ben'))).toBe(
      'conversation.error.cannot.transfer.to.self',
    )
    expect(refusal(call, wanted(call, 'ana', { agent: chloe }, 'ben'))).toBeUndefined()
  })

  test('its end, to all but its initiator, and once it is over', () => {
    const pending = 'conversation.error.consult.transfer.pending.not.found'
    const call = consulted()
    for (const who of ['ben', 'customer']) {
      expect(refusal(call, { type: 'cancelConsult', ...as(call, who) })).toBe(pending)
      expect(refusal(call, { type: 'speakTo', speakTo: 'BOTH', ...as(call, who) })).toBe(pending)
    }
    const over = cancel(call)
    expect(refusal(over, { type: 'cancelConsult', ...as(over, 'ana') })).toBe(pending)
    const never = talking()
    expect(refusal(never, { type: 'cancelConsult', ...as(never, 'ana') })).toBe(
      'conversation.error.consult.transfer.not.started',
    )
  })

  test('a blind transfer, as long as it goes on', () => {
    const call = consulted()
    const blind = { type: 'transfer', destination: { queue: repairs } } as const
    expect(refusal(call, { ...blind, transferType: 'Unattended', ...as(call, 'ana') })).toBe(
      'conversations.error.transfer.not.connected',
    )
  })
})
