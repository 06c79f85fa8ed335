import { describe, expect, test } from 'vitest'
import { deferred } from '../fake-ask'
import * as situation from '../fixtures/conversations'
import { refused, unanswered } from '../fixtures/failures'
import { createStage, id } from './stage'

describe('a customer who hangs up', () => {
  test('while the agent chooses closes the panel', async () => {
    const stage = createStage()
    stage.transfers.open(id)
    await stage.hear(situation.wrapupOwed)
    expect(stage.now()).toEqual({ step: 'closed' })
    expect(stage.said).toEqual([
      'Your part in the call has ended, so nothing was transferred from here.',
    ])
  })

  test('while the transfer is on its way is not taken for the transfer: a refusal is told', async () => {
    const stage = createStage()
    const answer = deferred()
    stage.answers.transferToQueue = () => answer.promise
    stage.transfers.open(id)
    await stage.send()
    await stage.hear(situation.wrapupOwed)
    expect(stage.now().step).toBe('sending')
    answer.reject(refused('conversations.error.transfer.not.connected'))
    await stage.pass(10_000)
    expect(stage.now()).toEqual({ step: 'closed' })
    expect(stage.said[0]).toBe(
      'The transfer to Repairs did not happen. Only a connected call can be transferred.',
    )
  })

  test('after the transfer was accepted closes the panel without a word', async () => {
    const stage = createStage()
    const answer = deferred()
    stage.answers.transferToQueue = () => answer.promise
    stage.transfers.open(id)
    await stage.send()
    await stage.hear(situation.transferredAway)
    answer.resolve(undefined)
    await stage.pass(10_000)
    expect(stage.now()).toEqual({ step: 'closed' })
    expect(stage.said).toEqual([])
  })
})

describe('a transfer of which nobody knows', () => {
  const perhaps = 'The call is gone. It may have been transferred after all.'
  const sales = { kind: 'queue', id: 'q-3', name: 'Sales' } as const

  /** Accepted, and four seconds later still here. */
  async function inDoubt() {
    const stage = createStage()
    stage.answers.getConversation = () => situation.transferredAway
    stage.transfers.open(id)
    await stage.send()
    await stage.pass(4_000)
    expect(stage.said).toEqual([expect.stringMatching(/The transfer to Repairs may still come/)])
    return stage
  }

  test('is not taken for the next one, which is refused because it has come', async () => {
    const stage = await inDoubt()
    stage.answers.transferToQueue = () =>
      Promise.reject(refused('conversations.error.transfer.not.connected'))
    await stage.send(sales)
    await stage.hear(situation.transferredAway)
    expect(stage.said.slice(1)).toEqual([
      'The transfer to Sales did not happen. Only a connected call can be transferred.',
      perhaps,
    ])
  })

  test('stays in doubt when another is refused meanwhile', async () => {
    const stage = await inDoubt()
    stage.answers.getConversation = () => situation.connected
    stage.answers.transferToQueue = () => Promise.reject(refused())
    await stage.send(sales)
    await stage.hear(situation.transferredAway)
    expect(stage.said.at(-1)).toBe(perhaps)
  })

  test('is not taken for done because the customer hung up', async () => {
    const stage = createStage()
    const answer = deferred()
    stage.answers.getConversation = () => situation.wrapupOwed
    stage.answers.transferToQueue = () => answer.promise
    stage.transfers.open(id)
    await stage.send()
    await stage.hear(situation.wrapupOwed)
    answer.reject(unanswered())
    await stage.pass(1_000)
    expect(stage.now()).toEqual({ step: 'closed' })
    expect(stage.said).toEqual([perhaps])
  })

  test('is done when the facts say that it is, and nothing is said', async () => {
    const stage = createStage()
    const answer = deferred()
    stage.answers.getConversation = () => situation.transferredAway
    stage.answers.transferToQueue = () => answer.promise
    stage.transfers.open(id)
    await stage.send()
    await stage.hear(situation.transferredAway)
    answer.reject(unanswered())
    await stage.pass(1_000)
    expect(stage.said).toEqual([])
  })
})

describe('a colleague who was offline when they were found', () => {
  const ingrid = {
    kind: 'person',
    id: 'u-ingrid',
    name: 'Ingrid Sørensen',
    presence: 'offline',
  } as const

  test('and still is gets no call: the reason is told, and what was typed stays', async () => {
    const stage = createStage()
    stage.whyAway.of = async ({ name }) => `${name} is offline: nobody would answer.`
    stage.transfers.open(id)
    stage.finder().type('ing')
    await stage.send(ingrid)
    expect(stage.asked).toEqual([])
    expect(stage.now()).toMatchObject({ step: 'choosing', query: 'ing' })
    expect(stage.said).toEqual([
      'The transfer to Ingrid Sørensen did not happen. Ingrid Sørensen is offline: nobody would answer.',
    ])
  })

  test('and is back gets the call', async () => {
    const stage = createStage()
    stage.transfers.open(id)
    await stage.send(ingrid)
    expect(stage.count('transferToAgent')).toBe(1)
  })

  test('of whom nothing can be read gets no call', async () => {
    const stage = createStage()
    stage.whyAway.of = () => Promise.reject(unanswered())
    stage.transfers.open(id)
    await stage.send(ingrid)
    expect(stage.asked).toEqual([])
    expect(stage.said).toEqual([expect.stringContaining('Genesys Cloud did not answer.')])
  })

  test('gets no call late: four seconds after the press it is given up', async () => {
    const stage = createStage()
    const looked = deferred<undefined>()
    stage.whyAway.of = () => looked.promise
    stage.transfers.open(id)
    await stage.send(ingrid)
    await stage.pass(4_000)
    expect(stage.now().step).toBe('choosing')
    looked.resolve(undefined)
    await stage.pass(60_000)
    expect(stage.asked).toEqual([])
    expect(stage.said).toEqual([expect.stringContaining('could not be seen')])
  })

  test('has ten seconds from the press, not from the look', async () => {
    const stage = createStage()
    const looked = deferred<undefined>()
    stage.whyAway.of = () => looked.promise
    stage.transfers.open(id)
    const pressedAt = stage.clock.now()
    await stage.send(ingrid)
    await stage.pass(3_000)
    looked.resolve(undefined)
    await stage.pass(0)
    expect(stage.commands()).toMatchObject([{ pressedAt, deadline: pressedAt + 10_000 }])
  })

  test('can be given up while it is looked, for somebody else', async () => {
    const stage = createStage()
    const looked = deferred<undefined>()
    stage.whyAway.of = () => looked.promise
    stage.transfers.open(id)
    await stage.send(ingrid)
    stage.transfers.close(id)
    expect(stage.now()).toEqual({ step: 'closed' })
    stage.transfers.open(id)
    await stage.send()
    looked.resolve(undefined)
    await stage.pass(1_000)
    expect(stage.asked.map(({ operation }) => operation)).toEqual(['transferToQueue'])
  })

  test('gets no call that has ended while it was looked', async () => {
    const stage = createStage()
    const looked = deferred<undefined>()
    stage.whyAway.of = () => looked.promise
    stage.transfers.open(id)
    await stage.send(ingrid)
    await stage.hear(situation.wrapupOwed)
    looked.resolve(undefined)
    await stage.pass(1_000)
    expect(stage.asked).toEqual([])
    expect(stage.now()).toEqual({ step: 'closed' })
  })
})
