// For the tests, which are TypeScript; the shapes are explained in tally.mjs.
export type Tally = { passed: number; failed: number; skipped: number }
export function tallyUnit(report: {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}): Tally
export function tallyJourneys(report: {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}): Tally
export function settle(tally: Tally, succeeded: boolean): Tally
