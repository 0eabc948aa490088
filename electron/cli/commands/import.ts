/** `import FILE SOURCE --as systems …`: AI systems from a CSV file or a workbook, with an account of every row. */
import { readFileSync, statSync } from 'node:fs'
import type { ImportReport, RejectedRow } from '#shared/domain/import-report.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { importSystems } from '#electron/register/import/import-systems.ts'
import { problemOf } from '#electron/register/store/sqlite-problems.ts'
import type { Command } from '../command.ts'
import { withRegister } from '../open-register.ts'
import { usageProblem } from '../read-arguments.ts'

export const importCommand: Command = {
  name: 'import',
  positionals: ['FILE', 'SOURCE'],
  options: {
    as: { value: 'systems', words: 'importAs', required: true, choices: ['systems'] },
    sheet: { value: 'NAME', words: 'sheet' },
    encoding: { value: 'E', words: 'encoding' },
    'header-row': { value: 'N', words: 'headerRow' },
    mapping: { value: 'FILE', words: 'mapping' },
    'dry-run': { value: null, words: 'dryRun' },
  },
  async run({
    files: [file = '', source = ''],
    options,
    flags,
    language,
    surroundings,
    signal,
    help,
    absolute,
    progress,
  }) {
    const dryRun = flags.has('dry-run')
    const headerRow = options['header-row']
    const said = {
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
      ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
      ...(headerRow === undefined ? {} : { headerRow: rowFrom(headerRow, help) }),
      ...(options.mapping === undefined ? {} : { mapping: jsonFrom(absolute(options.mapping)) }),
    }
    const report = await withRegister(file, { mode: dryRun ? 'read' : 'write', surroundings }, (register) =>
      importSystems(register, source, said, {
        signal,
        dryRun,
        progress: ({ stage, done, total }) => {
          progress.show(stage, done, total)
        },
      }),
    )
    const { rows, added, updated, unchanged, rejected, created, unmapped, encoding, duplicates } = report
    return {
      json: {
        rows,
        added,
        updated,
        unchanged,
        rejected: rejected.map((each) => ({
          row: each.row,
          column: each.column,
          reason: reasonOf(each, language),
          code: each.reason,
        })),
        created,
        unmapped,
        encoding,
        sheet: report.sheet,
        unread: report.unread,
        headerRow: report.headerRow,
        duplicates,
        key: report.key,
        mapping: report.mapping,
        unknownValues: report.unknownValues,
        alike: report.alike,
        missing: report.missing,
        dryRun,
      },
      lines: linesOf(report, language),
      exitCode: rejected.length > 0 ? 1 : 0,
    }
  },
}

function rowFrom(said: string, help: string): number {
  if (!/^\d{1,7}$/.test(said)) throw usageProblem(help, 'BAD_ROW_OPTION', { option: '--header-row', value: said })
  return Number(said)
}

/** The content of a mapping file. FILE_NOT_FOUND, FILE_NOT_READABLE, MAPPING_INVALID. */
function jsonFrom(path: string): unknown {
  try {
    // A pipe or a device may never end.
    if (!statSync(path).isFile()) throw new Problem('FILE_NOT_READABLE', { file: path })
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, '')) as unknown
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Problem('MAPPING_INVALID', { at: '.', detail: error.message }, { cause: error })
    throw problemOf(error, path)
  }
}

function reasonOf({ reason, value }: RejectedRow, language: Language): string {
  return translate(language)(`import.reason.${reason}`, { value })
}

/** A line of a report holds a few words of a cell, on one line. */
function quoted(value: string): string {
  const words = value.replace(/\s+/g, ' ')
  return words.length <= 60 ? words : `${words.slice(0, 60)}…`
}

/** Rows and columns that a person must look at, at most so many of each. */
const listed = 20

function linesOf(report: ImportReport, language: Language): string[] {
  const words = translate(language)
  const { rows, added, updated, unchanged, rejected, created, unmapped, duplicates, missing } = report
  const facts = { rows, added, updated, unchanged, count: rejected.length }
  // A first import only adds: then that is all that is said.
  const kind = report.dryRun ? 'wouldDo' : updated + unchanged === 0 ? 'added' : 'done'
  const some = (lines: readonly string[]) =>
    lines.length <= listed
      ? lines
      : [...lines.slice(0, listed), words('cli.import.more', { count: lines.length - listed })]
  return [
    words(`cli.import.${kind}`, { ...facts, ...(rejected.length === 0 ? {} : { context: 'rejected' }) }),
    ...some(
      rejected.map((each) =>
        words('cli.import.rejectedRow', { row: each.row, column: each.column, reason: reasonOf(each, language) }),
      ),
    ),
    ...(created.units + created.people === 0 ? [] : [words('cli.import.created', { ...created })]),
    report.sheet === null
      ? words('cli.import.readAs', { encoding: report.encoding, headerRow: report.headerRow, key: report.key })
      : words('cli.import.readSheet', { sheet: report.sheet, headerRow: report.headerRow, key: report.key }),
    ...(report.unread.count === 0
      ? []
      : [
          words('cli.import.unread', {
            count: report.unread.count,
            cells: some(report.unread.first.map(({ cell, shown }) => [cell, shown].filter(Boolean).join(' '))).join(
              words('pack.listSeparator'),
            ),
          }),
        ]),
    ...(unmapped.length === 0
      ? []
      : [words('cli.import.unmapped', { columns: some(unmapped).join(words('pack.listSeparator')) })]),
    ...some(
      report.unknownValues.map(({ column, value, rows: count }) =>
        value === null
          ? words('cli.import.unknownOthers', { column, count })
          : words('cli.import.unknownValue', { column, value: quoted(value), count }),
      ),
    ),
    ...some(duplicates.map(([first, second]) => words('cli.import.duplicate', { first, second }))),
    ...(missing.length === 0
      ? []
      : [words('cli.import.missing', { count: missing.length, codes: some(missing).join(' ') })]),
  ]
}
