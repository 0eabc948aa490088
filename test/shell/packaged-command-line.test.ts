/** `Daicho --cli …`: the built main process as the packaged application starts it, with stand-ins in Electron's place. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { temporaryFolder } from '#test/support/register.ts'

const standIn = join(import.meta.dirname, '../support/electron-stand-in.ts')

interface Ended {
  readonly exitCode: number | null
  readonly output: string
  readonly errors: string
  /** What was asked of Electron. */
  readonly asked: readonly string[]
}

function daicho(folder: string, ...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', standIn, join(builtFolder('main'), 'index.js'), ...words], {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C', DAICHO_PROFILE: join(folder, 'profile'), DAICHO_FAKE_ELECTRON: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let errors = ''
    child.stdout.on('data', (piece) => (output += String(piece)))
    child.stderr.on('data', (piece) => (errors += String(piece)))
    child.on('close', (exitCode) => {
      const lines = errors.trimEnd().split('\n')
      resolve({
        exitCode,
        output,
        errors: lines.slice(0, -1).join('\n'),
        asked: JSON.parse(lines.at(-1) ?? '[]') as string[],
      })
    })
  })
}

beforeAll(() => ensureBuilt({ what: ['main'], report: process.stderr }), 180_000)

describe('the command line of the packaged application', () => {
  test('makes, verifies and reads a register of the folder it is called in, without a window or a display', async () => {
    const folder = temporaryFolder()
    const made = await daicho(folder, '--cli', 'new', 'own.daicho', '--language', 'en')
    expect([made.exitCode, made.errors]).toEqual([0, ''])
    const verified = await daicho(folder, '--cli', 'verify', 'own.daicho', '--json')
    expect([
      verified.exitCode,
      verified.errors,
      (JSON.parse(verified.output) as { findings: unknown[] }).findings,
    ]).toEqual([0, '', []])
    for (const { asked } of [made, verified])
      expect(asked).toEqual([
        expect.stringContaining('path userData'),
        expect.stringContaining('switch host-resolver-rules'),
        'switch disable-background-networking=',
        'scheme',
        'exit 0',
      ])
  }, 60_000)

  test('refuses with 2 and a sentence, and tells findings with 1', async () => {
    const folder = temporaryFolder()
    const refused = await daicho(folder, '--cli', 'verify', 'gone.daicho')
    expect([refused.exitCode, refused.output]).toEqual([2, ''])
    expect(refused.errors).toContain('gone.daicho')
    writeFileSync(join(folder, 'letter.csv'), '名称\n')
    const unknown = await daicho(folder, '--cli', 'nonsense')
    expect(unknown.exitCode).toBe(2)
    expect(unknown.errors).toContain('daicho --help')
  }, 60_000)

  test('takes all words after --cli, and options of Electron before it', async () => {
    const { exitCode, output } = await daicho(
      temporaryFolder(),
      '--no-sandbox',
      '--ozone-platform=headless',
      '--cli',
      '--help',
    )
    expect(exitCode).toBe(0)
    expect(output).toContain('verify FILE')
  }, 60_000)
})
