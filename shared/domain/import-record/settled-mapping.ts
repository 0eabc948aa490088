/** The mapping that an import was tried with, to be kept or written out: what was said, what the headings meant, and the levels. */
import type { ImportNoun } from '../import-profile.ts'
import type { MappingFile } from '../import-mapping.ts'
import type { ImportReport, LevelWord } from '../import-report.ts'
import { gradeAxes } from './record-targets.ts'

export interface SettleOptions {
  readonly noun: ImportNoun
  readonly given: MappingFile | null
  /** Null: a source of which there is no report yet. */
  readonly report: ImportReport | null
  /** Whether words that nobody has settled get the grades that are suggested; else they are listed as not judged. */
  readonly suggested: boolean
}

export function settledMapping({ noun, given, report, suggested }: SettleOptions): MappingFile {
  const levels = levelsOf(report?.found.levels ?? [], suggested)
  return {
    version: 1,
    noun,
    ...given,
    columns: { ...columnsOf(report), ...given?.columns },
    ...(levels === null ? {} : { levels }),
  }
}

function columnsOf(report: ImportReport | null): NonNullable<MappingFile['columns']> {
  return Object.fromEntries(Object.entries(report?.mapping ?? {}).filter(([, target]) => target !== 'sourceKey'))
}

/** Grades of all words that came up, of both axes; null where the list has no levels. */
export function levelsOf(words: readonly LevelWord[], suggested: boolean): MappingFile['levels'] | null {
  if (words.length === 0) return null
  return Object.fromEntries(
    gradeAxes.map((axis) => [
      axis,
      Object.fromEntries(
        words
          .filter((each) => each.axis === axis)
          .map(({ word, settled, grade, suggestion }) => [word, settled ? grade : suggested ? suggestion : null]),
      ),
    ]),
  )
}
