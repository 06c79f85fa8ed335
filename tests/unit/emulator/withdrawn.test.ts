import { describe, expect, test } from 'vitest'
import { startTalk, type Talk } from './parties'
import { type Json, withEmulator } from './visitor'

const off = { state: 'disconnected' }

async function offer(talk: Talk, transferType = 'Attended') {
  const { id } = await talk.participant('Ana')
  const path = `/conversations/${talk.id}/participants/${id}/replace/agent`
  expect((await talk.ana.ask('POST', path, { userId: talk.ben.userId, transferType })).status).toBe(
    202,
  )
}

const patch = async (talk: Talk, who: string, body: Json, by = talk.ana) =>
  (await by.ask('PATCH', await talk.path(who), body)).body?.code

describe('an attended transfer that nobody has taken', () => {
  test('is taken back by disconnecting whoever it is offered to', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      await offer(talk)
      await talk.seen({ Ana: 'connected', Ben: 'alerting' }, 'Pending')
      expect(await patch(talk, 'Ben', off)).toBeUndefined()
      await talk.seen({ customer: 'connected', Ana: 'connected' }, 'Canceled')
      expect((await talk.participant('Ben')).calls[0].state).toBe('disconnected')
    }))

  test('lets nothing else be done to somebody else’s part', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      await offer(talk)
      const notYours = 'conversation.error.user.not.party'
      expect(await patch(talk, 'Ben', { ...off, muted: true })).toBe(notYours)
      expect(await patch(talk, 'Ben', { state: 'connected' })).toBe(notYours)
      expect(await patch(talk, 'customer', off)).toBe(notYours)
      expect(await patch(talk, 'Ana', off, talk.ben)).toBe(notYours)
      await talk.seen({ customer: 'connected', Ana: 'connected', Ben: 'alerting' }, 'Pending')
    }))

  test('with offerWithdrawal refused stays offered', () =>
    withEmulator(
      async (emulator) => {
        const talk = await startTalk(emulator)
        await offer(talk)
        expect(await patch(talk, 'Ben', off)).toBe('conversation.error.user.not.party')
        await talk.seen({ Ana: 'connected', Ben: 'alerting' }, 'Pending')
      },
      { switches: { offerWithdrawal: 'refused' } },
    ))
})

test('an unattended one is not taken back: its initiator has left', () =>
  withEmulator(async (emulator) => {
    const talk = await startTalk(emulator)
    await offer(talk, 'Unattended')
    expect(await patch(talk, 'Ben', off)).toBe('conversation.error.user.not.party')
  }))
