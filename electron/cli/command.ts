/** What a command of the command line is: its arguments and options as data, and what it does with them. */
import type { Language } from '#shared/domain/text.ts'
import type { Lines } from '../build.ts'
import type { Print } from './printed-pages.ts'
import type { Surroundings } from '#electron/register/store/register-file.ts'

export type CommandName =
  | 'new'
  | 'import'
  | 'merge'
  | 'export'
  | 'lock'
  | 'pack'
  | 'compare'
  | 'verify'
  | 'backup'
  | 'restore'
  | 'recover'
  | 'retention'
  | 'redact'
  | 'key'
  | 'sign'
  | 'sign-off'
  | 'attest'
  | 'ask-owners'
  | 'take-answers'
  | 'protect'
  | 'unprotect'
  | 'stats'
  | 'quality'
  | 'holders'
  | 'horizon'
  | 'clock'

export interface OptionDescription {
  /** What stands behind the option in the usage (`DATE`); null for a flag. */
  readonly value: string | null
  /** The catalogue's sentence: `cli.option.<words>`. */
  readonly words: string
  readonly required?: true
  readonly choices?: readonly string[]
}

export interface Command {
  readonly name: CommandName
  /** `FILE`, `SOURCE`: each is required. */
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, OptionDescription>>
  readonly run: (call: Call) => Promise<Outcome>
}

/** One call of a command: what was said, and the outside that it may use. */
export interface Call {
  /** Absolute paths of the positionals, in their order. */
  readonly files: readonly string[]
  /** The positionals as they were typed: codes are no paths. */
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
  readonly flags: ReadonlySet<string>
  /** The language in which people are spoken to. */
  readonly language: Language
  readonly surroundings: Surroundings
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
  /** What a person types to read this command's usage. */
  readonly help: string
  /** Makes a path of the command line absolute. */
  readonly absolute: (path: string) => string
  readonly progress: Progress
  /** Where a person types, if there is such a place. */
  readonly input: NodeJS.ReadStream | undefined
  /** Where reports of long work go; standard error. */
  readonly report: Lines
  /** A printer that is at hand already. */
  readonly print: Print | undefined
}

/** Standard output or standard error; a screen where it is a terminal. */
export interface Out extends Lines {
  readonly isTTY?: boolean
}

export interface Progress {
  /** Shows how far a named stage is; the word is the catalogue's `cli.stage.<stage>`. */
  readonly show: (stage: string, done: number, total: number) => void
  /** Takes the line away. */
  readonly end: () => void
}

export interface Outcome {
  /** What `--json` prints. */
  readonly json: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[]
  /** What is printed otherwise. */
  readonly lines: readonly string[]
  /** 0 done, 1 done with findings or rejected rows. */
  readonly exitCode: 0 | 1
}
