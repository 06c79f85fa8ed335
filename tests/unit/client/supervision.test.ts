import { describe, expect, test } from 'vitest'
import { withEmulator } from '../emulator/visitor'
import { type Agent, listen, listenToAll, ofCalls, refusal, signIn } from './agent'
import { sees, startTalk } from './parties'
import { partOf, takeCall } from './phone'

const leadName = 'Fatima Al-Zahra Benjelloun'

type Way = (lead: Agent, id: string, participantId: string) => Promise<void>

const ways: [string, Way, Record<string, unknown>, string][] = [
  [
    'monitors',
    ({ conversations }, id, participantId) =>
      conversations.postConversationsCallParticipantMonitor(id, participantId),
    { mediaRoles: ['monitor'] },
    'disconnected peer',
  ],
  [
    'coaches',
    ({ conversations }, id, participantId) =>
      conversations.postConversationsCallParticipantCoach(id, participantId),
    { mediaRoles: ['coach'] },
    'disconnected peer',
  ],
  [
    'barges in on',
    ({ conversations }, id, participantId) =>
      conversations.postConversationsCallParticipantBarge(id, participantId),
    { mediaRoles: ['full'] },
    'connected',
  ],
  [
    'barges in on the one who is',
    ({ conversations }, id) => conversations.postConversationBarge(id),
    { mediaRoles: ['full'] },
    'connected',
  ],
]

const both = { customer: 'connected', Ana: 'connected' }

describe('a team lead', () => {
  test.each(ways)('%s an agent in a call', (_name, supervise, seenAs, ended) =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const { ana, id, anaId } = talk
      const lead = await signIn(emulator, leadName)
      const ears = await listen(lead, ...ofCalls)
      expect(await supervise(lead, id, anaId)).toBeUndefined()
      await talk.all({ ...both, Fatima: 'connected' })
      const told = await sees(ears, id, { ...both, Fatima: 'connected' })
      expect(partOf(lead, told)).toMatchObject(seenAs)
      await ana.conversations.patchConversationsCallParticipant(id, anaId, {
        state: 'disconnected',
      })
      await talk.all({ Ana: 'disconnected client', Fatima: ended })
      await sees(ears, id, { Fatima: ended })
    }),
  )

  test('hears of an agent’s calls without being in them', () =>
    withEmulator(async (emulator) => {
      const [ana, lead] = [await signIn(emulator), await signIn(emulator, leadName)]
      const topic = `v2.users.${ana.id}.conversations.calls`
      const ears = await listenToAll(lead, topic)
      const { conversationId } = await takeCall(emulator, ana)
      const told = await ears.heard(topic, (body) => partOf(ana, body)?.state === 'connected')
      expect(told.id).toBe(conversationId)
    }))
})

test('agents do none of that, and nobody twice', () =>
  withEmulator(async (emulator) => {
    const { ben, id, anaId } = await startTalk(emulator)
    const lead = await signIn(emulator, leadName)
    for (const [, supervise] of ways) {
      expect(await refusal(supervise(ben, id, anaId))).toMatchObject({
        status: 403,
        code: 'missing.any.permissions',
      })
    }
    const barge = () => lead.conversations.postConversationBarge(id)
    await barge()
    expect((await refusal(barge())).status).toBe(400)
  }))
