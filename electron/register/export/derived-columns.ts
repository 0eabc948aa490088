/** Columns of tables that follow from the register and are no noun's: each with the cell that it takes of a row. */
import type { Bilingual } from '#shared/domain/text.ts'
import type { Cell, ColumnDescription, CsvFile } from './cell.ts'
import { partOf, words } from './labels.ts'

/** A column and its cell of a row. */
export interface Of<Row> {
  readonly column: ColumnDescription
  readonly of: (row: Row) => Cell
}

export function derivedFile<Row>(
  name: string,
  key: readonly string[],
  rows: () => Iterable<Row>,
  columns: readonly Of<Row>[],
): CsvFile {
  return {
    name,
    title: words(`bundle.file.${name.replace('.csv', '')}`),
    key,
    columns: columns.map(({ column }) => column),
    *rows() {
      for (const row of rows()) yield columns.map(({ of }) => of(row))
    },
  }
}

/** Makers of columns whose words stand under `bundle.<subject>.<column>`. */
export function columnsOf(subject: 'requirement' | 'thirdParty' | 'privacy') {
  const label = (name: string) => words(`bundle.${subject}.${name}`)
  const text = (name: string, more: Partial<ColumnDescription> = {}): ColumnDescription => ({
    name,
    kind: 'text',
    label: label(name),
    ...more,
  })
  const integer = (name: string): ColumnDescription => ({ name, kind: 'integer', label: label(name), required: true })
  const bothLanguages = <Row>(name: string, of: (row: Row) => Bilingual): readonly Of<Row>[] =>
    (['ja', 'en'] as const).map((language) => ({
      column: {
        name: `${name}_${language}`,
        kind: 'text',
        label: partOf(label(name), words(`value.language.${language}`)),
      },
      of: (row) => of(row)[language],
    }))
  /** A code and its word in both languages, by the place of the words or by code; nothing where there is no code. */
  const coded = <Row, Code extends string = string>(
    name: string,
    codes: readonly Code[],
    of: (row: Row) => Code | null,
    wordsAt: string | ((code: Code) => string),
    more: Partial<ColumnDescription> = { required: true },
  ): readonly Of<Row>[] => [
    {
      column: {
        name: `${name}_code`,
        kind: 'text',
        label: partOf(label(name), words('bundle.part.code')),
        codes,
        ...more,
      },
      of,
    },
    ...bothLanguages<Row>(name, (row) => {
      const code = of(row)
      return code === null
        ? { ja: null, en: null }
        : words(typeof wordsAt === 'string' ? `${wordsAt}.${code}` : wordsAt(code))
    }),
  ]
  return { text, integer, bothLanguages, coded }
}
