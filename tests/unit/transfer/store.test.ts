import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { fromWire } from '~/conversations/conversation'
import { createLedger } from '~/ledger/ledger'
import type { Destination } from '~/transfer/destination'
import { createTransfers } from '~/transfer/store'
import { createManualClock } from '../../manual-clock'
import { deferred, fakeAsk } from '../fake-ask'
import { fakeEars } from '../fake-ears'
import * as situation from '../fixtures/conversations'
import { refused, unanswered } from '../fixtures/failures'
import { settled } from '../settled'
import { createStage, id, repairs } from './stage'

const ben = { kind: 'person', id: 'u-ben', name: 'Ben Okafor', presence: 'available' } as const
const number = { kind: 'number', id: '+493055500142', name: '+49 30 55500142' } as const

/** Every refusal that the official description names for a blind transfer. */
const transferCodes = [
  'conversations.error.transfer.chat.external',
  'conversations.error.transfer.usercall.voicemail',
  'conversation.error.participant.no.active.conversations',
  'conversations.error.transfer.same.party',
  'conversation.error.disallowed.transfer.destination',
  'conversations.error.transfer.acd.call.unattended',
  'conversations.error.transfer.destination.required',
  'callback.error.user.id.queue.id',
  'conversations.error.transfer.userCall.voicemail',
  'postino.error.bad.request',
  'conversations.error.queue.not.found',
  'conversations.error.transfer.not.connected',
  'conversations.error.transfer.chat.voicemail',
  'conversation.error.agent.indicated.address.not.allowed',
  'conversation.error.participant.not.found',
]

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
    const { transfers, searched, find, pass } = createStage()
    transfers.open(id)
    await find('', repairs)
    for (const query of ['r', 're', 'rep']) {
      transfers.type(id, query)
      await pass(249)
    }
    expect(searched).toEqual([''])
    await pass(1)
    expect(searched).toEqual(['', 'rep'])
  })

  test('is one question at a time: what is typed meanwhile is asked after the answer', async () => {
    const { transfers, searched, find, pass, now } = createStage()
    transfers.open(id)
    for (const query of ['r', 're', 'rep']) {
      transfers.type(id, query)
      await pass(1_000)
    }
    expect(searched).toEqual([''])
    await find('')
    expect(searched).toEqual(['', 'rep'])
    await find('rep', repairs)
    expect(now()).toMatchObject({ query: 'rep', found: { state: 'found', last: [repairs] } })
    await pass(60_000)
    expect(searched).toEqual(['', 'rep'])
  })

  test('reads a number at once, whatever is being searched', async () => {
    const { transfers, now } = createStage()
    transfers.open(id)
    transfers.type(id, '030 55500142')
    await expect.poll(now).toMatchObject({ number: { number: { id: '+493055500142' } } })
    expect(now()).toMatchObject({ found: { state: 'searching' } })
  })

  test('that failed can be asked again', async () => {
    const { transfers, searched, find, now } = createStage()
    transfers.open(id)
    await find('', repairs)
    transfers.searchAgain(id)
    expect(searched).toEqual(['', ''])
    expect(now()).toMatchObject({ found: { state: 'searching', last: [repairs] } })
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
    const live = fromWire(situation.connected, { me: situation.me, now: clock.now() })
    const transfers = createRoot(() =>
      createTransfers({
        ask: fakeAsk().ask,
        clock,
        ledger: createLedger({ ...fakeEars, clock, onPending: () => {}, say: () => {} }),
        conversation: () => live,
        readBack: async () => {},
        whyAway: async () => undefined,
        country: 'DE',
        say: () => {},
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
    await stage.find('')
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

  test.each<[string, Destination, string, object]>([
    ['a colleague by who they are', ben, 'transferToAgent', { userId: 'u-ben' }],
    ['a number in its one form', number, 'transferToAddress', { address: '+493055500142' }],
  ])('reaches %s', async (_whom, to, operation, body) => {
    const stage = createStage()
    stage.transfers.open(id)
    await stage.send(to)
    const params = { conversationId: id, participantId: 'p-mine' }
    expect(stage.asked).toEqual([{ operation, params, body }])
  })

  test('to where nothing can be sent asks nothing', async () => {
    const stage = createStage()
    stage.transfers.open(id)
    await stage.send({ ...ben, whyNot: 'Offline: nobody would answer' })
    expect(stage.asked).toEqual([])
    expect(stage.now().step).toBe('choosing')
  })

  test.each(transferCodes)('that is refused with %s is told in words', async (code) => {
    const stage = createStage()
    stage.answers.transferToQueue = () => Promise.reject(refused(code))
    stage.transfers.open(id)
    await stage.send()
    const [said = ''] = stage.said
    expect(said).toMatch(/^The transfer to Repairs did not happen\. [A-Z].+\.$/)
    expect(said).not.toMatch(/refused:|[a-z]\.[a-z]/)
    expect(stage.now().step).toBe('choosing')
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
