import { expect, test } from 'vitest'
import { placedCall, placing } from '~/conversations/placed'
import { createConversations } from '~/conversations/store'
import { callOut } from '../dial/stage'
import { me } from '../fixtures/conversations'

/** The call that is found for an order, where the only call out goes there. */
function found(ordered: string, address: string) {
  const conversations = createConversations({ me, now: () => 0 })
  conversations.apply(callOut('out-1', 'dialing', { address }))
  return placedCall(placing({ number: ordered }, []), conversations.all(), false)?.id
}

test.each([
  ['+49 30 55500142', 'tel:+493055500142'],
  ['030 123', 'tel:+4930123'],
  ['0049 30 55500142', 'sip:+493055500142@edge'],
  ['+49 (0)30 55500142', 'tel:+493055500142'],
  ['+493055500142', 'tel:03055500142'],
  ['112', 'sip:112@site'],
])('a call ordered to %s is the one to %s', (ordered, wire) => {
  expect(found(ordered, wire)).toBe('out-1')
})

test.each([
  ['030 123', 'tel:+4940123'],
  ['112', 'tel:+49301112'],
  ['0112', 'tel:+493050112'],
  ['+4930555001', 'tel:+493055500142'],
])('a call ordered to %s is not the one to %s', (ordered, wire) => {
  expect(found(ordered, wire)).toBeUndefined()
})
