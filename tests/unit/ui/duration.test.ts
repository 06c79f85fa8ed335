import { describe, expect, test } from 'vitest'
import { duration } from '~/ui/duration'

describe('a duration, as agents read it', () => {
  test.each([
    [0, '0:00'],
    [999, '0:00'],
    [1_000, '0:01'],
    [7_999, '0:07'],
    [60_000, '1:00'],
    [724_000, '12:04'],
    [3_599_999, '59:59'],
    [3_600_000, '1:00:00'],
    [3_729_000, '1:02:09'],
    [90_000_000, '25:00:00'],
    [-5_000, '0:00'],
  ])('%i ms is %s', (ms, text) => {
    expect(duration(ms)).toBe(text)
  })
})
