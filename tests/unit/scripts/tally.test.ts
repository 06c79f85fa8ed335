import { describe, expect, test } from 'vitest'
import { settle, tallyJourneys, tallyUnit } from '../../../scripts/tally.mjs'

const unit = {
  numPassedTests: 7,
  numFailedTests: 1,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'failed', assertionResults: [{}, {}] }],
}
const stats = { expected: 5, unexpected: 2, flaky: 0, skipped: 0 }

describe('adding up', () => {
  test('unit tests count as reported', () => {
    expect(tallyUnit(unit)).toEqual({ passed: 7, failed: 1, skipped: 0 })
  })

  test('skipped and planned unit tests count as failed', () => {
    const report = { ...unit, numPendingTests: 2, numTodoTests: 1 }
    expect(tallyUnit(report)).toEqual({ passed: 7, failed: 4, skipped: 3 })
  })

  test('a test file that could not be loaded counts as failed', () => {
    const broken = { status: 'failed', assertionResults: [] }
    const report = { ...unit, testResults: [...unit.testResults, broken] }
    expect(tallyUnit(report).failed).toBe(2)
  })

  test('journeys count as reported, an error outside them as failed', () => {
    expect(tallyJourneys({ stats, errors: [] })).toEqual({ passed: 5, failed: 2, skipped: 0 })
    expect(tallyJourneys({ stats, errors: [{}] }).failed).toBe(3)
  })

  test('skipped and flaky journeys count as failed', () => {
    const shaky = { ...stats, flaky: 1, skipped: 3 }
    expect(tallyJourneys({ stats: shaky, errors: [] })).toEqual({
      passed: 5,
      failed: 6,
      skipped: 3,
    })
  })
})

describe('settling', () => {
  const good = { passed: 7, failed: 0, skipped: 0 }

  test('a suite that ran well stands', () => {
    expect(settle(good, true)).toEqual(good)
  })

  test('a suite without a test has failed', () => {
    expect(settle({ ...good, passed: 0 }, true).failed).toBe(1)
  })

  test('a runner that ends badly without a failed test has failed', () => {
    expect(settle(good, false).failed).toBe(1)
  })

  test('failures that were counted are not counted again', () => {
    expect(settle({ ...good, failed: 2 }, false).failed).toBe(2)
  })
})
