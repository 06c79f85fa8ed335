import { describe, expect, test } from 'vitest'
import type { ToContact } from '~/transfer/destination'
import { settled } from '../settled'
import { billing, callOut, createStage, outside } from './stage'

const halvard: ToContact = {
  ...{ kind: 'contact', id: 'x-1', name: 'Halvard', phoneType: 'HomePhone', number: outside.id },
}
const repairs = { id: 'q-7', name: 'Repairs' }

describe('a call that is called again', () => {
  test('is to whom that one was, whoever was called since', async () => {
    const { call, hear, dial, answers } = createStage()
    await call(halvard)
    await hear(callOut('out-1', 'dialing'))
    answers.placeCall = () => ({ id: 'out-2' })
    await call(outside)
    await hear(callOut('out-2', 'dialing'))
    expect([dial.orderedAs('out-1'), dial.orderedAs('out-2')]).toEqual([halvard, outside])
    expect(dial.orderedAs('elsewhere')).toBeUndefined()
  })

  test('is on behalf of the queue that it was, else of the one that is set', async () => {
    const { dial, asked } = createStage()
    await settled()
    expect(dial.againFor(outside, undefined)).toBeUndefined()
    expect(dial.againFor(outside, billing)).toEqual(billing)
    void dial.call(outside, dial.againFor(outside, billing)?.id)
    await settled()
    expect(asked.at(-1)?.body).toEqual({ phoneNumber: outside.id, callFromQueueId: billing.id })
    dial.choose(billing.id)
    expect(dial.againFor(halvard, undefined)).toEqual(billing)
    // One that the agent does not work for any more.
    expect(dial.againFor(outside, repairs)).toEqual(billing)
    expect(
      dial.againFor({ kind: 'person', id: 'u-1', name: 'Ben', presence: 'other' }, billing),
    ).toBe(undefined)
  })
})

test('a call that another one was taken for is looked up before it opens', async () => {
  const { call, hear, dial, asked, answers } = createStage()
  answers.placeCall = () => ({ id: 'mine' })
  await call()
  await hear(callOut('another', 'dialing', { address: 'tel:+4940111' }))
  expect(asked.at(-1)).toMatchObject({ params: { conversationId: 'mine' } })
  expect(dial.began()).toBe('mine')
})
