import { describe, expect, test } from 'vitest'
import { average, checked, figuresFromWire, iso, questionFor, today } from '~/day/figures'

const part = (metrics: object[], mediaType?: string) => ({
  group: mediaType ? { mediaType } : {},
  data: [{ interval: 'any', metrics }],
})

describe('what is counted of a day', () => {
  test('is what is told: sums and counts, and nothing of what is not', () => {
    const told = part(
      [
        { metric: 'tHandle', stats: { count: 2, sum: 300_000 } },
        { metric: 'tHeld', stats: { count: 3, sum: 45_000 } },
        { metric: 'nTransferred', stats: { count: 1 } },
      ],
      'voice',
    )
    expect(figuresFromWire({ results: [told] })).toEqual({
      ...{ handled: 2, handle: 300_000, holds: 3, held: 45_000, transfers: 1 },
    })
  })

  test('adds up several groups, of calls alone', () => {
    const one = [{ metric: 'tHandle', stats: { count: 1, sum: 10 } }]
    const results = [part(one, 'voice'), part(one), part(one, 'email')]
    expect(figuresFromWire({ results })).toEqual({ handled: 2, handle: 20 })
  })

  test.each([
    [{}],
    [{ results: [] }],
    [{ results: [null] }],
    [{ results: [part([{ metric: 'tHandle', stats: { count: '2', sum: -1 } }])] }],
  ])('is nothing when the answer is %j', (answer) => {
    expect(figuresFromWire(answer as never)).toEqual({})
  })

  test('that was kept is numbers, or nothing', () => {
    expect(checked({ handled: 2, handle: 'x', other: 1 })).toEqual({ handled: 2 })
    expect(checked(undefined)).toEqual({})
  })

  test.each([
    [300, 2, 150],
    [300, 0, undefined],
    [undefined, 2, undefined],
    [300, undefined, undefined],
  ])('on average %s of %s is %s', (sum, count, mean) => {
    expect(average(sum, count)).toBe(mean)
  })
})

test('a day begins at the agent’s own midnight, and is told with the offset of their clock', () => {
  const now = new Date(2026, 10, 21, 14, 3, 20).getTime()
  const { day, from, to } = today(now)
  expect(day).toBe('2026-11-21')
  expect([from.getHours(), from.getMinutes()]).toEqual([0, 0])
  expect(+to - now).toBe(40_000)
  expect(iso(from)).toMatch(/^2026-11-21T00:00:00\.000[+-]\d\d:\d\d$/)
  expect(Date.parse(iso(from))).toBe(+from)
  const question = questionFor('me', today(now))
  expect(question.interval).toBe(`${iso(from)}/${iso(to)}`)
  expect(question.filter.predicates.map(({ value }) => value)).toEqual(['me', 'voice'])
})
