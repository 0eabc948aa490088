// `npm run package:try`: starts the packed program of this system, opens the sample in its window, prints a pack with its
// command line, and compares that pack with the one that the other shell, an installed browser, prints of the same register.
//
// The window is spoken to as a browser is: the fuse that would let Playwright attach to Electron's own Node is off.
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { translate } from '#shared/locales/translate.ts'
import { packDifferences } from './compare-packs.ts'
import { packagedProgram } from './packaged-program.ts'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)
const { program, commandLine } = packagedProgram(join(root, 'release'), process.platform, process.arch)
const work = mkdtempSync(join(tmpdir(), 'daicho-packaged-'))
const environment = { ...process.env, DAICHO_PROFILE: join(work, 'profile') }
const patience = 120_000

async function openSampleInWindow(): Promise<void> {
  const child = spawn(program, ['--remote-debugging-port=0'], {
    env: environment,
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child.stderr))
    const [context] = browser.contexts()
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page', { timeout: patience }))
    if (page === undefined) throw new Error('the program shows no window')
    // Whichever language the system has.
    const either = (key: string) => new RegExp(`^(${translate('ja')(key)}|${translate('en')(key)})$`)
    await page.getByRole('button', { name: either('action.openSample') }).click({ timeout: patience })
    await page.getByRole('heading', { level: 1, name: either('overview.title') }).waitFor({ timeout: patience })
    await browser.close()
  } finally {
    child.kill()
    await ended
  }
}

async function debuggingAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address !== undefined) return address
    console.error(line)
  }
  throw new Error('the program ended before it showed a window')
}

/** The command line as the project runs it, which prints with an installed browser. */
const ours = [process.execPath, join(root, 'electron/cli/index.ts')] as const

/** Runs a command of the packed program, or of ours; gives its answer. */
async function command(starter: readonly [string, ...string[]], ...options: string[]): Promise<unknown> {
  const [executable, ...before] = starter
  const { stdout } = await run(executable, [...before, ...options, '--json'], {
    env: environment,
    shell: executable.endsWith('.cmd'),
  })
  return JSON.parse(stdout)
}

/** Prints a locked pack into a folder of its own and reads the PDF. */
async function print(starter: readonly [string, ...string[]], file: string, code: string, out: string) {
  await command(starter, 'pack', file, '--out', out, '--pack', code, '--language', 'ja')
  const pdf = readdirSync(out, { recursive: true, encoding: 'utf8' }).find((each) => each.endsWith('.pdf'))
  if (pdf === undefined) throw new Error(`no PDF in ${out}`)
  return readFileSync(join(out, pdf))
}

try {
  await openSampleInWindow()
  console.log('The window opened the sample.')
  const file = join(work, 'sample.daicho')
  await command([commandLine], 'new', file, '--sample')
  const today = new Date().toISOString().slice(0, 10)
  const { pack } = (await command([commandLine], 'lock', file, '--as-of', today)) as { readonly pack: string }
  const packaged = await print([commandLine], file, pack, join(work, 'packaged'))
  const other = await print(ours, file, pack, join(work, 'other'))
  const differences = await packDifferences(packaged, other)
  if (differences.length > 0) throw new Error(`the two shells print different packs:\n${differences.join('\n')}`)
  console.log('Both shells print the same pack.')
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 5 })
}
