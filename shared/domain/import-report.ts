/** What an import says: before (the preview) and after (the report, the same for a dry run). */
import type { Delimiter } from './import-mapping.ts'
import type { RejectionReason } from './import-row.ts'
import type { GradeAxis } from './import-record/record-targets.ts'
import type { ToolId } from './import-record/tool-profiles.ts'
import type { Noun } from './nouns.ts'
import type { Bilingual } from './text.ts'
import type { Target } from './import-targets.ts'
import type { ProblemCode, ProblemFacts } from './problem.ts'

export interface RejectedRow {
  /** The spreadsheet's row, the header counted. */
  readonly row: number
  readonly column: string
  readonly reason: RejectionReason
  /** The cell, shortened. */
  readonly value: string
  /** Of KEY_REPEATED: the row in which the key stands first. */
  readonly earlier?: number
}

/** Words of a column without a meaning for its field. `value` null: further words, beyond those that are listed. */
export interface UnknownValue {
  readonly column: string
  readonly value: string | null
  readonly rows: number
}

/** A sheet of a workbook by its name, as it can be chosen. */
export interface SheetChoice {
  readonly name: string
  /** Hidden sheets are shown again by a click, very hidden ones only by a program. */
  readonly state: 'visible' | 'hidden' | 'veryHidden'
}

/** A cell of a workbook (`C12`) that says nothing here: an error, or a formula whose value was never saved, which shows nothing. */
export interface UnreadCell {
  readonly cell: string
  readonly shown: string
}

export interface UnreadCells {
  readonly count: number
  /** The first of them. */
  readonly first: readonly UnreadCell[]
}

/** A field of a record that is there, as it is and as the source says it is. */
export interface FieldChange {
  readonly row: number
  readonly id: string
  readonly code: string
  /** A field of the noun, or what stands around the record: `owner`, `controls`, `residualLevel`. */
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** Words for a record that nobody bears, or several do. `made`: this import makes a record of them. */
export interface UnmatchedName {
  readonly noun: Noun
  readonly word: string
  readonly rows: number
  readonly several: boolean
  readonly made: boolean
  readonly makeable: boolean
  /** People here whose name differs only in the form of a character (髙 and 高): perhaps the same. */
  readonly similar?: readonly { readonly code: string; readonly name: Bilingual }[]
}

/** A word of the source's scale. `settled`: a person has said what it means; `grade` null: that it is no judgement. */
export interface LevelWord {
  readonly axis: GradeAxis
  readonly word: string
  readonly rows: number
  readonly suggestion: number | null
  readonly grade: number | null
  readonly settled: boolean
}

/** A word of the key column that stands in several rows: whole, as the mapping names it (`apart`), with all rows that have it. */
export interface RepeatedKey {
  readonly word: string
  readonly rows: readonly number[]
}

/** A column that looks like a key, and of whose words too many come again: by itself it is not taken for one. */
export interface KeyLeft {
  readonly column: string
  /** Rows whose word stands in an earlier row. */
  readonly rows: number
}

/** What a list leaves to a person. */
export interface RecordFindings {
  /** The tool whose export this is. */
  readonly tool: ToolId | null
  readonly changes: readonly FieldChange[]
  readonly names: readonly UnmatchedName[]
  readonly levels: readonly LevelWord[]
  /** Fields that every record owes and no column states (`defaults`); `impactDimension` where levels are stated. */
  readonly needed: readonly string[]
  /** Keys in several rows that nobody has settled, and those that are said to be records of their own. */
  readonly repeats: readonly RepeatedKey[]
  readonly keyLeft: KeyLeft | null
  /** The records that `changes` mention, by id. */
  readonly labels: Readonly<
    Record<string, { readonly noun: Noun; readonly code: string | null; readonly name: Bilingual }>
  >
}

export interface ImportCounts {
  /** Records with any content = added + updated + unchanged + rejected. */
  readonly rows: number
  readonly added: number
  readonly updated: number
  readonly unchanged: number
}

export interface ImportReport extends ImportCounts {
  readonly rejected: readonly RejectedRow[]
  readonly created: { readonly units: number; readonly people: number }
  /** Columns that met no field; their words stay with the records. */
  readonly unmapped: readonly string[]
  readonly encoding: string
  /** The sheet of a workbook, or the list within JSON by its path; null: there was nothing to choose. */
  readonly sheet: string | null
  readonly unread: UnreadCells
  /** 0: the sheet has none. */
  readonly headerRow: number
  /** Likely duplicates within the sheet: the row that came first, and the later one. */
  readonly duplicates: readonly (readonly [number, number])[]
  /** The column that tells the systems apart at a second import, or `name+unit`. */
  readonly key: string
  readonly mapping: Readonly<Record<string, Target>>
  readonly unknownValues: readonly UnknownValue[]
  /** Rows that were added although a system of this name and unit is in the register. */
  readonly alike: readonly { readonly row: number; readonly code: string }[]
  /** Systems of the earlier import that this file does not hold; they stay as they are. */
  readonly missing: readonly string[]
  readonly found: RecordFindings
  readonly dryRun: boolean
}

export interface PreviewColumn {
  /** Counted from 1; a mapping names the column `#<position>`. */
  readonly position: number
  readonly label: string
  /** Null: kept as a note. */
  readonly target: Target | null
  /** Some words of the column. */
  readonly samples: readonly string[]
}

export interface PreviewSheet {
  /** Null: the sheet is one of a workbook. */
  readonly delimiter: Delimiter | null
  readonly headerRow: number
  readonly columns: readonly PreviewColumn[]
  /** Whether a person may choose the column that tells the rows apart: an export of ours and directions know it themselves. */
  readonly keyChoice: boolean
  /** The first rows as they stand, for choosing the header row. */
  readonly top: readonly { readonly row: number; readonly cells: readonly string[] }[]
  /** What a dry run says; null where the mapping is not complete yet. */
  readonly report: ImportReport | null
  /** Why there is no report, e.g. that no column is the name. */
  readonly problem: { readonly code: ProblemCode; readonly facts: ProblemFacts } | null
}

/** What a source is: a table as text, a workbook, or JSON, whose keys are its headings. */
export const sourceFormats = ['text', 'workbook', 'json'] as const
export type SourceFormat = (typeof sourceFormats)[number]

export interface ImportPreview {
  readonly fileName: string
  readonly bytes: number
  readonly format: SourceFormat
  /** Null where several encodings fit: one of the candidates must be chosen first. */
  readonly encoding: string | null
  readonly candidates: readonly { readonly encoding: string; readonly sample: string }[]
  /** The sheets of a workbook, or the lists within JSON, and which of them was read; another text has none. */
  readonly sheets: readonly SheetChoice[]
  readonly sheetName: string | null
  /** Why the sheet of a workbook cannot be laid out, where another can be chosen. */
  readonly problem: { readonly code: ProblemCode; readonly facts: ProblemFacts } | null
  /** Null as long as the encoding is open, or with a `problem`. */
  readonly sheet: PreviewSheet | null
}

/** The key's name where no column holds one. */
export const nameAndUnit = 'name+unit'

/** The key's name of directions: side, number and day. */
export const sideItemAndDay = 'side+item+day'
