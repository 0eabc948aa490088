/** Fields that hold more than one value of more than one kind: spread over columns, or over rows of a file of their own. */
import type { OptionsName } from '#shared/domain/fields.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { type ImpactDimension, impactDimensions } from '#shared/domain/scoring.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import type { Cell, ColumnDescription, ColumnKind } from './cell.ts'
import { words } from './labels.ts'
import type { RecordCalls } from './names.ts'

interface PartColumn extends ColumnDescription {
  readonly of: (value: unknown, names: RecordCalls) => Cell
}

/** Rows of their own: `position` (from 1) tells them apart within their record. */
export interface StructureFile {
  /** `system_source_notes.csv`. */
  readonly name: string
  readonly columns: readonly ColumnDescription[]
  readonly rows: (record: Readonly<Record<string, unknown>>) => readonly (readonly Cell[])[]
}

export type Structure =
  | { readonly kind: 'columns'; readonly prefix: string; readonly columns: readonly PartColumn[] }
  | { readonly kind: 'file' }
  | { readonly kind: 'json' }

const inFile: Structure = { kind: 'file' }

const structures: { readonly [N in Noun]?: Readonly<Record<string, Structure>> } = {
  scale: { likelihoodLabels: inFile, likelihoodRanges: inFile, impactLabels: inFile, dimensionNotes: inFile },
  system: { sourceNotes: inFile },
  action: { slips: inFile },
  sourceRow: { cells: inFile },
  importRun: {
    mapping: inFile,
    counts: {
      kind: 'columns',
      prefix: 'count',
      columns: ['rows', 'added', 'updated', 'unchanged', 'rejected'].map((name) => ({
        ...column(name, 'integer', `bundle.count.${name}`),
        of: (counts) => (counts as Readonly<Record<string, number>>)[name] ?? null,
      })),
    },
  },
  assessment: {
    impacts: {
      kind: 'columns',
      prefix: 'impact',
      columns: impactDimensions.map((dimension) => ({
        ...column(dimension, 'integer', `impactDimension.${dimension}`),
        of: (impacts) => (impacts as Readonly<Record<ImpactDimension, number | null>>)[dimension],
      })),
    },
  },
  control: {
    notApplicable: {
      kind: 'columns',
      prefix: 'not_applicable',
      columns: [
        { ...column('on', 'day', 'bundle.part.on'), of: (value) => decision(value)?.on ?? null },
        { ...column('reason', 'text', 'bundle.part.reason'), of: (value) => decision(value)?.reason ?? null },
        {
          ...column('approver_code', 'text', 'bundle.part.approverCode'),
          refersTo: { file: 'people.csv', column: 'code' },
          of: (value, names) => names.code(decision(value)?.approverPersonId ?? null),
        },
        {
          ...column('approver_name', 'text', 'bundle.part.approverName'),
          of: (value, names) => names.name(decision(value)?.approverPersonId ?? null),
        },
      ],
    },
  },
}

export function structureOf(noun: Noun, field: string): Structure {
  return structures[noun]?.[field] ?? { kind: 'json' }
}

/** Fields of a noun that have no column, since they stand in files of their own. */
export function fieldsInFiles(noun: Noun): string[] {
  return Object.entries(structures[noun] ?? {})
    .filter(([, structure]) => structure.kind === 'file')
    .map(([field]) => field)
}

type Rows = (readonly Cell[])[]
type Slip = { readonly from: string | null; readonly to: string; readonly on: string; readonly reason: string }
const grades = [0, 1, 2, 3, 4] as const

/** The files of a noun's structures, beside its own. */
export const structureFiles: { readonly [N in Noun]?: readonly StructureFile[] } = {
  scale: [
    {
      name: 'scale_grades.csv',
      columns: [
        column('grade', 'integer', 'bundle.column.grade'),
        column('likelihood_ja', 'text', 'bundle.column.likelihoodJa'),
        column('likelihood_en', 'text', 'bundle.column.likelihoodEn'),
        column('likelihood_range', 'text', 'bundle.column.likelihoodRange'),
        column('impact_ja', 'text', 'bundle.column.impactJa'),
        column('impact_en', 'text', 'bundle.column.impactEn'),
      ],
      rows(record) {
        const likelihood = record.likelihoodLabels as readonly Bilingual[]
        const ranges = record.likelihoodRanges as readonly string[]
        const impact = record.impactLabels as readonly Bilingual[]
        return grades.map((grade) => [
          grade + 1,
          likelihood[grade]?.ja ?? null,
          likelihood[grade]?.en ?? null,
          ranges[grade] ?? null,
          impact[grade]?.ja ?? null,
          impact[grade]?.en ?? null,
        ])
      },
    },
    {
      name: 'scale_dimensions.csv',
      columns: [
        { ...column('dimension_code', 'text', 'bundle.column.dimensionCode'), codes: impactDimensions },
        column('dimension_ja', 'text', 'bundle.column.dimensionJa'),
        column('dimension_en', 'text', 'bundle.column.dimensionEn'),
        column('note_ja', 'text', 'bundle.column.noteJa'),
        column('note_en', 'text', 'bundle.column.noteEn'),
      ],
      rows(record) {
        const notes = record.dimensionNotes as Readonly<Partial<Record<ImpactDimension, Bilingual>>>
        return impactDimensions.map((dimension) => {
          const name = words(`impactDimension.${dimension}`)
          return [dimension, name.ja, name.en, notes[dimension]?.ja ?? null, notes[dimension]?.en ?? null]
        })
      },
    },
  ],
  importRun: [
    {
      name: 'import_run_columns.csv',
      columns: [column('heading', 'text', 'bundle.column.heading'), column('target', 'text', 'bundle.column.target')],
      rows: (record): Rows => Object.entries(record.mapping as Readonly<Record<string, string>>).sort(byFirst),
    },
  ],
  system: [
    {
      name: 'system_source_notes.csv',
      columns: [
        column('position', 'integer', 'bundle.column.position'),
        column('heading', 'text', 'bundle.column.heading'),
        column('text', 'text', 'bundle.column.text'),
      ],
      rows: (record): Rows =>
        (record.sourceNotes as readonly (readonly [string, string])[]).map(([heading, note], index) => [
          index + 1,
          heading,
          note,
        ]),
    },
  ],
  sourceRow: [
    {
      name: 'source_row_cells.csv',
      columns: [
        column('position', 'integer', 'bundle.column.position'),
        column('heading', 'text', 'bundle.column.heading'),
        column('text', 'text', 'bundle.column.text'),
      ],
      rows: (record): Rows =>
        (record.cells as readonly (readonly [string, string])[]).map(([heading, text], index) => [
          index + 1,
          heading,
          text,
        ]),
    },
  ],
  action: [
    {
      name: 'action_slips.csv',
      columns: [
        column('position', 'integer', 'bundle.column.position'),
        column('from', 'day', 'bundle.column.slipFrom'),
        column('to', 'day', 'bundle.column.slipTo'),
        column('on', 'day', 'bundle.column.slipOn'),
        column('reason', 'text', 'bundle.part.reason'),
      ],
      rows: (record): Rows =>
        (record.slips as readonly Slip[]).map((slip, index) => [index + 1, slip.from, slip.to, slip.on, slip.reason]),
    },
  ],
}

function column(name: string, kind: ColumnKind, key: string, options?: OptionsName): ColumnDescription {
  return { name, kind, label: words(key), ...(options === undefined ? {} : { options }) }
}

function decision(value: unknown): { on: string; reason: string; approverPersonId: string } | null {
  return value as { on: string; reason: string; approverPersonId: string } | null
}

function byFirst(one: readonly [string, string], other: readonly [string, string]): number {
  return one[0] < other[0] ? -1 : 1
}
