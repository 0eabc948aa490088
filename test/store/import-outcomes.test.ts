/**
 * What becomes of every row of the public lists of systems and controls: each record with all that the row says of it, held against
 * `test/fixtures/sources/outcomes`. Long texts stand there by their beginning, length and digest, other columns by their number and
 * digest. `vitest run -u` writes the files anew; whoever does so looks at what changed beside the source.
 */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ImportOptions } from '#electron/register/import/import-options.ts'
import { importRecords } from '#electron/register/import/import-records.ts'
import { importSystems } from '#electron/register/import/import-systems.ts'
import { sha256 } from '#electron/register/store/canonical.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { fields } from '#shared/domain/fields.ts'
import type { ImportReport } from '#shared/domain/import-report.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { fixture, pathOf, systemsOf } from '#test/support/import-files.ts'
import { testRegister } from '#test/support/register.ts'

const agency = (name: string) => `us-federal-2023/raw-agency/${name}`

/** Source → the file of its outcome, and what a person says of it. */
const inventories: Readonly<Record<string, readonly [outcome: string, options?: ImportOptions]>> = {
  [agency('2023 Public Inventory of AI Use Cases - USDA.csv')]: ['usda'],
  [agency('Department_of_Transportation_Inventory_of_Artificial_Intelligence_Use_Cases.csv')]: ['dot'],
  [agency('DOL_Fed_Inv_2023_webtable.csv')]: ['dol'],
  [agency('DOS_Fed_Inv_2023_webtable.csv')]: ['state'],
  [agency('ED_Fed_Inv_2023_webtable.csv')]: ['ed'],
  [agency('EPA_Fed_Inv_2023_webtable.csv')]: ['epa'],
  [agency('GSA_Fed_Inv_2023_webtable.csv')]: ['gsa'],
  [agency('HUD_Fed_Inv_2023_webtable.csv')]: ['hud'],
  [agency('SSA-AI-Inv.csv')]: ['ssa', { encoding: 'windows-1252' }],
  [agency('VA_Fed_Inv_2023_webtable.csv')]: ['va'],
  [agency('23_0726_ocio_dhs-inventory-of-ai-use-cases.xlsx')]: ['dhs'],
  [agency('2023-agency-inventory-of-ai-use-cases-for-doigovdata.xlsx')]: ['interior'],
  'canada-gc-ai-register/gc-ai-register-mvp_EXCERPT_first6rows.csv': ['canada'],
  'us-federal-2023/2023_consolidated_ai_inventory_raw.csv': ['consolidated'],
  'uk-atrs/atrs_records.csv': ['uk'],
}

const checklist = 'ja-genai-checklist/genai-governance-checklist.xlsx'

describe('every row of a public list becomes the record that it is said to become', () => {
  test.each(Object.entries(inventories))('%s', async (source, [outcome, options = {}]) => {
    const { register } = testRegister()
    const report = await importSystems(register, fixture(source), options)
    await expectOutcome(outcome, report, linesOfSystems(register))
  })

  test(checklist, async () => {
    const { register } = testRegister()
    const report = await importRecords(register, 'control', fixture(checklist), {})
    const rows = new Map([...recordTables.sourceRow.all(register.read)].map((row) => [row.subjectId, row]))
    const linesOf = (control: RecordOf<'control'>) => {
      const row = rows.get(control.id)
      if (row === undefined) throw new Error(`no row of ${control.code}`)
      return [`row ${String(row.row)} ${row.key}`, ...linesOfFields('control', control), ...otherColumns(row.cells)]
    }
    await expectOutcome(
      'genai-checklist',
      report,
      [...recordTables.control.all(register.read)].flatMap((control) => ['', ...linesOf(control)]),
    )
  })
})

function expectOutcome(outcome: string, report: ImportReport, records: readonly string[]): Promise<unknown> {
  const lines = [
    `${String(report.rows)} rows, ${String(report.added)} added, ${String(report.rejected.length)} left out`,
    ...report.rejected.map(
      ({ row, column, reason, value }) => `row ${String(row)} ${column} ${reason} ${brief(value)}`,
    ),
    ...records,
  ]
  return expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(fixture('outcomes'), `${outcome}.txt`))
}

/** Of each system its key, then each field that says anything, in the order of its description, its unit and who answers for it. */
function linesOfSystems(register: Register): string[] {
  const assigned = Map.groupBy(recordTables.assignment.all(register.read), ({ subjectId }) => subjectId)
  const paths = new Map<string | null, readonly string[]>()
  const path = (unitId: string | null) => {
    const known = paths.get(unitId) ?? pathOf(register, unitId)
    paths.set(unitId, known)
    return known
  }
  return systemsOf(register).flatMap((system) => [
    '',
    brief(system.sourceKey ?? ''),
    ...linesOfFields('system', system),
    ...said('unit', path(system.unitId)),
    ...(assigned.get(system.id) ?? []).flatMap(({ role, personId }) => {
      const person = personId === null ? undefined : recordTables.person.get(register.read, personId)
      return said(role, person?.name)
    }),
    ...otherColumns(system.sourceNotes),
  ])
}

/** What is said of where a record comes from stands in its first and last line. */
const ofItsSource: readonly string[] = ['code', 'unitId', 'sourceKey', 'sourceNotes', 'importId']

function linesOfFields<N extends 'system' | 'control'>(noun: N, record: RecordOf<N>): string[] {
  return fields[noun]
    .filter(({ name }) => !ofItsSource.includes(name))
    .flatMap(({ name }) => said(name, Reflect.get(record, name)))
}

function otherColumns(cells: readonly unknown[]): string[] {
  if (cells.length === 0) return []
  return [`  other columns: ${String(cells.length)} ${sha256(JSON.stringify(cells)).slice(0, 12)}`]
}

function said(name: string, value: unknown): string[] {
  if (value === null || value === undefined || value === 'unknown' || value === '') return []
  if (Array.isArray(value)) return value.length === 0 ? [] : [`  ${name}: ${brief(value.map(textOf).join(' | '))}`]
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([part, each]) => said(`${name}.${part}`, each as unknown))
  return [`  ${name}: ${brief(textOf(value))}`]
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const whole = 90

function brief(text: string): string {
  const line = text.replaceAll('\n', '\\n')
  return line.length <= whole ? line : `${line.slice(0, 60)}… (${String(text.length)}, ${sha256(text).slice(0, 8)})`
}
