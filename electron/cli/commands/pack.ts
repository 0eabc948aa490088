/** `pack FILE --out DIR [--pack CODE] [--figures] [--language ja|en|both|ja+en] [--entity UNIT]`: the printed pack and its bundle, of the whole or of one legal entity; a draft of today without a code. */
import { entitiesOf } from '#shared/domain/entity-scope.ts'
import { Problem } from '#shared/domain/problem.ts'
import { languages } from '#shared/domain/text.ts'
import { sayBudget } from '#shared/locales/say-budget.ts'
import { translate } from '#shared/locales/translate.ts'
import { packByCode } from '#electron/register/packs.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import type { Call, Command } from '../command.ts'
import { withRegister } from '../open-register.ts'
import { protectOptions } from '../passphrase.ts'
import { withPrinter } from '../printed-pages.ts'
import { protectedOutput } from '../protected-output.ts'

const choices = [...languages, 'both', 'ja+en'] as const

export const packCommand: Command = {
  name: 'pack',
  positionals: ['FILE'],
  options: {
    out: { value: 'DIR', words: 'packOut', required: true },
    pack: { value: 'CODE', words: 'packCode' },
    figures: { value: null, words: 'packFigures' },
    entity: { value: 'UNIT', words: 'packEntity' },
    language: { value: choices.join('|'), words: 'packLanguage', choices },
    ...protectOptions,
  },
  run: (call) => protectedOutput(call, call.absolute(call.options.out ?? ''), (out) => bundle(call, out)),
}

async function bundle(call: Call, out: string) {
  const {
    files: [file = ''],
    options,
    flags,
    language,
    surroundings,
    signal,
    progress,
    report,
    print: atHand,
  } = call
  const asked = choices.find((each) => each === options.language) ?? 'both'
  const figures = flags.has('figures')
  // Loaded when needed: what finishes a PDF is half of the program's time to start.
  const { packStages, writePackBundle } = await import('#electron/register/export/pack-bundle.ts')
  const written = await withRegister(file, { mode: 'read', surroundings }, (register) => {
    // Looked up before a browser is started: a wrong code is told at once.
    const pack = options.pack === undefined ? null : packByCode(register, options.pack)
    const entityId = options.entity === undefined ? null : entityByCode(register, options.entity)
    const printing: typeof withPrinter = atHand === undefined ? withPrinter : (_report, work) => work(atHand)
    return printing(report, (print) =>
      writePackBundle(
        {
          register,
          pack,
          out,
          language: asked,
          figures,
          entityId,
          print,
        },
        {
          signal,
          stage: (stage) => {
            progress.show(`pack.${stage}`, packStages.indexOf(stage) + 1, packStages.length)
          },
        },
      ),
    )
  })
  const { dir, files, pack, overBudget } = written
  const words = translate(language)
  return {
    place: dir,
    outcome: {
      json: { dir, pack, draft: pack === null, files, overBudget },
      lines: [
        pack === null
          ? words('cli.pack.draft', { dir, count: files.length })
          : words('cli.pack.done', { pack, dir, count: files.length }),
        ...(overBudget === null ? [] : [sayBudget(words, overBudget)]),
      ],
      exitCode: 0 as const,
    },
  }
}

/** The id of a legal entity by its code. NOT_FOUND. */
function entityByCode({ read }: Register, code: string): string {
  const found = entitiesOf([...recordTables.unit.all(read)]).find((unit) => unit.code === code)
  if (found === undefined) throw new Problem('NOT_FOUND', { noun: 'unit', id: code })
  return found.id
}
