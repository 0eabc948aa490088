/** What can be done to a bundle, to a register and to both: each is found and named, or the test says what alone finds it. */
import { cpSync, copyFileSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { createPerson } from '#electron/register/accountability.ts'
import { confirmNone } from '#electron/register/decision/decisions.ts'
import { newKeyPair, signFolder } from '#electron/register/export/bundle-signature.ts'
import { checkBundle, type CheckOptions } from '#electron/register/export/check-bundle.ts'
import { signOffPack, writeNote } from '#electron/register/finishing/finishing.ts'
import { lockVerified } from '#electron/register/packs.ts'
import { sha256 } from '#electron/register/store/canonical.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import { bundleOf, edit, reseal } from '#test/support/bundle.ts'
import { folderOfFile } from '#test/support/file-folder.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { temporaryFolder, testRegister, testSurroundings } from '#test/support/register.ts'

/** A register with two packs. Another vendor gives one that is the same but for this, log and all. */
function twoPacks(vendor = 'Hokushin') {
  const { register, file, surroundings } = testRegister()
  const made = fillOneOfEach(register)
  surroundings.setTime('2026-07-10T00:00:00.000Z')
  updateSystem(register, { id: made.system.id, version: made.system.version, patch: { vendor, tier: 'high' } })
  createSystem(register, { name: { ja: '需要予測', en: null } })
  const second = lockVerified(register, { asOf: '2026-06-30' })
  return { register, file, first: made.pack, second }
}

async function codesOf(dir: string, options: CheckOptions = {}): Promise<string[]> {
  const { findings } = await checkBundle(dir, options)
  return findings.map(({ code, facts }) => [code, facts.file ?? facts.field ?? facts.pack].filter(Boolean).join(' '))
}

function keys(passphrase: string | null = null) {
  const folder = temporaryFolder()
  const pair = newKeyPair(passphrase)
  const files = { privateKey: join(folder, 'key.pem'), publicKey: join(folder, 'key.pub.pem') }
  writeFileSync(files.privateKey, pair.privateKey)
  writeFileSync(files.publicKey, pair.publicKey)
  return files
}

test('a bundle that nobody touched is whole by itself, beside its register, with its digest and its signature', async () => {
  const { register, second } = twoPacks()
  const dir = await bundleOf(register, second)
  const { privateKey, publicKey } = keys()
  const fingerprint = signFolder(dir, privateKey, null)
  const check = await checkBundle(dir, { register, publicKey, noted: second.dataDigest })
  expect(check).toMatchObject({
    name: 'PACK-2026Q1-2',
    bundle: { kind: 'pack', pack: 'PACK-2026Q1-2', dataDigest: second.dataDigest, previousPack: 'PACK-2026Q1' },
    data: 'remade',
    register: 'compared',
    signature: { state: 'known', fingerprint },
    findings: [],
  })
  // The foot of each page shows the first sixteen digits; a person types them in groups.
  const typed = second.dataDigest
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})/g, '$1 ')
  expect(await codesOf(dir, { noted: typed })).toEqual([])
})

describe('a bundle by itself', () => {
  /** Each with what is done to the folder and what is then found. */
  const ways: readonly [string, (dir: string, other: string) => void, readonly string[]][] = [
    [
      'a number in a table',
      (dir) => edit(dir, 'csv/systems.csv', 'Hokushin', 'Hokushon'),
      ['FILE_CHANGED csv/systems.csv'],
    ],
    [
      'a number in a table, and its line in the sums',
      (dir) => {
        const before = sha256(readFileSync(join(dir, 'csv/systems.csv')))
        edit(dir, 'csv/systems.csv', 'Hokushin', 'Hokushon')
        edit(dir, 'SHA256SUMS', before, sha256(readFileSync(join(dir, 'csv/systems.csv'))))
      },
      ['SUMS_CHANGED SHA256SUMS', 'FILE_CHANGED csv/systems.csv'],
    ],
    [
      'a number in a table, with manifest and sums made anew',
      (dir) => {
        edit(dir, 'csv/systems.csv', 'Hokushin', 'Hokushon')
        reseal(dir)
      },
      ['NOT_FROM_DATA csv/systems.csv'],
    ],
    [
      'a table of the pack before, with manifest and sums made anew',
      (dir, other) => {
        copyFileSync(join(other, 'csv/systems.csv'), join(dir, 'csv/systems.csv'))
        reseal(dir)
      },
      ['NOT_FROM_DATA csv/systems.csv'],
    ],
    [
      'a line of README.txt, with manifest and sums made anew',
      (dir) => {
        edit(dir, 'README.txt', 'sha256sum -c', 'echo')
        reseal(dir)
      },
      ['NOT_FROM_DATA README.txt'],
    ],
    [
      'the frozen data, with manifest and sums made anew and the digest left',
      (dir) => {
        edit(dir, 'snapshot.json', 'Hokushin', 'Hokushon')
        reseal(dir)
      },
      ['DIGEST_MISMATCH snapshot.json'],
    ],
    [
      'the frozen data and its digest, with manifest and sums made anew',
      (dir) => {
        edit(dir, 'snapshot.json', 'Hokushin', 'Hokushon')
        reseal(dir, () => ({ dataDigest: sha256(readFileSync(join(dir, 'snapshot.json'))) }))
      },
      [
        'NOT_FROM_DATA csv/systems.csv',
        'NOT_FROM_DATA README.txt',
        'PDF_OTHER_DATA boardpack.en.pdf',
        'PDF_OTHER_DATA boardpack.ja.pdf',
      ],
    ],
    [
      'one byte of a PDF',
      (dir) => {
        const file = join(dir, 'boardpack.ja.pdf')
        const bytes = readFileSync(file)
        bytes[200] = (bytes[200] ?? 0) ^ 1
        writeFileSync(file, bytes)
      },
      ['FILE_CHANGED boardpack.ja.pdf'],
    ],
    [
      'the PDF of the pack before, with manifest and sums made anew',
      (dir, other) => {
        copyFileSync(join(other, 'boardpack.ja.pdf'), join(dir, 'boardpack.ja.pdf'))
        reseal(dir)
      },
      ['PDF_OTHER_DATA boardpack.ja.pdf'],
    ],
    [
      'a file that is no PDF in its place, with manifest and sums made anew',
      (dir) => {
        writeFileSync(join(dir, 'boardpack.ja.pdf'), 'not a PDF')
        reseal(dir)
      },
      ['PDF_OTHER_DATA boardpack.ja.pdf'],
    ],
    ['a file taken out', (dir) => rmSync(join(dir, 'csv/risks.csv')), ['FILE_REMOVED csv/risks.csv']],
    [
      'a file taken out, with manifest and sums made anew',
      (dir) => {
        rmSync(join(dir, 'csv/risks.csv'))
        reseal(dir)
      },
      ['NOT_FROM_DATA csv/risks.csv'],
    ],
    ['a file put in', (dir) => writeFileSync(join(dir, 'csv/more.csv'), 'a,b\r\n'), ['FILE_ADDED csv/more.csv']],
    [
      'a link in place of a file',
      (dir, other) => {
        rmSync(join(dir, 'csv/risks.csv'))
        symlinkSync(join(other, 'csv/risks.csv'), join(dir, 'csv/risks.csv'))
      },
      ['FILE_CHANGED csv/risks.csv'],
    ],
    [
      'the day in the manifest',
      (dir) => edit(dir, 'manifest.json', '"asOf": "2026-06-30"', '"asOf": "2026-06-29"'),
      ['MANIFEST_CHANGED manifest.json'],
    ],
    ['the manifest taken out', (dir) => rmSync(join(dir, 'manifest.json')), ['FILE_REMOVED manifest.json']],
    ['the sums taken out', (dir) => rmSync(join(dir, 'SHA256SUMS')), ['FILE_REMOVED SHA256SUMS']],
  ]

  // Written once: each way gets a copy of its own.
  const written = folderOfFile()
  test('is whole before anything is done to it', async () => {
    const { register, first, second } = twoPacks()
    for (const pack of [first, second]) expect(await codesOf(await bundleOf(register, pack, written))).toEqual([])
  })

  test.each(ways)('%s', async (_name, tamper, found) => {
    const copy = temporaryFolder()
    cpSync(written, copy, { recursive: true })
    const dir = join(copy, 'PACK-2026Q1-2')
    // The first one is finished.
    tamper(dir, join(copy, 'PACK-2026Q1-final'))
    expect(await codesOf(dir)).toEqual(found)
  })
})

test('the tables of an earlier version are not made again, and it says so instead of accusing anybody', async () => {
  const { register, second } = twoPacks()
  const dir = await bundleOf(register, second)
  reseal(dir, ({ versions }) => ({ versions: { ...versions, schema: 120 } }))
  expect(await checkBundle(dir)).toMatchObject({ data: 'otherVersion', findings: [] })
})

describe('what no folder can show by itself', () => {
  /** The honest pack's bundle, and one that somebody made from a register of their own with another history. */
  async function honestAndForged() {
    const honest = twoPacks()
    const dir = await bundleOf(honest.register, honest.second)
    const forged = twoPacks('Hokushon')
    const forgedDir = await bundleOf(forged.register, forged.second)
    return { honest, dir, forged, forgedDir }
  }

  test('a folder rewritten whole: found by a digest that was noted, by the register, by the signature', async () => {
    const { honest, dir, forged, forgedDir } = await honestAndForged()
    expect(await codesOf(forgedDir)).toEqual([])
    expect(await codesOf(forgedDir, { noted: honest.second.dataDigest })).toEqual(['DIGEST_NOT_AS_NOTED'])
    expect(await codesOf(forgedDir, { register: honest.register })).toEqual([
      'LOG_REWRITTEN',
      'PACK_CHANGED dataDigest',
      'PACK_CHANGED auditHead',
    ])
    const { privateKey, publicKey } = keys()
    signFolder(dir, privateKey, null)
    for (const name of ['SHA256SUMS.sig', 'SHA256SUMS.pub.pem']) cpSync(join(dir, name), join(forgedDir, name))
    expect(await codesOf(forgedDir, { publicKey })).toEqual(['SIGNATURE_WRONG SHA256SUMS.sig'])
    expect(await verifyRegister(forged.register)).toEqual([])
  })

  test('a register rewritten whole after a pack: clean by itself, found by the bundle', async () => {
    const { dir, forged } = await honestAndForged()
    expect(await verifyRegister(forged.register)).toEqual([])
    expect(await codesOf(dir, { register: forged.register })).toEqual([
      'LOG_REWRITTEN',
      'PACK_CHANGED dataDigest',
      'PACK_CHANGED auditHead',
    ])
  })

  test('a register as it was before the pack: its log is shorter, and it does not hold the pack', async () => {
    const before = testRegister()
    fillOneOfEach(before.register)
    const { register, second } = twoPacks()
    const dir = await bundleOf(register, second)
    expect(await codesOf(dir, { register: before.register })).toEqual(['LOG_SHORTER', 'PACK_REMOVED PACK-2026Q1-2'])
  })

  test('a register whose log lost its end behind the program', async () => {
    const { register, file, second } = twoPacks()
    const dir = await bundleOf(register, second)
    register.close()
    const cut = join(dirname(file), 'cut.daicho')
    copyFileSync(file, cut)
    const database = new Database(cut)
    for (const { name } of database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string
    }[])
      database.exec(`DROP TRIGGER ${name}`)
    database.prepare('DELETE FROM audit_event WHERE sequence >= ?').run(second.auditSequence)
    database.close()
    const opened = openRegister(cut, { surroundings: testSurroundings(), mode: 'inspect' })
    try {
      const found = await codesOf(dir, { register: opened })
      expect(found).toContain('LOG_SHORTER')
      expect(found).toContain('TAIL_REMOVED')
    } finally {
      opened.close()
    }
  })

  test('the bundle of another company', async () => {
    const { register, second } = twoPacks()
    const dir = await bundleOf(register, second)
    // Its ids begin where those of the first one do not.
    const surroundings = testSurroundings()
    for (let used = 0; used < 500; used += 1) surroundings.newId()
    const other = testRegister({ surroundings })
    const check = await checkBundle(dir, { register: other.register })
    expect([check.register, check.findings.map(({ code }) => code)]).toEqual(['other', ['REGISTER_OTHER']])
  })
})

describe('a finished pack', () => {
  /** Signed off by a person whose commentary stands in it; `said` is what was written. */
  function finished(said = 'The course of the quarter is as planned') {
    const { register, surroundings } = testRegister()
    const person = createPerson(register, { name: { ja: '髙橋 誠', en: 'Makoto Takahashi' } })
    register.personId = person.id
    surroundings.setTime('2026-07-08T00:00:00.000Z')
    const pack = lockVerified(register, { asOf: '2026-06-30' })
    surroundings.setTime('2026-07-09T00:00:00.000Z')
    const target = 'figure:heatMap'
    writeNote(register, { packId: pack.id, version: null, target, text: said, language: 'en', secondText: null })
    confirmNone(register, { packId: pack.id, personId: person.id, note: null })
    const signatures = (['preparer', 'executive'] as const).map((role) => ({
      role,
      personId: person.id,
      postId: null,
      on: '2026-07-09',
    }))
    const bundle = (out?: string) => bundleOf(register, pack, out)
    const sign = () => signOffPack(register, { packId: pack.id, signatures, reason: 'for the board' })
    return { register, bundle, sign }
  }
  async function signedBundle(said?: string) {
    const made = finished(said)
    made.sign()
    return { register: made.register, dir: await made.bundle() }
  }
  const digestOf = (dir: string) => ({ packDigest: sha256(readFileSync(join(dir, 'finishing.json'))) })

  test('lies beside the one that was only locked, in a folder of its own name, and is whole', async () => {
    const out = temporaryFolder()
    const { register, bundle, sign } = finished()
    const locked = await bundle(out)
    sign()
    const dir = await bundle(out)
    expect(readdirSync(out).sort()).toEqual(['PACK-2026Q1', 'PACK-2026Q1-final'])
    expect(await codesOf(dir, { register })).toEqual([])
    expect(await codesOf(locked, { register })).toEqual([])
  })

  const ways: readonly [string, (dir: string, other: string) => void, readonly string[], readonly string[]][] = [
    [
      'a word of the commentary',
      (dir) => edit(dir, 'finishing.json', 'as planned', 'alarming'),
      ['PACK_DIGEST_MISMATCH finishing.json', 'FILE_CHANGED finishing.json'],
      [],
    ],
    [
      'a word of the commentary, with manifest and sums made anew',
      (dir) => {
        edit(dir, 'finishing.json', 'as planned', 'alarming')
        reseal(dir)
      },
      ['PACK_DIGEST_MISMATCH finishing.json'],
      [],
    ],
    [
      'a word of the commentary and the pack digest, with manifest and sums made anew',
      (dir) => {
        edit(dir, 'finishing.json', 'as planned', 'alarming')
        reseal(dir, () => digestOf(dir))
      },
      ['NOT_FROM_DATA README.txt', 'PDF_OTHER_DATA boardpack.en.pdf', 'PDF_OTHER_DATA boardpack.ja.pdf'],
      ['PACK_CHANGED packDigest'],
    ],
    [
      'what was frozen at another sign-off in its place, with all made anew',
      (dir, other) => {
        copyFileSync(join(other, 'finishing.json'), join(dir, 'finishing.json'))
        reseal(dir, () => digestOf(dir))
      },
      ['NOT_FROM_DATA README.txt', 'PDF_OTHER_DATA boardpack.en.pdf', 'PDF_OTHER_DATA boardpack.ja.pdf'],
      ['PACK_CHANGED packDigest'],
    ],
    [
      'the name of who approved it, with all made anew',
      (dir) => {
        edit(dir, 'finishing.json', 'Makoto Takahashi', 'Someone Else')
        reseal(dir, () => digestOf(dir))
      },
      ['NOT_FROM_DATA README.txt', 'PDF_OTHER_DATA boardpack.en.pdf', 'PDF_OTHER_DATA boardpack.ja.pdf'],
      ['PACK_CHANGED packDigest'],
    ],
    ['the sign-off taken out', (dir) => rmSync(join(dir, 'finishing.json')), ['FILE_REMOVED finishing.json'], []],
    [
      'the sign-off taken out, with manifest and sums made anew',
      (dir) => {
        rmSync(join(dir, 'finishing.json'))
        reseal(dir)
      },
      ['FILE_REMOVED finishing.json'],
      [],
    ],
  ]

  test.each(ways)('%s', async (_name, tamper, byItself, besideRegister) => {
    const { register, dir } = await signedBundle()
    tamper(dir, (await signedBundle('Nothing is as planned')).dir)
    expect((await codesOf(dir)).sort()).toEqual([...byItself].sort())
    const found = await codesOf(dir, { register })
    for (const code of besideRegister) expect(found).toContain(code)
  })

  test('the signature of another folder in place of its own', async () => {
    const { dir } = await signedBundle()
    const { dir: other } = await signedBundle('Nothing is as planned')
    const { privateKey, publicKey } = keys()
    signFolder(dir, privateKey, null)
    signFolder(other, privateKey, null)
    expect(await codesOf(dir, { publicKey })).toEqual([])
    copyFileSync(join(other, 'SHA256SUMS.sig'), join(dir, 'SHA256SUMS.sig'))
    expect(await codesOf(dir, { publicKey })).toEqual(['SIGNATURE_WRONG SHA256SUMS.sig'])
  })
})

describe('the signature', () => {
  test('shows that nothing changed since somebody signed, and with a known key who', async () => {
    const { register, second } = twoPacks()
    const dir = await bundleOf(register, second)
    const { privateKey, publicKey } = keys('ひみつ')
    const other = keys()
    expect(await codesOf(dir, { publicKey })).toEqual(['SIGNATURE_MISSING SHA256SUMS.sig'])
    expect(() => signFolder(dir, privateKey, null)).toThrow('KEY_PASSPHRASE')
    expect(() => signFolder(dir, privateKey, 'wrong')).toThrow('KEY_PASSPHRASE')
    expect(() => signFolder(dir, publicKey, null)).toThrow('KEY_UNREADABLE')
    signFolder(dir, privateKey, 'ひみつ')
    expect((await checkBundle(dir)).signature.state).toBe('own')
    expect(await codesOf(dir, { publicKey: other.publicKey })).toEqual(['SIGNATURE_OTHER_KEY SHA256SUMS.sig'])
    await expect(checkBundle(dir, { publicKey: privateKey })).rejects.toThrow('KEY_UNREADABLE')
    edit(dir, 'csv/systems.csv', 'Hokushin', 'Hokushon')
    reseal(dir)
    expect(await codesOf(dir, { publicKey })).toEqual([
      'SIGNATURE_WRONG SHA256SUMS.sig',
      'NOT_FROM_DATA csv/systems.csv',
    ])
    // Somebody who signs anew is told from the company by the key alone.
    signFolder(dir, other.privateKey, null)
    expect(await codesOf(dir, { publicKey })).toContain('SIGNATURE_OTHER_KEY SHA256SUMS.sig')
  })

  test('is what OpenSSL makes and reads', async () => {
    const { register, second } = twoPacks()
    const dir = await bundleOf(register, second)
    signFolder(dir, keys().privateKey, null)
    expect(readFileSync(join(dir, 'SHA256SUMS.sig'))).toHaveLength(64)
    expect(readFileSync(join(dir, 'SHA256SUMS.pub.pem'), 'utf8')).toMatch(
      /^-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA[\w+/=]+\n-----END PUBLIC KEY-----\n$/,
    )
  })
})
