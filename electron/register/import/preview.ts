/** The preview of a source, whichever noun it holds: what the file is, how it is laid out, and what its import would do. */
import { checkMappingFile, type MappingFile } from '#shared/domain/import-mapping.ts'
import type { ImportProfile } from '#shared/domain/import-profile.ts'
import type { ImportPreview, PreviewSheet } from '#shared/domain/import-report.ts'
import { Problem, type ProblemCode } from '#shared/domain/problem.ts'
import type { Encoding } from './encodings.ts'
import { type ImportOptions, scanOptionsOf } from './import-options.ts'
import type { Layout } from './layout.ts'
import { layoutOfSource, layoutOrProblem, sheetFactsOf, withSource } from './open-sheet.ts'
import { type Scan, scanSource } from './scan.ts'
import type { LongWork, Source } from './source.ts'

export interface FirstReading {
  readonly source: Source
  readonly scan: Scan
  readonly encoding: Encoding
  readonly layout: Layout
  readonly file: MappingFile | null
}

export interface PreviewSteps {
  readonly profile: ImportProfile
  /** Problems of the mapping that a person can put right: they are told in the sheet, all others refuse the file. */
  readonly told: readonly ProblemCode[]
  /** The sheet as it is laid out and mapped, and its trial. */
  readonly open: (first: FirstReading) => {
    readonly shown: PreviewSheet
    readonly trial: () => Promise<Pick<PreviewSheet, 'report'> & Partial<PreviewSheet>>
  }
}

/** Refused only where there is nothing to choose from: an encoding, or another sheet of a workbook, can be chosen. */
export function previewOf(
  path: string,
  options: ImportOptions,
  work: LongWork,
  { profile, told, open }: PreviewSteps,
): Promise<ImportPreview> {
  const file = options.mapping === undefined ? null : checkMappingFile(options.mapping)
  return withSource(path, async (source) => {
    const scan = await scanSource(source, scanOptionsOf(options, file), work)
    const { encoding } = scan
    const facts = {
      fileName: source.fileName,
      bytes: source.size,
      encoding,
      candidates: scan.candidates,
      ...sheetFactsOf(scan),
    }
    if (encoding === null) return { ...facts, sheet: null }
    const layout = await layoutOrProblem(
      scan,
      layoutOfSource(source, scan, encoding, options.headerRow, file, work, profile),
    )
    if (layout instanceof Problem) return { ...facts, sheet: null, problem: { code: layout.code, facts: layout.facts } }
    const { shown, trial } = open({ source, scan, encoding, layout, file })
    try {
      return { ...facts, sheet: { ...shown, ...(await trial()) } }
    } catch (error) {
      if (!(error instanceof Problem) || !told.includes(error.code)) throw error
      return { ...facts, sheet: { ...shown, problem: { code: error.code, facts: error.facts } } }
    }
  })
}
