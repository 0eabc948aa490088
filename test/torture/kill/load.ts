/** A load: work that a process does until it is killed, and what must hold of the folder afterwards. */
import { copyFileSync, cpSync, mkdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { idSource } from '#electron/register/store/new-ids.ts'
import { realSurroundings, type Register, type Surroundings } from '#electron/register/store/register-file.ts'
import type { Random } from '../part.ts'

export const registerName = 'register.daicho'

/** What the process said before it died: each line was written after the work that it names had come to its end. */
export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'change'; readonly sequence: number; readonly hash: string }
  | { readonly kind: 'file'; readonly name: string }
  /** What the window shows as taken, and the process that took it. */
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'register'; readonly process: number }
  | { readonly kind: 'done' }

export interface LoadWork {
  readonly folder: string
  readonly file: string
  readonly random: Random
  /** How much of the load is worked off: 1 for all of it. */
  readonly share: number
  readonly surroundings: Surroundings
  /** The change that the register has just made is acknowledged. */
  readonly acknowledge: (register: Register) => void
  /** A file or folder of this name is in its place. */
  readonly acknowledgeFile: (name: string) => void
}

export interface AfterKill {
  readonly folder: string
  readonly file: string
  readonly told: readonly Told[]
}

export interface Load {
  readonly name: string
  /** The register with which the process begins, if not the usual one. */
  readonly begins?: string
  /** What else lies in the folder with which it begins; made once for all processes. */
  readonly brings?: (folder: string) => Promise<void>
  readonly run: (work: LoadWork) => Promise<void>
  /** How many events each transaction of an operation has: half of one would have fewer. */
  readonly wholes?: Readonly<Record<string, number>>
  /** Where it puts files and folders, and whether one that bears its last name is whole: a sentence for each thing that is not. */
  readonly files?: {
    readonly place: string
    readonly faults: (path: string) => Promise<readonly string[]>
    /** Of the acknowledged ones, in their order, those that are still promised; all unless said. */
    readonly stay?: (names: readonly string[]) => readonly string[]
  }
  /** Registers beside it in which an acknowledged change may be found: what a restore has replaced. */
  readonly keptIn?: (folder: string) => readonly string[]
  /** What a person does where the register does not open: before anything else is looked at. */
  readonly first?: (after: AfterKill) => Promise<readonly string[]>
  /** What else must hold. Changes nothing. */
  readonly check?: (after: AfterKill) => readonly string[]
  /** The same work once more, as the next run does it: with it goes what the killed one has left. */
  readonly again?: (after: AfterKill) => Promise<void>
}

/** Makes what every process of a load begins with: a folder that is laid for each of them. */
export async function makeBeginning({ begins, brings, files }: Load, folder: string, usual: string): Promise<void> {
  mkdirSync(folder)
  copyFileSync(begins ?? usual, join(folder, registerName))
  if (files !== undefined) mkdirSync(join(folder, files.place))
  await brings?.(folder)
}

/** Lays what a process begins with into a new folder. */
export function lay(beginning: string, folder: string): void {
  cpSync(beginning, folder, { recursive: true, preserveTimestamps: true })
}

export function here(): Surroundings {
  return realSurroundings(idSource(), 'torture')
}

/** Written at once and whole: a line is shorter than what a pipe takes in one piece. */
export function tell(told: Told): void {
  writeSync(1, `${JSON.stringify(told)}\n`)
}

export function workIn(folder: string, random: Random, share: number): LoadWork {
  return {
    share,
    folder,
    file: join(folder, registerName),
    random,
    surroundings: here(),
    acknowledge: (register) => {
      tell({ kind: 'change', ...register.head() })
    },
    acknowledgeFile: (name) => {
      tell({ kind: 'file', name })
    },
  }
}

export function filesTold(told: readonly Told[]): readonly string[] {
  return told.flatMap((each) => (each.kind === 'file' ? [each.name] : []))
}
