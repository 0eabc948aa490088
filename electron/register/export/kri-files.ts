/** The figures of a pack as tables, so that an auditor can compute each again: value, limits, parts and records behind it. */
import {
  figuresUnder,
  kriDefinitions,
  type KriId,
  type KriResult,
  kriStatuses,
  thresholdRowOn,
} from '#shared/domain/metrics/kri-result.ts'
import { type Bilingual, noText } from '#shared/domain/text.ts'
import type { PackInput } from '#shared/pack-model/pages.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import type { Cell, ColumnDescription, CsvFile } from './cell.ts'
import { partOf, words } from './labels.ts'
import { Names } from './names.ts'
import { sampleColumn } from './noun-columns.ts'
import { sampleMark } from './register-files.ts'

type FigureInput = Pick<PackInput, 'snapshot' | 'asOf' | 'history' | 'schemaVersion'>

const kriColumn: ColumnDescription = {
  name: 'kri',
  kind: 'text',
  label: words('bundle.kri.id'),
  required: true,
}
const refersToKri = { ...kriColumn, refersTo: { file: 'kri_results.csv', column: 'kri' } }
const units = ['share', 'count', 'days', 'index'] as const

/** kri_results.csv, kri_parts.csv, kri_records.csv. */
export function kriFiles(input: FigureInput): CsvFile[] {
  const results = figuresUnder(input.schemaVersion, computeKris(input.snapshot, input.asOf, input.history))
  const previous = input.history.at(-1)
  const sample = sampleMark(input.snapshot)
  return [
    resultsFile(input, results, previous, sample),
    {
      name: 'kri_parts.csv',
      title: words('bundle.file.kri_parts'),
      key: ['kri', 'part'],
      columns: [
        refersToKri,
        sampleColumn(sample),
        { name: 'part', kind: 'text', label: words('bundle.kri.part'), required: true },
        { name: 'value', kind: 'number', label: words('bundle.kri.value') },
      ],
      *rows() {
        for (const { id, parts } of results)
          for (const [part, value] of Object.entries(parts)) yield [id, sample, part, value]
      },
    },
    {
      name: 'kri_records.csv',
      title: words('bundle.file.kri_records'),
      key: ['kri', 'record_code'],
      columns: [
        refersToKri,
        sampleColumn(sample),
        { name: 'record_code', kind: 'text', label: words('bundle.kri.record'), required: true },
      ],
      *rows() {
        for (const { id, contributing } of results) for (const code of contributing) yield [id, sample, code]
      },
    },
  ]
}

function resultsFile(
  input: FigureInput,
  results: readonly KriResult[],
  previous: PackInput['history'][number] | undefined,
  sample: string | null,
): CsvFile {
  const names = new Names(input.snapshot)
  const limitsOf = (id: KriId) => thresholdRowOn(input.snapshot.thresholds, id, input.asOf)
  const columns: { column: ColumnDescription; of: (result: KriResult) => Cell }[] = [
    { column: kriColumn, of: (result) => result.id },
    { column: sampleColumn(sample), of: () => sample },
    ...bothLanguages('title', words('bundle.kri.title'), (result) => words(`kri.${result.id}.title`)),
    { column: { name: 'as_of', kind: 'day', label: words('bundle.kri.asOf'), required: true }, of: () => input.asOf },
    { column: number('numerator'), of: (result) => result.numerator },
    { column: number('denominator'), of: (result) => result.denominator },
    { column: number('value'), of: (result) => result.value },
    { column: code('unit', units), of: (result) => result.unit },
    ...bothLanguages('unit', words('bundle.kri.unit'), (result) => words(`bundle.kri.units.${result.unit}`)),
    { column: code('status', kriStatuses), of: (result) => result.status },
    ...bothLanguages('status', words('bundle.kri.status'), (result) => words(`status.${result.status}`)),
    { column: number('appetite'), of: (result) => result.threshold?.appetite ?? null },
    { column: number('tolerance'), of: (result) => result.threshold?.tolerance ?? null },
    { column: code('direction', ['higher', 'lower']), of: (result) => result.threshold?.direction ?? null },
    {
      column: code('provisional', ['yes', 'no']),
      of: ({ threshold }) => threshold && (threshold.provisional ? 'yes' : 'no'),
    },
    { column: text('previous_pack'), of: () => previous?.code ?? null },
    { column: number('previous_value'), of: ({ id }) => resultIn(previous, id)?.value ?? null },
    { column: code('previous_status', kriStatuses), of: ({ id }) => resultIn(previous, id)?.status ?? null },
    ...bothLanguages('formula', words('bundle.kri.formula'), (result) => words(`kri.${result.id}.formula`)),
    { column: number('formula_edition'), of: ({ id }) => kriDefinitions[id].formula },
    ...bothLanguages('question', words('bundle.kri.question'), ({ id }) => words(`kri.${id}.question`)),
    ...bothLanguages('limitation', words('bundle.kri.limitation'), ({ id }) => words(`kri.${id}.limitation`)),
    { column: { ...text('limits_from'), kind: 'day' }, of: ({ id }) => limitsOf(id)?.from ?? null },
    { column: text('approver'), of: ({ id }) => names.name(limitsOf(id)?.approverPersonId ?? null) },
    { column: { ...text('approved_on'), kind: 'day' }, of: ({ id }) => limitsOf(id)?.approvedOn ?? null },
    { column: text('owner_post'), of: ({ id }) => names.name(limitsOf(id)?.ownerPostId ?? null) },
    ...bothLanguages('escalation', words('bundle.kri.escalation'), ({ id }) => limitsOf(id)?.escalation ?? noText),
  ]
  return {
    name: 'kri_results.csv',
    title: words('bundle.file.kri_results'),
    key: ['kri'],
    columns: columns.map(({ column }) => column),
    *rows() {
      for (const result of results) yield columns.map(({ of }) => of(result))
    },
  }
}

function resultIn(pack: PackInput['history'][number] | undefined, id: string): KriResult | undefined {
  return pack?.results.find((result) => result.id === id)
}

function bothLanguages(
  name: string,
  label: ReturnType<typeof words>,
  of: (result: KriResult) => Bilingual,
): { column: ColumnDescription; of: (result: KriResult) => Cell }[] {
  return (['ja', 'en'] as const).map((language) => ({
    column: { name: `${name}_${language}`, kind: 'text', label: partOf(label, words(`value.language.${language}`)) },
    of: (result) => of(result)[language],
  }))
}

function number(name: string): ColumnDescription {
  return { name, kind: 'number', label: words(`bundle.kri.${name}`) }
}

function text(name: string): ColumnDescription {
  return { name, kind: 'text', label: words(`bundle.kri.${name}`) }
}

function code(name: string, codes: readonly string[]): ColumnDescription {
  return {
    name: `${name}_code`,
    kind: 'text',
    label: partOf(words(`bundle.kri.${name}`), words('bundle.part.code')),
    codes,
  }
}
