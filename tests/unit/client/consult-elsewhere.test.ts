import { describe, expect, test } from 'vitest'
import { contacts } from '../../emulator/org/contacts'
import { control } from '../emulator/visitor'
import { refusal } from './agent'
import { startTalk, type Talk } from './parties'
import { withTime } from './time'

const speakTo = 'DESTINATION'
const number = '+14635550199'
const [couriers, halvard] = contacts
const contactId = couriers?.id ?? ''

const waits = { customer: 'connected confined', Ana: 'connected' }
const dials = { ...waits, external: 'dialing' }
/** Longer than anybody outside takes to answer, or not to. */
const answersMs = 2_500

type Way = (talk: Talk, to: string) => Promise<{ destinationParticipantId?: string }>

const byAddress: Way = ({ ana, id, customerId }, address) =>
  ana.conversations.postConversationsCallParticipantVoiceConsult(id, customerId, {
    speakTo,
    address,
  })

const toContact: Way = ({ ana, id, customerId }, to) => {
  const [contactId = '', phoneType = ''] = to.split(' ')
  return ana.conversations.postConversationsCallParticipantConsultContactExternal(id, customerId, {
    speakTo,
    contactId,
    phoneType,
  })
}

const outside: [string, Way, string, string][] = [
  ['voice/consult', byAddress, number, `tel:${number}`],
  [
    'the deprecated consult/external',
    ({ ana, id, customerId }, address) =>
      ana.conversations.postConversationsCallParticipantConsultExternal(id, customerId, {
        speakTo,
        address,
      }),
    number,
    `tel:${number}`,
  ],
  [
    'the deprecated consult',
    ({ ana, id, customerId }, address) =>
      ana.conversations.postConversationsCallParticipantConsult(id, customerId, {
        speakTo,
        destination: { address },
      }),
    number,
    `tel:${number}`,
  ],
  [
    'consult/contact/external',
    toContact,
    `${contactId} CellPhone`,
    `tel:${couriers?.phones.CellPhone}`,
  ],
]

describe('an agent consults', () => {
  test.each(outside)('somebody outside, by %s', (_name, consult, to, address) =>
    withTime(async (emulator, pass) => {
      const talk = await startTalk(emulator)
      const { ana, id, anaId, customerId } = talk
      const answer = await consult(talk, to)
      const asked = (await talk.all(dials)).participants.at(-1)
      expect(asked).toMatchObject({ id: answer.destinationParticipantId, address })
      expect(asked.consultParticipantId).toBe(customerId)
      pass(answersMs)
      await talk.all({ ...waits, external: 'connected' })
      await ana.conversations.patchConversationsCallParticipant(id, anaId, {
        state: 'disconnected',
      })
      const left = { customer: 'connected', external: 'connected' }
      await talk.all({ ...left, Ana: 'disconnected transfer.consult' })
      expect(await talk.transfer()).toBe('Complete')
    }),
  )

  test.each<[string, string, string]>([
    ['is busy', '+14635550001', 'disconnected endpoint'],
    ['cannot be reached', '+14635550003', 'disconnected error'],
  ])('a number that %s: the customer is heard again', (_why, address, external) =>
    withTime(async (emulator, pass) => {
      const talk = await startTalk(emulator)
      await byAddress(talk, address)
      await talk.all(dials)
      pass(answersMs)
      await talk.all({ customer: 'connected', Ana: 'connected', external })
      expect(await talk.transfer()).toBe('Failed')
    }),
  )

  test('somebody outside, who hangs up: the customer is heard again', () =>
    withTime(async (emulator, pass) => {
      const talk = await startTalk(emulator)
      const { destinationParticipantId } = await byAddress(talk, number)
      pass(answersMs)
      await talk.all({ ...waits, external: 'connected' })
      const party = `/conversations/${talk.id}/parties/${destinationParticipantId}`
      await control(emulator, 'POST', `${party}/hangup`)
      const external = 'disconnected endpoint'
      await talk.all({ customer: 'connected', Ana: 'connected', external })
      expect(await talk.transfer()).toBe('Failed')
    }))

  const colleague: [string, Way][] = [
    ['voice/consult by name', (talk) => byAddress(talk, 'Ben Okafor')],
    [
      'the deprecated consult',
      ({ ana, ben, id, customerId }) =>
        ana.conversations.postConversationsCallParticipantConsult(id, customerId, {
          speakTo,
          destination: { userId: ben.id },
        }),
    ],
  ]

  test.each(colleague)('a colleague, by %s', (_name, consult) =>
    withTime(async (emulator) => {
      const talk = await startTalk(emulator)
      await consult(talk, '')
      await talk.bens(await talk.all({ ...waits, Ben: 'alerting' }), 'connected')
      await talk.all({ ...waits, Ben: 'connected' })
    }),
  )

  test('a queue, by voice/consult and its name', () =>
    withTime(async (emulator) => {
      const talk = await startTalk(emulator)
      await byAddress(talk, 'Repairs')
      const { participants } = await talk.all({ ...waits, acd: 'connected' })
      expect(participants.at(-1).queue).toMatchObject({ name: 'Repairs' })
    }))
})

test('a consult with nothing to dial is refused', () =>
  withTime(async (emulator) => {
    const talk = await startTalk(emulator)
    const none = { status: 400, code: 'dest.address.not.specified' }
    expect(await refusal(byAddress(talk, ' '))).toMatchObject(none)
    expect(await refusal(toContact(talk, `${halvard?.id} WorkPhone`))).toMatchObject(none)
    const { conversations } = talk.ana
    const unknown = await refusal(toContact(talk, 'nobody WorkPhone'))
    expect(unknown.code).toBe('conversation.error.consult.transfer.no.destination')
    const silent = await refusal(
      conversations.postConversationsCallParticipantVoiceConsult(talk.id, talk.customerId, {
        speakTo: 'NOBODY',
        address: number,
      }),
    )
    expect(silent).toMatchObject({ status: 400, code: 'invalid.value' })
    const { participants } = await conversations.getConversation(talk.id)
    expect(participants).toHaveLength(3)
  }))
