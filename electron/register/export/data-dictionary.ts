/** The columns of all CSV files described twice from the same descriptions: for people, and as a Frictionless schema. */
import { options } from '#shared/domain/fields.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { type Cell, type ColumnDescription, type ColumnKind, type CsvFile, joiner } from './cell.ts'
import type { TextEncoding } from './encoding-survey.ts'
import { words } from './labels.ts'
import { sampleColumn } from './noun-columns.ts'
import type { WrittenFile } from './new-folder.ts'

export const dictionaryName = 'data-dictionary.csv'
export const dataPackageName = 'datapackage.json'

/** A CSV file and where it stands in the folder. */
export interface Placed {
  readonly path: string
  readonly file: CsvFile
}

const headings = [
  ['file', 'bundle.dictionary.file'],
  ['column', 'bundle.dictionary.column'],
  ['label_ja', 'bundle.dictionary.labelJa'],
  ['label_en', 'bundle.dictionary.labelEn'],
  ['type', 'bundle.dictionary.type'],
  ['required', 'bundle.dictionary.required'],
  ['values', 'bundle.dictionary.values'],
  ['refers_to', 'bundle.dictionary.refersTo'],
  ['note_ja', 'bundle.dictionary.noteJa'],
  ['note_en', 'bundle.dictionary.noteEn'],
] as const

/** One row per column of every file, itself included. */
export function dictionaryFile(placed: readonly Placed[], sample: string | null): CsvFile {
  const own: CsvFile = {
    name: dictionaryName,
    title: words('bundle.file.dictionary'),
    columns: [
      ...headings.map(([name, key]) => ({ name, kind: 'text', label: words(key) }) as const),
      sampleColumn(sample),
    ],
    key: ['file', 'column'],
    *rows() {
      for (const { path, file } of [...placed, { path: dictionaryName, file: own }])
        for (const column of file.columns) yield [...rowOf(path, column), sample]
    },
  }
  return own
}

function rowOf(path: string, column: ColumnDescription): Cell[] {
  const note = noteOf(column)
  return [
    path,
    column.name,
    column.label.ja,
    column.label.en,
    column.kind,
    column.required ? 'yes' : 'no',
    codesOf(column)?.join(joiner) ?? null,
    column.refersTo ? `${column.refersTo.file}: ${column.refersTo.column}` : null,
    note.ja,
    note.en,
  ]
}

function codesOf(column: ColumnDescription): readonly string[] | null {
  return column.codes ?? (column.options === undefined ? null : options[column.options])
}

function noteOf(column: ColumnDescription): Bilingual {
  if (column.joined) return words('bundle.note.joined')
  if (column.entries) return words('bundle.note.entries')
  if (column.kind === 'text' && codesOf(column) === null && column.refersTo === undefined)
    return words('bundle.note.text')
  return { ja: null, en: null }
}

const types: Readonly<Record<ColumnKind, string>> = {
  text: 'string',
  number: 'number',
  integer: 'integer',
  day: 'date',
  instant: 'datetime',
  json: 'string',
}

export interface PackageFacts {
  /** Lower case, as Frictionless wants a name. */
  readonly name: string
  readonly title: string
  readonly sample: boolean
  /** Null where the content has no time of its own. */
  readonly created: string | null
  /** Of the tables; UTF-8 unless said. */
  readonly encoding?: TextEncoding
}

/** The text of `datapackage.json`: every table with its schema, every other file with its digest. */
export function dataPackageText(
  facts: PackageFacts,
  placed: readonly Placed[],
  written: readonly WrittenFile[],
): string {
  const { created, encoding: _ofTables, ...head } = facts
  const resources = placed.map(({ path, file }) => ({
    name: resourceName(file.name),
    path,
    title: `${file.title.ja ?? ''} / ${file.title.en ?? ''}`,
    profile: 'tabular-data-resource',
    ...fileFacts(path, written),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: facts.encoding === 'cp932' ? 'windows-31j' : 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: schemaOf(file, placed),
  }))
  const content = {
    profile: 'data-package',
    ...head,
    ...(created === null ? {} : { created }),
    resources,
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

function fileFacts(path: string, written: readonly WrittenFile[]) {
  const file = written.find((each) => each.path === path)
  if (file === undefined) throw new Error(`${path} was described and not written`)
  return { bytes: file.bytes, hash: `sha256:${file.sha256}` }
}

function schemaOf(file: CsvFile, placed: readonly Placed[]) {
  const here = new Set(placed.map((each) => each.file.name))
  return {
    fields: file.columns.map((column) => {
      const codes = codesOf(column)
      const constraints = {
        ...(column.required ? { required: true } : {}),
        ...(codes === null || column.joined ? {} : { enum: codes }),
      }
      return {
        name: column.name,
        type: types[column.kind],
        title: column.label.ja,
        description: column.label.en,
        ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
      }
    }),
    missingValues: [''],
    ...(file.key.length === 0 ? {} : { primaryKey: file.key }),
    foreignKeys: file.columns.flatMap(({ name, joined, refersTo }) =>
      joined || refersTo === undefined || !here.has(refersTo.file)
        ? []
        : [{ fields: name, reference: { resource: resourceName(refersTo.file), fields: refersTo.column } }],
    ),
  }
}

function resourceName(file: string): string {
  return file.replace(/\.csv$/, '')
}
