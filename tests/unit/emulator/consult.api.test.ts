import { describe, expect, test } from 'vitest'
import { contacts } from '../../emulator/org/contacts'
import { startTalk } from './parties'
import { control, withEmulator } from './visitor'

const speakTo = 'DESTINATION'
const [couriers, halvard] = contacts
const contactId = couriers?.id
/** What it takes to name a person or a queue: `GET /state` has no numbers. */
const number = { ana: '+13175551100', ben: '+13175551101', billing: '+13175552200' }

describe('whom a consult asks', () => {
  test.each([
    ['consult/external', { address: '+4930555001' }, { purpose: 'external' }],
    ['voice/consult', { address: 'tel:+4930555001' }, { address: 'tel:+4930555001' }],
    ['voice/consult', { address: number.ben }, { purpose: 'agent', name: 'Ben Okafor' }],
    ['voice/consult', { address: number.billing }, { purpose: 'acd', name: 'Billing' }],
    ['consult/queue', { queueName: 'Repairs' }, { purpose: 'acd', name: 'Repairs' }],
    [
      'consult/contact/external',
      { contactId, phoneType: 'CellPhone' },
      { name: couriers?.name, externalContactId: contactId, address: 'tel:+13175553311' },
    ],
    ['consult', { destination: { address: '+4930555001' } }, { purpose: 'external' }],
    ['consult', { destination: { name: 'Ben Okafor' } }, { purpose: 'agent' }],
  ])('%s with %o asks %o', (way, body, asked) =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const path = `${await talk.path('customer')}/${way}`
      const answer = await talk.ana.ask('POST', path, { speakTo, ...body })
      expect(answer.status).toBe(200)
      const { body: call } = await talk.ana.ask('GET', `/conversations/${talk.id}`)
      expect(call.participants.at(-1)).toMatchObject({
        ...asked,
        id: answer.body.destinationParticipantId,
        consultParticipantId: call.participants[0].id,
      })
    }),
  )

  test.each([
    ['consult/agent', 'customer', {}, 'conversation.error.consult.transfer.no.destination'],
    [
      'consult/agent',
      'customer',
      { userId: 'nobody' },
      'conversation.error.consult.transfer.no.destination',
    ],
    ['consult/queue', 'customer', {}, 'conversation.error.consult.transfer.no.destination'],
    [
      'consult/contact/external',
      'customer',
      { contactId: 'nobody', phoneType: 'WorkPhone' },
      'conversation.error.consult.transfer.no.destination',
    ],
    [
      'consult/contact/external',
      'customer',
      { contactId: halvard?.id, phoneType: 'WorkPhone' },
      'dest.address.not.specified',
    ],
    ['consult/contact/external', 'customer', { contactId, phoneType: 'Fax' }, 'invalid.value'],
    ['consult/external', 'customer', { address: ' ' }, 'dest.address.not.specified'],
    ['voice/consult', 'customer', {}, 'dest.address.not.specified'],
    [
      'voice/consult',
      'customer',
      { address: number.ana },
      'conversation.error.cannot.transfer.to.self',
    ],
    [
      'voice/consult',
      'customer',
      { address: '+4930555001', consultingUserId: 'nobody' },
      'conversation.error.consult.transfer.no.initiator',
    ],
    ['voice/consult', 'Ana', { address: '+4930555001' }, 'object.participant.id.required'],
    ['voice/consult', 'acd', { address: '+4930555001' }, 'object.participant.id.required'],
    ['voice/consult', 'customer', { address: '+4930555001', speakTo: 'ALL' }, 'invalid.value'],
    [
      'voice/consult',
      'customer',
      { address: '+4930555001', speakTo: undefined },
      'constraint.validation',
    ],
    [
      'consult',
      'customer',
      { destination: { userId: 'somebody', address: '+4930555001' } },
      'bad.request',
    ],
    ['consult', 'customer', {}, 'conversation.error.consult.transfer.no.destination'],
  ])('%s about %s with %o is refused as %s', (way, who, body, code) =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const answer = await talk.ana.ask('POST', `${await talk.path(who)}/${way}`, {
        speakTo,
        ...body,
      })
      expect(answer).toMatchObject({ status: 400, body: { code, status: 400 } })
      const { body: call } = await talk.ana.ask('GET', `/conversations/${talk.id}`)
      expect(call.participants).toHaveLength(3)
      expect(call.recentTransfers).toEqual([])
    }),
  )

  test('nobody who is not in the call, and nobody after it', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const customer = await talk.path('customer')
      const wanted = { speakTo, address: '+4930555001' }
      const stranger = await talk.ben.ask('POST', `${customer}/voice/consult`, wanted)
      expect(stranger.body.code).toBe('not.a.participant')
      const nobody = `/conversations/calls/${talk.id}/participants/nobody`
      expect((await talk.ana.ask('POST', `${nobody}/voice/consult`, wanted)).body).toMatchObject({
        status: 404,
        code: 'conversation.error.not.conversation.participant',
      })
      const early = await talk.ana.ask('DELETE', `${customer}/consult`)
      expect(early.body.code).toBe('conversation.error.consult.transfer.not.started')
      await control(emulator, 'POST', `/conversations/${talk.id}/hangup`)
      const late = await talk.ana.ask('POST', `${customer}/voice/consult`, wanted)
      expect(late.body.code).toBe('not.a.participant')
      expect((await talk.ana.ask('PATCH', `${customer}/consult`, { speakTo })).body).toMatchObject({
        status: 404,
        code: 'conversation.error.consult.transfer.pending.not.found',
      })
    }))

  test('is turned and taken back through the one it is about', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const customer = await talk.path('customer')
      await talk.ana.ask('POST', `${customer}/consult/agent`, { speakTo, userId: talk.ben.userId })
      const own = await talk.ana.ask('PATCH', `${await talk.path('Ana')}/consult`, { speakTo })
      expect(own.body.code).toBe('object.participant.id.required')
      const other = await talk.ben.ask('PATCH', `${customer}/consult`, { speakTo })
      expect(other.body.code).toBe('not.a.participant')
      await talk.act('ben', 'answer')
      const asked = await talk.ben.ask('DELETE', `${customer}/consult`)
      expect(asked.body.code).toBe('conversation.error.consult.transfer.pending.not.found')
    }))
})
