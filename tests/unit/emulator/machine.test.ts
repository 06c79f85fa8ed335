import { describe, expect, test } from 'vitest'
import type { Conversation, Participant, QueueFacts } from '../../emulator/conversation/call'
import { isRefused } from '../../emulator/conversation/change'
import { due, stateOf, waitingIn } from '../../emulator/conversation/facts'
import { type Command, step, steps } from '../../emulator/conversation/machine'
import { startDirectCall, startQueueCall } from '../../emulator/conversation/start'

const billing: QueueFacts = {
  id: 'billing',
  name: 'Billing',
  number: '+13175552200',
  alertingTimeoutMs: 20_000,
  wrapupPrompt: 'mandatory',
}
const repairs: QueueFacts = { ...billing, id: 'repairs', name: 'Repairs', number: '+13175552201' }
const ana = { id: 'ana', name: 'Ana', number: '+13175551100' }
const ben = { id: 'ben', name: 'Ben', number: '+13175551101' }
const from = { name: 'Customer', number: '+14635550100' }

let count = 0
const moment = (at: number) => ({ at, makeId: () => `id-${++count}` })

function after(conversation: Conversation, at: number, ...commands: Command[]): Conversation {
  const outcome = steps(conversation, commands, moment(at))
  if (isRefused(outcome)) throw new Error(outcome.refused)
  return outcome.conversation
}

function refusal(conversation: Conversation, command: Command): string | undefined {
  const outcome = step(conversation, command, moment(9000))
  return isRefused(outcome) ? outcome.refused : undefined
}

function of({ participants }: Conversation, who: string): Participant {
  const found = participants.findLast(({ purpose, userId }) => purpose === who || userId === who)
  if (!found) throw new Error(`No ${who}`)
  return found
}

const waiting = () => startQueueCall({ from }, billing, moment(1000))
const ringing = () => after(waiting(), 2000, { type: 'offer', agent: ana, queue: billing })
const as = (conversation: Conversation, who: string) => ({
  participantId: of(conversation, who).id,
})
function talking(queue = billing): Conversation {
  const call = after(waiting(), 2000, { type: 'offer', agent: ana, queue })
  return after(call, 3000, { type: 'answer', ...as(call, 'ana') })
}

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
    const call = after(before, 4000, { type, ...as(before, 'ana') })
    expect(of(call, 'ana').call).toMatchObject({ state: 'disconnected', disconnectType })
    expect(of(call, 'ana').startAcwTime).toBeUndefined()
    expect(waitingIn(call)).toMatchObject({ since: 1000 })
  })

  test('is over for everybody when the customer hangs up while it rings', () => {
    const call = after(ringing(), 4000, { type: 'callerHangsUp' })
    expect(call.endTime).toBe(4000)
    expect(of(call, 'customer').call.disconnectType).toBe('endpoint')
    expect(of(call, 'ana').call.disconnectType).toBe('peer')
    expect(of(call, 'ana').startAcwTime).toBeUndefined()
  })

  test('is over for the customer when the agent hangs up', () => {
    const before = talking()
    const call = after(before, 5000, { type: 'hangUp', ...as(before, 'ana') })
    expect(of(call, 'ana').call.disconnectType).toBe('client')
    expect(of(call, 'customer').call.disconnectType).toBe('peer')
    expect(stateOf(call)).toBe('disconnected')
  })
})

describe('hold and mute', () => {
  test('a held call knows since when, and forgets it when resumed', () => {
    const before = talking()
    const held = after(before, 4000, { type: 'hold', held: true, ...as(before, 'ana') })
    expect(of(held, 'ana').call).toMatchObject({ held: true, startHoldTime: 4000 })
    const again = after(held, 5000, { type: 'hold', held: true, ...as(held, 'ana') })
    expect(of(again, 'ana').call.startHoldTime).toBe(4000)
    const resumed = after(held, 6000, { type: 'hold', held: false, ...as(held, 'ana') })
    expect(of(resumed, 'ana').call).not.toHaveProperty('startHoldTime')
  })

  test('mute is independent of hold', () => {
    const before = talking()
    const call = after(
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
  const over = () => after(talking(), 5000, { type: 'callerHangsUp' })

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

describe('blind transfer', () => {
  const transferred = (
    destination: Extract<Command, { type: 'transfer' }>['destination'],
    transferType: 'Attended' | 'Unattended' = 'Unattended',
  ) => {
    const call = talking()
    return after(call, 5000, { type: 'transfer', destination, transferType, ...as(call, 'ana') })
  }

  test('to a queue: the agent is off and owes a wrap-up, the customer waits there', () => {
    const call = transferred({ queue: repairs })
    expect(of(call, 'ana')).toMatchObject({
      startAcwTime: 5000,
      call: { disconnectType: 'transfer', afterCallWork: { state: 'pending' } },
    })
    expect(waitingIn(call)).toMatchObject({ queue: { id: 'repairs' }, since: 5000 })
    expect(call.recentTransfers).toMatchObject([{ state: 'Pending', initiator: { userId: 'ana' } }])
  })

  test('is complete once somebody there answers', () => {
    const waits = transferred({ queue: repairs })
    const rings = after(waits, 6000, { type: 'offer', agent: ben, queue: repairs })
    const call = after(rings, 7000, { type: 'answer', ...as(rings, 'ben') })
    expect(call.recentTransfers[0]?.state).toBe('Complete')
    expect(of(call, 'ben').queue?.id).toBe('repairs')
  })

  test('to an agent: it rings there, and goes back to its queue when nobody answers', () => {
    const call = transferred({ agent: ben })
    expect(of(call, 'ben')).toMatchObject({ routed: false, call: { state: 'alerting' } })
    const missed = after(call, 30_000, { type: 'alertingTimesOut', ...as(call, 'ben') })
    expect(waitingIn(missed)?.queue.id).toBe('billing')
    expect(missed.recentTransfers[0]?.state).toBe('Failed')
  })

  test('to an address: an outside party takes the call', () => {
    const call = transferred({ address: '+14635550199' })
    expect(of(call, 'external')).toMatchObject({
      address: '+14635550199',
      call: { state: 'connected', direction: 'outbound' },
    })
    expect(call.recentTransfers[0]?.state).toBe('Complete')
    const over = after(call, 9000, { type: 'hangUp', ...as(call, 'external') })
    expect(over.endTime).toBe(9000)
  })

  test('attended: the agent stays until somebody answers', () => {
    const call = transferred({ agent: ben }, 'Attended')
    expect(of(call, 'ana').call.state).toBe('connected')
    const answered = after(call, 6000, { type: 'answer', ...as(call, 'ben') })
    expect(of(answered, 'ana')).toMatchObject({
      startAcwTime: 6000,
      call: { disconnectType: 'transfer' },
    })
  })

  test('attended and declined: the agent keeps the call', () => {
    const call = transferred({ agent: ben }, 'Attended')
    const declined = after(call, 6000, { type: 'hangUp', ...as(call, 'ben') })
    expect(of(declined, 'ana').call.state).toBe('connected')
    expect(declined.recentTransfers[0]?.state).toBe('Failed')
    expect(waitingIn(declined)).toBeUndefined()
  })

  test('fails when the customer gives up on the way', () => {
    const call = after(transferred({ queue: repairs }), 6000, { type: 'callerHangsUp' })
    expect(call.recentTransfers[0]?.state).toBe('Failed')
    expect(call.endTime).toBe(6000)
  })
})

describe('wrap-up', () => {
  const ended = (queue: QueueFacts) => after(talking(queue), 5000, { type: 'callerHangsUp' })

  test('a mandatory one is owed until a code is given', () => {
    const before = ended(billing)
    expect(due(before)).toEqual([])
    const call = after(before, 9000, {
      type: 'wrapup',
      wrapup: { code: 'solved' },
      ...as(before, 'ana'),
    })
    expect(of(call, 'ana')).toMatchObject({
      endAcwTime: 9000,
      wrapup: { code: 'solved', durationSeconds: 4, endTime: 9000 },
      call: { afterCallWork: { state: 'complete', startTime: 5000, endTime: 9000 } },
    })
  })

  test('a provisional one ends nothing', () => {
    const before = ended(billing)
    const wrapup = { code: 'solved', provisional: true }
    const call = after(before, 9000, { type: 'wrapup', wrapup, ...as(before, 'ana') })
    expect(of(call, 'ana').endAcwTime).toBeUndefined()
  })

  test('a code given during the call leaves nothing to do after it', () => {
    const before = talking()
    const wrapup = { code: 'solved' }
    const call = after(
      before,
      4000,
      { type: 'wrapup', wrapup, ...as(before, 'ana') },
      { type: 'callerHangsUp' },
    )
    expect(of(call, 'ana').startAcwTime).toBeUndefined()
  })

  test('one with a time-out is written by the system when time is up', () => {
    const before = ended({ ...billing, wrapupPrompt: 'timeout', wrapupTimeoutMs: 30_000 })
    const [next] = due(before)
    expect(next?.at).toBe(35_000)
    const call = next ? after(before, next.at, next.command) : before
    expect(of(call, 'ana')).toMatchObject({
      endAcwTime: 35_000,
      wrapup: { code: 'ININ-WRAP-UP-TIMEOUT' },
    })
  })

  test('a forced time is sat out, and the code given stays', () => {
    const queue: QueueFacts = {
      ...billing,
      wrapupPrompt: 'forcedTimeout',
      wrapupTimeoutMs: 20_000,
    }
    const before = ended(queue)
    const wrapup = { code: 'solved' }
    const coded = after(before, 9000, { type: 'wrapup', wrapup, ...as(before, 'ana') })
    expect(of(coded, 'ana').endAcwTime).toBeUndefined()
    const [next] = due(coded)
    const call = next ? after(coded, next.at, next.command) : coded
    expect(of(call, 'ana')).toMatchObject({ endAcwTime: 25_000, wrapup: { code: 'solved' } })
  })

  test('an optional one is not owed', () => {
    const call = ended({ ...billing, wrapupPrompt: 'optional' })
    expect(of(call, 'ana').startAcwTime).toBeUndefined()
    expect(of(call, 'ana').call.afterCallWork).toEqual({ state: 'notApplicable' })
  })
})

describe('a direct call', () => {
  const direct = () => startDirectCall({ from }, ana, moment(1000))

  test('rings the user without a queue, and owes no wrap-up', () => {
    const before = direct()
    expect(before.participants.map(({ purpose }) => purpose)).toEqual(['external', 'user'])
    const call = after(
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
    expect(after(before, 2000, { type: 'hangUp', ...as(before, 'ana') }).endTime).toBe(2000)
  })
})
