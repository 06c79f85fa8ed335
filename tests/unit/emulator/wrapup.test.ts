import { describe, expect, test } from 'vitest'
import type { QueueFacts } from '../../emulator/conversation/call'
import { due } from '../../emulator/conversation/facts'
import { as, become, billing, of, talking } from './line'

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

  test('an optional one is not owed', () => {
    const call = ended({ ...billing, wrapupPrompt: 'optional' })
    expect(of(call, 'ana').startAcwTime).toBeUndefined()
    expect(of(call, 'ana').call.afterCallWork).toEqual({ state: 'notApplicable' })
  })
})
