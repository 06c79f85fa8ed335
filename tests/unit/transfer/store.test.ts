import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { createLedger } from '~/ledger/ledger'
import { createTransfers } from '~/transfer/store'
import { createManualClock } from '../../manual-clock'
import { deferred, fakeAsk } from '../fake-ask'
import { fakeEars } from '../fake-ears'
import * as situation from '../fixtures/conversations'
import { refused, unanswered } from '../fixtures/failures'
import { settled } from '../settled'
import { createStage, id, repairs } from './stage'

describe('looking for a destination', () => {
  test('begins with all queues, as soon as the panel opens', async () => {
    const { transfers, searched, find, now } = createStage()
    transfers.open(id)
    expect(searched).toEqual([''])
    await find('', repairs)
    expect(now()).toEqual({
      step: 'choosing',
      query: '',
      found: { state: 'found', last: [repairs] },
    })
  })

  test('waits a quarter of a second after the last key', async () => {
    const { transfers, searched, pass } = createStage()
    transfers.open(id)
    for (const query of ['r', 're', 'rep']) {
      transfers.type(id, query)
      await pass(249)
    }
    expect(searched).toEqual([''])
    await pass(1)
    expect(searched).toEqual(['', 'rep'])
  })

  test('passes over an answer that comes after a newer question', async () => {
    const { transfers, find, pass, now } = createStage()
    transfers.open(id)
    transfers.type(id, 'r')
    await pass(250)
    transfers.type(id, 'rep')
    await pass(250)
    await find('rep', repairs)
    await find('r')
    expect(now()).toMatchObject({ query: 'rep', found: { state: 'found', last: [repairs] } })
  })

  test('is not asked any more once the panel is closed', async () => {
    const { transfers, searched, pass, now } = createStage()
    transfers.open(id)
    transfers.type(id, 'r')
    transfers.close(id)
    await pass(1_000)
    expect(searched).toEqual([''])
    expect(now()).toEqual({ step: 'closed' })
  })

  test('that fails says why, in words', async () => {
    const clock = createManualClock()
    const transfers = createRoot(() =>
      createTransfers({
        ask: fakeAsk().ask,
        clock,
        ledger: createLedger({ ...fakeEars, clock, onPending: () => {}, say: () => {} }),
        conversation: () => undefined,
        readBack: async () => {},
        search: () => Promise.reject(unanswered()),
      }),
    )
    transfers.open(id)
    await settled()
    expect(transfers.of(id)).toMatchObject({
      found: { state: 'failed', why: 'Genesys Cloud did not answer.' },
    })
  })
})

describe('sending a call away', () => {
  test('asks once, blind, by the agent’s own part, and closes when the call has left', async () => {
    const stage = createStage()
    stage.transfers.open(id)
    await stage.find('', repairs)
    await stage.send()
    await stage.send()
    expect(stage.asked).toEqual([
      {
        operation: 'transferToQueue',
        params: { conversationId: id, participantId: 'p-mine' },
        body: { queueId: 'q-2' },
      },
    ])
    expect(stage.now().step).toBe('sending')
    await stage.hear(situation.transferredAway)
    await stage.pass(10_000)
    expect(stage.now()).toEqual({ step: 'closed' })
    expect(stage.said).toEqual([])
  })

  test('that is refused comes back with what was typed and found, and says why', async () => {
    const stage = createStage()
    stage.transfers.open(id)
    stage.transfers.type(id, 'rep')
    await stage.pass(250)
    await stage.find('rep', repairs)
    stage.answers.transferToQueue = () =>
      Promise.reject(refused('conversations.error.queue.not.found'))
    await stage.send()
    expect(stage.now()).toEqual({
      step: 'choosing',
      query: 'rep',
      found: { state: 'found', last: [repairs] },
    })
    expect(stage.said).toEqual([
      'The transfer to Repairs did not happen. That queue no longer exists.',
    ])
  })

  test('that got no answer is never sent again by itself', async () => {
    const stage = createStage()
    stage.answers.transferToQueue = () => Promise.reject(unanswered())
    stage.transfers.open(id)
    await stage.send()
    await stage.pass(600_000)
    expect(stage.count('transferToQueue')).toBe(1)
    expect(stage.now().step).toBe('choosing')
    expect(stage.said).toHaveLength(1)
  })

  test('is not possible before the panel is open', async () => {
    const stage = createStage()
    await stage.send()
    expect(stage.asked).toEqual([])
  })
})

describe('a customer who hangs up', () => {
  test('while the agent chooses closes the panel', async () => {
    const stage = createStage()
    stage.transfers.open(id)
    await stage.hear(situation.wrapupOwed)
    expect(stage.now()).toEqual({ step: 'closed' })
  })

  test('while the transfer is on its way closes the panel too, whatever becomes of the transfer', async () => {
    const stage = createStage()
    const answer = deferred()
    stage.answers.transferToQueue = () => answer.promise
    stage.transfers.open(id)
    await stage.send()
    await stage.hear(situation.wrapupOwed)
    answer.reject(refused())
    await stage.pass(10_000)
    expect(stage.now()).toEqual({ step: 'closed' })
  })
})
