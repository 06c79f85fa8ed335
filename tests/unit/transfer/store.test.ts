import { describe, expect, test } from 'vitest'
import type { Destination } from '~/transfer/destination'
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
    expect(now()).toMatchObject({ step: 'choosing', query: '' })
    expect(now().found).toEqual({ state: 'found', last: [repairs] })
  })

  test('waits a quarter of a second after the last key', async () => {
    const { transfers, finder, searched, find, pass } = createStage()
    transfers.open(id)
    await find('', repairs)
    for (const query of ['r', 're', 'rep']) {
      finder().type(query)
      await pass(249)
    }
    expect(searched).toEqual([''])
    await pass(1)
    expect(searched).toEqual(['', 'rep'])
  })

  test('does not lose its pause to an answer that comes between two keys', async () => {
    const { transfers, finder, searched, find, pass } = createStage()
    transfers.open(id)
    finder().type('in')
    await pass(100)
    await find('')
    finder().type('ing')
    await pass(249)
    expect(searched).toEqual([''])
    await pass(1)
    expect(searched).toEqual(['', 'ing'])
    await find('ing', repairs)
    await pass(10_000)
    expect(searched).toEqual(['', 'ing'])
  })

  test('reads a number at once, whatever is being searched', async () => {
    const { transfers, finder, now } = createStage()
    transfers.open(id)
    finder().type('030 55500142')
    await expect.poll(now).toMatchObject({ number: { number: { id: '+493055500142' } } })
    expect(now()).toMatchObject({ found: { state: 'searching' } })
  })

  test('that failed can be asked again', async () => {
    const { transfers, finder, searched, find, now } = createStage()
    transfers.open(id)
    await find('', repairs)
    finder().searchAgain()
    expect(searched).toEqual(['', ''])
    expect(now()).toMatchObject({ found: { state: 'searching', last: [repairs] } })
  })

  test('is not asked any more once the panel is closed', async () => {
    const { transfers, finder, searched, pass, now } = createStage()
    transfers.open(id)
    finder().type('r')
    transfers.close(id)
    await pass(1_000)
    expect(searched).toEqual([''])
    expect(now()).toEqual({ step: 'closed' })
  })

  test('that fails says why, in words', async () => {
    const { transfers, failures, now } = createStage()
    transfers.open(id)
    failures.get('')?.(unanswered())
    await settled()
    expect(now()).toMatchObject({
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
    stage.finder().type('rep')
    await stage.pass(250)
    await stage.find('rep', repairs)
    stage.answers.transferToQueue = () =>
      Promise.reject(refused('conversations.error.queue.not.found'))
    await stage.send()
    expect(stage.now()).toMatchObject({ step: 'choosing', query: 'rep' })
    expect(stage.now().found).toEqual({ state: 'found', last: [repairs] })
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
