/**
 * The register as one workbook for people: a sheet for each list, the risk matrix, and a legend of all columns and codes.
 * Typed cells, no formulas; the sheet of systems comes back in through the import. The same state on the same day gives the
 * same bytes.
 */
import { recordsOf } from '#shared/domain/compare/record-changes.ts'
import { type CodedNoun, codePrefixes, type Noun } from '#shared/domain/nouns.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import type { Register } from '../store/register-file.ts'
import { currentState } from '../store/replay.ts'
import { mostLetters, writeWorkbook, type WrittenCell, type WrittenSheet } from '../workbook/write-workbook.ts'
import type { Cell } from './cell.ts'
import { legendSheet } from './legend-sheet.ts'
import { matrixSheet } from './matrix-sheet.ts'
import { Names } from './names.ts'
import { writeNewFile } from './new-file.ts'
import { type NounColumn, nounColumns } from './noun-columns.ts'
import { sampleMark } from './register-files.ts'

export interface ListSheet {
  readonly noun: Noun
  readonly name: string
  readonly columns: readonly NounColumn[]
}

/** Systems first: it is the sheet that an import reads unless another is asked for. */
const firstLists: readonly Noun[] = [
  'system',
  'risk',
  'assessment',
  'control',
  'action',
  'assignment',
  'unit',
  'person',
  'post',
  'term',
]
/** A locked pack and a requirement pack are documents, not rows of a list. */
const left: ReadonlySet<Noun> = new Set<Noun>(['pack', 'requirementPack', 'horizonPack'])

export interface WrittenRegister {
  /** The name of the file, which gets a number where it is taken. */
  readonly name: string
  /** Texts that are longer than a cell holds, and end early there. */
  readonly shortened: number
}

/** FOLDER_NOT_WRITABLE, DISK_FULL. */
export async function writeRegisterWorkbook(
  register: Register,
  options: { readonly folder: string; readonly name: string; readonly language: Language },
): Promise<WrittenRegister> {
  const { folder, name, language } = options
  const { bytes, shortened } = await registerWorkbook(currentState(register.read), register.today(), language)
  return { name: writeNewFile(folder, `${name}.xlsx`, bytes), shortened }
}

export async function registerWorkbook(
  state: RegisterState,
  day: string,
  language: Language,
): Promise<{ readonly bytes: Uint8Array; readonly shortened: number }> {
  const t = translate(language)
  const lists = listsOf(state, language)
  const names = new Names(state)
  let shortened = 0
  const sheets = lists.map(({ noun, name, columns }): WrittenSheet => {
    const records = recordsOf(state, noun)
    return {
      name,
      frozenRows: 1,
      columns: columns.map((column) => ({ width: widthOf(column) })),
      rows: [
        { as: 'heading', cells: columns.map(({ label }) => label[language]) },
        ...records.map((record) => ({
          cells: columns.map((column): WrittenCell => {
            const cell = typed(column.of(record, names), column)
            if (typeof cell === 'string' && cell.length > mostLetters) shortened += 1
            return cell
          }),
        })),
      ],
    }
  })
  const title = inLanguage(state.organisation.name, language)
  const bytes = await writeWorkbook({
    title,
    at: `${day}T00:00:00.000Z`,
    sheets: [...sheets, matrixSheet(state, day, t, language), legendSheet({ state, day, lists, t, language })],
  })
  return { bytes, shortened }
}

/** Nouns with records, each once: those that people know best first, then all that have a code, in their order. */
function listsOf(state: RegisterState, language: Language): readonly ListSheet[] {
  const t = translate(language)
  const nouns = [...new Set<Noun>([...firstLists, ...(Object.keys(codePrefixes) as CodedNoun[])])]
  const sample = sampleMark(state)
  return nouns
    .filter((noun) => !left.has(noun) && (noun === 'system' || recordsOf(state, noun).length > 0))
    .map((noun) => ({
      noun,
      name: t(`noun.${noun}.many`),
      // Codes with the words of one language beside them: those of the other follow from the legend's.
      columns: nounColumns(noun, sample).filter(
        ({ name, derived }) => derived !== true || !name.endsWith(language === 'ja' ? '_en' : '_ja'),
      ),
    }))
}

/** Days as days; one that a spreadsheet cannot count stays a text. */
function typed(cell: Cell, { kind }: NounColumn): WrittenCell {
  if (kind === 'day' && typeof cell === 'string' && cell >= '1900-03-01') return { day: cell }
  return cell
}

function widthOf({ name, kind, options }: NounColumn): number {
  if (name === 'id') return 38
  if (kind === 'day' || options !== undefined || name === 'code' || name.endsWith('_code')) return 14
  if (kind === 'number' || kind === 'integer') return 10
  return /^(?:name|title)/.test(name) ? 36 : 28
}
