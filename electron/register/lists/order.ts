/** The records of a list in their order: sorted by counting, from the last key to the first, which keeps earlier orders. */
import type { ListSort } from '#shared/contract/list.ts'
import type { ListField } from '#shared/domain/list-fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import type { Mask } from './conditions.ts'
import { listFieldOf, sortedBy } from './field-readers.ts'
import type { ListValues } from './list-values.ts'
import { blank, type ValueColumn } from './value-column.ts'

/** Records that a mask takes, by group, then by the sort's keys, then by code. What is blank comes last either way. */
export function ordered(
  values: ListValues<CodedNoun>,
  mask: Mask,
  sort: ListSort,
  group: ListField | null,
): Int32Array {
  let records = taken(values.byCode, mask)
  for (const { field, direction } of sort.toReversed()) {
    const sorting = sortedBy(values.noun, listFieldOf(values.noun, field))
    records = sortedByColumn(records, values.column(sorting), direction === 'descending')
  }
  return group === null ? records : sortedByColumn(records, groupColumn(values, group), false)
}

/** The column whose values are the groups of a field. */
export function groupColumn(values: ListValues<CodedNoun>, field: ListField): ValueColumn {
  return field.kind === 'day' ? values.months(field) : values.column(field)
}

function taken(records: Int32Array, mask: Mask): Int32Array {
  const found = new Int32Array(records.length)
  let count = 0
  for (let place = 0; place < records.length; place += 1) {
    const record = records[place] ?? 0
    if (mask[record] !== 1) continue
    found[count] = record
    count += 1
  }
  return found.subarray(0, count)
}

function sortedByColumn(records: Int32Array, column: ValueColumn, descending: boolean): Int32Array {
  const ranks = column.ranks()
  const top = ranks.length
  const slotOf = (record: number) => {
    const number = column.numbers[record] ?? blank
    if (number === blank) return top
    const rank = ranks[number] ?? 0
    return descending ? top - 1 - rank : rank
  }
  const starts = new Int32Array(top + 2)
  for (const record of records) starts[slotOf(record) + 1] = (starts[slotOf(record) + 1] ?? 0) + 1
  for (let slot = 1; slot < starts.length; slot += 1) starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0)
  const sorted = new Int32Array(records.length)
  for (const record of records) {
    const slot = slotOf(record)
    const at = starts[slot] ?? 0
    sorted[at] = record
    starts[slot] = at + 1
  }
  return sorted
}
