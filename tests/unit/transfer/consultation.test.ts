import { describe, expect, test } from 'vitest'
import { whyNotAway } from '~/conversations/offer'
import { callProof } from '~/conversations/proof'
import {
  aboutWhom,
  consultationOf,
  isConference,
  type SideName,
  whyNotNow,
} from '~/transfer/consultation'
import { createConsults } from '~/transfer/consults'
import * as consults from '../fixtures/consults'
import * as situation from '../fixtures/conversations'
import { refused } from '../fixtures/failures'
import { createStage, id } from './stage'

type Wire = typeof situation.connected

async function staged(wire: Wire) {
  const stage = createStage()
  await stage.hear(wire)
  const held: string[] = []
  const orders = createConsults({
    ...stage,
    conversation: stage.conversations.get,
    pending: () => stage.commands().filter(({ endedAt }) => endedAt === undefined),
    hold: (verb) => held.push(verb),
  })
  const one = () => {
    const found = stage.conversations.get(id)
    if (!found) throw new Error('The call is gone.')
    return found
  }
  return { ...stage, orders, held, one }
}

describe('the two rows of a consult', () => {
  test.each<[string, Wire, string, string]>([
    ['rings', consults.asking, 'On hold', 'Ringing'],
    ['waits in a queue', consults.askingQueue, 'On hold', 'Waiting in the queue'],
    ['talks', consults.consulting, 'On hold', 'Talking'],
    ['waits while the customer talks', consults.withCustomer, 'Talking', 'On hold'],
    ['talks to both', consults.together, 'Talking', 'Talking'],
    ['waits while the agent holds', consults.allHeld, 'On hold', 'On hold'],
  ])('whose consulted %s say %#', async (_what, wire, customer, consulted) => {
    const { one } = await staged(wire)
    const rows = consultationOf(one(), [])?.sides.map(({ state }) => state)
    expect(rows).toEqual([customer, consulted])
  })

  test('count from the hold, or from when the state began', async () => {
    const { one } = await staged(consults.consulting)
    const since = consultationOf(one(), [])?.sides.map((side) => side.since)
    expect(since).toEqual([situation.start + 60_000, situation.start + 70_000])
  })

  test.each<[string, Wire]>([
    ['of who is asked', consults.asked],
    ['of who has taken it over', consults.handedOver],
    ['of a conference', consults.conference],
    ['of a call between two', situation.connected],
    ['when the agent has left', situation.transferredAway],
  ])('are not there %s', async (_what, wire) => {
    const { one } = await staged(wire)
    expect(consultationOf(one(), [])).toBeUndefined()
  })

  test.each<[string, Wire, SideName, object]>([
    ['the customer while it rings', consults.asking, 'customer', { speakTo: 'OBJECT' }],
    ['the customer', consults.consulting, 'customer', { speakTo: 'OBJECT' }],
    ['the consulted', consults.withCustomer, 'consulted', { speakTo: 'DESTINATION' }],
    ['the other of two', consults.together, 'customer', { speakTo: 'DESTINATION' }],
    ['the consulted of two', consults.together, 'consulted', { speakTo: 'OBJECT' }],
    ['the customer while all wait', consults.allHeld, 'customer', { speakTo: 'OBJECT' }],
  ])('turn %s to whom is spoken', async (_whom, wire, side, body) => {
    const { orders, asked, held } = await staged(wire)
    orders.turn(id, side)
    const params = { conversationId: id, participantId: 'p-customer' }
    expect(asked).toEqual([{ operation: 'changeConsult', params, body }])
    expect(held).toEqual(wire === consults.allHeld ? ['resume'] : [])
  })

  test.each<[string, Wire, string]>([
    ['who alone is spoken to', consults.consulting, 'hold'],
    ['who was spoken to before', consults.allHeld, 'resume'],
  ])('turn, by the agent’s own hold, the consulted %s', async (_who, wire, verb) => {
    const { orders, asked, held } = await staged(wire)
    orders.turn(id, 'consulted')
    expect(held).toEqual([verb])
    expect(asked).toEqual([])
  })

  test('talk to both, when the agent resumes as well', async () => {
    const { orders, asked, held } = await staged(consults.allHeld)
    orders.talkToBoth(id)
    expect(asked).toMatchObject([{ operation: 'changeConsult', body: { speakTo: 'BOTH' } }])
    expect(held).toEqual(['resume'])
  })

  test('say that one is on its way, and take no other order meanwhile', async () => {
    const { orders, asked, one, commands } = await staged(consults.consulting)
    orders.talkToBoth(id)
    const now = consultationOf(one(), commands())
    expect(now?.both).toEqual({ pending: true })
    expect(now?.sides.map(({ press }) => press.pending)).toEqual([false, false])
    expect(now?.complete.whyNot).toMatch(/another order/i)
    orders.turn(id, 'customer')
    orders.complete(id)
    orders.cancel(id)
    expect(asked.map(({ operation }) => operation)).toEqual(['changeConsult'])
  })
})

describe('who has not answered', () => {
  test.each(['both', 'complete'] as const)('is not in %s', async (control) => {
    const { one, orders, asked } = await staged(consults.asking)
    expect(consultationOf(one(), [])?.[control].whyNot).toBe('Ben Okafor has not answered')
    orders.talkToBoth(id)
    orders.complete(id)
    orders.turn(id, 'consulted')
    expect(asked).toEqual([])
  })
})

describe('a consult that is completed', () => {
  test('ends the agent’s own part, once, whatever is pressed after it', async () => {
    const { orders, asked, hear, commands } = await staged(consults.consulting)
    orders.complete(id)
    orders.complete(id)
    const params = { conversationId: id, participantId: 'p-mine' }
    const body = { state: 'disconnected' }
    expect(asked).toEqual([{ operation: 'updateCall', params, body }])
    await hear(situation.transferredAway)
    orders.complete(id)
    expect(asked).toHaveLength(1)
    expect(commands()).toMatchObject([{ verb: 'complete', state: { step: 'confirmed' } }])
  })

  test('cannot hang up the call that came after it', async () => {
    const { orders, asked, hear } = await staged(consults.consulting)
    await hear(situation.connected)
    orders.complete(id)
    orders.cancel(id)
    orders.talkToBoth(id)
    expect(asked).toEqual([])
  })

  test('that is refused because it is done already is done', async () => {
    const { orders, answers, said, pass } = await staged(consults.consulting)
    answers.updateCall = () => Promise.reject(refused('conversation.error.call.disconnected'))
    answers.getConversation = () =>
      consults.call(consults.caller(), consults.own({ state: 'disconnected' }))
    orders.complete(id)
    await pass(0)
    expect(said).toEqual([])
  })
})

test('a consult is cancelled for the customer, and is over when nobody is asked any more', async () => {
  const { orders, asked, hear, commands } = await staged(consults.asking)
  orders.cancel(id)
  const params = { conversationId: id, participantId: 'p-customer' }
  expect(asked).toEqual([{ operation: 'cancelConsult', params }])
  await hear(situation.connected)
  expect(commands()).toMatchObject([{ state: { step: 'confirmed', fact: 'shown' } }])
})

test.each<[string, Wire, string | undefined, string | undefined]>([
  ['a call between two', situation.connected, undefined, undefined],
  ['a conference', consults.conference, 'In a conference nobody', undefined],
  ['a consult', consults.consulting, 'In a conference nobody', undefined],
])('in %s somebody can be consulted or added unless %s', async (_what, wire, consult, invite) => {
  const { one } = await staged(wire)
  expect(whyNotNow(one(), 'consult') ?? '').toContain(consult ?? '')
  expect(Boolean(whyNotNow(one(), 'consult'))).toBe(Boolean(consult))
  expect(whyNotNow(one(), 'invite')).toBe(invite)
})

test.each<[string, Wire, RegExp | undefined]>([
  ['a call between two', situation.connected, undefined],
  ['a consult', consults.consulting, /^Complete or cancel the consult first$/],
  ['a consult in which the agent is asked', consults.asked, /^You are being consulted/],
  ['a call that was handed over', consults.handedOver, undefined],
  ['an offered call', consults.offered, /^The call is offered to somebody/],
])('%s is sent away unless %s', async (_what, wire, why) => {
  const { one } = await staged(wire)
  if (why) expect(whyNotAway(one())).toMatch(why)
  else expect(whyNotAway(one())).toBeUndefined()
})

test.each<[Wire, boolean]>([
  [consults.conference, true],
  [consults.together, false],
  [situation.connected, false],
])('a conference is more than two who talk, and no consult: %#', async (wire, is) => {
  const { one } = await staged(wire)
  expect(isConference(one())).toBe(is)
})

test('a consult is about the customer, whoever came first', async () => {
  const { one } = await staged(consults.conference)
  expect(aboutWhom(one())?.id).toBe('p-customer')
})

test('a note is proven by the attribute, or by being taken', async () => {
  const { one, ledger, commands, hear } = await staged(situation.connected)
  const order = { verb: 'note', target: id, which: 'Wants it', name: 'The note' } as const
  void ledger.run({ ...order, send: () => new Promise(() => {}) })
  const [command] = commands()
  if (!command) throw new Error('Nothing was ordered.')
  const noted = { ...one(), attributes: { 'minidesk.note': 'Wants it', Topic: 'Else' } }
  expect(callProof(command, noted)).toBe('shown')
  expect(callProof({ ...command, which: 'Else' }, noted)).toBeUndefined()
  await hear(situation.connected)
})
