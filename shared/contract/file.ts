/** The register file, the choice of files, and what the window's frame shows of both. */
import { z } from 'zod'
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import { languageSchema, type Language } from '#shared/domain/text.ts'
import type { Finding } from '#shared/domain/verification.ts'
import type { BackupEntry } from './backup.ts'
import { longWork, operation, type ProblemData, type } from './base.ts'
import { optionalPassphrase, passphraseSchema } from './passphrase.ts'
import type { ExportHeld } from './round-trip.ts'

export type ReadOnly =
  | { readonly code: 'FILE_READ_ONLY' | 'ASKED' }
  | { readonly code: 'HELD_BY_ANOTHER'; readonly account: string; readonly machine: string; readonly since: string }

/** What was to be opened or made and could not be. The file is as it was. */
export interface Refused {
  readonly what: 'open' | 'create' | 'sample'
  readonly fileName: string
  readonly problem: ProblemData
  /** Where a register is damaged or gone: the newest backup of it that was just found to be whole. */
  readonly backup: BackupEntry | null
}

/** What is wrong around the open register and keeps nobody from working. */
export type RegisterWarning =
  /** The backup that was due could not be made. */
  | { readonly code: 'BACKUP_FAILED'; readonly problem: ProblemData }
  /** The clock of this computer is behind the last entry of the log. */
  | { readonly code: 'CLOCK_BEHIND'; readonly lastAt: string }
  /** Files beside the register are copies of it, with a log that went another way, or that were not looked into. */
  | { readonly code: 'CONFLICT_COPY'; readonly names: readonly string[] }

/** What the top bar, the foot and the navigation say. Null register: the start screen. */
export interface Status {
  /** The window's: the one that the person chose, else the system's. */
  readonly language: Language
  readonly shell: 'electron' | 'chromium' | 'none'
  readonly version: string
  /** Null where nothing was refused, or the person has left it behind. A register that was open beside it still is. */
  readonly refused: Refused | null
  readonly register: {
    readonly fileName: string
    /** The file was moved, renamed or deleted while it is open here: nothing more can be saved to it. */
    readonly isGone: boolean
    /** A sample that is gone once the window is closed: the app's own folder cannot be written to. */
    readonly isTemporary: boolean
    readonly organisation: RecordOf<'organisation'>
    readonly readOnly: ReadOnly | null
    /** The file is of an earlier version and only read: what is shown is a copy in memory that was brought up to date. */
    readonly isOlder: boolean
    readonly warnings: readonly RegisterWarning[]
    readonly today: string
    readonly person: { readonly id: string; readonly name: RecordOf<'person'>['name'] } | null
    /** Records that are not withdrawn. */
    readonly counts: Readonly<Record<Noun, number>>
    readonly events: number
    readonly lastChangeAt: string | null
    /** What the last verify of this window found; null before one ran. */
    readonly verified: { readonly at: string; readonly findings: number } | null
    readonly lastPack: RecordOf<'pack'> | null
  } | null
}

export type Chosen =
  | { readonly kind: 'chosen'; readonly token: string; readonly name: string }
  | { readonly kind: 'cancelled' }
  /** The shell has no dialog of its own: the window shows one over `browse`. */
  | { readonly kind: 'in-window' }

/** One folder as the in-window dialog shows it. Tokens stand for paths and are good for one use of this window. */
export interface Folder {
  readonly token: string
  readonly name: string
  readonly place: string
  readonly writable: boolean
  readonly parent: string | null
  readonly entries: readonly {
    readonly token: string
    readonly name: string
    readonly kind: 'folder' | 'file'
    readonly size: number
    readonly modifiedAt: string
  }[]
}

export const purposes = [
  'open-register',
  'new-register',
  'copy-register',
  'import-source',
  'import-mapping',
  'requirement-pack',
  'evidence-file',
  'questionnaire',
  'merge-register',
  'protected-bundle',
  'public-key',
  'signing-key',
  'output-folder',
] as const
const tokenInput = z.object({ token: z.string().min(1) })

export const file = {
  status: operation.output(type<Status>()),
  choose: operation
    .input(z.object({ purpose: z.enum(purposes), suggestedName: z.string().max(200).optional() }))
    .output(type<Chosen>()),
  browse: operation
    .input(z.object({ purpose: z.enum(purposes), folder: z.string().nullable() }))
    .output(type<Folder>()),
  /** A token for a new file or folder of that name in a folder. */
  nameIn: operation.input(z.object({ folder: z.string(), name: z.string().min(1).max(200) })).output(type<Chosen>()),
  open: operation.input(tokenInput.extend({ readOnly: z.boolean().default(false) })).output(type<Status>()),
  create: operation
    .input(tokenInput.extend({ language: languageSchema, name: z.string().trim().min(1).max(300) }))
    .output(type<Status>()),
  /** Holds an export, or the bundle of a pack, against its seals and says what it holds. EXPORT_CHANGED and what else is said of one. */
  readExport: operation.input(tokenInput).output(longWork<ExportHeld>()),
  /** Makes a register from it at a chosen place, and opens it; whole or not at all. EXPORT_INTO_REGISTER, CANCELLED. */
  createFrom: operation.input(tokenInput.extend({ folder: z.string().min(1) })).output(longWork<Status>()),
  /** Builds the sample register in a folder of the person's own and opens it. */
  openSample: operation.input(z.object({ language: languageSchema })).output(type<Status>()),
  /** What was refused, once more: to be read only, or a new register at another place. */
  tryAgain: operation
    .input(z.object({ readOnly: z.boolean().default(false), elsewhere: z.string().min(1).optional() }))
    .output(type<Status>()),
  /** Shows the refused file in the system's file manager. */
  showRefused: operation.output(type<null>()),
  /** Leaves what was refused behind. */
  leaveRefused: operation.output(type<Status>()),
  /** Shows what was written in the system's file manager. */
  reveal: operation.input(tokenInput).output(type<null>()),
  /** Writes a whole copy to a chosen file and checks it; the register that is open stays open. With a passphrase as `X.daicho.age`. */
  saveCopy: operation
    .input(tokenInput.extend({ passphrase: optionalPassphrase }))
    .output(type<{ readonly name: string }>()),
  /**
   * Makes a register at a chosen place from the protected copy that was refused for want of its passphrase, and opens it.
   * PASSPHRASE_WRONG, PROTECTED_DAMAGED, PROTECTED_OTHERWISE, NOT_PROTECTED, CANCELLED.
   */
  openProtected: operation.input(tokenInput.extend({ passphrase: passphraseSchema })).output(longWork<Status>()),
  close: operation.output(type<Status>()),
  actAs: operation.input(z.object({ personId: z.uuid().nullable() })).output(type<Status>()),
  verify: operation.output(longWork<{ readonly findings: readonly Finding[] }>()),
}
