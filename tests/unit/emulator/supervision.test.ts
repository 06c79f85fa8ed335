import { describe, expect, test } from 'vitest'
import type { Conversation, Supervision } from '../../emulator/conversation/call'
import { cancel, consulted, hangUp } from './consulting'
import { as, become, ben, chloe, of, refusal, repairs, ringing, seen, talking } from './line'
import { startTalk } from './parties'
import { control, type Json, listenTo, signIn, withEmulator } from './visitor'

const supervised = (call: Conversation, how: Supervision, who = 'ana') =>
  become(call, 4000, { type: 'supervise', agent: chloe, as: how, ...as(call, who) })

describe('a supervisor', () => {
  test.each<[Supervision, string]>([
    ['monitor', 'disconnected peer'],
    ['coach', 'disconnected peer'],
    ['barge', 'connected'],
  ])('as %s, when the agent leaves by a transfer: %s', (how, ended) => {
    const call = supervised(talking(), how)
    expect(seen(call)).toMatchObject({
      customer: 'connected',
      ana: 'connected',
      chloe: 'connected',
    })
    const command = { destination: { agent: ben }, transferType: 'Unattended' } as const
    const left = become(call, 5000, { type: 'transfer', ...command, ...as(call, 'ana') })
    expect(seen(left)).toMatchObject({ customer: 'connected', ben: 'alerting', chloe: ended })
  })

  test.each<[Supervision, boolean]>([
    ['monitor', true],
    ['coach', true],
    ['barge', false],
  ])('as %s, when the agent hangs up: the call is over: %s', (how, isOver) => {
    const call = hangUp(supervised(talking(), how), 'ana')
    expect(call.endTime !== undefined).toBe(isOver)
  })

  test('barges in on two who talk, whoever else waits or listens', () => {
    const before = supervised(talking(), 'monitor')
    const command = { destination: { queue: repairs }, transferType: 'Attended' } as const
    const waits = become(before, 4500, { type: 'transfer', ...command, ...as(before, 'ana') })
    const barge = { type: 'supervise', agent: ben, as: 'barge', ...as(waits, 'ana') } as const
    expect(refusal(waits, barge)).toBeUndefined()
  })

  test('who listens is in nobody’s way', () => {
    const monitored = supervised(talking(), 'monitor')
    expect(become(monitored, 5000, { type: 'callerHangsUp' }).endTime).toBe(5000)
    const call = consulted('DESTINATION', monitored)
    expect(seen(cancel(call))).toMatchObject({ ana: 'connected', chloe: 'connected' })
  })

  test.each<[string, () => Conversation, Supervision, string, string]>([
    [
      'monitors their own',
      () => supervised(talking(), 'barge'),
      'monitor',
      'ana',
      'conversation.error.monitor.own.conversation',
    ],
    [
      'monitors a ringing phone',
      ringing,
      'monitor',
      'ana',
      'conversation.participant.update.invalid',
    ],
    [
      'monitors a customer',
      talking,
      'monitor',
      'customer',
      'conversation.participant.update.invalid',
    ],
    [
      'barges in on who is consulted',
      consulted,
      'barge',
      'ben',
      'conversation.error.barge.not.consult.initiator',
    ],
    [
      'barges in on a conference',
      () => consulted('CONFERENCE'),
      'barge',
      'ana',
      'conversation.error.barge.conference',
    ],
  ])('is refused who %s', (_what, make, how, who, code) => {
    const call = make()
    const command = { type: 'supervise', agent: chloe, as: how, ...as(call, who) } as const
    expect(refusal(call, command)).toBe(code)
  })

  test('who listens neither consults, transfers nor invites', () => {
    const call = supervised(talking(), 'monitor')
    const objectId = of(call, 'customer').id
    const wanted = { objectId, destination: { agent: ben }, speakTo: 'DESTINATION' } as const
    const who = as(call, 'chloe')
    expect(refusal(call, { type: 'consult', ...wanted, ...who })).toBe('not.a.participant')
    expect(refusal(call, { type: 'transfer', ...wanted, transferType: 'Attended', ...who })).toBe(
      'conversations.error.transfer.not.connected',
    )
    expect(refusal(call, { type: 'invite', destinations: [{ agent: ben }], ...who })).toBe(
      'conversation.error.forbidden.not.active.participant',
    )
    const about = { ...wanted, objectId: of(call, 'chloe').id }
    expect(refusal(call, { type: 'consult', ...about, ...as(call, 'ana') })).toBe(
      'object.participant.id.required',
    )
  })

  test.each<Supervision>(['monitor', 'coach', 'barge'])(
    'as %s, is consulted about nothing',
    (how) => {
      const call = supervised(talking(), how)
      const objectId = of(call, 'customer').id
      const wanted = { objectId, destination: { agent: chloe }, speakTo: 'DESTINATION' } as const
      expect(refusal(call, { type: 'consult', ...wanted, ...as(call, 'ana') })).toBe(
        how === 'barge'
          ? 'conversation.error.cannot.transfer.conference'
          : 'conversation.error.cannot.transfer.to.self',
      )
    },
  )

  test.each<[Supervision, string | undefined]>([
    ['monitor', undefined],
    ['coach', 'conversation.error.multiple.coaches'],
    ['barge', 'conversation.error.multiple.barges'],
  ])('as %s, beside another: %s', (how, code) => {
    const call = supervised(talking(), how)
    const command = { type: 'supervise', agent: ben, as: how, ...as(call, 'ana') } as const
    expect(refusal(call, command)).toBe(code)
  })
})

describe('a team lead over HTTP', () => {
  const ways = [
    ['monitor', 'monitoredParticipantId', ['monitor']],
    ['coach', 'coachedParticipantId', ['coach']],
    ['barge', 'bargedParticipantId', ['full']],
  ] as const

  test.each(ways)('may %s, and is seen as %s with %o', (how, field, mediaRoles) =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const fatima = await signIn(emulator, 'Fatima Al-Zahra Benjelloun')
      const listener = await listenTo(fatima, ['conversations', 'conversations.calls'])
      const answer = await fatima.ask('POST', `${await talk.path('Ana')}/${how}`)
      expect(answer).toEqual({ status: 201, body: undefined })
      const agent = (await talk.participant('Ana')).id
      const seenAs = { mediaRoles, [field]: agent }
      expect(await talk.participant('Fatima')).toMatchObject(seenAs)
      for (const topic of ['conversations', 'conversations.calls']) {
        const frame = await listener.next(
          (one: Json) => one.topicName === `v2.users.${fatima.userId}.${topic}`,
        )
        expect(frame.eventBody.participants.at(-1)).toMatchObject(seenAs)
      }
      await talk.act('ana', 'hangup')
      const ended = how === 'barge' ? 'connected' : 'disconnected peer'
      await talk.seen({ Ana: 'disconnected client', Fatima: ended })
    }),
  )

  test('needs a phone for it', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const fatima = await signIn(emulator, 'Fatima Al-Zahra Benjelloun')
      await control(emulator, 'POST', `/users/${fatima.userId}/phone`, { kind: 'none' })
      const agent = await talk.path('Ana')
      const paths = ways.map(([how]) => `${agent}/${how}`)
      for (const path of [...paths, `/conversations/${talk.id}/barge`]) {
        expect((await fatima.ask('POST', path)).body).toMatchObject({
          status: 400,
          code: 'conversation.error.no.user.station',
        })
      }
    }))

  test('is no party as long as they listen: invites nobody and pauses no recording', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const fatima = await signIn(emulator, 'Fatima Al-Zahra Benjelloun')
      await fatima.ask('POST', `${await talk.path('Ana')}/monitor`)
      const call = `/conversations/calls/${talk.id}`
      const startTime = new Date(0).toISOString()
      const refused = { status: 403, code: 'conversation.error.forbidden.not.active.participant' }
      const participants = [{ address: '+4930555001' }]
      expect(
        (await fatima.ask('POST', `${call}/participants`, { startTime, participants })).body,
      ).toMatchObject({
        ...refused,
        message: 'User is not active on call and cannot alter recordingState',
      })
      const pause = { recordingState: 'PAUSED' }
      expect((await fatima.ask('PUT', `${call}/recordingstate`, pause)).body).toMatchObject({
        ...refused,
        message: 'User is not active on conversation and cannot alter recordingState',
      })
      expect(
        (await fatima.ask('PATCH', `/conversations/${talk.id}/recordingstate`, pause)).body,
      ).toMatchObject(refused)
    }))

  test('barges in on the one agent there is; agents may not', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const fatima = await signIn(emulator, 'Fatima Al-Zahra Benjelloun')
      const refused = await talk.ben.ask('POST', `/conversations/${talk.id}/barge`)
      expect(refused.body.code).toBe('missing.any.permissions')
      expect((await fatima.ask('POST', `/conversations/${talk.id}/barge`)).status).toBe(201)
      await talk.seen({ customer: 'connected', Ana: 'connected', Fatima: 'connected' })
      await talk.act('ana', 'hangup')
      const again = await fatima.ask('POST', `/conversations/${talk.id}/barge`)
      expect(again.body.code).toBe('conversation.error.barge.target')
    }))
})
