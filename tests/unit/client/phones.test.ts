import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../contract/emulator'
import { control, type Json, withEmulator } from '../emulator/visitor'
import { type Agent, type Ears, given, listen, ofCalls, refusal, signIn } from './agent'
import { customerCalls, goOnQueue, ring } from './phone'

async function stationNamed({ stations }: Agent, name: string): Promise<string> {
  const { entities } = await stations.getStations({ name })
  return given(entities?.[0]?.id)
}

/** A customer calls and the agent's phone rings: what answering it by API gets. */
async function rung(emulator: Emulator, agent: Agent, ears: Ears) {
  await customerCalls(emulator, 'Sales')
  const line = await ring(agent, ears)
  const { conversationId, participantId } = line
  const change = (state: string) =>
    agent.conversations.patchConversationsCallParticipant(conversationId, participantId, { state })
  return {
    ...line,
    answer: () => change('connected'),
    hangUp: () => change('disconnected'),
    lift: () => control(emulator, 'POST', `/users/${agent.id}/answer`, { conversationId }),
  }
}

describe('an agent chooses a phone', () => {
  test('from a list, sits down at it, and gets up again', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { id, stations, users } = ana
      const { heard } = await listen(ana, 'station')
      const all = await stations.getStations({ pageSize: 5, sortBy: 'name' })
      expect(all.entities).toHaveLength(5)
      expect(all.total).toBeGreaterThan(5)
      const own = await stations.getStations({ webRtcUserId: id })
      expect(own.entities?.map(({ name }) => name)).toEqual(['Ana Ruiz WebRTC'])
      const reception = await stationNamed(ana, 'Reception')
      expect((await stations.getStation(reception)).status).toBe('AVAILABLE')

      await users.putUserStationAssociatedstationStationId(id, reception)
      const told = await heard('station', (body) => body.associatedStation?.id === reception)
      expect(told.associatedStation.associatedUser.id).toBe(id)
      expect((await stations.getStation(reception)).status).toBe('ASSOCIATED')
      const now = await users.getUserStation(id)
      expect(now.effectiveStation?.name).toBe('Reception')
      expect(now.defaultStation?.name).toBe('Ana Ruiz WebRTC')
      expect(now.lastAssociatedStation?.name).toBe('Ana Ruiz WebRTC')

      await users.deleteUserStationAssociatedstation(id)
      await heard('station', (body) => body.associatedStation === undefined)
      expect((await users.getUserStation(id)).effectiveStation?.name).toBe('Ana Ruiz WebRTC')
      await users.deleteUserStationDefaultstation(id)
      expect((await users.getUserStation(id)).effectiveStation).toBeUndefined()
      await users.putUserStationDefaultstationStationId(id, reception)
      expect((await users.getUserStation(id)).effectiveStation?.name).toBe('Reception')
    }))

  test('but not one that is taken, another’s, or not there', () =>
    withEmulator(async (emulator) => {
      const [ana, ben] = await Promise.all([signIn(emulator), signIn(emulator, 'Ben Okafor')])
      const reception = await stationNamed(ana, 'Reception')
      await ana.users.putUserStationAssociatedstationStationId(ana.id, reception)
      const sit = (stationId: string) =>
        refusal(ben.users.putUserStationAssociatedstationStationId(ben.id, stationId))
      const taken = { status: 409, code: 'userservice.stationalreadyassociated' }
      expect(await sit(reception)).toMatchObject(taken)
      expect(await sit(await stationNamed(ben, 'Ana Ruiz WebRTC'))).toMatchObject(taken)
      expect(await sit('nowhere')).toMatchObject({ status: 404 })
      await ana.stations.deleteStationAssociateduser(reception)
      expect(await ben.users.putUserStationAssociatedstationStationId(ben.id, reception)).toBe(
        undefined,
      )
      expect(await refusal(ben.stations.getStation('nowhere'))).toMatchObject({
        status: 404,
        code: 'general.resource.not.found',
      })
    }))
})

describe('a phone that cannot be answered by API', () => {
  test('is answered by its receiver', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const ears = await listen(ana, ...ofCalls)
      await control(emulator, 'POST', `/users/${ana.id}/phone`, { kind: 'plainSip' })
      await goOnQueue(ana)
      const call = await rung(emulator, ana, ears)
      expect(await refusal(call.answer())).toMatchObject({
        status: 400,
        code: 'conversation.participant.update.invalid',
      })
      await call.lift()
      await call.becomes({ state: 'connected' })
      // Hung up, it can be by API all the same.
      await call.hangUp()
      await call.becomes({ state: 'disconnected' })
    }))

  test('is one that has no connection yet: once it has been lifted it keeps one', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const ears = await listen(ana, ...ofCalls)
      await control(emulator, 'POST', `/users/${ana.id}/phone`, { kind: 'remote' })
      await goOnQueue(ana)
      const first = await rung(emulator, ana, ears)
      expect((await refusal(first.answer())).status).toBe(400)
      await first.lift()
      await first.becomes({ state: 'connected' })
      await first.hangUp()
      const second = await rung(emulator, ana, ears)
      await second.answer()
      await second.becomes({ state: 'connected' })
    }))

  test('or takes the answer and goes on ringing', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const ears = await listen(ana, ...ofCalls)
      await control(emulator, 'POST', '/switches', { unanswerablePhone: 'ignored' })
      await control(emulator, 'POST', `/users/${ana.id}/phone`, { connected: false })
      await goOnQueue(ana)
      const call = await rung(emulator, ana, ears)
      expect(await call.answer()).toBeUndefined()
      const { participants } = await ana.conversations.getConversationsCall(call.conversationId)
      expect(participants?.map(({ state }: Json) => state)).toContain('alerting')
      await control(emulator, 'POST', `/users/${ana.id}/phone`, { connected: true })
      await call.answer()
      await call.becomes({ state: 'connected' })
    }))
})

test('without any phone no call is placed', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    await control(emulator, 'POST', `/users/${ana.id}/phone`, { kind: 'none' })
    const placed = ana.conversations.postConversationsCalls({ phoneNumber: '+493055500142' })
    expect(await refusal(placed)).toMatchObject({
      status: 400,
      code: 'conversation.error.no.user.station',
    })
  }))
