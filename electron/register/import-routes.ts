/** The operations of the import: the file by its token, the work with progress and cancel. */
import type { ImportInput } from '#shared/contract/import.ts'
import type { Desk } from './desk.ts'
import { os } from './implementer.ts'
import { type ImportOptions, importSystems, inspectSource } from './import/import-systems.ts'
import { stagedProgressOf } from './long-work.ts'

function optionsOf({ encoding, headerRow, mapping }: ImportInput): ImportOptions {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(mapping === undefined ? {} : { mapping }),
  }
}

export function importRoutes(desk: Desk) {
  return {
    inspect: os.importing.inspect.handler(({ input, signal }) =>
      stagedProgressOf('reading', signal, (work) =>
        inspectSource(desk.register, desk.tokens.peek(input.token), optionsOf(input), work),
      ),
    ),
    run: os.importing.run.handler(({ input, signal }) =>
      stagedProgressOf('reading', signal, (work) =>
        importSystems(desk.register, desk.tokens.peek(input.token), optionsOf(input), {
          ...work,
          dryRun: input.dryRun,
        }),
      ),
    ),
  }
}
