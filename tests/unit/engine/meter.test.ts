import { describe, expect, test } from 'vitest'
import { createMeter, outcomeOf } from '~/engine/meter'
import { addLatency, makeLatencies, percentile } from '~/engine/meterlatency'
import { createManualClock } from '../../manual-clock'
import { down, limited, refused, sent, unauthorized } from './sent'

const minute = 60_000

function openMeter() {
  const clock = createManualClock()
  const meter = createMeter(clock)
  const note = (change: Parameters<typeof sent>[0] = {}) =>
    meter.note(sent({ at: clock.now(), ...change }))
  return { clock, meter, note }
}

describe('what counts as trouble', () => {
  test.each([
    ['a value', undefined, 'ok'],
    ['a right that is missing', refused(403), 'refused'],
    ['what is no longer there', refused(404), 'refused'],
    ['what was changed meanwhile', refused(409), 'refused'],
    ['a request that Genesys Cloud does not understand', refused(400), 'failed'],
    ['a token that is no longer taken', unauthorized, 'failed'],
    ['too many requests', limited, 'failed'],
    ['a problem of its own', down(503), 'failed'],
    ['no answer', down(), 'failed'],
  ] as const)('%s', (_what, failure, outcome) => {
    expect(outcomeOf(failure)).toBe(outcome)
  })
})

describe('how long answers took', () => {
  test('a percentile is right to about a tenth, however many there were', () => {
    const latencies = makeLatencies()
    for (let ms = 1; ms <= 10_000; ms++) addLatency(latencies, ms)
    for (const share of [0.5, 0.95, 0.99]) {
      const found = percentile([latencies], share) ?? 0
      expect(Math.abs(found / (share * 10_000) - 1)).toBeLessThan(0.12)
    }
  })

  test('what took longer than half a minute, and less than nothing, is counted too', () => {
    const latencies = makeLatencies()
    for (const ms of [-5, 0, 1e9]) addLatency(latencies, ms)
    expect(percentile([latencies], 0.5)).toBeLessThanOrEqual(16)
    expect(percentile([latencies], 1)).toBeGreaterThan(30_000)
  })

  test('of nothing there is none', () => {
    expect(percentile([makeLatencies()], 0.5)).toBeUndefined()
  })
})

describe('what was sent', () => {
  test('counts by operation, the one used most first', () => {
    const { meter, note } = openMeter()
    note({ operation: 'getMe', took: 50 })
    note()
    note({ failure: down(500), took: 9_000 })
    note({ failure: refused(404) })
    expect(meter.operations()).toMatchObject([
      { operation: 'getConversation', sent: 3, failed: 1, refused: 1 },
      { operation: 'getMe', sent: 1, failed: 0, refused: 0 },
    ])
    // How long nothing came says nothing about answers.
    expect(meter.operations()[0]?.p99).toBeLessThan(200)
  })

  test('counts by minute for an hour', () => {
    const { clock, meter, note } = openMeter()
    note({ took: 400 })
    clock.advance(2 * minute)
    note({ failure: limited })
    const series = meter.series()
    expect(series).toHaveLength(60)
    expect(series.at(-1)).toMatchObject({ sent: 1, failed: 1, p95: undefined })
    expect(series.at(-2)).toMatchObject({ sent: 0, failed: 0 })
    expect(series.at(-3)).toMatchObject({ sent: 1, failed: 0 })
    expect(series.at(-1)?.at).toBe(Math.floor(clock.now() / minute) * minute)
    expect(meter.over(5)).toMatchObject({ sent: 2, failed: 1 })
    expect(meter.over(55, 1)).toMatchObject({ sent: 1, failed: 0 })
    clock.advance(60 * minute)
    expect(meter.over(60)).toMatchObject({ sent: 0 })
  })

  test('what never went out is counted apart, and an answer of nothing', () => {
    const { clock, meter, note } = openMeter()
    const one = { operation: 'getMe', lane: 'screen', at: clock.now(), waited: 30_000 } as const
    note({ operation: 'getMe' })
    meter.noteUnsent({ ...one, failure: limited })
    meter.noteUnsent({ ...one, failure: down() })
    const counted = { sent: 1, failed: 0, unsent: 2 }
    expect(meter.operations()).toMatchObject([{ operation: 'getMe', ...counted }])
    expect(meter.operations()[0]?.p50).toBeGreaterThan(16)
    expect(meter.over(5)).toMatchObject(counted)
    expect(meter.series().at(-1)).toMatchObject(counted)
    // One that was not sent was not asked to slow down.
    expect(meter.day()).toMatchObject({ ...counted, limited: 0 })
    const path = { method: 'GET', path: '/api/v2/users/me' }
    expect(meter.errors()).toEqual([
      {
        ...path,
        operation: 'getMe',
        kind: 'unreachable',
        attempt: 0,
        at: clock.now(),
        cause: 'network',
      },
      { ...path, operation: 'getMe', kind: 'rate-limited', attempt: 0, at: clock.now() },
    ])
  })

  test('the day begins anew at midnight', () => {
    const { clock, meter, note } = openMeter()
    note({ failure: limited })
    expect(meter.day()).toMatchObject({ sent: 1, failed: 1, limited: 1 })
    clock.advance(24 * 60 * minute)
    expect(meter.day()).toMatchObject({ sent: 0, failed: 0, limited: 0, since: clock.now() })
  })

  test('after a shift of eight hours it holds as much as after one', () => {
    const { clock, meter, note } = openMeter()
    const size = () => JSON.stringify([meter.series(), meter.errors(), meter.operations()]).length
    const work = (minutes: number) => {
      for (let done = 0; done < minutes * 20; done++) {
        note({ took: done % 900, failure: done % 3 ? undefined : down(500) } as object)
        clock.advance(3_000)
      }
    }
    work(60)
    const after = size()
    work(7 * 60)
    expect(meter.day().sent).toBeGreaterThan(0)
    expect(meter.errors()).toHaveLength(50)
    expect(size()).toBeLessThan(after + 100)
  })

  test('nothing of one person is left for the next', () => {
    const { meter, note } = openMeter()
    note({ failure: down(500) })
    meter.clear()
    expect([meter.errors(), meter.operations()]).toEqual([[], []])
    expect(meter.day().sent + meter.over(60).sent).toBe(0)
  })
})

describe('an error that is kept', () => {
  test('tells the operation with the path of the table, the status, the code and the reference', () => {
    const { clock, meter, note } = openMeter()
    const failure = refused(409, 'conversation.error.hold.alerting')
    note({ failure, correlationId: '5a9b-c1', attempt: 2 })
    expect(meter.errors()).toEqual([
      {
        ...{ at: clock.now(), operation: 'getConversation', method: 'GET', kind: 'refused' },
        path: '/api/v2/conversations/{conversationId}',
        ...{ attempt: 2, status: 409, code: 'conversation.error.hold.alerting' },
        correlationId: '5a9b-c1',
      },
    ])
  })

  test('tells nothing that a person or a customer could be known by', () => {
    const { meter, note } = openMeter()
    note({ failure: refused(400, 'Ada Quill +49 30 1234', 'Ada Quill called.') })
    note({ failure: refused(400, 'user.3f1c2a5e-7d10-4e1b') })
    note({ failure: down(500), correlationId: 'Ada Quill <ada@quill.example>' })
    expect(meter.errors().map(({ code }) => code)).toEqual([undefined, 'other', 'other'])
    expect(JSON.stringify(meter.errors())).not.toMatch(/ada|quill|1234|3f1c/i)
  })

  test('says with which attempt it was given up, and only when there were several', () => {
    const { meter, note } = openMeter()
    note({ failure: down(503), attempt: 1, gaveUp: false })
    note({ failure: down(503), attempt: 3, gaveUp: true })
    note({ failure: refused(404), attempt: 1, gaveUp: true })
    expect(meter.errors().map(({ gaveUp }) => gaveUp)).toEqual([undefined, true, undefined])
  })

  test('what nobody waited for any more is no error, and no answer', () => {
    const { meter, note } = openMeter()
    note({ failure: { kind: 'expired', outcome: 'refused', operation: 'getMe' } })
    expect([meter.errors(), meter.operations()]).toEqual([[], []])
  })

  test('a request that was refused for its token is a 401', () => {
    const { meter, note } = openMeter()
    note({ failure: unauthorized })
    expect(meter.errors()).toMatchObject([{ kind: 'signed-out', status: 401 }])
  })
})
