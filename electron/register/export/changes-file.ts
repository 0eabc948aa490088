/**
 * changes.csv: what differs between a pack and the one before it, column by column, in the words of the other tables. The
 * counts by noun are those of the pack's data-quality page: a record withdrawn since then counts as withdrawn only.
 */
import {
  type Compared,
  comparedNouns,
  recordChangeKinds,
  recordChanges,
} from '#shared/domain/compare/record-changes.ts'
import { type Noun, nouns } from '#shared/domain/nouns.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { canonicalJson } from '../store/canonical.ts'
import type { Cell, ColumnDescription, CsvFile } from './cell.ts'
import { words } from './labels.ts'
import { Names } from './names.ts'
import { type Fields, nounColumns, sampleColumn } from './noun-columns.ts'
import { sampleMark } from './register-files.ts'
import { fieldsInFiles } from './structures.ts'

/** A column of a record that differs, as the tables write it. */
export interface Difference {
  readonly column: string | null
  readonly label: { readonly ja: string | null; readonly en: string | null }
  readonly before: Cell
  readonly after: Cell
}

/** Empty below its header where there is no earlier pack. */
export function changesFile(
  before: RegisterState | null,
  after: RegisterState,
  part: Compared['part'] = null,
): CsvFile {
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
      text('change_code', 'changeCode', { required: true, codes: recordChangeKinds }),
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
      for (const noun of comparedNouns) {
        const name = words(`noun.${noun}.one`)
        const compare = columnComparison(noun, before, after)
        for (const { record, kind, before: old } of recordChanges(noun, { before, after, part })) {
          const change = words(`bundle.change.kind.${kind}`)
          const code = 'code' in record ? record.code : null
          const head = [noun, sample, name.ja, name.en, code, record.id, kind, change.ja, change.en]
          const differences = kind === 'changed' && old !== null ? compare(old, record) : []
          const reason = kind === 'withdrawn' ? (record.withdrawn?.reason ?? null) : null
          // A record that came, went, or was changed and changed back has one row without a column.
          for (const each of differences.length === 0 ? [{ ...nothing, after: reason }] : differences)
            yield [...head, each.column, each.label.ja, each.label.en, each.before, each.after]
        }
      }
    },
  }
}

const nothing: Difference = { column: null, label: { ja: null, en: null }, before: null, after: null }

/** The columns that differ, each record seen with the names of its own time; what stands in files of its own as JSON. */
export function columnComparison(noun: Noun, before: RegisterState, after: RegisterState) {
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
