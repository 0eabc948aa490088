/** How many records have each value of a field. */
import type { ListGroup } from '#shared/contract/list.ts'
import type { Mask } from './conditions.ts'
import { blank, type ValueColumn } from './value-column.ts'

/** No more values than these are told: what has more is searched, not chosen from. */
const mostValues = 2000

/** The values of the records that a mask takes, with their counts, in the order of the values; blank last. */
export function valueCounts(column: ValueColumn, mask: Mask, most = mostValues): ListGroup[] {
  const counts = new Int32Array(column.values.length)
  let blanks = 0
  for (let record = 0; record < mask.length; record += 1) {
    if (mask[record] !== 1) continue
    const number = column.numbers[record] ?? blank
    if (number === blank) blanks += 1
    else if (column.several === null) counts[number] = (counts[number] ?? 0) + 1
    else for (const each of column.several[record] ?? []) counts[each] = (counts[each] ?? 0) + 1
  }
  const ranks = column.ranks()
  const groups = column.values
    .map((value, number) => ({ value: String(value), count: counts[number] ?? 0, rank: ranks[number] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ value, count }): ListGroup => ({ value, count }))
  return blanks === 0 ? groups : [...groups, { value: null, count: blanks }]
}
