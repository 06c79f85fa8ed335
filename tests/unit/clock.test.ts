import { describe, expect, test } from 'vitest'
import { inTime } from '~/clock'
import { createManualClock } from '../manual-clock'
import { deferred } from './fake-ask'
import { settled } from './settled'

describe('what may take only so long', () => {
  test('is its answer, or the other one when it is late; the timer is gone either way', async () => {
    const clock = createManualClock()
    const [soon, never] = [deferred<string>(), deferred<string>()]
    const both = [
      inTime(clock, 1_000, soon.promise, 'late'),
      inTime(clock, 1_000, never.promise, 'late'),
    ]
    soon.resolve('in time')
    await settled()
    expect(clock.waiting).toBe(1)
    clock.advance(1_000)
    expect(await Promise.all(both)).toEqual(['in time', 'late'])
    expect(clock.waiting).toBe(0)
  })

  test('fails when it fails in time, and no more when it is late', async () => {
    const clock = createManualClock()
    const early = deferred<string>()
    const failing = inTime(clock, 1_000, early.promise, 'late')
    early.reject(new Error('no'))
    await expect(failing).rejects.toThrow('no')
    const later = deferred<string>()
    const given = inTime(clock, 1_000, later.promise, 'late')
    clock.advance(1_000)
    later.reject(new Error('too late to matter'))
    expect(await given).toBe('late')
  })
})
