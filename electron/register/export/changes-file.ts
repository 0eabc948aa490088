/**
 * changes.csv: what differs between a pack and the one before it, column by column, in the words of the other tables. The
 * counts by noun are those of the pack's data-quality page: a record withdrawn since then counts as withdrawn only.
 */
import { type Noun, nouns } from '#shared/domain/nouns.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { canonicalJson } from '../store/canonical.ts'
import type { Cell, ColumnDescription, CsvFile } from './cell.ts'
import { words } from './labels.ts'
import { Names } from './names.ts'
import { type Fields, nounColumns, sampleColumn } from './noun-columns.ts'
import { recordsOf, sampleMark } from './register-files.ts'
import { fieldsInFiles } from './structures.ts'

export const changeKinds = ['added', 'changed', 'withdrawn'] as const
type ChangeKind = (typeof changeKinds)[number]

interface Difference {
  readonly column: string | null
  readonly label: { readonly ja: string | null; readonly en: string | null }
  readonly before: Cell
  readonly after: Cell
}

/** Empty below its header where there is no earlier pack. */
export function changesFile(before: RegisterState | null, after: RegisterState): CsvFile {
  const sample = sampleMark(after)
  const text = (name: string, key: string, more: Partial<ColumnDescription> = {}): ColumnDescription => ({
    name,
    kind: 'text',
    label: words(`bundle.change.${key}`),
    ...more,
  })
  return {
    name: 'changes.csv',
    title: words('bundle.file.changes'),
    // A record that was added has no column: nothing here tells every row apart.
    key: [],
    columns: [
      text('noun_code', 'nounCode', { required: true, codes: nouns }),
      sampleColumn(sample),
      text('noun_ja', 'nounJa'),
      text('noun_en', 'nounEn'),
      text('record_code', 'recordCode'),
      text('record_id', 'recordId', { required: true }),
      text('change_code', 'changeCode', { required: true, codes: changeKinds }),
      text('change_ja', 'changeJa'),
      text('change_en', 'changeEn'),
      text('column', 'column'),
      text('field_ja', 'fieldJa'),
      text('field_en', 'fieldEn'),
      text('before', 'before'),
      text('after', 'after'),
    ],
    *rows() {
      if (before === null) return
      for (const noun of nouns) {
        // A pack lists the packs before it.
        if (noun === 'pack') continue
        const name = words(`noun.${noun}.one`)
        for (const { record, kind, differences } of changesOf(noun, before, after)) {
          const change = words(`bundle.change.kind.${kind}`)
          const code = typeof record.code === 'string' ? record.code : null
          const head = [noun, sample, name.ja, name.en, code, String(record.id), kind, change.ja, change.en]
          for (const each of differences)
            yield [...head, each.column, each.label.ja, each.label.en, each.before, each.after]
        }
      }
    },
  }
}

const nothing: Difference = { column: null, label: { ja: null, en: null }, before: null, after: null }

function* changesOf(
  noun: Noun,
  before: RegisterState,
  after: RegisterState,
): Generator<{ record: Fields; kind: ChangeKind; differences: readonly Difference[] }> {
  const past = new Map(recordsOf(before, noun).map((record) => [record.id, record]))
  const compare = comparison(noun, before, after)
  for (const record of recordsOf(after, noun)) {
    const old = past.get(record.id)
    if (record.withdrawn !== null && (old === undefined || old.withdrawn === null))
      yield {
        record,
        kind: 'withdrawn',
        differences: [{ ...nothing, after: (record.withdrawn as { reason: string }).reason }],
      }
    else if (old === undefined) yield { record, kind: 'added', differences: [nothing] }
    else if (old.version !== record.version) {
      // Changed and changed back: the record counts as changed, though no column differs.
      const differences = compare(old, record)
      yield { record, kind: 'changed', differences: differences.length === 0 ? [nothing] : differences }
    }
  }
}

/** The columns that differ, each record seen with the names of its own time; what stands in files of its own as JSON. */
function comparison(noun: Noun, before: RegisterState, after: RegisterState) {
  const columns = nounColumns(noun, null).filter((column) => !column.derived)
  const namesBefore = new Names(before)
  const namesAfter = new Names(after)
  return (old: Fields, now: Fields): Difference[] => [
    ...columns
      .map((column) => ({
        column: column.name,
        label: column.label,
        before: column.of(old, namesBefore),
        after: column.of(now, namesAfter),
      }))
      .filter((each) => each.before !== each.after),
    ...fieldsInFiles(noun)
      .map((field) => ({
        column: field,
        label: words(`field.${noun}.${field}`),
        before: canonicalJson(old[field]),
        after: canonicalJson(now[field]),
      }))
      .filter((each) => each.before !== each.after),
  ]
}
