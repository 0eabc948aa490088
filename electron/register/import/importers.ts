/** The import of every noun: one for the window and the command line. */
import { type ImportNoun, importNouns } from '#shared/domain/import-profile.ts'
import { type RecordNoun, recordNouns } from '#shared/domain/import-record/record-targets.ts'
import type { ImportPreview, ImportReport } from '#shared/domain/import-report.ts'
import { stateKeys } from '#shared/domain/register-state.ts'
import type { Register } from '../store/register-file.ts'
import { importRecords, inspectRecords } from './import-records.ts'
import type { ImportOptions, ImportWork } from './import-options.ts'
import { importSystems, inspectSource } from './import-systems.ts'
import type { LongWork } from './source.ts'

export interface Importer {
  readonly inspect: (
    register: Register,
    path: string,
    options: ImportOptions,
    work?: LongWork,
  ) => Promise<ImportPreview>
  readonly run: (register: Register, path: string, options: ImportOptions, work?: ImportWork) => Promise<ImportReport>
}

function importerOf(noun: RecordNoun): Importer {
  return {
    inspect: (register, path, options, work) => inspectRecords(register, noun, path, options, work),
    run: (register, path, options, work) => importRecords(register, noun, path, options, work),
  }
}

export const importers: Readonly<Record<ImportNoun, Importer>> = {
  system: { inspect: inspectSource, run: importSystems },
  ...(Object.fromEntries(recordNouns.map((noun) => [noun, importerOf(noun)])) as unknown as Record<
    RecordNoun,
    Importer
  >),
}

/** What a list is said to hold on the command line: `systems`, `people`. */
export const importedAs: ReadonlyMap<string, ImportNoun> = new Map(importNouns.map((noun) => [stateKeys[noun], noun]))
