/** The operations of the import: the file by its token, the work with progress and cancel; what is read in it by its noun. */
import type { ImportInputRead } from '#shared/contract/import.ts'
import type { Desk } from './desk.ts'
import { os } from './implementer.ts'
import { type DirectionImportOptions, importDirections, inspectDirections } from './import/import-directions.ts'
import { importSystems, inspectSource } from './import/import-systems.ts'
import { stagedProgressOf } from './long-work.ts'

const importers = {
  system: { inspect: inspectSource, run: importSystems },
  direction: { inspect: inspectDirections, run: importDirections },
} as const

function optionsOf({ encoding, sheet, headerRow, mapping, side }: ImportInputRead): DirectionImportOptions {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(mapping === undefined ? {} : { mapping }),
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
