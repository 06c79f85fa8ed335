import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../contract/emulator'
import { control, type Json, signIn, type Visitor, withEmulator } from './visitor'

const from = { name: 'Finn Jansen', number: '+14635550102' }

/** A call that the visitor talks in, and the ways to send it off. */
async function talking(emulator: Emulator, ana: Visitor) {
  const placed = await control(emulator, 'POST', '/calls', { userId: ana.userId, from })
  const conversation = `/conversations/${placed.body.conversationId}`
  const participants = async () => (await ana.ask('GET', conversation)).body.participants
  const { id } = (await participants()).find((one: Json) => one.userId === ana.userId)
  const participant = `${conversation}/participants/${id}`
  const call = { conversationId: placed.body.conversationId }
  await control(emulator, 'POST', `/users/${ana.userId}/answer`, call)
  return {
    participants,
    send: (way: string, body: object) => ana.ask('POST', `${participant}/${way}`, body),
  }
}

/** What it takes to name a person or a queue: `GET /state` has no numbers. */
const number = { ana: '+13175551100', ben: '+13175551101', billing: '+13175552200' }

describe('where a call can be sent', () => {
  test.each([
    ['replace/agent', {}, 'conversations.error.transfer.destination.required'],
    ['replace/agent', { userId: '' }, 'conversations.error.transfer.destination.required'],
    ['replace/agent', { userId: 'nobody' }, 'postino.error.bad.request'],
    [
      'replace/agent',
      { userName: 'ana.ruiz@larkfield.example' },
      'conversations.error.transfer.same.party',
    ],
    ['transfer', { address: 'Ana Ruiz' }, 'conversations.error.transfer.same.party'],
    ['transfer', { address: number.ana }, 'conversations.error.transfer.same.party'],
    ['transfer', {}, 'conversations.error.transfer.destination.required'],
    ['transfer', { address: '  ' }, 'conversations.error.transfer.destination.required'],
    ['transfer', { address: 'tel: ' }, 'conversations.error.transfer.destination.required'],
    ['transfer', { address: 'nobody at all' }, 'postino.error.bad.request'],
    ['transfer', { address: '+49 call me' }, 'postino.error.bad.request'],
    ['transfer', { address: '+' }, 'postino.error.bad.request'],
    ['transfer', { address: '+123456789012345678901' }, 'postino.error.bad.request'],
    ['replace/external', { address: ' ' }, 'conversations.error.transfer.destination.required'],
    ['replace/external', { address: 'Billing' }, 'postino.error.bad.request'],
    ['transfer', { address: '+4930555001', transferType: 'Blind' }, 'invalid.value'],
  ])('%s of %o is refused as %s', (way, body, code) =>
    withEmulator(async (emulator) => {
      const call = await talking(emulator, await signIn(emulator))
      expect(await call.send(way, body)).toMatchObject({ status: 400, body: { code, status: 400 } })
      expect(await call.participants()).toHaveLength(2)
    }),
  )

  test.each([
    ['transfer', ' +49 (30) 555-001 ', { purpose: 'external' }],
    ['transfer', 'tel:+4930555001', { purpose: 'external', address: 'tel:+4930555001' }],
    ['transfer', 'sip:front@desk.example', { purpose: 'external' }],
    ['transfer', 'billing', { purpose: 'acd' }],
    ['transfer', number.billing, { purpose: 'acd' }],
    ['transfer', 'ben.okafor@larkfield.example', { purpose: 'user', name: 'Ben Okafor' }],
    ['transfer', number.ben, { purpose: 'user', name: 'Ben Okafor' }],
    ['replace/external', '+4930555001', { purpose: 'external' }],
  ])('%s to %o arrives at %o', (way, address, arrived) =>
    withEmulator(async (emulator) => {
      const call = await talking(emulator, await signIn(emulator))
      expect(await call.send(way, { address })).toEqual({ status: 202, body: undefined })
      expect((await call.participants()).at(-1)).toMatchObject(arrived)
    }),
  )

  test('nowhere once the agent has left', () =>
    withEmulator(async (emulator) => {
      const call = await talking(emulator, await signIn(emulator))
      const address = '+4930555001'
      await call.send('transfer', { address })
      const again = await call.send('transfer', { address })
      expect(again.body.code).toBe('conversations.error.transfer.not.connected')
    }))
})
