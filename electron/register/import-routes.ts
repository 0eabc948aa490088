/** The operations of the import: the file by its token, the work with progress and cancel; what is read in it by its noun. */
import type { ImportInputRead } from '#shared/contract/import.ts'
import type { Desk } from './desk.ts'
import { os } from './implementer.ts'
import { type AnyImportOptions, importers } from './import/importers.ts'
import { stagedProgressOf } from './long-work.ts'

function optionsOf({ encoding, sheet, headerRow, mapping, side, leave, withdraw }: ImportInputRead): AnyImportOptions {
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
