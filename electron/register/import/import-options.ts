/** What a person, or a mapping file, has settled of an import before it runs. */
import type { MappingFile } from '#shared/domain/import-mapping.ts'
import type { WithdrawMissing } from './missing-records.ts'
import type { ScanOptions } from './scan.ts'
import type { LongWork } from './source.ts'

export interface ImportOptions {
  /** Decides where the bytes leave it open; refused where the file says otherwise. */
  readonly encoding?: string
  /** The sheet of a workbook; refused where the file is a text. */
  readonly sheet?: string
  /** The spreadsheet's row of the headings, from 1; 0: none. */
  readonly headerRow?: number
  /** The content of a mapping file, unchecked. */
  readonly mapping?: unknown
  /** Changes of records that are there which a person does not want, as `row field`. */
  readonly leave?: readonly string[]
  /** Records that the list no longer holds and that a person withdraws. */
  readonly withdraw?: WithdrawMissing
}

export interface ImportWork extends LongWork {
  /** Everything but the transaction. */
  readonly dryRun?: boolean
}

export function scanOptionsOf({ encoding, sheet }: ImportOptions, mapping: MappingFile | null): ScanOptions {
  return { encoding: encoding ?? mapping?.encoding, sheet, sheetOfMapping: mapping?.sheet }
}
