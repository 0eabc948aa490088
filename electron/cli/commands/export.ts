/**
 * `export FILE --out DIR [--format csv|xlsx] [--encoding utf-8|cp932] [--substitute]`: the whole register as CSV, or as one workbook
 * in the folder. What an encoding cannot hold is told, and nothing written, unless `--substitute` says that it may be replaced.
 */
import { basename, dirname, join } from 'node:path'
import { languageSchema } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { codePointOf, type UnheldCharacters } from '#shared/contract/encoding.ts'
import { textEncodings } from '#electron/register/export/encoding-survey.ts'
import { exportRegister, unheldInRegister } from '#electron/register/export/export-register.ts'
import { writeRegisterWorkbook } from '#electron/register/export/register-workbook.ts'
import type { Call, Command } from '../command.ts'
import { folderFor } from '../folder-for.ts'
import { withRegister } from '../open-register.ts'
import { usageProblem } from '../read-arguments.ts'
import { protectOptions } from '../passphrase.ts'
import { protectedOutput } from '../protected-output.ts'

export const exportCommand: Command = {
  name: 'export',
  positionals: ['FILE'],
  options: {
    out: { value: 'DIR', words: 'exportOut', required: true },
    format: { value: 'csv|xlsx', words: 'exportFormat', choices: ['csv', 'xlsx'] },
    encoding: { value: textEncodings.join('|'), words: 'exportEncoding', choices: textEncodings },
    substitute: { value: null, words: 'exportSubstitute' },
    language: { value: 'ja|en', words: 'exportLanguage', choices: ['ja', 'en'] },
    ...protectOptions,
  },
  async run(call) {
    const out = call.absolute(call.options.out ?? '')
    // A workbook has an encoding of its own, which holds every character.
    const [option] = [
      ...(call.options.encoding === 'cp932' ? ['encoding'] : []),
      ...(call.flags.has('substitute') ? ['substitute'] : []),
    ]
    if (call.options.format === 'xlsx' && option !== undefined)
      throw usageProblem(call.help, 'NOT_WITH_WORKBOOK', { option: `--${option}` })
    if (call.options.format === 'xlsx') return protectedOutput(call, out, (folder) => workbook(call, folder))
    // The tables are a folder of their own: protected it is `DIR.tar.age` beside the place where it would stand.
    return protectedOutput(call, dirname(out), (folder) => tables(call, join(folder, basename(out))))
  },
}

async function workbook({ files: [file = ''], options, language, surroundings }: Call, folder: string) {
  const words = translate(language)
  const dir = folderFor(folder)
  const written = await withRegister(file, { mode: 'read', surroundings }, (register) =>
    writeRegisterWorkbook(register, {
      folder: dir,
      name: `${basename(file, '.daicho')}-${register.today()}`,
      language: languageSchema.safeParse(options.language).data ?? register.organisation().language,
    }),
  )
  return {
    place: join(dir, written.name),
    outcome: {
      json: { dir, files: [written.name], guardedCells: 0, shortenedCells: written.shortened },
      lines: [
        words('cli.export.workbook', { dir, name: written.name }),
        ...(written.shortened > 0 ? [words('cli.export.shortened', { count: written.shortened })] : []),
      ],
      exitCode: 0 as const,
    },
  }
}

async function tables(call: Call, out: string) {
  const {
    files: [file = ''],
    options,
    flags,
    language,
    surroundings,
    signal,
    progress,
  } = call
  const words = translate(language)
  const encoding = textEncodings.find((each) => each === options.encoding) ?? 'utf-8'
  const work = {
    signal,
    progress: (done: number, total: number) => {
      progress.show('export', done, total)
    },
  }
  const exported = await withRegister(file, { mode: 'read', surroundings }, async (register) => {
    const unheld = encoding === 'utf-8' ? null : await unheldInRegister(register, signal)
    if (unheld !== null && unheld.total > 0 && !flags.has('substitute')) return unheld
    return exportRegister(register, out, work, { encoding, seen: unheld?.digest ?? null })
  })
  if ('digest' in exported) {
    const { total, rows } = exported
    return {
      place: null,
      outcome: {
        json: { dir: null, files: [], guardedCells: 0, unheld: { total, rows: rows.map(withCodePoint) } },
        lines: [
          words('encoding.refused', { count: total }),
          ...rows.map((row) => words('cli.export.unheld', withCodePoint(row))),
          words('cli.export.substitute'),
        ],
        exitCode: 1 as const,
      },
    }
  }
  const { dir, files, guardedCells } = exported
  return {
    place: dir,
    outcome: {
      json: { dir, files, guardedCells },
      lines: [
        words('cli.export.done', { dir, count: files.length }),
        ...(guardedCells > 0 ? [words('cli.export.guarded', { count: guardedCells })] : []),
      ],
      exitCode: 0 as const,
    },
  }
}

function withCodePoint(row: UnheldCharacters['rows'][number]) {
  return { ...row, codePoint: codePointOf(row.character) }
}
