import { describe, expect, test } from 'vitest'
import type { Conversation, QueueFacts, Wrapup } from '../../emulator/conversation/call'
import { due } from '../../emulator/conversation/facts'
import { timedOutCode } from '../../emulator/conversation/wrapup'
import { as, become, billing, of, refusal, ringing, talking } from './line'

describe('wrap-up', () => {
  const ended = (queue: QueueFacts) => become(talking(queue), 5000, { type: 'callerHangsUp' })

  test('a mandatory one is owed until a code is given', () => {
    const before = ended(billing)
    expect(due(before)).toEqual([])
    const call = become(before, 9000, {
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
    const call = become(before, 9000, { type: 'wrapup', wrapup, ...as(before, 'ana') })
    expect(of(call, 'ana').endAcwTime).toBeUndefined()
  })

  test('a code given during the call leaves nothing to do after it', () => {
    const before = talking()
    const wrapup = { code: 'solved' }
    const call = become(
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
    const call = next ? become(before, next.at, next.command) : before
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
    const coded = become(before, 9000, { type: 'wrapup', wrapup, ...as(before, 'ana') })
    expect(of(coded, 'ana').endAcwTime).toBeUndefined()
    const [next] = due(coded)
    const call = next ? become(coded, next.at, next.command) : coded
    expect(of(call, 'ana')).toMatchObject({ endAcwTime: 25_000, wrapup: { code: 'solved' } })
  })

  test('a forced time is sat out even after a code given during the call', () => {
    const before = talking({ ...billing, wrapupPrompt: 'forcedTimeout', wrapupTimeoutMs: 20_000 })
    const wrapup = { type: 'wrapup', wrapup: { code: 'solved' }, ...as(before, 'ana') } as const
    const over = become(before, 4000, wrapup, { type: 'hangUp', ...as(before, 'ana') })
    expect(of(over, 'ana')).toMatchObject({
      startAcwTime: 4000,
      call: { afterCallWork: { state: 'pending' } },
    })
    const [next] = due(over)
    expect(next?.at).toBe(24_000)
    const call = next ? become(over, next.at, next.command) : over
    expect(of(call, 'ana')).toMatchObject({ endAcwTime: 24_000, wrapup: { code: 'solved' } })
  })

  test('an optional one is not owed', () => {
    const call = ended({ ...billing, wrapupPrompt: 'optional' })
    expect(of(call, 'ana').startAcwTime).toBeUndefined()
    expect(of(call, 'ana').call.afterCallWork).toEqual({ state: 'notApplicable' })
  })

  test('an optional code may still be given after the call', () => {
    const before = ended({ ...billing, wrapupPrompt: 'optional' })
    const wrapup = { code: 'solved' }
    const call = become(before, 9000, { type: 'wrapup', wrapup, ...as(before, 'ana') })
    expect(of(call, 'ana')).toMatchObject({ wrapup: { code: 'solved' } })
    expect(of(call, 'ana').endAcwTime).toBeUndefined()
  })

  test.each<[string, Wrapup, Partial<Wrapup>]>([
    [
      'without a code is the system’s, with its notes',
      { notes: 'Paid' },
      { code: timedOutCode, notes: 'Paid' },
    ],
    [
      'with a code is what was chosen',
      { code: 'solved', notes: 'Paid' },
      { code: 'solved', notes: 'Paid' },
    ],
  ])('what was saved provisionally %s when time is up', (_what, saved, expected) => {
    const before = ended({ ...billing, wrapupPrompt: 'timeout', wrapupTimeoutMs: 30_000 })
    const wrapup = { ...saved, provisional: true }
    const coded = become(before, 9000, { type: 'wrapup', wrapup, ...as(before, 'ana') })
    const [next] = due(coded)
    const call = next ? become(coded, next.at, next.command) : coded
    expect(of(call, 'ana').wrapup).toEqual({ ...expected, endTime: 35_000, durationSeconds: 30 })
  })

  test('a code corrected later has a later time, unless told to keep the time', () => {
    const before = ended(billing)
    const give = (call: Conversation, at: number, code: string, keepsEndTime?: boolean) =>
      become(call, at, {
        type: 'wrapup',
        wrapup: { code },
        ...(keepsEndTime !== undefined && { keepsEndTime }),
        ...as(call, 'ana'),
      })
    const coded = give(before, 9000, 'solved')
    expect(of(give(coded, 20_000, 'moved'), 'ana').wrapup).toMatchObject({
      code: 'moved',
      endTime: 20_000,
    })
    expect(of(give(coded, 20_000, 'moved', true), 'ana').wrapup).toEqual({
      code: 'moved',
      endTime: 9000,
      durationSeconds: 4,
    })
    expect(of(give(before, 9000, 'solved', true), 'ana').wrapup).toEqual(of(coded, 'ana').wrapup)
    // The after-call work itself was over with the first code.
    expect(of(give(coded, 20_000, 'moved'), 'ana').endAcwTime).toBe(9000)
  })
})

describe('skipping a wrap-up', () => {
  test.each<[QueueFacts['wrapupPrompt'], boolean]>([
    ['mandatory', false],
    ['timeout', false],
    ['forcedTimeout', false],
    ['optional', true],
    ['agentRequested', true],
  ])('%s: may be skipped %s', (wrapupPrompt, may) => {
    const call = talking({ ...billing, wrapupPrompt })
    const skip = { type: 'skipWrapup', ...as(call, 'ana') } as const
    if (!may) {
      expect(refusal(call, skip)).toBe('conversation.error.wrapup.cannot.skip')
      return
    }
    const over = become(call, 5000, skip, { type: 'callerHangsUp' })
    expect(of(over, 'ana')).toMatchObject({
      wrapupSkipped: true,
      call: { afterCallWork: { state: 'skipped' } },
    })
  })
})

describe('after-call work that an agent asks for', () => {
  const queue: QueueFacts = {
    ...billing,
    wrapupPrompt: 'agentRequested',
    wrapupTimeoutMs: 30_000,
  }
  const request = (call: Conversation, required = true) =>
    ({ type: 'requestAcw', required, ...as(call, 'ana') }) as const

  test('is not owed unless asked for', () => {
    const call = become(talking(queue), 5000, { type: 'callerHangsUp' })
    expect(of(call, 'ana').startAcwTime).toBeUndefined()
    expect(of(call, 'ana').call.afterCallWork).toEqual({ state: 'notApplicable' })
  })

  test('is owed after the call, and times out', () => {
    const before = talking(queue)
    const asked = become(before, 4000, request(before))
    expect(of(asked, 'ana').startAcwTime).toBeUndefined()
    const over = become(asked, 5000, { type: 'callerHangsUp' })
    expect(of(over, 'ana')).toMatchObject({
      startAcwTime: 5000,
      call: { afterCallWork: { state: 'pending', startTime: 5000 } },
    })
    const [next] = due(over)
    expect(next?.at).toBe(35_000)
    const call = next ? become(over, next.at, next.command) : over
    expect(of(call, 'ana')).toMatchObject({ endAcwTime: 35_000, wrapup: { code: timedOutCode } })
  })

  test('can be thought better of, before the call is over or after', () => {
    const before = talking(queue)
    const not = become(before, 4000, request(before), request(before, false), {
      type: 'callerHangsUp',
    })
    expect(of(not, 'ana').startAcwTime).toBeUndefined()
    const skip = { type: 'skipWrapup', ...as(before, 'ana') } as const
    const early = become(before, 4000, request(before), skip, { type: 'callerHangsUp' })
    expect(of(early, 'ana').startAcwTime).toBeUndefined()
    const asked = become(before, 4000, request(before), { type: 'callerHangsUp' })
    const skipped = become(asked, 6000, { type: 'skipWrapup', ...as(asked, 'ana') })
    expect(of(skipped, 'ana')).toMatchObject({
      endAcwTime: 6000,
      call: { afterCallWork: { state: 'skipped', endTime: 6000 } },
    })
  })

  test.each([
    ['while it rings', () => ringing()],
    ['after the call', () => become(talking(queue), 5000, { type: 'callerHangsUp' })],
    ['where the queue asks by itself', () => talking()],
    ['where the queue never asks', () => talking({ ...billing, wrapupPrompt: 'optional' })],
  ])('cannot be asked for %s', (_when, make) => {
    const call = make()
    expect(refusal(call, request(call))).toBe('bad.request')
  })
})
