/**
 * What can go wrong, as data: a code from one closed list and the facts that its sentence needs. The sentences are in the
 * catalogue under `problem.<CODE>`; the window, the command line and the tests speak of the same codes.
 */
export const problemCodes = [
  // the file
  'FILE_NOT_FOUND',
  'FILE_EXISTS',
  'FILE_NOT_READABLE',
  'FOLDER_NOT_WRITABLE',
  'NOT_A_REGISTER',
  'FILE_DAMAGED',
  'FILE_CRAFTED',
  'FILE_TAMPERED',
  'FILE_NEWER',
  'FILE_READ_ONLY',
  'WRITE_CUT_OFF',
  'PATH_TOO_LONG',
  'HELD_BY_ANOTHER',
  'LEASE_LOST',
  'DISK_FULL',
  'NO_REGISTER_OPEN',
  'MIGRATION_FAILED',
  // a change
  'NOT_FOUND',
  'CHANGED_MEANWHILE',
  'INVALID',
  'CODE_TAKEN',
  'REASON_REQUIRED',
  'EXECUTIVE_REQUIRED',
  'NOT_AN_EXECUTIVE_POST',
  'POST_VACANT',
  'NOT_ANSWERABLE',
  'POST_NOT_HELD_BY',
  'PERIOD_REVERSED',
  'PERIOD_OVERLAPS',
  'TREE_LOOP',
  'REFERENCED',
  'WITHDRAWN',
  'WRONG_STATE',
  'NOTHING_TO_ACCEPT',
  'NOTHING_TO_REPORT',
  'REPORT_UNDECIDED',
  'REPORT_MISSING',
  'BASIS_NOT_IN_FORCE',
  'DECISIONS_REQUESTED',
  // a file that is kept
  'FILE_TOO_LARGE',
  'FILE_TYPE_NOT_KEPT',
  'STORED_FILE_DAMAGED',
  // undo, and many changes at once
  'UNDO_NOTHING',
  'UNDO_OTHER_STEP',
  'UNDO_LOCKED',
  'UNDO_SIGNED',
  'UNDO_MERGED',
  'UNDO_CHANGED_SINCE',
  'UNDO_REFERENCED',
  'BATCH_REFUSED',
  'PREVIEW_OUTDATED',
  // a file that comes in
  'SOURCE_NOT_FOUND',
  'SOURCE_NOT_READABLE',
  'SOURCE_TOO_LARGE',
  'SOURCE_EMPTY',
  'SOURCE_BINARY',
  'SOURCE_HEADER_ONLY',
  'SOURCE_UNCLOSED_QUOTE',
  'SOURCE_RECORD_TOO_LONG',
  'SOURCE_HAS_NUL',
  'SOURCE_CHANGED',
  'SOURCE_NOT_CSV',
  'ANSWERS_OF_ANOTHER_REGISTER',
  'SOURCE_HAS_NO_SHEETS',
  'SHEET_MISSING',
  'WORKBOOK_OTHER_KIND',
  'WORKBOOK_OLDER_KIND',
  'WORKBOOK_BINARY',
  'WORKBOOK_ENCRYPTED',
  'WORKBOOK_DAMAGED',
  'WORKBOOK_CRAFTED',
  'WORKBOOK_TOO_LARGE',
  'WORKBOOK_TOO_MANY_CELLS',
  'ENCODING_AMBIGUOUS',
  'ENCODING_WRONG',
  'ENCODING_UNKNOWN',
  'ENCODING_NOT_FOUND',
  'MAPPING_INVALID',
  'NO_NAME_COLUMN',
  'NO_DIRECTION_COLUMN',
  'HEADER_ROW_MISSING',
  'KEY_NOT_UNIQUE',
  'CANCELLED',
  // another register that comes in
  'MERGE_SAME_FILE',
  'MERGE_UNDECIDED',
  'MERGE_ANSWERS_INVALID',
  // requirement packs and libraries
  'REQUIREMENT_PACK_REFUSED',
  'LIBRARY_REFUSED',
  'REQUIREMENT_PACK_HELD',
  'REQUIREMENT_PACK_OLDER',
  'REQUIREMENT_ITEM_TAKEN',
  'REQUIREMENT_UNKNOWN',
  'REQUIREMENT_NOT_ASKED',
  // questionnaires to vendors
  'QUESTIONNAIRE_EMPTY',
  'QUESTIONNAIRE_NO_ANSWERS',
  'QUESTION_UNKNOWN',
  // readings of contracts
  'POINT_NOT_ASKED',
  'READING_INCOMPLETE',
  // packs and bundles
  'AS_OF_IN_FUTURE',
  'CUT_OFF_BEFORE_PREVIOUS',
  'CUT_OFF_IN_FUTURE',
  'CUT_OFF_BEFORE_FIRST',
  'VERIFY_FAILED',
  'PACK_NOT_FOUND',
  'PACK_NOT_READY',
  'PACK_POINTS_OPEN',
  'PACK_SIGNED_OFF',
  'FOLDER_EXISTS',
  'PRINT_FAILED',
  'PRINT_TOO_WIDE',
  'NO_BROWSER',
  'BROWSER_FAILED',
  'NOT_A_BUNDLE',
  'BUNDLE_NOT_WHOLE',
  'BUNDLE_TOO_LARGE',
  'BUNDLE_NOT_OPEN',
  // an export or a bundle from which a register is made
  'EXPORT_CHANGED',
  'EXPORT_INTO_REGISTER',
  'EXPORT_NEWER',
  'EXPORT_UNREADABLE',
  'EXPORT_WITHOUT_DATA',
  'KEY_UNREADABLE',
  'KEY_PASSPHRASE',
  // the command line and the connection
  'USAGE',
  'CONNECTION_LOST',
  'TOKEN_UNKNOWN',
  'CANNOT_REVEAL',
  'PREFERENCES_NOT_WRITTEN',
  'INTERNAL',
] as const
export type ProblemCode = (typeof problemCodes)[number]

export type ProblemFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** An error that a person can act on. `facts` fill the placeholders of `problem.<code>` in the catalogue. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly facts: ProblemFacts
  constructor(code: ProblemCode, facts: ProblemFacts = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(facts)}`, options)
    this.name = 'Problem'
    this.code = code
    this.facts = facts
  }
}
