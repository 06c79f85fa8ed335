import { describe, expect, test } from 'vitest'
import { followCalls } from '~/app/ended'
import type { Conversation as Wire } from '~/genesys/wire'
import * as known from '../fixtures/conversations'
import { situationOf } from '../fixtures/situations'
import { settled } from '../settled'
import { createStage } from './stage'

const { id } = known

/** A desk that is fresh and follows its calls, told of a call that rings or talks. */
async function following(first: Wire) {
  const stage = createStage()
  stage.desk.follow(followCalls(stage.desk))
  await stage.live(1)
  stage.hear(first)
  return {
    ...stage,
    texts: () => stage.desk.notices.all().map(({ text }) => text),
    async hears(wire: Wire) {
      stage.hear(wire)
      await settled()
    },
    ended: () => stage.desk.ended().map(({ how }) => how),
  }
}
const ringing = situationOf('after-menu-and-flow')
const name = 'Derya Kowalczyk'

describe('a call that leaves', () => {
  test.each([
    ['ended-by-the-customer-while-it-rang', 'The customer hung up before you answered.'],
    ['ended-not-answered', 'You did not answer: it waits in Billing again.'],
    ['ended-answered-by-a-colleague', 'Ben Okafor answered it.'],
    ['ended-declined', 'You declined it: it waits in Billing again.'],
  ])('without after-call work is told once, calmly, and kept: %s', async (situation, how) => {
    const { hears, texts, ended, desk } = await following(ringing)
    await hears(situationOf(situation))
    await hears(situationOf(situation))
    expect(texts()).toEqual([`${name}: ${how}`])
    expect(desk.notices.all()[0]).toMatchObject({ calm: true })
    expect(ended()).toEqual([how])
    expect(desk.ended()[0]).toMatchObject({
      ...{ id, outbound: false, queue: { id: known.queueId, name: 'Billing' } },
      customer: { name, address: '+14635550101' },
    })
    expect(desk.ended()[0]).not.toHaveProperty('reached')
  })

  test('as the agent has just ordered it here is kept, and not told', async () => {
    const { hears, texts, ended, desk, calls, answers } = await following(ringing)
    answers.updateCall = () => undefined
    const one = desk.conversations.get(id)
    if (one) calls.change('decline', one)
    await hears(situationOf('ended-declined'))
    expect([texts(), ended()]).toEqual([[], ['You declined it: it waits in Billing again.']])
  })

  test('while the agent ends it, but by the customer, is told all the same', async () => {
    const { hears, texts, desk, calls, answers } = await following(ringing)
    answers.updateCall = () => undefined
    const one = desk.conversations.get(id)
    if (one) calls.change('decline', one)
    await hears(situationOf('ended-by-the-customer-while-it-rang'))
    expect(texts()).toEqual([`${name}: The customer hung up before you answered.`])
  })

  test('by way of after-call work was told by its card, and is kept when that is done', async () => {
    const { hears, texts, ended, desk } = await following(known.connected)
    const over = situationOf('ended-by-the-customer')
    await hears(over)
    const one = desk.conversations.get(id)
    expect(one && desk.followed()?.line(one)).toBe('Ended by the customer')
    expect(ended()).toEqual([])
    const mine = { endAcwTime: known.time(99), wrapup: { code: 'w-1' } }
    const participants = over.participants?.map((part) =>
      part.id === 'p-mine' ? { ...part, ...mine } : part,
    )
    await hears({ ...over, participants: participants ?? [] })
    expect([texts(), ended()]).toEqual([[], ['Ended by the customer.']])
  })

  test('in a gap is looked up once, for how it ended', async () => {
    const { live, list, texts, count, answers } = await following(ringing)
    answers.getConversation = () => situationOf('ended-not-answered')
    list()
    await live(2)
    await settled()
    expect(count('getConversation')).toBe(1)
    expect(texts()).toEqual([`${name}: You did not answer: it waits in Billing again.`])
  })

  test('in a gap, and cannot be looked up, has ended: no more is known', async () => {
    const { live, list, texts, ended } = await following(ringing)
    list()
    await live(2)
    await settled()
    expect([texts(), ended()]).toEqual([[`${name}: It has ended.`], ['It has ended.']])
  })

  test('is forgotten when the desk is left, and told to nobody', async () => {
    const { live, list, hold, texts, close } = await following(ringing)
    list()
    const reading = hold()
    void live(2)
    close()
    await reading.answer()
    expect(texts()).toEqual([])
  })

  test('outbound says whether anybody was reached', async () => {
    const placed = situationOf('being-placed')
    const { hears, desk, texts } = await following(placed)
    await hears(situationOf('outbound-busy'))
    expect(desk.ended()[0]).toMatchObject({ outbound: true, reached: false })
    expect(texts()).toEqual(['Plumber Voss was busy (User busy).'])
    await hears({ ...placed, id: 'other' })
    await hears({ ...situationOf('outbound-reached-and-ended-there'), id: 'other' })
    expect(desk.conversations.get('other')?.phase).toBe('wrapup')
  })

  test('and comes again is known once; of the oldest no more than thirty are', async () => {
    const { hears, desk } = await following(ringing)
    for (let number = 0; number < 35; number++) {
      await hears({ ...ringing, id: `call-${number}` })
      await hears({ ...situationOf('ended-declined'), id: `call-${number}` })
    }
    await hears(situationOf('ended-declined'))
    await hears(ringing)
    await hears(situationOf('ended-not-answered'))
    const ids = desk.ended().map((one) => one.id)
    expect([ids.length, new Set(ids).size, ids[0]]).toEqual([30, 30, id])
  })

  test('that was no call leaves without a word', async () => {
    const { hears, texts, ended } = await following(situationOf('message-open'))
    expect(await hears({ id, participants: [] })).toBeUndefined()
    expect([texts(), ended()]).toEqual([[], []])
  })
})

test('who was asked for advice and is gone is told once', async () => {
  const { hears, texts } = await following(situationOf('consult-i-began'))
  const over = situationOf('consult-i-began')
  const customer = over.participants?.[0]
  for (const call of customer?.calls ?? [])
    Object.assign(call, { state: 'disconnected', disconnectType: 'endpoint' })
  await hears(over)
  await hears(over)
  expect(texts()).toEqual([`${name} has hung up. You are talking to Ben Okafor.`])
})

test('whose consult the agent has just canceled is not said to have hung up', async () => {
  const { hears, texts, desk } = await following(situationOf('consult-i-began'))
  void desk.means.ledger.run({
    ...{ verb: 'cancel-consult', target: id, name: 'Cancel consult' },
    send: (options) => {
      options.onProgress?.({ step: 'sent', attempt: 1 })
      return new Promise(() => {})
    },
  })
  await settled()
  const over = situationOf('consult-i-began')
  for (const call of over.participants?.at(-1)?.calls ?? [])
    Object.assign(call, { state: 'disconnected', disconnectType: 'endpoint' })
  await hears(over)
  expect(texts()).toEqual([])
})

test('what rings is what can be answered here: a callback does not', async () => {
  const { desk, rung } = await following(situationOf('callback-offered'))
  expect(desk.conversations.get(id)?.phase).toBe('alerting')
  expect([desk.conversations.alerting(), rung.flat()]).toEqual([[], []])
})
