import { describe, expect, test } from 'vitest'
import { addCounts, countPlaywright, countRun, countVitest, sumLine } from '#test/support/counts.ts'

const vitestFile = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
})

describe('countVitest', () => {
  test('adds up the tests of all files', () => {
    const testResults = [
      vitestFile('passed', 'passed', 'passed', 'skipped'),
      vitestFile('failed', 'passed', 'failed', 'failed', 'todo', 'pending'),
    ]
    expect(countVitest({ testResults })).toEqual({ passed: 3, failed: 2, skipped: 3 })
  })

  test('counts a file that could not be loaded as one failed', () => {
    const testResults = [vitestFile('passed', 'passed'), vitestFile('failed')]
    expect(countVitest({ testResults })).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })
})

describe('countPlaywright', () => {
  test('counts an error outside tests as failed, and the few that passed at their second try as passed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 3, skipped: 2 }
    expect(countPlaywright({ stats, errors: [{ message: 'no tests found' }] })).toEqual({
      passed: 8,
      failed: 2,
      skipped: 2,
    })
  })

  test('counts all that needed a second try as failed where they are more than a few', () => {
    const stats = { expected: 5, unexpected: 0, flaky: 4, skipped: 0 }
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 4, skipped: 0 })
  })
})

describe('countRun', () => {
  test.each([
    ['all passed', { passed: 2, failed: 0, skipped: 1 }, 0, { passed: 2, failed: 0, skipped: 1 }],
    [
      'the failed tests explain the exit code',
      { passed: 2, failed: 3, skipped: 0 },
      1,
      { passed: 2, failed: 3, skipped: 0 },
    ],
    ['crashed after the tests', { passed: 2, failed: 0, skipped: 0 }, 139, { passed: 2, failed: 1, skipped: 0 }],
    ['crashed before the report', undefined, 139, { passed: 0, failed: 1, skipped: 0 }],
    ['ended well but wrote no report', undefined, 0, { passed: 0, failed: 1, skipped: 0 }],
  ])('%s', (_what, counts, exitCode, expected) => {
    expect(countRun(counts, exitCode)).toEqual(expected)
  })
})

test('addCounts of nothing is nothing', () => {
  expect(addCounts([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
})

test('sumLine names skipped tests only where there are some', () => {
  expect(sumLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  expect(sumLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped')
})
