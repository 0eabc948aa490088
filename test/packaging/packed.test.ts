/**
 * What a person installs: packed for three systems around stub files of Electron (its binaries cannot be had everywhere), and
 * read from the real app.asar. Nothing here starts Electron; the command line of the packed files runs under Node.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { extractAll, extractFile, getRawHeader, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fuses } from '#electron/build/fuses.ts'
import { filesIn, packWithStubs, type PackedApplication } from '#test/support/packed-application.ts'
import type { PackedPlatform } from '#test/support/stub-electron.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const platforms = ['linux', 'win32', 'darwin'] as const
const addons: Readonly<Record<PackedPlatform, string>> = {
  linux: 'linux-x64.node',
  win32: 'win32-x64.node',
  darwin: 'darwin-arm64.node',
}

let folder = ''
let packed: Readonly<Record<PackedPlatform, PackedApplication>>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daicho-packed-'))
  packed = await packWithStubs(folder)
}, 180_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** The files in app.asar, with `/` and without its folders. */
function packedFiles({ asar }: PackedApplication): string[] {
  const all = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1))
  const folders = new Set(
    all.flatMap((path) => path.split('/').map((_, index, parts) => parts.slice(0, index).join('/'))),
  )
  return all.filter((path) => !folders.has(path)).sort()
}

function isUnpacked({ asar }: PackedApplication, path: string): boolean {
  interface Node {
    readonly files?: Readonly<Record<string, Node | undefined>>
    readonly unpacked?: boolean
  }
  let node = getRawHeader(asar).header as Node | undefined
  for (const name of path.split('/')) node = node?.files?.[name]
  return node?.unpacked === true
}

describe.each(platforms)('packed for %s', (platform) => {
  test('every built file is in, and nothing else', () => {
    const notPacked = ['sources.sha256', 'bundled.json', 'copied.json', 'THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json']
    const built = filesIn(join(root, 'dist/app'))
      .filter((file) => !notPacked.includes(basename(file)))
      .map((file) => `dist/app/${file}`)
    const library = filesIn(join(root, 'node_modules/better-sqlite3'))
      .filter((file) => file === 'LICENSE' || file === 'package.json' || file.startsWith('lib/'))
      .map((file) => `node_modules/better-sqlite3/${file}`)
    const addon = `node_modules/better-sqlite3/prebuilds/${addons[platform]}`
    const sample = filesIn(join(root, 'resources/sample')).map((file) => `resources/sample/${file}`)
    expect(packedFiles(packed[platform])).toEqual([...built, ...sample, ...library, addon, 'package.json'].sort())
    for (const part of ['main/index.js', 'main/register.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html'])
      expect(packedFiles(packed[platform])).toContain(`dist/app/${part}`)
  })

  test('no test, source, map or log, and no word of this computer', () => {
    const files = packedFiles(packed[platform])
    expect(files.filter((file) => /(^|\/)test\/|\.(tsx?|map|log|md|svg)$/.test(file))).toEqual([])
    for (const file of files.filter((each) => /\.(c?js|html|json)$/.test(each) && each.startsWith('dist/')))
      expect(extractFile(packed[platform].asar, file).includes(root), file).toBe(false)
  })

  test('only the addon of this system stands outside of app.asar', () => {
    const addon = `node_modules/better-sqlite3/prebuilds/${addons[platform]}`
    expect(filesIn(`${packed[platform].asar}.unpacked`)).toEqual([addon])
    expect(packedFiles(packed[platform]).filter((file) => isUnpacked(packed[platform], file))).toEqual([addon])
    const bytes = readFileSync(join(`${packed[platform].asar}.unpacked`, addon))
    expect(bytes.equals(readFileSync(join(root, addon)))).toBe(true)
  })

  test('licence, notices and bill of materials lie beside it, as they were built, with Electron’s own', () => {
    const { resources, beside } = packed[platform]
    expect(beside).toEqual(expect.arrayContaining(['LICENSE.txt', 'THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json']))
    for (const file of ['THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json'])
      expect(readFileSync(join(resources, file), 'utf8')).toBe(
        readFileSync(join(root, 'dist/app/notices', file), 'utf8'),
      )
    // On macOS they lie beside the program in Electron's archive, from which electron-builder moves them in; a folder has none.
    if (platform === 'darwin') return
    for (const file of ['LICENSE.electron.txt', 'LICENSES.chromium.html'])
      expect(existsSync(join(resources, '..', file)), file).toBe(true)
  })

  test('package.json says what runs, and nothing of how it is worked on', () => {
    const written = JSON.parse(extractFile(packed[platform].asar, 'package.json').toString()) as Record<string, unknown>
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(written).toMatchObject({
      name: 'daicho',
      version,
      main: 'dist/app/main/index.js',
      type: 'module',
      dependencies: { 'better-sqlite3': expect.any(String) as string },
    })
    for (const field of ['devDependencies', 'scripts', 'build']) expect(written).not.toHaveProperty(field)
  })

  test('the window’s bridge requires Electron alone', () => {
    const preload = extractFile(packed[platform].asar, 'dist/app/preload/index.cjs').toString()
    expect([...preload.matchAll(/\brequire\(\s*(['"`])([^'"`]*)\1\s*\)/g)].map((call) => call[2])).toEqual(['electron'])
    expect(preload).not.toMatch(/\bimport\s*\(|\bimport\s+[^;]*from\b/)
  })

  test('every fuse is as it is spelled, and none is left', async () => {
    const wire = await getCurrentFuseWire(packed[platform].program)
    const names = Object.values(FuseV1Options).filter((each) => typeof each === 'number')
    expect(
      names.map((fuse) => [
        FuseV1Options[fuse],
        wire[fuse] === undefined ? undefined : wire[fuse] === FuseState.ENABLE,
      ]),
    ).toEqual(names.map((fuse) => [FuseV1Options[fuse], fuses[fuse]]))
  })
})

test('only the wanted languages of Electron are left', () => {
  expect(filesIn(join(packed.linux.resources, '../locales'))).toEqual(['en-US.pak', 'ja.pak'])
  expect(filesIn(join(packed.win32.resources, '../locales'))).toEqual(['en-US.pak', 'ja.pak'])
  expect(packed.darwin.beside.filter((file) => file.includes('.lproj/'))).toEqual([
    'en.lproj/locale.pak',
    'ja.lproj/locale.pak',
  ])
})

describe('the digest of app.asar', () => {
  const digestOf = ({ asar }: PackedApplication) =>
    createHash('sha256').update(getRawHeader(asar).headerString).digest('hex')

  test('stands in the program on Windows', () => {
    const entry = `[{"file":"resources\\\\app.asar","alg":"SHA256","value":"${digestOf(packed.win32)}"}]`
    expect(readFileSync(packed.win32.program).includes(entry)).toBe(true)
  })

  test('stands in Info.plist on macOS, with the icon of a register', () => {
    const plist = readFileSync(join(packed.darwin.program, 'Contents/Info.plist'), 'utf8')
    expect(plist.replaceAll(/\s+/g, '')).toContain(
      `<key>Resources/app.asar</key><dict><key>algorithm</key><string>SHA256</string><key>hash</key><string>${digestOf(packed.darwin)}</string>`,
    )
    expect(plist.replaceAll(/\s+/g, '')).toContain('<key>CFBundleTypeIconFile</key><string>register.icns</string>')
    const icon = readFileSync(join(packed.darwin.resources, 'register.icns'))
    expect(icon.equals(readFileSync(join(root, 'resources/icons/register.icns')))).toBe(true)
  })
})

describe('the packed files run the command line under Node', () => {
  // The addon is one for this computer: an app.asar of another system holds another.
  const runnable = process.platform === 'linux' && process.arch === 'x64'

  test.skipIf(!runnable)(
    'a sample is made, verified and exported by nothing but what was packed',
    { timeout: 120_000 },
    async () => {
      const program = join(folder, 'unpacked')
      extractAll(packed.linux.asar, program)
      const work = join(folder, 'work')
      const daicho = async (...options: string[]) => {
        const { stdout } = await run(process.execPath, [join(program, 'dist/app/main/cli.js'), ...options, '--json'], {
          cwd: folder,
          env: { PATH: '', HOME: folder, DAICHO_PROFILE: join(folder, 'profile') },
        })
        return JSON.parse(stdout) as Record<string, unknown>
      }
      const file = `${work}.daicho`
      await daicho('new', file, '--sample')
      expect(await daicho('verify', file)).toMatchObject({ findings: [] })
      const out = join(folder, 'export')
      await daicho('export', file, '--out', out)
      const [name] = filesIn(out).filter((each) => each.endsWith('manifest.json'))
      if (name === undefined) throw new Error('the export has no manifest')
      expect(await daicho('verify', join(out, name, '..'))).toMatchObject({ findings: [] })
      expect(filesIn(out).some((each) => each.endsWith('systems.csv'))).toBe(true)
    },
  )
})
