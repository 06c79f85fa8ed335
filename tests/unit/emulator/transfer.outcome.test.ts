import { describe, expect, test } from 'vitest'
import { contacts } from '../../emulator/org/contacts'
import { as, become, of, refusal, seen, talking } from './line'
import { startTalk } from './parties'
import { control, signIn, withEmulator } from './visitor'

function transferred(address: string, transferType: 'Attended' | 'Unattended') {
  const call = talking()
  const command = { type: 'transfer', destination: { address }, transferType } as const
  return become(call, 5000, { ...command, ...as(call, 'ana') })
}

describe('a blind transfer to a number that does not answer', () => {
  test('attended: the agent keeps the call', () => {
    const dials = transferred('+14635550001', 'Attended')
    expect(seen(dials)).toMatchObject({ ana: 'connected', external: 'dialing' })
    expect(dials.recentTransfers[0]?.state).toBe('Pending')
    const call = become(dials, 7000, { type: 'dialled', ...as(dials, 'external') })
    expect(seen(call)).toMatchObject({ ana: 'connected', external: 'disconnected endpoint' })
    expect(call.recentTransfers[0]?.state).toBe('Failed')
  })

  test('who hangs up while being dialled has not taken it', () => {
    const dials = transferred('+14635550001', 'Attended')
    const call = become(dials, 6000, { type: 'hangUp', ...as(dials, 'external') })
    expect(seen(call)).toMatchObject({ ana: 'connected', external: 'disconnected endpoint' })
    expect(call.recentTransfers[0]?.state).toBe('Failed')
  })

  test('unattended: the customer waits in the queue again', () => {
    const dials = transferred('+14635550002', 'Unattended')
    expect(seen(dials)).toMatchObject({ ana: 'disconnected transfer', external: 'dialing' })
    const call = become(dials, 35_000, { type: 'dialled', ...as(dials, 'external') })
    expect(seen(call)).toMatchObject({ customer: 'connected', acd: 'connected' })
    expect(of(call, 'acd').queue?.id).toBe('billing')
    expect(call.recentTransfers[0]?.state).toBe('Timeout')
  })
})

test('the last twenty transfers are kept', () => {
  let call = talking()
  for (let n = 0; n < 21; n += 1) {
    const destination = { address: '+14635550001' }
    const command = { type: 'transfer', destination, transferType: 'Attended' } as const
    call = become(call, 5000 + n, { ...command, ...as(call, 'ana') })
    call = become(call, 5000 + n, { type: 'dialled', ...as(call, 'external') })
  }
  expect(call.recentTransfers).toHaveLength(20)
  expect(call.recentTransfers[0]?.dateIssued).toBe(5001)
  expect(refusal(call, { type: 'hangUp', ...as(call, 'external') })).toBe(
    'conversation.error.call.disconnected',
  )
})

const ofTalk = '/conversations/{id}/participants/{participantId}'
const unattended = 'conversations.error.transfer.acd.call.unattended'

describe('a blind transfer over HTTP', () => {
  const [couriers, halvard] = contacts
  const cell = { contactId: couriers?.id, phoneType: 'CellPhone' }

  async function send(talk: Awaited<ReturnType<typeof startTalk>>, way: string, body: object) {
    const { id } = await talk.participant('Ana')
    const path = ofTalk.replace('{id}', talk.id).replace('{participantId}', id)
    return talk.ana.ask('POST', `${path}/${way}`, body)
  }

  test('to a contact arrives at the number that was chosen', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      expect((await send(talk, 'replace/contact/external', cell)).status).toBe(202)
      const call = await talk.seen({ Ana: 'disconnected transfer', external: 'connected' })
      expect(call.participants.at(-1)).toMatchObject({
        name: couriers?.name,
        address: 'tel:+13175553311',
        externalContactId: couriers?.id,
      })
    }))

  test.each([
    [
      'replace/contact/external',
      { contactId: 'nobody', phoneType: 'WorkPhone' },
      'postino.error.bad.request',
    ],
    [
      'replace/contact/external',
      { contactId: halvard?.id, phoneType: 'WorkPhone' },
      'postino.error.bad.request',
    ],
    [
      'replace/contact/external',
      { phoneType: 'WorkPhone' },
      'conversations.error.transfer.destination.required',
    ],
    [
      'replace/agent',
      { userName: 'ben.okafor@larkfield.example', voicemail: true },
      'conversations.error.transfer.usercall.voicemail',
    ],
  ])('%s with %o is refused as %s', (way, body, code) =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      expect((await send(talk, way, body)).body).toMatchObject({ status: 400, code })
      await talk.seen({ Ana: 'connected' })
    }),
  )

  test.each([
    [{}, unattended],
    [{ transferType: 'Unattended' }, unattended],
    [{ transferType: 'Attended' }, undefined],
  ])('of a queue’s call with unattendedQueueTransfers off and %o: %s', (type, code) =>
    withEmulator(
      async (emulator) => {
        const talk = await startTalk(emulator)
        const answer = await send(talk, 'replace/agent', { userId: talk.ben.userId, ...type })
        expect(answer.body?.code).toBe(code)
      },
      { switches: { unattendedQueueTransfers: false } },
    ),
  )

  test('of a call past the queues, whatever unattendedQueueTransfers says', () =>
    withEmulator(
      async (emulator) => {
        const ana = await signIn(emulator)
        const from = { name: 'Finn Jansen', number: '+14635550102' }
        const placed = await control(emulator, 'POST', '/calls', { userId: ana.userId, from })
        await control(emulator, 'POST', `/users/${ana.userId}/answer`, placed.body)
        const path = `/conversations/${placed.body.conversationId}`
        const { id } = (await ana.ask('GET', path)).body.participants[1]
        const body = { address: '+4930555001' }
        expect((await ana.ask('POST', `${path}/participants/${id}/transfer`, body)).status).toBe(
          202,
        )
      },
      { switches: { unattendedQueueTransfers: false } },
    ))

  test('attended is seen by both until it is taken', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const body = { userId: talk.ben.userId, transferType: 'Attended' }
      await send(talk, 'replace/agent', body)
      await talk.seen({ customer: 'connected', Ana: 'connected', Ben: 'alerting' }, 'Pending')
      await talk.act('ben', 'answer')
      const done = { customer: 'connected', Ana: 'disconnected transfer', Ben: 'connected' }
      await talk.seen(done, 'Complete')
    }))
})
