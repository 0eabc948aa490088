/** The operations of the import: the file by its token, the work with progress and cancel; what is read in it by its noun. */
import type { ImportInputRead } from '#shared/contract/import.ts'
import type { ImportNoun } from '#shared/domain/import-profile.ts'
import { type RecordNoun, recordNouns } from '#shared/domain/import-record/record-targets.ts'
import type { ImportPreview, ImportReport } from '#shared/domain/import-report.ts'
import type { Desk } from './desk.ts'
import { os } from './implementer.ts'
import { type DirectionImportOptions, importDirections, inspectDirections } from './import/import-directions.ts'
import { importRecords, inspectRecords, type RecordImportOptions } from './import/import-records.ts'
import { importSystems, type ImportWork, inspectSource } from './import/import-systems.ts'
import type { LongWork } from './import/source.ts'
import { stagedProgressOf } from './long-work.ts'
import type { Register } from './store/register-file.ts'

type Inspect = (register: Register, path: string, options: Options, work: LongWork) => Promise<ImportPreview>
type Run = (register: Register, path: string, options: Options, work: ImportWork) => Promise<ImportReport>
type Options = DirectionImportOptions & RecordImportOptions

const importers: Readonly<Record<ImportNoun, { readonly inspect: Inspect; readonly run: Run }>> = {
  system: { inspect: inspectSource, run: importSystems },
  direction: { inspect: inspectDirections, run: importDirections },
  ...(Object.fromEntries(
    recordNouns.map((noun) => [
      noun,
      {
        inspect: (register, path, options, work) => inspectRecords(register, noun, path, options, work),
        run: (register, path, options, work) => importRecords(register, noun, path, options, work),
      } satisfies { inspect: Inspect; run: Run },
    ]),
  ) as unknown as Record<RecordNoun, { inspect: Inspect; run: Run }>),
}

function optionsOf({ encoding, sheet, headerRow, mapping, side, leave, withdraw }: ImportInputRead): Options {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(leave === undefined ? {} : { leave }),
    ...(withdraw === undefined ? {} : { withdraw }),
    side,
  }
}

export function importRoutes(desk: Desk) {
  return {
    inspect: os.importing.inspect.handler(({ input, signal }) =>
      stagedProgressOf('reading', signal, (work) =>
        importers[input.noun].inspect(desk.register, desk.tokens.peek(input.token), optionsOf(input), work),
      ),
    ),
    run: os.importing.run.handler(({ input, signal }) =>
      stagedProgressOf('reading', signal, (work) =>
        importers[input.noun].run(desk.register, desk.tokens.peek(input.token), optionsOf(input), {
          ...work,
          dryRun: input.dryRun,
        }),
      ),
    ),
  }
}
