/** How many tests one runner says it ran. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** The parts of vitest's JSON report that are read here. */
export interface VitestReport {
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** The parts of Playwright's JSON report that are read here. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

export function addCounts(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** A file that could not even be loaded has no tests to count, so it counts as one failed. */
export function countVitest({ testResults }: VitestReport): Counts {
  return addCounts(
    testResults.map(({ status, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed').length
      const passed = assertionResults.filter((test) => test.status === 'passed').length
      return {
        passed,
        failed: status === 'failed' ? Math.max(1, failed) : failed,
        skipped: assertionResults.length - passed - failed,
      }
    }),
  )
}

/**
 * How many of some 200 tests in a browser may need a second try. Playwright prints each of them with what went wrong, for
 * somebody to find out why (more than one was a real fault); what a busy machine did to one of them stops nobody's work.
 */
const secondTries = 3

/** An error outside tests counts as one failed, and where more than a few tests needed a second try so does each of those. */
export function countPlaywright({ stats, errors }: PlaywrightReport): Counts {
  const isSteady = stats.flaky <= secondTries
  return {
    passed: stats.expected + (isSteady ? stats.flaky : 0),
    failed: stats.unexpected + (isSteady ? 0 : stats.flaky) + errors.length,
    skipped: stats.skipped,
  }
}

/**
 * What a runner's report and its exit code say together. A runner that ended badly without naming a failed test
 * (it crashed, was killed, or wrote no report) counts as one failed, so that nothing is lost in the sum.
 *
 * @param counts undefined when there is no report
 */
export function countRun(counts: Counts | undefined, exitCode: number): Counts {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 1, skipped: 0 }
  return { passed, failed: exitCode !== 0 ? Math.max(1, failed) : failed, skipped }
}

/** The last line of a run: "12 passed, 0 failed", with ", 3 skipped" only where there are some. */
export function sumLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
