/**
 * Each code of the closed list is one that the program can come to: it is refused with somewhere, and a test brings it about.
 * Those that no other suite had brought about are brought about here.
 */
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { describe, expect, test } from 'vitest'
import { openBundle } from '#electron/register/director/open-bundle.ts'
import { assertJsonSize } from '#electron/register/import/json-source.ts'
import { readDecisions } from '#electron/register/merge/decisions-file.ts'
import { openProtected } from '#electron/register/protect/age-file.ts'
import { adoptPack } from '#electron/register/requirements/adopt.ts'
import { shippedPacks } from '#electron/register/requirements/shipped-packs.ts'
import { undoLast } from '#electron/register/undo.ts'
import { problemCodes } from '#shared/domain/problem.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { temporaryFolder, testRegister } from '#test/support/register.ts'
import { company, resultOf } from '#test/support/serving.ts'

const root = join(import.meta.dirname, '../..')

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && /\.tsx?$/.test(entry.name) ? [join(entry.parentPath, entry.name)] : [],
  )
}

function codesIn(files: readonly string[]): Set<string> {
  return new Set(
    files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\b[A-Z][A-Z0-9_]{3,}\b/g)].map(([code]) => code)),
  )
}

const refused = (code: string) => expect.objectContaining({ code }) as unknown

describe('every code', () => {
  test('is refused with somewhere in the program', () => {
    const files = ['electron', 'renderer', 'shared']
      .flatMap(sources)
      .filter((file) => !file.endsWith('domain/problem.ts'))
    const used = codesIn(files)
    expect(problemCodes.filter((code) => !used.has(code))).toEqual([])
  })

  test('is brought about by a test', () => {
    const files = sources('test').filter((file) => /\.(test|spec)\.tsx?$/.test(file))
    const provoked = codesIn(files)
    expect(problemCodes.filter((code) => !provoked.has(code))).toEqual([])
  })
})

describe('brought about here', () => {
  test('CODE_TAKEN: two rows of a paste name one record', async () => {
    const { client } = await company()
    const { id } = await client.system.create({ name: { ja: '需要予測', en: null } })
    const rows = ['甲', '乙'].map((name) => ({ id, version: 1, cells: [name] }))
    const shown = await resultOf(client.system.paste({ columns: ['name'], rows, commit: false }))
    expect(shown.rows.map(({ problem }) => problem?.code ?? null)).toEqual([null, 'CODE_TAKEN'])
  })

  test('UNDO_MERGED: what came before a merge is not taken back', () => {
    const { register } = testRegister()
    fillOneOfEach(register)
    expect(() => undoLast(register, null)).toThrow(refused('UNDO_MERGED'))
  })

  test('MERGE_ANSWERS_INVALID: decisions that no trial run has written', () => {
    for (const text of ['', '{', '[]', '{"head":3}'])
      expect(() => readDecisions(text, 'decisions.json')).toThrow(refused('MERGE_ANSWERS_INVALID'))
  })

  test('JSON_TOO_LARGE: a list that could not be laid out', () => {
    expect(() => assertJsonSize(10 ** 12, 'list.json')).toThrow(refused('JSON_TOO_LARGE'))
  })

  test('BUNDLE_TOO_LARGE: a manifest of two gigabytes is not read', async () => {
    const folder = temporaryFolder()
    const manifest = join(folder, 'manifest.json')
    writeFileSync(manifest, '{}')
    truncateSync(manifest, 2 * 1024 ** 3)
    await expect(openBundle(folder, {})).rejects.toEqual(refused('BUNDLE_TOO_LARGE'))
  })

  test('PROTECTED_OTHERWISE: a file for a key has no passphrase', async () => {
    const encrypter = new Encrypter()
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()))
    const file = join(temporaryFolder(), 'copy.daicho.age')
    writeFileSync(file, await encrypter.encrypt('a register'))
    await expect(openProtected(file, 'a passphrase', `${file}.out`)).rejects.toEqual(refused('PROTECTED_OTHERWISE'))
  })

  test('REQUIREMENT_ITEM_TAKEN: a pack may not hold an item of another one', () => {
    const { register } = testRegister()
    const [pack] = shippedPacks()
    if (pack === undefined) throw new Error('no pack is shipped')
    adoptPack(register, pack, { origin: 'shipped', fileName: null })
    expect(() => adoptPack(register, { ...pack, id: 'OTHER' }, { origin: 'unverified', fileName: 'a.json' })).toThrow(
      refused('REQUIREMENT_ITEM_TAKEN'),
    )
  })
})
