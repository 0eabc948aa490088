/**
 * Files protected by a passphrase against the format itself: the known vectors of its authors, the format's own tool where it is
 * installed, and what becomes of a file that is damaged, cut off or opened with another passphrase.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, inflateSync } from 'node:zlib'
import * as vectors from 'cctv-age'
import { describe, expect, test } from 'vitest'
import { isProtected, openProtected, protectFile } from '#electron/register/protect/age-file.ts'
import { inPrivateFolder, wipeLeftovers } from '#electron/register/store/private-folder.ts'
import { protectInto, withFolder } from '#electron/register/protect/protected-folder.ts'
import { Problem } from '#shared/domain/problem.ts'
import { temporaryFolder } from '#test/support/register.ts'

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'opened'
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

function files(content: Uint8Array = randomBytes(300_000)) {
  const folder = temporaryFolder()
  const at = (name: string) => join(folder, name)
  writeFileSync(at('plain'), content)
  return { folder, at, content: Buffer.from(content) }
}

const passphrase = '取締役会の 鍵 2026'
/** A guess costs next to nothing: what is tested is the format, not the price of a guess. */
const cheap = { workFactor: 8 }

describe('a protected file', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 300_000])('of %i bytes opens again as it was', async (bytes) => {
    const { at, content } = files(randomBytes(bytes))
    await protectFile(at('plain'), at('x.age'), passphrase, cheap)
    await openProtected(at('x.age'), passphrase, at('again'))
    expect(readFileSync(at('again')).equals(content)).toBe(true)
    expect([isProtected(at('x.age')), isProtected(at('plain')), isProtected(at('none'))]).toEqual([true, false, false])
    // Its owner's alone, as long as nobody decides otherwise.
    if (process.platform !== 'win32')
      expect([at('x.age'), at('again')].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600])
  })

  test('opens with the same letters in the form of another system', async () => {
    const { at } = files()
    await protectFile(at('plain'), at('x.age'), 'ガバナンス é'.normalize('NFD'), cheap)
    await openProtected(at('x.age'), 'ガバナンス é'.normalize('NFC'), at('again'))
    expect(existsSync(at('again'))).toBe(true)
  })

  test('is refused with the wrong passphrase, and where it was changed or cut off anywhere; nothing is left of it', async () => {
    const { at, folder } = files()
    await protectFile(at('plain'), at('x.age'), passphrase, cheap)
    const whole = readFileSync(at('x.age'))
    const changedAt = (place: number) => {
      const bytes = Buffer.from(whole)
      bytes[place] = (bytes[place] ?? 0) ^ 1
      return bytes
    }
    const header = whole.indexOf('\n---') + 5
    const cases: Record<string, Buffer> = {
      empty: Buffer.alloc(0),
      firstLineOnly: whole.subarray(0, 22),
      cutInHeader: whole.subarray(0, 60),
      headerOnly: whole.subarray(0, header + 44),
      cutAtFirstChunk: whole.subarray(0, header + 60 + 65_552),
      lastByteGone: whole.subarray(0, -1),
      lastChunkGone: whole.subarray(0, whole.length - 37_872 - 16),
      headerChanged: changedAt(header + 3),
      contentChanged: changedAt(whole.length - 1000),
      longer: Buffer.concat([whole, Buffer.from([0])]),
    }
    const codes: Record<string, string> = {}
    for (const [name, bytes] of Object.entries(cases)) {
      writeFileSync(at('case.age'), bytes)
      const into = mkdtempSync(join(folder, 'into-'))
      codes[name] = await codeOf(openProtected(at('case.age'), passphrase, join(into, 'x')))
      expect([name, readdirSync(into)]).toEqual([name, []])
    }
    expect(codes).toEqual({
      empty: 'NOT_PROTECTED',
      firstLineOnly: 'PROTECTED_DAMAGED',
      cutInHeader: 'PROTECTED_DAMAGED',
      headerOnly: 'PROTECTED_DAMAGED',
      cutAtFirstChunk: 'PROTECTED_DAMAGED',
      lastByteGone: 'PROTECTED_DAMAGED',
      lastChunkGone: 'PROTECTED_DAMAGED',
      headerChanged: 'PROTECTED_DAMAGED',
      contentChanged: 'PROTECTED_DAMAGED',
      longer: 'PROTECTED_DAMAGED',
    })
    expect(await codeOf(openProtected(at('x.age'), `${passphrase} `, at('none')))).toBe('PASSPHRASE_WRONG')
    expect(await codeOf(openProtected(at('plain'), passphrase, at('none')))).toBe('NOT_PROTECTED')
    expect(await codeOf(openProtected(at('nowhere.age'), passphrase, at('none')))).toBe('FILE_NOT_FOUND')
    expect(existsSync(at('none'))).toBe(false)
  })

  test('is never written over another file, and stops where it is told to', async () => {
    const { at } = files()
    writeFileSync(at('x.age'), 'mine')
    await expect(protectFile(at('plain'), at('x.age'), passphrase, cheap)).rejects.toThrow('EEXIST')
    expect(readFileSync(at('x.age'), 'utf8')).toBe('mine')
    expect(
      await codeOf(protectFile(at('plain'), at('y.age'), passphrase, { ...cheap, signal: AbortSignal.abort() })),
    ).toBe('CANCELLED')
  })
})

/** Header lines `key: value`, an empty line, and a file of the format; see the vectors' own readme. */
function parsed(vector: Uint8Array) {
  const bytes = Buffer.from(vector)
  const end = bytes.indexOf('\n\n')
  const lines = bytes.subarray(0, end).toString('latin1').split('\n')
  const all = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2))
  const [expected] = all('expect')
  const body = bytes.subarray(end + 2)
  const [compression] = all('compressed')
  return {
    expected,
    passphrases: all('passphrase'),
    armored: all('armored').length > 0,
    file: compression === 'zlib' ? inflateSync(body) : compression === 'gzip' ? gunzipSync(body) : body,
  }
}

test("the vectors of the format's authors: what opens with a passphrase opens, and nothing else does", async () => {
  const { at, folder } = files()
  const counts = { opened: 0, refused: 0 }
  const unlike: string[] = []
  for (const [name, vector] of Object.entries(vectors)) {
    const { expected, passphrases, armored, file } = parsed(vector)
    // The text form and keys are other ways into the format, which Daicho does not offer.
    const [own] = passphrases
    if (own === undefined || armored) continue
    writeFileSync(at('vector.age'), file)
    const code = await codeOf(openProtected(at('vector.age'), own, join(mkdtempSync(join(folder, 'into-')), 'x')))
    if ((code === 'opened') !== (expected === 'success')) unlike.push(`${name}: ${code}`)
    counts[code === 'opened' ? 'opened' : 'refused'] += 1
  }
  expect(unlike).toEqual([])
  expect(counts).toEqual({ opened: 1, refused: 24 })
})

describe("with the format's own tool", () => {
  const tool = spawnSync('age', ['--version'], { encoding: 'utf8' })
  const terminal = spawnSync('script', ['--version'])
  const missing = tool.error !== undefined ? 'no age' : terminal.status !== 0 ? 'no script of util-linux' : null
  /** The tool reads a passphrase from a terminal alone: `script` gives it one. */
  const age = (words: string, ...typed: string[]) =>
    execFileSync('script', ['-qec', `age ${words}`, '/dev/null'], { input: typed.map((each) => `${each}\n`).join('') })

  test.skipIf(missing !== null)(
    `what Daicho protects it opens, and the other way round${missing === null ? '' : ` (skipped: ${missing})`}`,
    async () => {
      const { at, content } = files()
      await protectFile(at('plain'), at('ours.age'), 'correct horse battery staple', cheap)
      age(`-d -o ${at('theirs-opened')} ${at('ours.age')}`, 'correct horse battery staple')
      expect(readFileSync(at('theirs-opened')).equals(content)).toBe(true)
      age(`-p -o ${at('theirs.age')} ${at('plain')}`, 'correct horse battery staple', 'correct horse battery staple')
      await openProtected(at('theirs.age'), 'correct horse battery staple', at('ours-opened'))
      expect(readFileSync(at('ours-opened')).equals(content)).toBe(true)
    },
    120_000,
  )
})

describe('a protected folder', () => {
  test('opens as the same folder, in a place that is gone afterwards', async () => {
    const { at, folder } = files()
    mkdirSync(at('bundle/csv'), { recursive: true })
    writeFileSync(at('bundle/csv/表.csv'), 'a,b')
    writeFileSync(at('bundle/README.txt'), 'read me')
    const file = await protectInto(at('bundle'), { out: folder, passphrase }, cheap)
    expect(file).toBe(at('bundle.tar.age'))
    let place = ''
    await withFolder(file, passphrase, (opened) => {
      place = opened
      expect(opened.endsWith('/bundle')).toBe(true)
      expect(readFileSync(join(opened, 'csv', '表.csv'), 'utf8')).toBe('a,b')
      expect(statSync(join(opened, '..')).mode & 0o777).toBe(0o700)
      return Promise.resolve()
    })
    expect(existsSync(join(place, '..'))).toBe(false)
    expect(await codeOf(withFolder(file, null, () => Promise.resolve()))).toBe('PASSPHRASE_NEEDED')
    expect(await codeOf(withFolder(file, 'other', () => Promise.resolve()))).toBe('PASSPHRASE_WRONG')
  })

  test('that holds a link or a name that could not be opened again is refused before anything is written', async () => {
    const { at, folder } = files()
    mkdirSync(at('linked/deep'), { recursive: true })
    symlinkSync('/etc/passwd', at('linked/deep/link'))
    mkdirSync(at('named'))
    writeFileSync(at('named/a\\b'), 'two names in one')
    const input = { out: folder, passphrase }
    expect(await codeOf(protectInto(at('linked'), input, cheap))).toBe('NOT_A_BUNDLE')
    expect(await codeOf(protectInto(at('named'), input, cheap))).toBe('NOT_A_BUNDLE')
    expect(readdirSync(folder).sort()).toEqual(['linked', 'named', 'plain'])
  })

  test('that is stopped while its key is made leaves nothing, also not a moment later', async () => {
    const { at, folder } = files()
    mkdirSync(at('bundle'))
    writeFileSync(at('bundle/a'), 'a')
    // Stopped while the key is made: what makes it goes on for a while.
    const stop = new AbortController()
    const work = protectInto(at('bundle'), { out: folder, passphrase }, { workFactor: 14, signal: stop.signal })
    stop.abort()
    expect(await codeOf(work)).toBe('CANCELLED')
    expect(readdirSync(folder).sort()).toEqual(['bundle', 'plain'])
  })

  test('that is no archive is refused', async () => {
    const { at, folder } = files()
    const single = await protectInto(at('plain'), { out: folder, passphrase }, cheap)
    expect(await codeOf(withFolder(single, passphrase, () => Promise.resolve()))).toBe('NOT_A_BUNDLE')
  })

  test('whose archive holds a name that climbs, or a link, is refused; both would open if they were not looked for', async () => {
    const { at } = files()
    mkdirSync(at('bundle'))
    for (const name of ['a', 'b']) writeFileSync(at(`bundle/${name}`), name)
    const opened = async (...words: readonly string[]) => {
      // As the system's own tar writes it where it is told to keep such names.
      execFileSync('tar', ['-cPf', at('x.tar'), ...words], { cwd: at('.') })
      await protectFile(at('x.tar'), at('x.tar.age'), passphrase, cheap)
      const code = await codeOf(withFolder(at('x.tar.age'), passphrase, () => Promise.resolve()))
      for (const name of ['x.tar', 'x.tar.age']) rmSync(at(name))
      return code
    }
    expect(await opened('bundle/a', 'bundle/b')).toBe('opened')
    // Within the folder all the same: nothing but our own check refuses it.
    expect(await opened('bundle/a', 'bundle/../bundle/b')).toBe('NOT_A_BUNDLE')
    symlinkSync('a', at('bundle/link'))
    expect(await opened('bundle')).toBe('NOT_A_BUNDLE')
  })
})

test('what a killed process left open is wiped at the next start; what a running one holds is not, nor where a link leads', async () => {
  // A number that no process has: the highest that Linux gives is far below.
  const left = mkdtempSync(join(tmpdir(), 'daicho-private-99999999-'))
  mkdirSync(join(left, 'bundle'))
  writeFileSync(join(left, 'bundle', 'register.daicho'), 'names')
  const target = files()
  const link = join(tmpdir(), 'daicho-private-99999998-linked')
  symlinkSync(target.folder, link)
  await inPrivateFolder((own) => {
    wipeLeftovers()
    expect(existsSync(own)).toBe(true)
    return Promise.resolve()
  })
  expect([existsSync(left), existsSync(link), existsSync(target.at('plain'))]).toEqual([false, true, true])
  execFileSync('rm', [link])
})
