/** The browser that npm ships for Linux: unpacked by us, ours alone, and good where the system lacks its libraries. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { arch, tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { bundledBrowser } from '#electron/chromium/bundled-browser.ts'
import type { Browser } from '#electron/chromium/find-browser.ts'
import { ChromiumPrinter } from '#electron/chromium/print.ts'
import { processTree } from '#test/support/network.ts'
import { temporaryFolder } from '#test/support/register.ts'
import { writePage } from '#test/support/small-page.ts'

// There is one for this system and processor alone.
describe.skipIf(process.platform !== 'linux' || arch() !== 'x64')('the browser that npm ships', () => {
  let cache: string
  let both: (Browser | undefined)[]

  beforeAll(async () => {
    cache = mkdtempSync(join(tmpdir(), 'daicho-test-'))
    both = await Promise.all([bundledBrowser(cache), bundledBrowser(cache)])
  }, 120_000)
  afterAll(() => {
    rmSync(cache, { recursive: true, force: true })
  })

  const folder = () => join(cache, readdirSync(cache)[0] ?? '')

  test('is unpacked once where two ask at the same time, with nothing left beside it', () => {
    const { version } = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/package.json'), 'utf8'),
    ) as { version: string }
    expect(readdirSync(cache)).toEqual([`chromium-${version}`])
    expect(both).toEqual([both[0], both[0]])
    expect(both[0]).toMatchObject({ kind: 'bundled', executable: join(folder(), 'chromium') })
    expect(both[0]?.environment.LD_LIBRARY_PATH?.split(':')[0]).toBe(join(folder(), 'al2023', 'lib'))
    expect(existsSync(join(folder(), 'al2023', 'lib', 'libnss3.so'))).toBe(true)
    expect(both[0]?.environment.FONTCONFIG_FILE).toBe(join(folder(), 'fonts.conf'))
    expect(readFileSync(join(folder(), 'fonts.conf'), 'utf8')).toContain(
      `<dir>${join(folder(), 'shipped', 'fonts')}</dir>`,
    )
    expect(readdirSync(join(folder(), 'shipped', 'fonts', 'Open_Sans')).length).toBeGreaterThan(0)
  })

  test('belongs to this account, and nobody else may write it', () => {
    const facts = statSync(folder())
    expect([facts.uid, facts.mode & 0o022]).toEqual([process.getuid?.(), 0])
    expect(statSync(join(folder(), 'chromium')).mode & 0o777).toBe(0o700)
    const owners = readdirSync(folder(), { recursive: true, encoding: 'utf8' }).map(
      (each) => statSync(join(folder(), each)).uid,
    )
    expect(new Set(owners)).toEqual(new Set([process.getuid?.()]))
  })

  test('is not unpacked again, and not taken from a folder that others may write', async () => {
    const before = statSync(join(folder(), 'chromium')).ino
    await bundledBrowser(cache)
    expect(statSync(join(folder(), 'chromium')).ino).toBe(before)

    // Somebody put a file of that name there.
    const kept = `${folder()}.kept`
    const place = folder()
    renameSync(place, kept)
    mkdirSync(place)
    for (const name of ['chromium', 'fonts.conf']) writeFileSync(join(place, name), '#!/bin/sh\nexit 0\n')
    chmodSync(place, 0o777)
    await bundledBrowser(cache)
    expect(statSync(join(place, 'chromium')).size).toBeGreaterThan(1_000_000)
    expect(statSync(place).mode & 0o022).toBe(0)
    rmSync(kept, { recursive: true })
  }, 60_000)

  test('prints, with its own libraries loaded in every process', async () => {
    const assets = temporaryFolder()
    writePage(assets, {
      name: 'print',
      body: '<h1>台帳</h1>',
      script: `document.documentElement.dataset.packReady = 'true'`,
    })
    const [browser] = both
    if (browser === undefined) throw new Error('npm brought none')
    const before = new Set(processTree(process.pid))
    const printer = await ChromiumPrinter.start({ assets, browser })
    onTestFinished(() => printer.close())
    const printed = await printer.print({ kind: 'pack', model: null, language: 'ja', title: '台帳' })
    expect((await PDFDocument.load(printed)).getPageCount()).toBe(1)
    const libraries = processTree(process.pid)
      .filter((process) => !before.has(process))
      .flatMap((process) => loaded(process, /lib(?:nss3|nspr4|nssutil3|plc4|plds4)\.so/))
    expect(libraries.length).toBeGreaterThan(0)
    expect(libraries.filter((library) => !library.startsWith(join(folder(), 'al2023', 'lib')))).toEqual([])
    expect(libraries).toContain(join(folder(), 'al2023', 'lib', 'libnss3.so'))
  })
})

/** Files of a kind that a process has mapped; none where it has ended meanwhile. */
function loaded(process: number, name: RegExp): string[] {
  try {
    const maps = readFileSync(`/proc/${String(process)}/maps`, 'utf8')
    return [...new Set(maps.split('\n').map((line) => line.split(/\s+/)[5] ?? ''))].filter((file) => name.test(file))
  } catch {
    return []
  }
}
