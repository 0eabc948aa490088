/** What `verify` can find: a closed list. The sentences are in the catalogue under `verify.<code>`, with the facts given. */
export const findingCodes = [
  // the register
  'FILE_INTEGRITY',
  'SCHEMA_CHANGED',
  'EVENT_EDITED',
  'EVENT_REMOVED',
  'EVENT_INSERTED',
  'EVENT_REORDERED',
  'TAIL_REMOVED',
  'ROW_EDITED',
  'ROW_REMOVED',
  'ROW_ADDED',
  'LINK_BROKEN',
  'SEARCH_EDITED',
  'SNAPSHOT_EDITED',
  'SNAPSHOT_REMOVED',
  'SNAPSHOT_NOT_FROM_LOG',
  'PACK_NOT_IN_LOG',
  'STORED_FILE_EDITED',
  'STORED_FILE_REMOVED',
  'KEPT_LOG_BROKEN',
  'MERGE_DECISIONS_EDITED',
  // a bundle
  'FILE_CHANGED',
  'FILE_REMOVED',
  'FILE_ADDED',
  'SUMS_CHANGED',
  'MANIFEST_CHANGED',
  'DIGEST_MISMATCH',
  'PACK_DIGEST_MISMATCH',
  'FINISHING_OF_OTHER',
  'NOT_FROM_DATA',
  'PDF_OTHER_DATA',
  'DIGEST_NOT_AS_NOTED',
  'DATA_REDACTED',
  'SIGNATURE_WRONG',
  'SIGNATURE_OTHER_KEY',
  'SIGNATURE_MISSING',
  // a bundle beside a register
  'REGISTER_OTHER',
  'LOG_SHORTER',
  'LOG_REWRITTEN',
  'PACK_REMOVED',
  'PACK_CHANGED',
  'CHANGED_BESIDE_REDACTION',
] as const
export type FindingCode = (typeof findingCodes)[number]

export interface Finding {
  readonly code: FindingCode
  /** Fills the placeholders of `verify.<code>`; always names what was found (file, event, table and record). */
  readonly facts: Readonly<Record<string, string | number>>
}
