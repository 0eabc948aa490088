// `npm run check` and `npm test`: runs the stages, shows each, and ends with one line that adds up what the runners
// themselves counted. `npm test -- unit` or `-- check end-to-end` runs only the stages named.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { availableParallelism, freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildParts, ensureBuilt } from '#electron/build.ts'
import { findLockfileProblems } from '#test/checks/lockfile.ts'
import { problemCodes } from '#shared/domain/problem.ts'
import { findBreaches } from '#test/checks/walls.ts'
import { findWordProblems } from '#test/checks/words.ts'
import { codesNotNoted } from '#test/support/brought-about.ts'
import { caches } from '#test/support/caches.ts'
import {
  addCounts,
  countPlaywright,
  countRun,
  countVitest,
  sumLine,
  type Counts,
  type PlaywrightReport,
  type VitestReport,
} from '#test/support/counts.ts'

const root = join(import.meta.dirname, '..')
const inPackage = (path: string) => join(root, 'node_modules', path)

/** Colours for a person at a terminal, also through a pipe of ours; none in a file, whatever CI=true makes a tool think. */
const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined }

/** Runs a script of a package with this same Node; nothing may wait for a key, so there is no standard input. */
function runScript(script: string, options: string[], output: 'shown' | 'kept', environment: NodeJS.ProcessEnv = {}) {
  return new Promise<{ exitCode: number; output: string }>((resolve) => {
    const kept: Buffer[] = []
    const child = spawn(process.execPath, [inPackage(script), ...options], {
      cwd: root,
      env: { ...process.env, ...caches, ...colours, ...environment },
      stdio: ['ignore', output === 'shown' ? 'inherit' : 'pipe', output === 'shown' ? 'inherit' : 'pipe'],
    })
    child.stdout?.on('data', (part: Buffer) => kept.push(part))
    child.stderr?.on('data', (part: Buffer) => kept.push(part))
    const end = (exitCode: number, note = '') => {
      resolve({ exitCode, output: Buffer.concat(kept).toString() + note })
    }
    child.on('error', (error) => {
      end(1, `${error.message}\n`)
    })
    child.on('close', (code, signal) => {
      end(code ?? 1, signal === null ? '' : `ended by ${signal}\n`)
    })
  })
}

interface Check {
  name: string
  /** what a person must read when it fails; empty when it passed */
  problems: () => Promise<string>
}

const tool = (name: string, script: string, options: string[]): Check => ({
  name,
  problems: async () => {
    const { exitCode, output } = await runScript(script, options, 'kept')
    return exitCode === 0 ? '' : `${output.trimEnd()}\n(exit code ${exitCode})`
  },
})

const checks: Check[] = [
  tool('rules (eslint)', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  tool('types (tsc)', 'typescript/bin/tsc', ['--noEmit']),
  tool('layout (prettier)', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  {
    name: 'walls (dependency-cruiser)',
    problems: async () =>
      (await findBreaches(root))
        .map(({ rule, from, to, through, allowed }) => {
          const others = through.filter((file) => file !== from && file !== to)
          return `${from} → ${others.map((file) => `${file} → `).join('')}${to}\n    ${rule}: ${allowed}`
        })
        .join('\n'),
  },
  { name: 'lockfile', problems: async () => findLockfileProblems(root).join('\n') },
  { name: 'words', problems: async () => findWordProblems(root).join('\n') },
]

/**
 * Where the tests write: into memory where there is much of it, since they wait for a disk as long as they compute. In a
 * folder of their own, so that nothing is left of what they were stopped at.
 */
function makeTestFolder(): string {
  const memory = '/dev/shm'
  const isRoomy = () => {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > 4e9 && freemem() > 8e9
  }
  const place = process.platform === 'linux' && existsSync(memory) && isRoomy() ? memory : tmpdir()
  // A short name: a browser makes a socket far below it, whose path may have no more than 107 bytes.
  return mkdtempSync(join(place, 'd'))
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}

/** Runs all checks, as many at a time as there are processors; each prints at its end, so that none is torn apart. */
async function runChecks(): Promise<Counts[]> {
  const results: Counts[] = []
  const waiting = [...checks]
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const start = performance.now()
      const problems = await check.problems().catch((error: unknown) => String((error as Error).stack ?? error))
      const passed = problems === ''
      console.log(`${passed ? '✓' : '✗'} ${check.name} ${seconds(start)}`)
      if (!passed) console.log(problems.replaceAll(/^/gm, '    '))
      results.push({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 })
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), checks.length) }, work))
  return results
}

/** Runs a test runner live and reads its own counts from the report it leaves in a file. */
async function runReporting(
  count: (report: string) => Counts,
  run: (reportFile: string) => Promise<{ exitCode: number }>,
): Promise<Counts[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daicho-test-'))
  const file = join(folder, 'report.json')
  try {
    const { exitCode } = await run(file)
    const counts = existsSync(file) ? count(readFileSync(file, 'utf8')) : undefined
    if (counts === undefined) console.log(`the runner left no counts (exit code ${exitCode})`)
    return [countRun(counts, exitCode)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each code of the closed list was refused with by the program while its tests ran; counts as one test of its own. */
function codesBroughtAbout(folder: string): Counts {
  const missing = codesNotNoted(folder)
  console.log(
    `${missing.length === 0 ? '✓' : '✗'} ${String(problemCodes.length - missing.length)} of ${String(problemCodes.length)} codes of refusal were brought about`,
  )
  if (missing.length > 0) console.log(`    never: ${missing.join(', ')}`)
  return { passed: missing.length === 0 ? 1 : 0, failed: missing.length === 0 ? 0 : 1, skipped: 0 }
}

const stages = {
  check: runChecks,
  unit: async () => {
    const codes = mkdtempSync(join(tmpdir(), 'daicho-codes-'))
    try {
      const counts = await runReporting(
        (report) => countVitest(JSON.parse(report) as VitestReport),
        async (file) => {
          // Otherwise several files that need them would build the same parts at the same time.
          await ensureBuilt({ what: buildParts, report: process.stdout })
          return runScript(
            'vitest/vitest.mjs',
            ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
            'shown',
            { DAICHO_CODES: codes },
          )
        },
      )
      return [...counts, codesBroughtAbout(codes)]
    } finally {
      rmSync(codes, { recursive: true, force: true })
    }
  },
  'end-to-end': () =>
    runReporting(
      (report) => countPlaywright(JSON.parse(report) as PlaywrightReport),
      (file) =>
        runScript('@playwright/test/cli.js', ['test', '--reporter=list,json'], 'shown', {
          PLAYWRIGHT_JSON_OUTPUT_FILE: file,
          // Its workers set FORCE_COLOR themselves, and Node warns in each of their processes where both are set.
          ...(process.stdout.isTTY ? {} : { NO_COLOR: undefined, FORCE_COLOR: '0' }),
        }),
    ),
}
type Stage = keyof typeof stages
const isStage = (name: string): name is Stage => name in stages

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !isStage(name))
if (unknown.length > 0) {
  console.error(`There is no stage "${unknown.join(' ')}". The stages are: ${Object.keys(stages).join(', ')}.`)
  process.exit(2)
}

const testFolder = makeTestFolder()
process.env.TMPDIR = testFolder
process.once('exit', () => rmSync(testFolder, { recursive: true, force: true, maxRetries: 5 }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const results: Counts[] = []
for (const stage of (Object.keys(stages) as Stage[]).filter((name) => asked.length === 0 || asked.includes(name))) {
  const start = performance.now()
  console.log(`\n── ${stage} ──`)
  const counts = addCounts(await stages[stage]())
  console.log(`${stage}: ${sumLine(counts)} (${seconds(start)})`)
  results.push(counts)
}
const sum = addCounts(results)
console.log(`\n${sumLine(sum)}`)
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0
