/** The register as a workbook: what stands in it, cell by cell where it matters, and that it comes back in unchanged. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { registerWorkbook, writeRegisterWorkbook } from '#electron/register/export/register-workbook.ts'
import { exportRegister } from '#electron/register/export/export-register.ts'
import { importSystems } from '#electron/register/import/import-systems.ts'
import { currentState } from '#electron/register/store/replay.ts'
import { shownOf } from '#electron/register/workbook/cells.ts'
import { readWorkbook } from '#electron/register/workbook/read-workbook.ts'
import { translate } from '#shared/locales/translate.ts'
import { daicho } from '#test/support/command-line.ts'
import { fixture, sourceOf, systemsOf, unitsOf } from '#test/support/import-files.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { temporaryFolder, testRegister } from '#test/support/register.ts'

async function filled() {
  const { register } = testRegister()
  fillOneOfEach(register)
  await importSystems(
    register,
    sourceOf(
      '管理番号,システム名,目的,部門,次回見直し日,備考\n0012,=SUM(A1),+81の判定,審査部,2026-09-01,\'そのまま\n0013,@与信,"二行\nある",審査部,,\n',
    ),
    {},
  )
  return register
}

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  test('lists with typed cells, the matrix and the legend, and not one formula', async () => {
    const register = await filled()
    const state = currentState(register.read)
    const { bytes, shortened } = await registerWorkbook(state, register.today(), language)
    expect(shortened).toBe(0)
    const sheets = await readWorkbook(bytes, { file: 'register.xlsx' })
    const names = sheets.map(({ name }) => name)
    expect([names[0], names[1], ...names.slice(-2)]).toEqual(
      language === 'ja'
        ? ['AIシステム', 'リスク', 'リスクマトリクス', '凡例']
        : ['AI systems', 'Risks', 'Risk matrix', 'Legend'],
    )
    const [systems] = sheets
    const headings = systems?.rows[0]?.map(shownOf) ?? []
    const row = systems?.rows.find((cells) => cells.some((cell) => cell?.value === '=SUM(A1)')) ?? []
    expect(row[headings.indexOf(translate(language)('field.system.nextReviewOn'))]).toEqual({
      kind: 'day',
      value: '2026-09-01',
      shown: '2026-09-01',
    })
    expect(row.filter((each) => each?.value === '=SUM(A1)')).toMatchObject([{ kind: 'text' }])
    const raw = await readXlsx(bytes, { readStyles: true })
    expect(
      raw.sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])]).filter(({ formula }) => formula !== undefined),
    ).toEqual([])
    expect(raw.sheets[0]?.freezePane).toMatchObject({ rows: 1 })
    // The version of a record is a figure, not a text.
    expect(row.some((each) => each?.kind === 'number')).toBe(true)
    const matrix = sheets.find(({ name }) => name === names.at(-2))
    const counts = matrix?.rows.slice(3, 8).flatMap((cells) => cells.slice(1, 6).map((each) => each?.value))
    const judged = state.risks.filter(({ withdrawn }) => withdrawn === null).length
    const unassessed = matrix?.rows.find(
      ([first]) => first?.shown === (language === 'ja' ? '未評価' : 'Not assessed'),
    )?.[1]?.value
    expect(counts).toHaveLength(25)
    expect(counts?.reduce<number>((sum, each) => sum + Number(each), 0)).toBe(judged - Number(unassessed))
    const legend = sheets.at(-1)?.rows.map((cells) => cells.map(shownOf)) ?? []
    const told = legend.filter(([sheet]) => sheet === names[0]).map((cells) => cells[1])
    expect(told).toEqual(headings)
    expect(legend.find((cells) => cells[2] === 'lifecycle_code')?.[5]).toContain(
      language === 'ja' ? 'production = 本番' : 'production = Production',
    )
  })

  test('comes back in as the same systems: unchanged here, the same in an empty register', async () => {
    const register = await filled()
    const folder = temporaryFolder()
    const { name } = await writeRegisterWorkbook(register, { folder, name: 'register', language })
    const before = register.head()
    expect(await importSystems(register, join(folder, name), {}, { dryRun: true })).toMatchObject({
      rows: systemsOf(register).length,
      added: 0,
      updated: 0,
      unchanged: systemsOf(register).length,
      rejected: [],
      unknownValues: [],
      unmapped: [],
    })
    expect(register.head()).toEqual(before)
    await exportRegister(register, join(folder, 'csv'))
    const fromWorkbook = testRegister().register
    const fromText = testRegister().register
    await importSystems(fromWorkbook, join(folder, name), {})
    await importSystems(fromText, join(folder, 'csv', 'systems.csv'), {})
    const plain = (of: typeof register) =>
      systemsOf(of).map(({ id, importId: _run, unitId, sourceNotes: _notes, ...rest }) => ({
        ...rest,
        id,
        unit: unitsOf(of).find((unit) => unit.id === unitId)?.name ?? null,
      }))
    expect(plain(fromWorkbook)).toEqual(plain(fromText))
    const said = (of: typeof register) =>
      systemsOf(of).map(({ code, name: read, purpose, lifecycle, notes, nextReviewOn, tier, vendor, freeFields }) => [
        code,
        [read, purpose, lifecycle, notes, nextReviewOn, tier, vendor, freeFields],
      ])
    expect(said(fromWorkbook)).toEqual(said(register))
  })

  test('the same state gives the same bytes', async () => {
    const register = await filled()
    const state = currentState(register.read)
    const [one, other] = [
      await registerWorkbook(state, register.today(), language),
      await registerWorkbook(state, register.today(), language),
    ]
    expect(Buffer.compare(Buffer.from(one.bytes), Buffer.from(other.bytes))).toBe(0)
  })
})

test('a text that no cell holds is cut and counted', async () => {
  const { register } = testRegister()
  await importSystems(register, sourceOf(`システム名,目的\n与信,${'長'.repeat(32_768)}\n`), {})
  const { bytes, shortened } = await registerWorkbook(currentState(register.read), register.today(), 'ja')
  expect(shortened).toBe(1)
  const [systems] = await readWorkbook(bytes, { file: 'a.xlsx' })
  expect(Math.max(...(systems?.rows[1]?.map((cell) => shownOf(cell).length) ?? []))).toBe(32_767)
})

test('the command writes it into a folder, and never over another file', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'register.daicho')
  await daicho(['new', file])
  await daicho(['import', file, fixture('us-federal-2023/raw-agency/GSA_Fed_Inv_2023_webtable.csv'), '--as', 'systems'])
  const out = join(folder, 'out')
  const first = await daicho(['export', file, '--out', out, '--format', 'xlsx', '--language', 'en', '--json'])
  const { files } = JSON.parse(first.output) as { files: [string] }
  await daicho(['export', file, '--out', out, '--format', 'xlsx'])
  expect(readdirSync(out).sort()).toEqual([files[0].replace('.xlsx', '-2.xlsx'), files[0]].sort())
  const [systems] = await readWorkbook(readFileSync(join(out, files[0])), { file: files[0] })
  expect([systems?.name, systems?.rows.length]).toEqual(['AI systems', 13])
})
