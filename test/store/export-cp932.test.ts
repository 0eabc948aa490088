/** The register and a list in code page 932: told first, written only as decided, and as good an export as any other. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkBundle } from '#electron/register/export/check-bundle.ts'
import { exportRegister, unheldInRegister } from '#electron/register/export/export-register.ts'
import { unheldInList, writeListFile } from '#electron/register/export/list-file.ts'
import { decoderOf } from '#electron/register/import/encodings.ts'
import { registerFromExport } from '#electron/register/round-trip/register-from-export.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { currentState } from '#electron/register/store/replay.ts'
import { createSystem } from '#electron/register/systems.ts'
import { Problem } from '#shared/domain/problem.ts'
import { temporaryFolder, testRegister } from '#test/support/register.ts'

const read = (file: string) => {
  const decoder = decoderOf('cp932')
  return decoder.decode(readFileSync(file)) + decoder.end()
}

function named() {
  const made = testRegister()
  createSystem(made.register, { name: { ja: '髙橋様の問合せ〜要約〜', en: 'Résumé' } })
  createSystem(made.register, { name: { ja: '𠮷田', en: null }, purpose: { ja: '①', en: null } })
  return made
}

test('the register: what it cannot hold is told with its place, and nothing written', async () => {
  const { register } = named()
  const out = join(temporaryFolder(), 'export')
  const told = await unheldInRegister(register)
  const write = (seen: string | null) => exportRegister(register, out, {}, { encoding: 'cp932', seen })
  await expect(write(null)).rejects.toThrow(new Problem('CHARACTERS_UNHELD', { count: told.total }))
  expect(existsSync(out)).toBe(false)
  const own = told.rows.filter(({ file }) => file === 'systems.csv')
  expect(own).toEqual([
    { file: 'systems.csv', record: 'SYS-0001', field: 'name_ja', character: '〜', count: 2 },
    { file: 'systems.csv', record: 'SYS-0001', field: 'name_en', character: 'é', count: 2 },
    { file: 'systems.csv', record: 'SYS-0002', field: 'name_ja', character: '𠮷', count: 1 },
  ])
  expect(told.total).toBe(told.rows.reduce((sum, { count }) => sum + count, 0))

  // Decided on another report than this one: nothing is written.
  createSystem(register, { name: { ja: 'Ü', en: null } })
  await expect(write(told.digest)).rejects.toThrow(new Problem('CHARACTERS_UNHELD', { count: told.total + 1 }))
  expect(existsSync(out)).toBe(false)
})

test('the register: written with the substitute, said in the manifest, checked, and the same register again', async () => {
  const { register, surroundings } = named()
  const out = join(temporaryFolder(), 'export')
  const told = await unheldInRegister(register)
  await exportRegister(register, out, {}, { encoding: 'cp932', seen: told.digest })
  const systems = read(join(out, 'systems.csv'))
  expect(systems.split('\r\n')[1]).toContain('"髙橋様の問合せ〓要約〓"')
  expect(systems).toContain('"R〓sum〓"')
  expect(read(join(out, 'data-dictionary.csv'))).toContain('"systems.csv"')
  expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).toMatchObject({
    encoding: 'cp932',
    substitutedCharacters: told.total,
  })
  const described = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')) as {
    resources: { format?: string; encoding?: string }[]
  }
  expect(new Set(described.resources.filter(({ format }) => format === 'csv').map(({ encoding }) => encoding))).toEqual(
    new Set(['windows-31j']),
  )
  expect((await checkBundle(out, { register })).findings).toEqual([])

  const file = join(temporaryFolder(), 'again.daicho')
  await registerFromExport(out, file, surroundings)
  const again = openRegister(file, { mode: 'read', surroundings })
  expect(currentState(again.read).systems).toEqual(currentState(register.read).systems)
  again.close()
})

test('a list: told by code and heading, then written under a name that says so', async () => {
  const { register } = named()
  const folder = temporaryFolder()
  const query = {
    noun: 'system' as const,
    search: '',
    filters: {},
    codes: null,
    withdrawn: false,
    sort: [],
    group: null,
    columns: ['name'],
  }
  const options = { folder, language: 'ja' } as const
  const told = await unheldInList(register, query, 'ja')
  const write = (seen: string | null) =>
    writeListFile(register, query, { ...options, encoded: { encoding: 'cp932', seen } })
  await expect(write(null)).rejects.toThrow(new Problem('CHARACTERS_UNHELD', { count: 3 }))
  expect(readdirSync(folder)).toEqual([])
  expect(told.rows.map(({ record, field, character, count }) => [record, field, character, count])).toEqual([
    ['SYS-0001', '名称', '〜', 2],
    ['SYS-0002', '名称', '𠮷', 1],
  ])
  const written = await write(told.digest)
  expect(written.file.endsWith('-cp932.csv')).toBe(true)
  expect(read(written.file)).toContain('〓田')
})
