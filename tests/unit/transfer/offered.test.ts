import { describe, expect, test } from 'vitest'
import { offerOf } from '~/conversations/offer'
import { makeOffers, offerIn } from '~/transfer/offers'
import * as consults from '../fixtures/consults'
import * as situation from '../fixtures/conversations'
import { refused } from '../fixtures/failures'
import { createStage, id, repairs } from './stage'

const unattended = 'conversations.error.transfer.acd.call.unattended'
const ben = { kind: 'person', id: 'u-ben', name: 'Ben Okafor', presence: 'available' } as const

/** The call may not leave before somebody takes it. */
async function refusing() {
  const stage = createStage()
  stage.answers.transferToAgent = ({ body }) =>
    Object(body).transferType === 'Attended' ? {} : Promise.reject(refused(unattended))
  stage.transfers.open(id)
  stage.finder().type('ben')
  await stage.send(ben)
  return stage
}

async function waiting() {
  const stage = await refusing()
  await stage.hear(consults.offered)
  return stage
}

describe('a transfer that may not go unattended', () => {
  test('goes out once more, until somebody takes it, in the life of the same press', async () => {
    const stage = await refusing()
    const params = { conversationId: id, participantId: 'p-mine' }
    const operation = 'transferToAgent'
    expect(stage.asked).toEqual([
      { operation, params, body: { userId: 'u-ben' } },
      { operation, params, body: { userId: 'u-ben', transferType: 'Attended' } },
    ])
    expect(stage.commands()).toHaveLength(1)
    expect(stage.said).toEqual([])
  })

  test('is refused as such when that is refused as well, and is not sent a third time', async () => {
    const stage = createStage()
    stage.answers.transferToQueue = () => Promise.reject(refused(unattended))
    stage.transfers.open(id)
    await stage.send(repairs)
    expect(stage.count('transferToQueue')).toBe(2)
    expect(stage.now().step).toBe('choosing')
    expect(stage.said).toEqual([expect.stringMatching(/does not allow a queue call/)])
  })

  test('waits here until it is taken', async () => {
    const stage = await waiting()
    expect(stage.now()).toMatchObject({ step: 'offered', query: 'ben' })
    await stage.pass(60_000)
    expect(stage.now()).toMatchObject({ step: 'offered' })
    await stage.hear(situation.transferredAway)
    expect(stage.now()).toEqual({ step: 'closed' })
    expect(stage.said).toEqual([])
  })

  test.each([
    ['Failed', ['Ben Okafor did not take the call. It is still with you.']],
    ['timeout', ['Ben Okafor did not take the call in time. It is still with you.']],
    ['Canceled', []],
    [
      'Bewitched',
      ['What became of the transfer to Ben Okafor is not known. It is still with you.'],
    ],
  ])('that becomes %s comes back with what was typed, and says %j', async (state, said) => {
    const stage = await waiting()
    await stage.hear(consults.notTaken(state))
    await stage.hear(consults.notTaken(state))
    expect(stage.now()).toMatchObject({ step: 'choosing', query: 'ben' })
    expect(stage.said).toEqual(said)
  })

  test('is not said to have failed there when the customer hung up here', async () => {
    const stage = await waiting()
    const over = consults.notTaken('Failed')
    await stage.hear({
      ...situation.wrapupOwed,
      recentTransfers: over.recentTransfers ?? [],
      participants: [
        consults.caller({ state: 'disconnected' }),
        ...(situation.wrapupOwed.participants?.slice(1) ?? []),
      ],
    })
    expect(stage.now()).toEqual({ step: 'closed' })
    expect(stage.said).toEqual(['The call ended before Ben Okafor had taken it.'])
  })
})

test('of a call that lives nobody says that it ended, whoever of another number has gone', async () => {
  const stage = createStage()
  const voss = (state: string, told: string) => ({
    ...consults.call(
      consults.caller(),
      consults.own(),
      consults.ben(
        { state },
        { purpose: 'external', userId: undefined, consultParticipantId: undefined },
      ),
    ),
    recentTransfers: [consults.transferOf({ state: told })],
  })
  await stage.hear(voss('dialing', 'Pending'))
  await stage.hear(voss('disconnected', 'Failed'))
  expect(stage.said).toEqual([expect.stringMatching(/did not take the call. It is still with you/)])
})

test('an unattended transfer that failed is told to who is out of the call', async () => {
  const stage = createStage()
  stage.transfers.open(id)
  await stage.send(ben)
  const sent = (state: string) => ({
    ...situation.transferredAway,
    recentTransfers: [consults.transferOf({ transferType: 'Unattended', state })],
  })
  await stage.hear(sent('Pending'))
  await stage.hear(sent('Timeout'))
  expect(stage.said).toEqual([
    'Ben Okafor did not take the call in time. It is no longer with you.',
  ])
})

test('a consult that is declined is no transfer that failed', async () => {
  const stage = createStage()
  await stage.hear({ ...consults.asking, recentTransfers: [consults.transferOf()] })
  await stage.hear(consults.notTaken('Failed'))
  expect(stage.said).toEqual([])
})

describe('what waits to be taken', () => {
  const in_ = async (wire: typeof situation.connected) => {
    const stage = createStage()
    await stage.hear(wire)
    const one = stage.conversations.get(id)
    if (!one) throw new Error('The call is gone.')
    return { stage, one }
  }

  test('is seen after a reload as well', async () => {
    const { one } = await in_(consults.offered)
    expect(offerIn(one)).toEqual({ name: 'Ben Okafor', since: situation.start + 60_000 })
  })

  test.each([
    ['an unattended one', [consults.transferOf({ transferType: 'Unattended' })]],
    ['a colleague’s', [consults.transferOf({ initiator: { userId: 'u-cyn' } })]],
    ['one that is over', [consults.transferOf({ state: 'Complete' })]],
    ['none', []],
  ])('is not %s', async (_what, recentTransfers) => {
    const { one } = await in_({ ...consults.offered, recentTransfers })
    expect(offerOf(one)).toBeUndefined()
  })

  test('is no consult, which goes by a transfer too', async () => {
    const { one } = await in_({ ...consults.asking, recentTransfers: [consults.transferOf()] })
    expect(offerOf(one)).toBeUndefined()
  })

  test('is taken back by letting off whoever is asked, and by nobody else’s part', async () => {
    const { stage, one } = await in_(consults.offered)
    makeOffers(stage).cancel(one)
    expect(stage.asked).toEqual([
      {
        operation: 'updateCall',
        params: { conversationId: id, participantId: 'p-ben' },
        body: { state: 'disconnected' },
      },
    ])
    await stage.hear(consults.notTaken('Canceled'))
    expect(stage.commands()).toMatchObject([{ state: { step: 'confirmed' } }])
  })

  test('is not taken back once it was taken', async () => {
    const { stage, one } = await in_({
      ...consults.call(consults.caller(), consults.own(), consults.ben(consults.talks)),
      recentTransfers: [consults.transferOf()],
    })
    makeOffers(stage).cancel(one)
    expect(stage.asked).toEqual([])
  })
})
