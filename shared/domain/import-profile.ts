/** What is known of the sheets of each noun that can be imported: what a column can be, and which headings mean it. */
import type { HeadingBook } from './import-heading-book.ts'
import { systemHeadings } from './import-headings.ts'
import { recordHeadings } from './import-record/record-headings.ts'
import { recordNouns, recordTargets } from './import-record/record-targets.ts'
import { type TargetReading, targetReadings } from './import-targets.ts'

export const importNouns = ['system', ...recordNouns] as const
export type ImportNoun = (typeof importNouns)[number]

export interface ImportProfile {
  readonly noun: ImportNoun
  /** Every target by its name, in the order in which a person is offered them. */
  readonly readings: ReadonlyMap<string, TargetReading>
  readonly headings: HeadingBook
}

const recordProfiles = Object.fromEntries(
  recordNouns.map((noun) => [noun, { noun, readings: recordTargets[noun], headings: recordHeadings[noun] }]),
) as unknown as Readonly<Record<(typeof recordNouns)[number], ImportProfile>>

export const importProfiles: Readonly<Record<ImportNoun, ImportProfile>> = {
  system: { noun: 'system', readings: targetReadings, headings: systemHeadings },
  ...recordProfiles,
}
