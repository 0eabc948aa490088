/** What a list shows as one CSV file for people: the chosen columns under their headings, in the window's language. */
import { join } from 'node:path'
import type { UnheldCharacters } from '#shared/contract/encoding.ts'
import type { ListExportRead } from '#shared/contract/list.ts'
import type { ListField } from '#shared/domain/list-fields.ts'
import { vacant } from '#shared/domain/list-fields.ts'
import type { CodedNoun, RecordOf } from '#shared/domain/nouns.ts'
import { type Bilingual, inLanguage, type Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { labelOf } from '../labels.ts'
import { listedIds } from '../list.ts'
import { listFieldOf } from '../lists/field-readers.ts'
import { type ListValues, listValues } from '../lists/list-values.ts'
import { valueAt } from '../lists/value-column.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { type Cell, joiner } from './cell.ts'
import { writeCsvFile } from './csv-file.ts'
import { asUtf8, type Encoded, substituted, surveyed, type Surveyed, type TextEncoding } from './encoding-survey.ts'
import type { Work } from './new-folder.ts'

export interface ListFile {
  /** Absolute. */
  readonly file: string
  readonly rows: number
  readonly guardedCells: number
}

type Listed = Omit<ListExportRead, 'folder' | 'encoding' | 'seen'>

interface Column {
  readonly name: string
  readonly cell: (record: RecordOf<CodedNoun>, place: number) => Cell
}

/**
 * Writes the list into a new file of the folder, whole or not at all; a name that is taken gets a number. FOLDER_NOT_WRITABLE,
 * DISK_FULL, CANCELLED. CHARACTERS_UNHELD in an encoding that cannot hold it where nobody has seen what it cannot.
 */
export async function writeListFile(
  register: Register,
  query: Listed,
  options: {
    readonly folder: string
    readonly language: Language
    readonly work?: Work
    readonly encoded?: Encoded
  },
): Promise<ListFile> {
  const { folder, language, work = {}, encoded = asUtf8 } = options
  const { name, columns, rows, surveyed: shown, length } = contentOf(register, query, language, encoded.encoding)
  const { encoding } = encoded
  await substituted(encoded, () => [shown], work.signal)
  let done = 0
  const { name: given, ...counts } = await writeCsvFile(
    folder,
    name,
    { columns, rows },
    {
      ...(work.signal ? { signal: work.signal } : {}),
      encoding,
      onRows: (more) => work.progress?.((done += more), length),
    },
  )
  return { file: join(folder, given), ...counts }
}

/** What code page 932 cannot hold of the list. CANCELLED. */
export function unheldInList(
  register: Register,
  query: Listed,
  language: Language,
  signal?: AbortSignal,
): Promise<UnheldCharacters> {
  return surveyed([contentOf(register, query, language, 'cp932').surveyed], signal)
}

function contentOf(register: Register, query: Listed, language: Language, encoding: TextEncoding) {
  const ids = listedIds(register, query.noun, query)
  const columns = columnsOf(register, query, language)
  const values = listValues(register, query.noun)
  const coded = function* (): Iterable<readonly [code: string, cells: readonly Cell[]]> {
    for (const id of ids) {
      const record = recordTables[query.noun].get(register.read, id)
      const place = values.placeOf.get(id)
      if (record !== undefined && place !== undefined)
        yield [record.code, columns.map(({ cell }) => cell(record, place))]
    }
  }
  const rows = function* (): Iterable<readonly Cell[]> {
    for (const [, cells] of coded()) yield cells
  }
  const withCodes = function* (): Iterable<readonly Cell[]> {
    for (const [code, cells] of coded()) yield [...cells, code]
  }
  const mark = encoding === 'utf-8' ? '' : `-${encoding}`
  const name = `${translate(language)(`noun.${query.noun}.many`)}-${register.today()}${mark}.csv`
  // A record is named by its code, whether or not a column shows it.
  const shown: Surveyed = { name, columns, rows: withCodes, recordAt: columns.length }
  return { name, columns, rows, surveyed: shown, length: ids.length }
}

/** The field by which the list is parted stands first where no column shows it. A sample says so in every row. */
function columnsOf(register: Register, query: Listed, language: Language): readonly Column[] {
  const { noun, group, columns } = query
  const t = translate(language)
  const names = group === null || columns.includes(group) ? columns : [group, ...columns]
  const values = listValues(register, noun)
  const nameOf = namesIn(register, language)
  const shown = names.map((name): Column => {
    const field = listFieldOf(noun, name)
    const heading = t(field.derived === true ? `listField.${noun}.${name}` : `field.${noun}.${name}`)
    return { name: heading, cell: cellOf(field, values, { language, nameOf }) }
  })
  if (register.organisation().sampleDay === null) return shown
  return [...shown, { name: t('bundle.column.sample'), cell: () => t('app.sample') }]
}

interface Wording {
  readonly language: Language
  readonly nameOf: (id: string) => string
}

function cellOf(field: ListField, values: ListValues<CodedNoun>, { language, nameOf }: Wording): Column['cell'] {
  const t = translate(language)
  if (field.kind === 'bilingual')
    return (record) =>
      inLanguage((record as unknown as Record<string, Bilingual>)[field.name] ?? { ja: null, en: null }, language)
  const column = values.column(field)
  const word = (value: string | number): Cell => {
    switch (field.kind) {
      case 'choice':
      case 'choices':
        return t(`value.${field.options}.${String(value)}`)
      case 'holder':
        return value === vacant ? t('app.vacant') : nameOf(String(value))
      case 'reference':
      case 'references':
        return nameOf(String(value))
      default:
        return value
    }
  }
  return (_record, place) => {
    const value = valueAt(column, place)
    if (value === null) return null
    if (typeof value === 'string' || typeof value === 'number') return word(value)
    return value.length === 0 ? null : value.map((each) => word(each)).join(joiner)
  }
}

/** People, posts and units by name, everything else by its code too; each looked up once. */
function namesIn(register: Register, language: Language): (id: string) => string {
  const known = new Map<string, string>()
  return (id) => {
    const before = known.get(id)
    if (before !== undefined) return before
    const label = labelOf(register.read, id)
    const name = label === null ? '' : inLanguage(label.name, language)
    const named = label?.noun === 'person' || label?.noun === 'post' || label?.noun === 'unit'
    const words = label === null ? id : named ? name || (label.code ?? id) : `${label.code ?? ''} ${name}`.trim()
    known.set(id, words)
    return words
  }
}
