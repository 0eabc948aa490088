/**
 * What becomes of every row of the public inventories: each record with all that the row says of it, held against
 * `test/fixtures/sources/outcomes`. Long texts stand there by their beginning, length and digest, other columns by their number and
 * digest. `vitest run -u` writes the files anew; whoever does so looks at what changed beside the source.
 */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ImportOptions } from '#electron/register/import/import-options.ts'
import { importSystems } from '#electron/register/import/import-systems.ts'
import { sha256 } from '#electron/register/store/canonical.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { fields } from '#shared/domain/fields.ts'
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
  'uk-atrs/atrs_records.csv': ['uk'],
}

describe('every row of a public inventory becomes the record that it is said to become', () => {
  test.each(Object.entries(inventories))('%s', async (source, [outcome, options = {}]) => {
    const { register } = testRegister()
    const report = await importSystems(register, fixture(source), options)
    const lines = [
      `${String(report.rows)} rows, ${String(report.added)} added, ${String(report.rejected.length)} left out`,
      ...report.rejected.map(
        ({ row, column, reason, value }) => `row ${String(row)} ${column} ${reason} ${brief(value)}`,
      ),
      ...systemsOf(register).flatMap((system) => ['', ...linesOf(register, system)]),
    ]
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(fixture('outcomes'), `${outcome}.txt`))
  })
})

/** The record by its key, then each field that says anything, in the order of its description. */
function linesOf(register: Register, system: RecordOf<'system'>): string[] {
  const said = (name: string, value: unknown): string[] => {
    if (value === null || value === undefined || value === 'unknown' || value === '') return []
    if (Array.isArray(value)) return value.length === 0 ? [] : [`  ${name}: ${brief(value.map(textOf).join(' | '))}`]
    if (typeof value === 'object')
      return Object.entries(value).flatMap(([part, each]) => said(`${name}.${part}`, each as unknown))
    return [`  ${name}: ${brief(textOf(value))}`]
  }
  const shown = fields.system.filter(
    ({ name }) => !['code', 'unitId', 'sourceKey', 'sourceNotes', 'importId'].includes(name),
  )
  const { sourceKey, sourceNotes } = system
  return [
    brief(sourceKey ?? ''),
    ...shown.flatMap(({ name }) => said(name, Reflect.get(system, name))),
    ...said('unit', pathOf(register, system.unitId)),
    ...[...recordTables.assignment.all(register.read)]
      .filter(({ subjectId }) => subjectId === system.id)
      .flatMap(({ role, personId }) => {
        const person = personId === null ? undefined : recordTables.person.get(register.read, personId)
        return said(role, person?.name)
      }),
    ...(sourceNotes.length === 0
      ? []
      : [`  other columns: ${String(sourceNotes.length)} ${sha256(JSON.stringify(sourceNotes)).slice(0, 12)}`]),
  ]
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const whole = 90

function brief(text: string): string {
  const line = text.replaceAll('\n', '\\n')
  return line.length <= whole ? line : `${line.slice(0, 60)}… (${String(text.length)}, ${sha256(text).slice(0, 8)})`
}
