/** `pack` with a real browser: the folder that the audit committee gets, twice the same, and every byte of it accounted for. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { verifyBundle } from '#electron/register/export/verify-bundle.ts'
import { sha256 } from '#electron/register/store/canonical.ts'
import { daicho, daichoProcess, onlyJson } from '#test/support/command-line.ts'
import { folderOfFile } from '#test/support/file-folder.ts'

const shape = z.strictObject({
  dir: z.string(),
  pack: z.string().nullable(),
  draft: z.boolean(),
  files: z.array(z.string()),
  overBudget: z.null(),
})

/** Building the pages and starting a browser takes its time on a small machine. */
const slow = 240_000

const folder = folderOfFile()
const register = join(folder, 'sample.daicho')
let first: z.infer<typeof shape>

beforeAll(async () => {
  await daicho(['new', register, '--sample', '--language', 'ja'])
  const ended = await daicho(['pack', register, '--out', join(folder, 'one'), '--pack', 'PACK-2026Q2', '--json'])
  if (ended.exitCode !== 0) throw new Error(ended.errors)
  first = onlyJson(ended, shape)
}, slow)

function digests(dir: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(dir.length + 1), sha256(readFileSync(file))]),
  )
}

test('the folder is whole, named and verified', async () => {
  expect(first).toMatchObject({ dir: join(folder, 'one', 'PACK-2026Q2'), pack: 'PACK-2026Q2', draft: false })
  expect(first.files).toEqual(Object.keys(digests(first.dir)).sort())
  expect(readdirSync(join(folder, 'one'))).toEqual(['PACK-2026Q2'])
  expect(await verifyBundle(first.dir)).toEqual([])
})

test('the PDF carries the lock, not the moment of printing, and is marked as a sample', async () => {
  const { lockedAt, dataDigest } = JSON.parse(readFileSync(join(first.dir, 'manifest.json'), 'utf8')) as Record<
    string,
    string
  >
  for (const [language, mark] of [
    ['ja', '見本'],
    ['en', 'Sample'],
  ] as const) {
    const document = await PDFDocument.load(readFileSync(join(first.dir, `boardpack.${language}.pdf`)), {
      updateMetadata: false,
    })
    expect(document.getCreationDate()?.toISOString()).toBe(lockedAt)
    expect(document.getModificationDate()?.toISOString()).toBe(lockedAt)
    expect(document.getKeywords()).toContain(dataDigest)
    expect(document.getSubject()).toContain(mark)
    expect(document.getPageCount()).toBeGreaterThanOrEqual(7)
  }
})

test(
  'a second print of a locked pack has the same bytes',
  async () => {
    const ended = await daicho(['pack', register, '--out', join(folder, 'two'), '--pack', 'PACK-2026Q2', '--json'])
    expect(digests(onlyJson(ended, shape).dir)).toEqual(digests(first.dir))
    const over = await daicho(['pack', register, '--out', join(folder, 'one'), '--pack', 'PACK-2026Q2', '--json'])
    expect([over.exitCode, onlyJson(over, shape)]).toEqual([0, first])
  },
  slow,
)

test(
  'without a code it is a draft of today, in the language that is asked for',
  async () => {
    const ended = await daicho(['pack', register, '--out', join(folder, 'draft'), '--language', 'en', '--json'])
    const draft = onlyJson(ended, shape)
    expect([draft.pack, draft.draft]).toEqual([null, true])
    expect(draft.dir).toMatch(/DRAFT-\d{4}-\d{2}-\d{2}$/)
    expect(draft.files.filter((file) => file.endsWith('.pdf'))).toEqual(['boardpack.en.pdf'])
    expect(await verifyBundle(draft.dir)).toEqual([])
  },
  slow,
)

describe('verify', () => {
  test(
    'names every file in which one byte was changed',
    async () => {
      for (const name of first.files) {
        const file = join(first.dir, name)
        const original = readFileSync(file)
        const changed = Buffer.from(original)
        const middle = Math.floor(original.length / 2)
        changed[middle] = (changed[middle] ?? 0) ^ 1
        writeFileSync(file, changed)
        const findings = await verifyBundle(first.dir)
        writeFileSync(file, original)
        expect([...new Set(findings.map((finding) => finding.facts.file))]).toEqual([name])
      }
    },
    slow,
  )

  test('says it on the command line', async () => {
    const file = join(first.dir, 'csv/controls.csv')
    const original = readFileSync(file)
    writeFileSync(file, Buffer.concat([original, Buffer.from(' ')]))
    const ended = await daicho(['verify', first.dir])
    writeFileSync(file, original)
    expect([ended.exitCode, ended.output.split('\n')[1]]).toEqual([
      1,
      '  FILE_CHANGED  csv/controls.csv does not match what was locked',
    ])
    expect(await daicho(['verify', first.dir])).toMatchObject({ exitCode: 0 })
  })
})

test(
  'another folder of that name is not overwritten',
  async () => {
    const file = join(first.dir, 'README.txt')
    const original = readFileSync(file)
    writeFileSync(file, 'mine')
    const ended = await daicho(['pack', register, '--out', join(folder, 'one'), '--pack', 'PACK-2026Q2'])
    expect([ended.exitCode, ended.errors.split('\n').at(-2)]).toEqual([
      2,
      `"${first.dir}" exists with other contents and is not overwritten. Choose another place, or move it away first`,
    ])
    expect(readFileSync(file, 'utf8')).toBe('mine')
    writeFileSync(file, original)
  },
  slow,
)

test(
  'a browser that cannot be run is named, and nothing is written',
  async () => {
    const out = join(folder, 'none')
    const ended = await daichoProcess(['pack', register, '--out', out], {
      environment: { DAICHO_BROWSER: '/nowhere/browser' },
    })
    expect([ended.exitCode, ended.output]).toEqual([2, ''])
    expect(ended.errors).toContain('DAICHO_BROWSER names "/nowhere/browser", which cannot be run')
  },
  slow,
)

test(
  'a pack is signed and held against its register, its key and its digest on the command line',
  async () => {
    const passphrase = join(folder, 'passphrase.txt')
    writeFileSync(passphrase, 'ひみつ\n')
    const made = await daicho(['key', folder, '--passphrase-file', passphrase, '--json'])
    const { files } = onlyJson(made, z.strictObject({ files: z.array(z.string()), encrypted: z.literal(true) }))
    const [key = '', publicKey = ''] = files
    const signed = await daicho(['sign', first.dir, '--key', key, '--passphrase-file', passphrase, '--json'])
    expect([signed.exitCode, signed.errors]).toEqual([0, ''])
    const { dataDigest } = JSON.parse(readFileSync(join(first.dir, 'manifest.json'), 'utf8')) as Record<string, string>
    const named = ['--register', register, '--key', publicKey, '--digest', dataDigest ?? '']
    expect(await daicho(['verify', first.dir, ...named])).toMatchObject({ exitCode: 0, errors: '' })
    const wrong = await daicho(['verify', first.dir, '--digest', '0123456789abcdef', '--json'])
    expect([wrong.exitCode, wrong.output]).toEqual([1, expect.stringContaining('DIGEST_NOT_AS_NOTED')])
    const other = await daicho(['verify', register, '--key', publicKey])
    expect([other.exitCode, other.errors.split('\n').at(-2)]).toEqual([
      2,
      expect.stringContaining('--key is for verifying a folder that was written'),
    ])
  },
  slow,
)

test(
  'what a post confirms is written as PDF and data, and confirms nothing',
  async () => {
    const out = join(folder, 'attest')
    const ended = await daicho(['attest', register, '--sheet', 'PST-0006', '--out', out, '--language', 'ja', '--json'])
    const told = onlyJson(
      ended,
      z.strictObject({
        post: z.literal('PST-0006'),
        holder: z.string(),
        asOf: z.iso.date(),
        contentDigest: z.string(),
        systems: z.array(z.string()),
        risks: z.array(z.string()),
        acceptances: z.array(z.string()),
        gaps: z.int(),
        lastConfirmedOn: z.iso.date(),
        stale: z.boolean(),
        files: z.array(z.string()),
      }),
    )
    expect(told.systems).toEqual(['SYS-0007', 'SYS-0028', 'SYS-0030', 'SYS-0040'])
    const [pdf = '', data = ''] = told.files
    expect(sha256(readFileSync(data))).toBe(told.contentDigest)
    const document = await PDFDocument.load(readFileSync(pdf), { updateMetadata: false })
    expect(document.getTitle()).toContain('責任範囲の確認書')
    const unknown = await daicho(['attest', register, '--sheet', 'PST-9999', '--out', out])
    expect([unknown.exitCode, unknown.errors]).toEqual([2, expect.stringContaining('PST-9999')])
    expect(await daicho(['verify', register])).toMatchObject({ exitCode: 0 })
  },
  slow,
)
