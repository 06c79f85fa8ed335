import { describe, expect, test } from 'vitest'
import type { Conversation } from '../../emulator/conversation/call'
import { due, stateOf, waitingIn } from '../../emulator/conversation/facts'
import { type Command, steps } from '../../emulator/conversation/machine'
import { startDirectCall } from '../../emulator/conversation/start'
import {
  ana,
  as,
  become,
  from,
  moment,
  of,
  refusal,
  repairs,
  ringing,
  talking,
  waiting,
} from './line'

describe('a call to a queue', () => {
  test('starts with the customer and the queue, and waits', () => {
    const call = waiting()
    expect(call.participants.map(({ purpose }) => purpose)).toEqual(['customer', 'acd'])
    expect(waitingIn(call)?.queue.id).toBe('billing')
    expect(stateOf(call)).toBe('contacting')
  })

  test('rings at one agent while the queue holds it', () => {
    const call = ringing()
    expect(of(call, 'ana')).toMatchObject({ purpose: 'agent', alertingTimeoutMs: 20_000 })
    expect(of(call, 'acd').call.state).toBe('connected')
    expect(waitingIn(call)).toBeUndefined()
    expect(due(call)).toMatchObject([{ at: 22_000, command: { type: 'alertingTimesOut' } }])
  })

  test('is handed over when answered', () => {
    const call = talking()
    expect(of(call, 'ana')).toMatchObject({ connectedTime: 3000, call: { state: 'connected' } })
    expect(of(call, 'acd').call).toMatchObject({
      state: 'terminated',
      disconnectType: 'transfer',
    })
    expect(due(call)).toEqual([])
    expect(stateOf(call)).toBe('connected')
  })

  test.each([
    ['hangUp', 'client'],
    ['alertingTimesOut', 'transfer.noanswer'],
  ] as const)('waits again after %s of the agent it rang for', (type, disconnectType) => {
    const before = ringing()
    const call = become(before, 4000, { type, ...as(before, 'ana') })
    expect(of(call, 'ana').call).toMatchObject({ state: 'disconnected', disconnectType })
    expect(of(call, 'ana').startAcwTime).toBeUndefined()
    expect(waitingIn(call)).toMatchObject({ since: 1000 })
  })

  test('is over for everybody when the customer hangs up while it rings', () => {
    const call = become(ringing(), 4000, { type: 'callerHangsUp' })
    expect(call.endTime).toBe(4000)
    expect(of(call, 'customer').call.disconnectType).toBe('endpoint')
    expect(of(call, 'ana').call.disconnectType).toBe('peer')
    expect(of(call, 'ana').startAcwTime).toBeUndefined()
  })

  test('is over for the customer when the agent hangs up', () => {
    const before = talking()
    const call = become(before, 5000, { type: 'hangUp', ...as(before, 'ana') })
    expect(of(call, 'ana').call.disconnectType).toBe('client')
    expect(of(call, 'customer').call.disconnectType).toBe('peer')
    expect(stateOf(call)).toBe('disconnected')
  })
})

describe('hold and mute', () => {
  test('a held call knows since when, and forgets it when resumed', () => {
    const before = talking()
    const held = become(before, 4000, { type: 'hold', held: true, ...as(before, 'ana') })
    expect(of(held, 'ana').call).toMatchObject({ held: true, startHoldTime: 4000 })
    const again = become(held, 5000, { type: 'hold', held: true, ...as(held, 'ana') })
    expect(of(again, 'ana').call.startHoldTime).toBe(4000)
    const resumed = become(held, 6000, { type: 'hold', held: false, ...as(held, 'ana') })
    expect(of(resumed, 'ana').call).not.toHaveProperty('startHoldTime')
  })

  test('mute is independent of hold', () => {
    const before = talking()
    const call = become(
      before,
      4000,
      { type: 'hold', held: true, ...as(before, 'ana') },
      { type: 'mute', muted: true, ...as(before, 'ana') },
      { type: 'hold', held: false, ...as(before, 'ana') },
    )
    expect(of(call, 'ana').call).toMatchObject({ held: false, muted: true })
  })

  test('several changes are taken together or not at all', () => {
    const call = ringing()
    const outcome = steps(
      call,
      [
        { type: 'answer', ...as(call, 'ana') },
        { type: 'answer', ...as(call, 'ana') },
      ],
      moment(5000),
    )
    expect(outcome).toEqual({ refused: 'callback.error.answer.not.alerting' })
  })
})

describe('refusals', () => {
  const over = () => become(talking(), 5000, { type: 'callerHangsUp' })

  test.each<[string, () => Conversation, (id: string) => Command, string]>([
    [
      'holding a ringing call',
      ringing,
      (participantId) => ({ type: 'hold', held: true, participantId }),
      'conversation.error.hold.alerting',
    ],
    [
      'muting a ringing call',
      ringing,
      (participantId) => ({ type: 'mute', muted: true, participantId }),
      'conversation.participant.update.invalid',
    ],
    [
      'answering twice',
      talking,
      (participantId) => ({ type: 'answer', participantId }),
      'callback.error.answer.not.alerting',
    ],
    [
      'answering what is over',
      over,
      (participantId) => ({ type: 'answer', participantId }),
      'conversation.error.call.disconnected',
    ],
    [
      'holding what is over',
      over,
      (participantId) => ({ type: 'hold', held: true, participantId }),
      'conversation.error.call.disconnected',
    ],
    [
      'hanging up what is over',
      over,
      (participantId) => ({ type: 'hangUp', participantId }),
      'conversation.error.call.disconnected',
    ],
    [
      'transferring a ringing call',
      ringing,
      (participantId) => ({
        type: 'transfer',
        destination: { queue: repairs },
        transferType: 'Unattended',
        participantId,
      }),
      'conversations.error.transfer.not.connected',
    ],
    [
      'transferring to oneself',
      talking,
      (participantId) => ({
        type: 'transfer',
        destination: { agent: ana },
        transferType: 'Unattended',
        participantId,
      }),
      'conversations.error.transfer.same.party',
    ],
    [
      'wrapping up before the call',
      ringing,
      (participantId) => ({ type: 'wrapup', wrapup: { code: 'x' }, participantId }),
      'conversation.participant.update.invalid',
    ],
    [
      'skipping a mandatory wrap-up',
      over,
      (participantId) => ({ type: 'skipWrapup', participantId }),
      'conversation.error.wrapup.cannot.skip',
    ],
    [
      'acting for nobody',
      talking,
      () => ({ type: 'answer', participantId: 'nobody' }),
      'conversation.error.not.conversation.participant',
    ],
  ])('%s', (_what, make, command, code) => {
    const call = make()
    expect(refusal(call, command(of(call, 'ana').id))).toBe(code)
  })
})

describe('a direct call', () => {
  const direct = () => startDirectCall({ from }, ana, moment(1000))

  test('rings the user without a queue, and owes no wrap-up', () => {
    const before = direct()
    expect(before.participants.map(({ purpose }) => purpose)).toEqual(['external', 'user'])
    const call = become(
      before,
      2000,
      { type: 'answer', ...as(before, 'ana') },
      { type: 'callerHangsUp' },
    )
    expect(of(call, 'ana').startAcwTime).toBeUndefined()
    expect(call.endTime).toBe(2000)
  })

  test('is over when declined', () => {
    const before = direct()
    expect(become(before, 2000, { type: 'hangUp', ...as(before, 'ana') }).endTime).toBe(2000)
  })
})
