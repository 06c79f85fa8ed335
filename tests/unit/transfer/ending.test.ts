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
    stage.transfers.type(id, 'ing')
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
