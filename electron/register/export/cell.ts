/** What a CSV file of the export is: its columns, described once for the rows, the data dictionary and the schema. */
import type { OptionsName } from '#shared/domain/fields.ts'
import type { Bilingual } from '#shared/domain/text.ts'

/** Text is quoted and guarded, numbers stay numbers, null is an empty cell. */
export type Cell = string | number | null

export type ColumnKind = 'text' | 'number' | 'integer' | 'day' | 'instant' | 'json'

export interface ColumnDescription {
  /** Lower case, words joined by `_`; columns are only ever added at the end of a file. */
  readonly name: string
  readonly kind: ColumnKind
  readonly label: Bilingual
  /** Never empty. */
  readonly required?: true
  /** The codes that may stand here, as `value.<options>.<code>` of the catalogue. */
  readonly options?: OptionsName
  /** Codes that may stand here and are no enumeration of the register (a status of a figure). */
  readonly codes?: readonly string[]
  /** Several values in one cell, set apart by ` | `; the link file has them one by one. */
  readonly joined?: true
  /** Holds entries, one a line (shared/domain/repeated.ts). */
  readonly entries?: true
  /** The file and column whose codes stand here. */
  readonly refersTo?: { readonly file: string; readonly column: string }
}

export interface CsvFile {
  /** `systems.csv`. */
  readonly name: string
  readonly title: Bilingual
  readonly columns: readonly ColumnDescription[]
  /** Columns that tell the rows apart, none of them ever empty; empty where there are none. */
  readonly key: readonly string[]
  /** Cells in the order of `columns`. */
  readonly rows: () => Iterable<readonly Cell[]>
}

export const joiner = ' | '
