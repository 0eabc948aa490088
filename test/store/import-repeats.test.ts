/**
 * A source's own key that stands in two rows, of every list: told row by row, decided by a person, nothing doubled, and asked once.
 * Directions have a key of Daicho's own (side, number and day), which `import-directions` tests.
 */
import { describe, expect, test } from 'vitest'
import { importers } from '#electron/register/import/importers.ts'
import type { ImportOptions } from '#electron/register/import/import-options.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { type ImportNoun, importNouns } from '#shared/domain/import-profile.ts'
import type { ImportReport } from '#shared/domain/import-report.ts'
import { sourceOf } from '../support/import-files.ts'
import { testRegister } from '../support/register.ts'

/** What every record of a list owes. */
const defaults: { readonly [N in ImportNoun]?: Readonly<Record<string, string>> } = {
  risk: { category: 'AIGB-C-1' },
  control: { domain: 'model' },
  unit: { kind: 'division' },
  post: { kind: 'officer' },
  incident: { kind: 'incident' },
}
const list = '管理番号,件名,ベンダ\nA-1,甲,北辰\nA-1,乙,北辰\nA-2,丙,北辰\n'

function bring(register: Register, noun: ImportNoun, given: object = {}, content = list): Promise<ImportReport> {
  const options: ImportOptions = {
    mapping: {
      version: 1,
      columns: { 件名: 'name', ベンダ: noun === 'contract' ? 'vendorId' : null },
      make: { vendor: {} },
      ...(defaults[noun] && { defaults: defaults[noun] }),
      ...given,
    },
  }
  return importers[noun].run(register, sourceOf(content), options)
}

const told = { row: 3, column: '管理番号', reason: 'KEY_REPEATED', value: 'A-1', earlier: 2 }
const names = (register: Register, noun: ImportNoun) =>
  [...recordTables[noun].all(register.read)].map(({ name }) => (name as { ja: string | null }).ja)
const counts = ({ added, updated, unchanged, rejected }: ImportReport) => ({ added, updated, unchanged, rejected })
const nothing = { added: 0, updated: 0, unchanged: 0, rejected: [] }

describe.each(importNouns.filter((noun) => noun !== 'direction'))('%s', (noun) => {
  test('the second row of a key is told and left out, until it is said to be a record of its own', async () => {
    const { register } = testRegister()
    expect(counts(await bring(register, noun))).toEqual({ ...nothing, added: 2, rejected: [told] })
    expect(names(register, noun)).toEqual(['甲', '丙'])
    expect(counts(await bring(register, noun))).toEqual({ ...nothing, unchanged: 2, rejected: [told] })
    expect(counts(await bring(register, noun, { apart: ['A-1'] }))).toEqual({ ...nothing, added: 1, unchanged: 2 })
    expect(names(register, noun)).toEqual(['甲', '丙', '乙'])
    // Said once, it is not asked again, and neither row is taken for the other.
    const again = await bring(register, noun)
    expect(counts(again)).toEqual({ ...nothing, unchanged: 3 })
    expect(again.missing).toEqual([])
    expect(await verifyRegister(register)).toEqual([])
  })

  test('said at once, both come in; named by the mapping, the column is no reason to refuse the file', async () => {
    const { register } = testRegister()
    expect(counts(await bring(register, noun, { key: '管理番号', apart: ['A-1'] }))).toEqual({ ...nothing, added: 3 })
    const { register: other } = testRegister()
    expect(counts(await bring(other, noun, { key: '管理番号' }))).toEqual({ ...nothing, added: 2, rejected: [told] })
  })

  test('a column that many rows repeat is told and passed over; a person who chooses it decides of each key', async () => {
    const { register } = testRegister()
    const long = 'あ'.repeat(250)
    const many = list.replace('A-2', long).concat(`${long},丁,北辰\n`)
    const first = await bring(register, noun, {}, many)
    expect([first.added, first.found.keyLeft, first.found.repeats]).toEqual([4, { column: '管理番号', rows: 2 }, []])
    const { register: other } = testRegister()
    const repeats = [
      { word: 'A-1', rows: [2, 3] },
      { word: long, rows: [4, 5] },
    ]
    const chosen = await bring(other, noun, { key: '管理番号' }, many)
    expect([chosen.added, chosen.found.keyLeft, chosen.found.repeats]).toEqual([2, null, repeats])
    // Said of the whole key, also where a cell shows only its beginning; its rows stay told.
    const apart = await bring(other, noun, { key: '管理番号', apart: [long] }, many)
    expect([apart.added, apart.rejected, apart.found.repeats]).toEqual([1, [told], repeats])
    expect(names(other, noun)).toEqual(['甲', '丙', '丁'])
    expect(await verifyRegister(other)).toEqual([])
  })

  test('a list that had no key before goes on by its names', async () => {
    const { register } = testRegister()
    // Three rows of one key: no key at all.
    await bring(register, noun, {}, list.replace('A-2', 'A-1'))
    expect(names(register, noun)).toEqual(['甲', '乙', '丙'])
    const next = await bring(register, noun, { apart: ['A-1'] })
    expect([next.added, names(register, noun)]).toEqual([0, ['甲', '乙', '丙']])
  })
})
