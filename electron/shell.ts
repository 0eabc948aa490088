/**
 * What a shell offers to the register process. Two shells exist, `electron/main` and `electron/chromium`;
 * the command line has none and prints through `electron/chromium/print.ts` alone.
 *
 * The window never sees this interface: it asks the register process through the contract, and the register
 * process asks its shell. That keeps file paths on this side of the message port.
 */

import type { ClosingAnswer } from '#shared/contract/application.ts'
import type { Language } from '#shared/domain/text.ts'
import { Problem } from '#shared/domain/problem.ts'

export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue }

/** What a person is asked to choose. The shell picks the wording and the file types of its dialog from it. */
export type ChoicePurpose =
  | 'open-register'
  | 'new-register'
  | 'copy-register'
  | 'import-source'
  | 'import-mapping'
  | 'requirement-pack'
  | 'evidence-file'
  | 'questionnaire'
  | 'merge-register'
  | 'protected-bundle'
  | 'public-key'
  | 'signing-key'
  | 'output-folder'

export interface ChoiceRequest {
  purpose: ChoicePurpose
  /** File name offered for a new file, without a folder. */
  suggestedName?: string
}

/**
 * `in-window`: this shell has no dialog of its own; the window shows one, with listings that the register
 * process serves under one-time tokens.
 */
export type Choice = { kind: 'path'; path: string } | { kind: 'cancelled' } | { kind: 'in-window' }

/**
 * One print. The built `print.html` is loaded in a window of its own, fetches the model from `./print-job.json`
 * (this object as JSON), draws every page and then sets on the root element either `data-pack-ready="true"`, or
 * `data-pack-ready="error"` with the reason in `data-pack-error`.
 */
export interface PrintJob {
  /**
   * What kind of paper: the board pack, the sheet of a hand-over or of a contract, or what a screen shows. `figures` are those
   * of the pack as drawings: no paper is made of the pages, and their text (`DrawnFigure`s as JSON) comes in place of the PDF.
   */
  kind: 'pack' | 'figures' | 'handover' | 'contract' | 'sheet'
  /** The page model as plain JSON; only `print.html` knows its shape. */
  model: unknown
  language: Language
  /** Title of the document, shown by PDF readers in place of the file name. */
  title: string
}

export interface Shell {
  readonly kind: 'electron' | 'chromium' | 'none'
  choose(request: ChoiceRequest): Promise<Choice>
  /** Shows a file or folder in the system's file manager. Rejects with `CANNOT_REVEAL` where there is none. */
  reveal(path: string): Promise<void>
  /** The PDF as the browser printed it, before finishing. Rejects with `PRINT_FAILED`, `PRINT_TOO_WIDE`, `NO_BROWSER`
   * or `BROWSER_FAILED`. */
  print(job: PrintJob): Promise<Uint8Array>
  /** The register that the window shows, for its title, the system's window list and the menu; null where none is open. */
  showing(register: Showing | null): Promise<void>
  /** The window's answer to `closing`. */
  answerClosing(answer: ClosingAnswer): Promise<void>
  readonly preferences: Preferences
}

export interface Showing {
  /** The path: it goes to the shell and never to the window. */
  readonly file: string
  readonly mayChange: boolean
}

/** What belongs to the person at this computer and never to the register: column widths, window, last view. */
export interface Preferences {
  read(): Promise<{ [key: string]: JsonValue }>
  /** Sets one key; null removes it. */
  write(key: string, value: JsonValue): Promise<void>
}

/** The shell of the command line and of tests: nothing to choose with and nothing to show. */
export function shellWithoutWindow(parts: Pick<Shell, 'print' | 'preferences'>): Shell {
  return {
    kind: 'none',
    choose: () => Promise.resolve({ kind: 'cancelled' }),
    reveal: (path) => Promise.reject(new Problem('CANNOT_REVEAL', { path })),
    showing: () => Promise.resolve(),
    answerClosing: () => Promise.resolve(),
    ...parts,
  }
}
