/** The operations of the import: the file by its token, the work with progress and cancel; what is read in it by its noun. */
import { join } from 'node:path'
import type { ImportInputRead } from '#shared/contract/import.ts'
import type { Desk } from './desk.ts'
import { os } from './implementer.ts'
import type { ImportOptions } from './import/import-options.ts'
import { importers } from './import/importers.ts'
import { dropMapping, keepMapping, keptMappings } from './import/kept-mappings.ts'
import { readMappingFile, writeMappingFile } from './import/mapping-file.ts'
import { stagedProgressOf } from './long-work.ts'

function optionsOf({ encoding, sheet, headerRow, mapping, leave, withdraw }: ImportInputRead): ImportOptions {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(leave === undefined ? {} : { leave }),
    ...(withdraw === undefined ? {} : { withdraw }),
  }
}

export function importRoutes(desk: Desk) {
  return {
    mappings: os.importing.mappings.handler(({ input }) => keptMappings(desk.register, input.noun)),
    keepMapping: os.importing.keepMapping.handler(({ input }) => keepMapping(desk.register, input)),
    dropMapping: os.importing.dropMapping.handler(({ input }) => dropMapping(desk.register, input.id)),
    writeMapping: os.importing.writeMapping.handler(({ input }) => {
      const folder = desk.tokens.peek(input.folder)
      const name = writeMappingFile(folder, input.title, input.mapping)
      return { name, token: desk.tokens.issue(join(folder, name)) }
    }),
    readMapping: os.importing.readMapping.handler(({ input }) => readMappingFile(desk.tokens.peek(input.token))),
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
