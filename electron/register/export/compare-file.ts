/**
 * compare.csv: two packs held against each other. A row for each record that differs, then one for each column that differs,
 * for each place where it stands elsewhere, and for each entry of the log: who, when and why.
 */
import {
  type Answering,
  type ComparedPart,
  type ComparedRecord,
  type ComparedSide,
  comparedChanges,
  type Moved,
  type PackComparison,
} from '#shared/domain/compare/compare-packs.ts'
import { recordsOf } from '#shared/domain/compare/record-changes.ts'
import type { Level } from '#shared/domain/metrics/register-on.ts'
import { type Noun, nouns, type RecordOf } from '#shared/domain/nouns.ts'
import { inLanguage } from '#shared/domain/text.ts'
import { zonedIso } from '#shared/pack-model/zoned-instant.ts'
import type { Cell, ColumnDescription, CsvFile } from './cell.ts'
import { columnComparison, type Difference } from './changes-file.ts'
import { words } from './labels.ts'
import { Names } from './names.ts'
import { sampleColumn } from './noun-columns.ts'
import { sampleMark } from './register-files.ts'

const rowKinds = ['record', 'field', 'standing', 'entry'] as const

interface Sides {
  readonly earlier: ComparedSide
  readonly later: ComparedSide
}

export function compareFile(comparison: PackComparison, sides: Sides): CsvFile {
  const { earlier, later } = sides
  const sample = sampleMark(later.state)
  const text = (name: string, key: string, more: Partial<ColumnDescription> = {}): ColumnDescription => ({
    name,
    kind: 'text',
    label: words(`bundle.${key}`),
    ...more,
  })
  const differencesOf = differences(sides)
  const names = { before: new Names(earlier.state), after: new Names(later.state) }
  const people = new Map(later.state.people.map(({ id, name }) => [id, name]))
  const { language } = later.state.organisation
  return {
    name: 'compare.csv',
    title: words('bundle.file.compare'),
    key: [],
    columns: [
      text('row_code', 'compare.row', { required: true, codes: rowKinds }),
      sampleColumn(sample),
      text('noun_code', 'change.nounCode', { required: true, codes: nouns }),
      text('noun_ja', 'change.nounJa'),
      text('noun_en', 'change.nounEn'),
      text('record_code', 'change.recordCode'),
      text('record_id', 'change.recordId', { required: true }),
      text('record_name', 'compare.recordName'),
      text('change_code', 'change.changeCode', { required: true, codes: comparedChanges }),
      text('change_ja', 'change.changeJa'),
      text('change_en', 'change.changeEn'),
      text('part_code', 'compare.part', { codes: nouns }),
      text('column', 'change.column'),
      text('field_ja', 'change.fieldJa'),
      text('field_en', 'change.fieldEn'),
      text('before', 'change.before'),
      text('after', 'change.after'),
      { ...text('event', 'compare.event'), kind: 'integer' },
      text('at', 'compare.at'),
      text('person', 'compare.person'),
      text('account', 'compare.account'),
      text('operation_code', 'compare.operation'),
      text('operation_ja', 'compare.operationJa'),
      text('operation_en', 'compare.operationEn'),
      text('reason', 'compare.reason'),
      text('late_code', 'compare.late', { codes: ['yes', 'no'] }),
    ],
    *rows() {
      const noEntry = Array<Cell>(9).fill(null)
      const noField = Array<Cell>(6).fill(null)
      for (const record of comparison.records) {
        const noun = words(`noun.${record.noun}.one`)
        const change = words(`compare.change.${record.change}`)
        const name = record.name === null ? null : inLanguage(record.name, language)
        const head = (row: (typeof rowKinds)[number]): Cell[] => [
          row,
          sample,
          record.noun,
          noun.ja,
          noun.en,
          record.code,
          record.id,
          name,
          record.change,
          change.ja,
          change.en,
        ]
        yield [...head('record'), ...noField, null, null, null, null, null, null, null, record.reason, null]
        for (const { part, column, label, before, after } of differencesOf(record))
          yield [...head('field'), part, column, label.ja, label.en, before, after, ...noEntry]
        for (const { column, before, after } of standings(record, names)) {
          const label = words(`compare.standing.${column}`)
          yield [...head('standing'), null, column, label.ja, label.en, before, after, ...noEntry]
        }
        for (const event of record.events) {
          const operation = words(`operation.${event.operation}`)
          const person = event.personId === null ? null : (people.get(event.personId) ?? null)
          yield [
            ...head('entry'),
            event.recordId === record.id ? null : event.noun,
            ...Array<Cell>(5).fill(null),
            event.sequence,
            zonedIso(event.at, comparison.timeZone),
            person === null ? null : inLanguage(person, language),
            event.account,
            event.operation,
            operation.ja,
            operation.en,
            event.reason,
            event.late ? 'yes' : 'no',
          ]
        }
      }
    },
  }
}

/** The columns of a record and of its parts that differ, as the other tables write them. */
export function differences({
  earlier,
  later,
}: Sides): (record: ComparedRecord) => readonly (Difference & { readonly part: Noun | null })[] {
  const compare = new Map<Noun, ReturnType<typeof columnComparison>>()
  const recordsById = new Map<Noun, readonly [before: ById, after: ById]>()
  const of = (noun: Noun, id: string, part: Noun | null) => {
    const byColumn = compare.get(noun) ?? columnComparison(noun, earlier.state, later.state)
    compare.set(noun, byColumn)
    const [before, after] = recordsById.get(noun) ?? [byId(earlier.state, noun), byId(later.state, noun)]
    recordsById.set(noun, [before, after])
    const [was, is] = [before.get(id), after.get(id)]
    return was === undefined || is === undefined ? [] : byColumn(was, is).map((each) => ({ ...each, part }))
  }
  return (record) => [
    ...(record.change === 'changed' || record.change === 'closed' ? of(record.noun, record.id, null) : []),
    ...record.parts.flatMap(({ noun, id, kind }: ComparedPart) => (kind === 'changed' ? of(noun, id, noun) : [])),
  ]
}

type ById = ReadonlyMap<string, RecordOf<Noun>>

function byId(state: ComparedSide['state'], noun: Noun): ById {
  return new Map(recordsOf(state, noun).map((record) => [record.id, record]))
}

interface StandingRow {
  readonly column: 'residual' | 'target' | 'outside' | 'appetite' | 'status' | 'answering'
  readonly before: string | null
  readonly after: string | null
}

/** Where a record stood and stands, in codes; who answered and answers, by the names of either state. */
export function standings(
  { risk, control, answering }: Pick<ComparedRecord, 'risk' | 'control' | 'answering'>,
  names: { readonly before: Names; readonly after: Names },
): readonly StandingRow[] {
  const row = <Value>(
    column: StandingRow['column'],
    moved: Moved<Value>,
    say: (value: NonNullable<Value>, side: 'before' | 'after') => string,
  ): StandingRow => ({
    column,
    before: moved.before == null ? null : say(moved.before, 'before'),
    after: moved.after == null ? null : say(moved.after, 'after'),
  })
  const level = ({ likelihood, impact, band }: Level) => `${String(likelihood)}×${String(impact)} ${band}`
  const who = ({ state, personId, postId }: Answering, side: 'before' | 'after') =>
    names[side].name(personId) ?? ([names[side].name(postId), state].filter((each) => each !== null).join(' ') || state)
  return [
    ...(risk === null
      ? []
      : [
          row('residual', risk.residual, level),
          row('target', risk.target, level),
          row('outside', risk.outside, (outside) => (outside ? 'yes' : 'no')),
          row('appetite', risk.appetite, String),
        ]),
    ...(control === null ? [] : [row('status', control, String)]),
    ...(answering === null ? [] : [row('answering', answering, who)]),
  ].filter(({ before, after }) => before !== after)
}
