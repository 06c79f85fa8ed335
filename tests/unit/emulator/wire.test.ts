import { describe, expect, test } from 'vitest'
import { toEvent } from '../../emulator/conversation/event'
import { toCallEvent, toCallRest } from '../../emulator/conversation/media'
import { toRest } from '../../emulator/conversation/rest'
import { as, become, of, repairs, talking } from './line'

const division = { id: 'home', name: 'Home' }
const before = talking()
const call = become(
  before,
  5000,
  {
    type: 'transfer',
    destination: { queue: repairs },
    transferType: 'Unattended',
    ...as(before, 'ana'),
  },
  { type: 'wrapup', wrapup: { code: 'solved', name: 'Solved' }, ...as(before, 'ana') },
)
const { id } = of(call, 'ana')

function participantOf<T extends { id?: string }>(participants: readonly T[] | undefined): T {
  const found = participants?.find((one) => one.id === id)
  if (!found) throw new Error('No participant')
  return found
}

const rest = toRest(call, division)
const event = toEvent(call, division)
const callEvent = toCallEvent(call, division)
const callRest = toCallRest(call, division)

describe('a conversation on the wire', () => {
  test('an event lacks what only REST has, and expects a wrap-up', () => {
    const fromRest = participantOf(rest.participants)
    const fromEvent = participantOf(event.participants)
    const restOnly = [
      'startTime',
      'queueName',
      'ani',
      'aniName',
      'dnis',
      'participantType',
      'userUri',
    ]
    for (const field of restOnly) {
      expect(fromRest).toHaveProperty(field)
      expect(fromEvent).not.toHaveProperty(field)
    }
    expect(fromEvent).toHaveProperty('wrapupExpected', true)
    expect(fromRest).not.toHaveProperty('wrapupExpected')
    expect(event).not.toHaveProperty('startTime')
  })

  test('legs ring since a time in REST only', () => {
    expect(participantOf(rest.participants).calls?.[0]).toHaveProperty('startAlertingTime')
    expect(participantOf(event.participants).calls?.[0]).not.toHaveProperty('startAlertingTime')
  })

  test('the name of a wrap-up is in REST only', () => {
    expect(participantOf(rest.participants).wrapup).toMatchObject({
      code: 'solved',
      name: 'Solved',
    })
    expect(participantOf(event.participants).wrapup).not.toHaveProperty('name')
  })

  test('generic forms have ids and legs, call forms references and one flat participant', () => {
    expect(participantOf(event.participants)).toMatchObject({ userId: 'ana', queueId: 'billing' })
    for (const form of [callEvent, callRest]) {
      const flat = participantOf<{ id?: string }>(form.participants)
      expect(flat).toMatchObject({
        user: { id: 'ana' },
        queue: { id: 'billing' },
        state: 'disconnected',
        disconnectType: 'transfer',
      })
      expect(flat).not.toHaveProperty('calls')
      expect(flat).not.toHaveProperty('userId')
    }
  })

  test('only the call event tells the first state, only its REST form when it rang', () => {
    expect(participantOf<{ id?: string }>(callEvent.participants)).toMatchObject({
      initialState: 'alerting',
    })
    expect(participantOf<{ id?: string }>(callRest.participants)).toHaveProperty(
      'startAlertingTime',
    )
    expect(callEvent).not.toHaveProperty('recentTransfers')
  })

  test('states of transfers and recordings are spelt as each place spells them', () => {
    expect(rest.recentTransfers?.[0]).toMatchObject({
      state: 'Pending',
      transferType: 'Unattended',
    })
    expect(event.recentTransfers[0]).toMatchObject({ state: 'pending', transferType: 'unattended' })
    expect([rest.recordingState, event.recordingState]).toEqual(['NONE', 'none'])
  })
})
