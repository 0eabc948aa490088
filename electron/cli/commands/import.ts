/** `import FILE SOURCE --as systems …`: records from a CSV file or a workbook, with an account of every row. */
import { basename, dirname } from 'node:path'
import { settledMapping } from '#shared/domain/import-record/settled-mapping.ts'
import type { ImportReport, RecordFindings, RejectedRow } from '#shared/domain/import-report.ts'
import type { Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { importedAs, importers } from '#electron/register/import/importers.ts'
import { readMappingFile, writeMappingFile } from '#electron/register/import/mapping-file.ts'
import type { Command } from '../command.ts'
import { withRegister } from '../open-register.ts'
import { usageProblem } from '../read-arguments.ts'

export const importCommand: Command = {
  name: 'import',
  positionals: ['FILE', 'SOURCE'],
  options: {
    as: { value: 'LIST', words: 'importAs', required: true, choices: [...importedAs.keys()] },
    sheet: { value: 'NAME', words: 'sheet' },
    encoding: { value: 'E', words: 'encoding' },
    'header-row': { value: 'N', words: 'headerRow' },
    mapping: { value: 'FILE', words: 'mapping' },
    levels: { value: 'suggested', words: 'importLevels', choices: ['suggested'] },
    'write-mapping': { value: 'FILE', words: 'importWriteMapping' },
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
    const noun = importedAs.get(options.as ?? '') ?? 'system'
    const given = options.mapping === undefined ? undefined : readMappingFile(absolute(options.mapping)).mapping
    const said = {
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
      ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
      ...(headerRow === undefined ? {} : { headerRow: rowFrom(headerRow, help) }),
      ...(given === undefined ? {} : { mapping: given }),
    }
    const work = {
      signal,
      progress: ({ stage, done, total }: { stage: string; done: number; total: number }) => {
        progress.show(stage, done, total)
      },
    }
    const written = options['write-mapping']
    const report = await withRegister(file, { mode: dryRun ? 'read' : 'write', surroundings }, async (register) => {
      const importer = importers[noun]
      const suggested = options.levels !== undefined
      if (written === undefined && !suggested) return importer.run(register, source, said, { ...work, dryRun })
      const trial = await importer.run(register, source, said, { ...work, dryRun: true })
      const mapping = settledMapping({ noun, given: given ?? null, report: trial, suggested })
      if (written !== undefined) writeMappingFile(dirname(absolute(written)), basename(written), mapping)
      return importer.run(register, source, suggested ? { ...said, mapping } : said, { ...work, dryRun })
    })
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
        found: report.found,
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

function reasonOf({ reason, value, earlier }: RejectedRow, language: Language): string {
  return translate(language)(`import.reason.${reason}`, { value, row: earlier })
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
    ...foundLines(report.found, language).flatMap(some),
  ]
}

/** What lists of records find beside the rows: the tool, what every record still owes, words of its scale, names that are nobody's. */
function foundLines(found: RecordFindings, language: Language): string[][] {
  const words = translate(language)
  const { tool, needed, levels, names, changes } = found
  const separator = words('pack.listSeparator')
  const open = levels.filter(({ settled }) => !settled)
  const nobody = names.filter(({ made }) => !made)
  return [
    tool === null ? [] : [words('cli.import.tool', { tool: words(`import.tool.${tool}`) })],
    needed.length === 0 ? [] : [words('cli.import.needed', { fields: needed.join(separator) })],
    open.length === 0
      ? []
      : [
          words('cli.import.levels', { count: open.length }),
          ...open.map(({ axis, word, suggestion, rows }) =>
            words('cli.import.level', {
              axis: words(`import.axis.${axis}`),
              word,
              grade: suggestion ?? '–',
              count: rows,
            }),
          ),
        ],
    nobody.length === 0
      ? []
      : [
          words('cli.import.names', { count: nobody.length }),
          ...nobody.map(({ noun, word, rows }) =>
            words('cli.import.name', { noun: words(`noun.${noun}.one`), word: quoted(word), count: rows }),
          ),
        ],
    changes.length === 0 ? [] : changes.map(({ row, code, field }) => words('cli.import.change', { row, code, field })),
  ]
}
