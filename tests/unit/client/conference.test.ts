import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../contract/emulator'
import { control, withEmulator } from '../emulator/visitor'
import { given, refusal } from './agent'
import { startTalk, type Talk } from './parties'

const both = { customer: 'connected', Ana: 'connected' }

/** A second call of Ana's, which she has answered. */
async function second(emulator: Emulator, { ana }: Talk): Promise<string> {
  const from = { name: 'Finn Jansen', number: '+14635550102' }
  const { body } = await control(emulator, 'POST', '/calls', { userId: ana.id, from })
  const { participants } = await ana.conversations.getConversation(body.conversationId)
  const own = participants.find(({ userId }) => userId === ana.id)
  await ana.conversations.patchConversationsCallParticipant(body.conversationId, given(own?.id), {
    state: 'connected',
  })
  return body.conversationId
}

const invite = ({ ana, ben, id }: Talk) =>
  ana.conversations.postConversationsCallParticipants(id, {
    startTime: new Date(0).toISOString(),
    participants: [{ userId: ben.id }],
  })

describe('an agent makes a conference', () => {
  test('of two calls, by merging one into the other', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const { ana, id } = talk
      const other = await second(emulator, talk)
      await ana.conversations.patchConversationsCallParticipant(id, talk.anaId, { held: true })
      const merge = (...conversationIds: string[]) =>
        ana.conversations.patchConversationsCallConference(id, { conversationIds })
      expect((await refusal(merge(id))).code).toBe('conversation.error.cannot.conference.self')
      expect((await refusal(merge())).code).toBe('conversation.error.empty.conversation.list')
      expect(await merge(other)).toBeUndefined()
      const all = await talk.all({ ...both, external: 'connected' })
      expect(all.participants.at(-1).name).toBe('Finn Jansen')
      const merged = await ana.conversations.getConversation(other)
      expect(merged.endTime).toBeDefined()
      expect(merged.participants.map(({ calls }) => calls?.[0]?.disconnectType)).toEqual([
        'transfer.conference',
        'transfer.conference',
      ])
      const { entities } = await ana.conversations.getConversations()
      expect(entities?.map((one) => one.id)).toEqual([id])
    }))

  test('of two calls, as a conversation of its own', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const { conversations } = talk.ana
      const conversationIds = [talk.id, await second(emulator, talk)]
      const { id } = await conversations.postConversationsCalls({ conversationIds })
      const conference = await conversations.getConversation(given(id))
      expect(conference.conversationIds).toEqual(conversationIds)
      expect(conference.participants.map(({ purpose }) => purpose)).toEqual([
        'customer',
        'user',
        'external',
      ])
      const left = 'disconnected transfer.conference'
      await talk.all({ customer: left, Ana: left })
      const again = await refusal(conversations.postConversationsCalls({ conversationIds }))
      expect(again.status).toBe(404)
    }))

  test('by inviting a colleague, and leaves the others to talk', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const { ana, ben, id } = talk
      const told = await invite(talk)
      expect(told.participants.at(-1)?.userId).toBe(ben.id)
      await talk.bens(await talk.all({ ...both, Ben: 'alerting' }), 'connected')
      await talk.all({ ...both, Ben: 'connected' })
      await ana.conversations.patchConversationsCallParticipant(id, talk.anaId, {
        state: 'disconnected',
      })
      const left = { customer: 'connected', Ana: 'disconnected client' }
      const still = await talk.all({ ...left, Ben: 'connected' })
      expect(still.participants.find(({ user }: { user?: object }) => user).endAcwTime).toBe(
        undefined,
      )
      await control(emulator, 'POST', `/conversations/${id}/hangup`)
      await talk.all({ customer: 'disconnected endpoint', Ben: 'disconnected peer' })
    }))

  test('and goes on when whoever was invited declines', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      await invite(talk)
      await talk.bens(await talk.all({ ...both, Ben: 'alerting' }), 'disconnected')
      await talk.all({ ...both, Ben: 'disconnected client' })
    }))

  test('only of calls of their own, and of as many parties as are told', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const { ana, ben, id } = talk
      const { maxParticipants } =
        await ana.conversations.getConversationsCallsMaximumconferenceparties()
      expect(given(maxParticipants)).toBeGreaterThan(2)
      const other = await second(emulator, talk)
      const stranger = ben.conversations.patchConversationsCallConference(id, {
        conversationIds: [other],
      })
      expect(await refusal(stranger)).toMatchObject({
        status: 404,
        code: 'conversation.error.conversation.not.found',
      })
      const asked = ben.conversations.postConversationsCallParticipants(id, {
        startTime: new Date(0).toISOString(),
        participants: [{ address: '+4930555001' }],
      })
      expect(await refusal(asked)).toMatchObject({
        status: 403,
        code: 'conversation.error.forbidden.not.active.participant',
      })
    }))
})
