/** Sources for the tests of the import: files of the fixtures, and files that a test writes. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportOptions } from '#electron/register/import/import-options.ts'
import { importSystems } from '#electron/register/import/import-systems.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { ImportReport } from '#shared/domain/import-report.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { temporaryFolder } from './register.ts'

const sources = new URL('../fixtures/sources/', import.meta.url).pathname

export function fixture(name: string): string {
  return join(sources, name)
}

export function fixtureText(name: string): string {
  return readFileSync(fixture(name), 'utf8')
}

/** Writes a source and gives its path. */
export function sourceOf(content: string | Uint8Array, name = 'source.csv'): string {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, content)
  return file
}

/** Imports what a test writes. */
export async function importText(
  register: Register,
  content: string | Uint8Array,
  options: ImportOptions = {},
): Promise<ImportReport> {
  return importSystems(register, sourceOf(content), options)
}

/** Code and facts of the refusal that `work` ends in. */
export async function refusalOf(work: Promise<unknown>): Promise<Pick<Problem, 'code' | 'facts'>> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof Problem) return { code: error.code, facts: error.facts }
  throw new Error(`expected a refusal, got ${String(error)}`, { cause: error })
}

export function systemsOf(register: Register): RecordOf<'system'>[] {
  return [...recordTables.system.all(register.read)]
}
export function unitsOf(register: Register): RecordOf<'unit'>[] {
  return [...recordTables.unit.all(register.read)]
}
export function peopleOf(register: Register): RecordOf<'person'>[] {
  return [...recordTables.person.all(register.read)]
}

/** The path of a unit's names from the top. */
export function pathOf(register: Register, unitId: string | null): string[] {
  const units = new Map(unitsOf(register).map((unit) => [unit.id, unit]))
  const path: string[] = []
  for (let id = unitId; id !== null;) {
    const unit = units.get(id)
    if (!unit) throw new Error(`no unit ${id}`)
    path.unshift(unit.name.ja ?? unit.name.en ?? '')
    id = unit.parentId
  }
  return path
}
