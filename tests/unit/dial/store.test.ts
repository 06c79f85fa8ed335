import { describe, expect, test } from 'vitest'
import { deferred } from '../fake-ask'
import { refused, unanswered } from '../fixtures/failures'
import { settled } from '../settled'
import { billing, callOut, createStage, outside, service } from './stage'

describe('a call that is placed', () => {
  test('goes out once, however often it is pressed, and opens when it is there', async () => {
    const { dial, call, hear, asked, count } = createStage()
    await call()
    await call()
    expect(asked).toEqual([
      { operation: 'placeCall', params: {}, body: { phoneNumber: outside.id } },
    ])
    expect([dial.placing(), dial.began()]).toEqual([outside, undefined])
    await hear(callOut('out-1', 'dialing'))
    expect([dial.placing(), dial.began()]).toEqual([undefined, 'out-1'])
    await call()
    expect(count('placeCall')).toBe(2)
  })

  test('waits until whoever is talked to hears music', async () => {
    const { call, parts, count } = createStage()
    const held = deferred()
    parts.hold = held.promise
    await call()
    expect(count('placeCall')).toBe(0)
    held.resolve(undefined)
    await settled()
    expect(count('placeCall')).toBe(1)
  })

  test('is not sent long after the press, whatever it waited for', async () => {
    const { call, parts, pass, count, dial } = createStage()
    parts.hold = deferred().promise
    await call()
    await pass(30_000)
    expect(count('placeCall')).toBe(0)
    expect(dial.last()).toEqual(outside)
  })

  test('without an answer is looked for and never sent again: one to that number is it', async () => {
    const { call, answers, facts, dial, pass, count, told } = createStage()
    answers.placeCall = () => Promise.reject(unanswered())
    facts.listed = [
      callOut('another', 'dialing', { address: 'tel:+4940111' }),
      callOut('out-7', 'dialing'),
    ]
    await call()
    await pass(1_000)
    expect(dial.began()).toBe('out-7')
    await pass(20_000)
    expect([count('placeCall'), told]).toEqual([1, []])
  })

  test('without an answer, and with no such call to be seen, says so; the next press is another one', async () => {
    const { call, answers, pass, count, told, dial } = createStage()
    answers.placeCall = () => Promise.reject(unanswered())
    await call()
    await pass(20_000)
    expect(told).toEqual([expect.stringContaining('It was not sent again.')])
    expect([dial.placing(), dial.began(), dial.whyNot()]).toEqual([undefined, undefined, undefined])
    await call()
    expect(count('placeCall')).toBe(2)
  })

  test('is not taken for one that was there before', async () => {
    const { call, answers, hear, facts, pass, dial, told } = createStage()
    await hear(callOut('before', 'connected'))
    facts.listed = [callOut('before', 'connected')]
    answers.placeCall = () => Promise.reject(unanswered())
    await call()
    await pass(20_000)
    expect(dial.began()).toBeUndefined()
    expect(told).toHaveLength(1)
  })

  test('without an answer is not taken for a call to somebody else', async () => {
    const { call, answers, facts, pass, dial } = createStage()
    answers.placeCall = () => Promise.reject(unanswered())
    facts.listed = [callOut('another', 'dialing', { address: 'tel:+4940111' })]
    await call()
    await pass(20_000)
    expect([dial.began(), dial.placing()]).toEqual([undefined, undefined])
  })

  test('is one at a time: whoever else is pressed meanwhile is not called after it', async () => {
    const { call, hear, dial, count } = createStage()
    await call()
    await call({ ...outside, id: '+4940111', name: 'Another' })
    expect(dial.whyNot()).toBeUndefined()
    await hear(callOut('out-1', 'dialing'))
    expect([count('placeCall'), dial.last()]).toEqual([1, outside])
  })

  test('is the one that Genesys Cloud made of it, though the number was rewritten on the way', async () => {
    const { call, hear, dial } = createStage()
    await call({ kind: 'number', id: '112', name: '112' })
    await hear(callOut('out-1', 'dialing', { address: 'sip:0112@site' }))
    expect(dial.began()).toBe('out-1')
  })

  test('that nothing tells of is looked up by its id', async () => {
    const { call, pass, asked, hear } = createStage()
    await call()
    await pass(1_000)
    expect(asked).toHaveLength(1)
    await pass(1_000)
    expect(asked.at(-1)).toMatchObject({ params: { conversationId: 'out-1' } })
    await hear(callOut('out-1', 'dialing'))
    await pass(5_000)
    expect(asked).toHaveLength(2)
  })

  test('that is refused says why, and can be pressed again', async () => {
    const { call, answers, told, dial, count } = createStage()
    answers.placeCall = () => Promise.reject(refused('conversation.error.no.user.station'))
    await call()
    expect(told).toEqual([
      `The call to ${outside.name} did not happen. You have no phone selected. Select one in Genesys Cloud, under Phone, then call again.`,
    ])
    await call()
    expect([count('placeCall'), dial.placing()]).toEqual([2, undefined])
  })

  test('cannot be placed without a sign-in, nor to what is no number', async () => {
    const { call, parts, dial, count, said } = createStage()
    parts.whyNot = 'Sign in again first'
    await call()
    expect(dial.whyNot()).toBe('Sign in again first')
    parts.whyNot = undefined
    await call({ kind: 'number', id: '0', name: '0' })
    expect(count('placeCall')).toBe(0)
    expect(said).toEqual([expect.stringMatching(/^The call was not placed\. Number: /)])
  })
})

describe('whom to call', () => {
  test('is nobody whom the organization does not allow, whatever row was pressed', async () => {
    const { dial, call, count, parts, said } = createStage()
    const repairs = { kind: 'queue', id: 'q-2', name: 'Repairs' } as const
    expect(dial.whyNotTo(repairs)).toBeUndefined()
    parts.forbidden = 'Repairs'
    expect(dial.whyNotTo(repairs)).toBe('Not allowed here')
    await call(repairs)
    expect(count('placeCall')).toBe(0)
    expect(said).toEqual(['The call was not placed. Not allowed here'])
  })

  test('a number goes out on behalf of the queue that was chosen last, also after a reload', async () => {
    const first = createStage()
    await settled()
    first.dial.choose(billing.id)
    await first.call()
    expect(first.asked.at(-1)?.body).toEqual({ phoneNumber: outside.id, callFromQueueId: 'q-1' })
    const second = createStage(first.shelf)
    await settled()
    expect(second.dial.queueId()).toBe('q-1')
    second.dial.choose(undefined)
    await second.call()
    expect(second.asked.at(-1)?.body).toEqual({ phoneNumber: outside.id })
  })

  test('a queue that the agent no longer works for is not called on behalf of', async () => {
    const stage = createStage()
    await stage.settings.keep('dial', { queueId: 'q-gone' })
    const next = createStage(stage.shelf)
    await settled()
    await next.call()
    expect(next.asked.at(-1)?.body).toEqual({ phoneNumber: outside.id })
  })

  test('sees the caller id that was chosen last, of those that are offered', async () => {
    const first = createStage()
    await settled()
    first.dial.choose(billing.id)
    first.dial.chooseCallerId(service.number)
    await settled()
    const second = createStage(first.shelf)
    await settled()
    await second.call()
    expect(second.asked.at(-1)?.body).toEqual({
      ...{ phoneNumber: outside.id, callFromQueueId: billing.id },
      ...{ callerId: service.number, callerIdName: service.name },
    })
    second.dial.chooseCallerId('+4930999')
    expect(second.dial.callerId()).toBeUndefined()
  })

  test('a colleague sees none', async () => {
    const { dial, call, asked } = createStage()
    await settled()
    dial.chooseCallerId(service.number)
    await call({ kind: 'queue', id: 'q-2', name: 'Repairs' })
    expect(asked.at(-1)?.body).toEqual({ callQueueId: 'q-2' })
  })
})
