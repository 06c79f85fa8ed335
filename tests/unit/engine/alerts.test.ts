import { describe, expect, test } from 'vitest'
import { nothingYet, type Sample, type Watch, watched } from '~/engine/alerts'
import type { AlertKind, AlertLevel } from '~/protocol/health'

const every = 15_000
const start = 1_800_000_000_000

const calm: Sample = {
  ...{ at: start, used: 0.1, left: 54, allowance: 60 },
  recent: { sent: 40, refused: 0, failed: 0, unsent: 0, p50: 80, p95: 200, p99: 300 },
  before: { sent: 400, refused: 0, failed: 0, unsent: 0, p50: 80, p95: 200, p99: 300 },
  ...{ unauthorized: 0, unavailable: 0, limited: 0, renewalFailed: false },
}

/** One sample after another, 15 s apart. */
function watch(samples: readonly Partial<Sample>[], from: Watch = nothingYet, at = start): Watch {
  return samples.reduce<Watch>(
    (before, sample, index) => watched(before, { ...calm, ...sample, at: at + index * every }),
    from,
  )
}

const times = (count: number, sample: Partial<Sample>) =>
  Array.from({ length: count }, () => sample)
const stands = ({ alerts }: Watch) =>
  alerts.filter(({ to }) => to === undefined).map(({ kind }) => kind)

const recent = (change: Partial<Sample['recent']>) => ({ recent: { ...calm.recent, ...change } })

/** What begins it, what neither begins nor ends it, and what ends it. */
const rules: readonly [
  kind: AlertKind,
  level: AlertLevel,
  begins: readonly Partial<Sample>[],
  between: Partial<Sample>,
  ends: Partial<Sample>,
][] = [
  ['limited-long', 'critical', times(21, { limited: 1 }), { limited: 1 }, { limited: 0 }],
  ['unauthorized', 'critical', [{ unauthorized: 5 }], { unauthorized: 2 }, { unauthorized: 1 }],
  ['unavailable', 'critical', [{ unavailable: 2 }], { unavailable: 1 }, { unavailable: 0 }],
  ['failing', 'critical', [recent({ failed: 5 })], recent({ failed: 3 }), recent({ failed: 1 })],
  [
    ...(['very-slow', 'critical', [recent({ p99: 5_100 })], recent({ p99: 4_000 })] as const),
    recent({ p99: 3_000 }),
  ],
  ['limited', 'warning', [{ limited: 1 }], { limited: 1 }, { limited: 0 }],
  ['nearly-full', 'warning', [{ left: 11 }], { left: 14 }, { left: 20 }],
  ['busy', 'warning', times(10, { used: 0.85 }), { used: 0.75 }, { used: 0 }],
  [
    ...(['renewal-failed', 'warning', [{ renewalFailed: true }], { renewalFailed: true }] as const),
    { renewalFailed: false },
  ],
  [
    ...(['some-failing', 'warning', [recent({ failed: 3 })], recent({ failed: 2 })] as const),
    recent({ failed: 0 }),
  ],
  ['slow', 'warning', [recent({ p95: 1_600 })], recent({ p95: 1_200 }), recent({ p95: 900 })],
  [
    ...(['renewed', 'informational', [{ renewedAt: start }], { renewedAt: start }] as const),
    { renewedAt: start - 3_600_000 },
  ],
  [
    ...(['use-rising', 'informational', [recent({ sent: 80 })], recent({ sent: 60 })] as const),
    recent({ sent: 40 }),
  ],
]

describe.each(rules)('%s', (kind, level, begins, between, ends) => {
  test('begins, stays while it is not clearly over, and ends', () => {
    expect(stands(watch([calm]))).not.toContain(kind)
    const begun = watch(begins)
    expect(stands(begun)).toContain(kind)
    const at = start + begins.length * every
    const one = begun.alerts.find((alert) => alert.kind === kind)
    expect(one).toMatchObject({ level, from: at - every })

    const stayed = watch([between], begun, at)
    expect(stands(stayed)).toContain(kind)
    expect(stayed.alerts.find((alert) => alert.kind === kind)).toEqual(one)

    // Over the samples that an average takes.
    const over = watch(times(10, ends), stayed, at + every)
    expect(stands(over)).not.toContain(kind)
    const ended = over.alerts.find((alert) => alert.kind === kind)
    expect(ended).toMatchObject({ kind, from: at - every, to: expect.any(Number) })
  })
})

describe('what does not begin it', () => {
  test.each<[string, AlertKind, readonly Partial<Sample>[]]>([
    ['one failure of two requests', 'failing', [recent({ sent: 2, failed: 1 })]],
    ['one read that failed four times', 'failing', [recent({ sent: 12, failed: 4 })]],
    ['two failures of ten', 'some-failing', [recent({ sent: 10, failed: 2 })]],
    ['plain refusals', 'failing', [recent({ refused: 40 })]],
    ['one slow answer of five', 'very-slow', [recent({ sent: 5, p99: 20_000 })]],
    ['one slow answer of five', 'slow', [recent({ sent: 5, p95: 20_000 })]],
    [
      'answers that are slow as ever',
      'slow',
      [{ ...recent({ p95: 1_600 }), before: { ...calm.before, p95: 1_500 } }],
    ],
    ['one 401', 'unauthorized', [{ unauthorized: 1 }]],
    ['one 503', 'unavailable', [{ unavailable: 1 }]],
    ['four minutes of 429', 'limited-long', times(16, { limited: 1 })],
    ['nine busy samples', 'busy', times(9, { used: 1 })],
    ['an allowance of ten that is not used', 'nearly-full', [{ allowance: 10, left: 10, used: 0 }]],
  ])('%s: %s', (_what, kind, samples) => {
    expect(stands(watch(samples))).not.toContain(kind)
  })
})

test.each([
  [60, 11, 18],
  [300, 59, 90],
  [30, 9, 15],
  [12, 9, 12],
  [6, 5, 6],
])('of %i a minute %i left are few, and %i are not any more', (allowance, few, enough) => {
  const warned = watch([{ allowance, left: few }])
  expect(stands(warned)).toContain('nearly-full')
  const between = watch([{ allowance, left: few + 1 }], nothingYet)
  expect(stands(between)).not.toContain('nearly-full')
  const over = watch([{ allowance, left: enough }], warned, start + every)
  expect(stands(over)).not.toContain('nearly-full')
})

test('what was never sent counts as failed, as often as it was asked for', () => {
  expect(stands(watch([recent({ sent: 0, unsent: 10 })]))).toContain('failing')
  expect(stands(watch([recent({ sent: 40, unsent: 3 })]))).toEqual(['some-failing'])
  expect(stands(watch([recent({ sent: 40, failed: 1, unsent: 1 })]))).toEqual([])
})

test('failures that rise begin a warning before they are one in twenty', () => {
  const before = { ...calm.before, failed: 4 }
  const rising = { ...recent({ sent: 80, failed: 3 }), before }
  expect(stands(watch([rising]))).toContain('some-failing')
  const usual = { ...rising, before: { ...before, failed: 16 } }
  expect(stands(watch([usual]))).not.toContain('some-failing')
})

test('the warning gives way to the critical one', () => {
  const warned = watch([recent({ failed: 3 })])
  expect(stands(warned)).toEqual(['some-failing'])
  expect(stands(watch([recent({ failed: 20 })], warned, start + every))).toEqual(['failing'])
})

test('what goes up and down around a bound is one alert, not many', () => {
  const samples = Array.from({ length: 40 }, (_, index) => ({ left: index % 2 ? 9 : 13 }))
  const { alerts } = watch(samples)
  expect(alerts.filter(({ kind }) => kind === 'nearly-full')).toHaveLength(1)
})

test('no more than fifty that are over are kept, and those that stand come first', () => {
  const samples = Array.from({ length: 200 }, (_, index) => ({ limited: index % 2 }))
  const { alerts } = watch(samples)
  expect(alerts).toHaveLength(51)
  expect(alerts[0]?.to).toBeUndefined()
  const froms = alerts.slice(1).map(({ from }) => from)
  expect(froms).toEqual([...froms].sort((one, other) => other - one))
})
