// Adds up what the test runners report. A skipped test counts as failed: none may be skipped.

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally `failed` includes the skipped */

/**
 * Vitest's JSON report.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number,
 *   numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Tally}
 */
export function tallyUnit(report) {
  const skipped = report.numPendingTests + report.numTodoTests
  // a file that could not even be loaded has no tests in the report, and fails all the same
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken + skipped,
    skipped,
  }
}

/**
 * Playwright's JSON report.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors: unknown[] }} report
 * @returns {Tally}
 */
export function tallyJourneys({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
    skipped: stats.skipped,
  }
}

/**
 * Makes sure that a suite that went wrong, or ran nothing, counts at least one failure.
 * @param {Tally} tally
 * @param {boolean} succeeded what the runner's exit code said
 * @returns {Tally}
 */
export function settle(tally, succeeded) {
  const good = succeeded && tally.passed > 0
  return good || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}
