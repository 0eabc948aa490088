/** Lists of the coded nouns: windows of rows with what is derived of them, counts, groups, and where a record stands. */
import type {
  countInput,
  Facets,
  FacetsRead,
  ListConditionsRead,
  ListQueryRead,
  ListResult,
  ListWindow,
  PlaceRead,
} from '#shared/contract/list.ts'
import { isGroupable, type ListField } from '#shared/domain/list-fields.ts'
import type { CodedNoun, RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { z } from 'zod'
import { derivedToday } from './derived.ts'
import { collectDerived, LabelCollector } from './labels.ts'
import { Conditions, type Mask } from './lists/conditions.ts'
import { valueCounts } from './lists/facets.ts'
import { listFieldOf } from './lists/field-readers.ts'
import { type ListValues, listValues } from './lists/list-values.ts'
import { groupColumn, ordered } from './lists/order.ts'
import { type Value, valueAt } from './lists/value-column.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'

/** A window of a noun's list. INVALID where a filter, sort or group names no list field. */
export function listRecords<N extends CodedNoun>(register: Register, noun: N, window: ListWindow): ListResult<N> {
  const { read } = register
  const list = listOf(register, noun, window)
  const { values, records, group } = list
  const derived = derivedToday(register)
  const collector = new LabelCollector()
  const asked = window.values.map((name) => listFieldOf(noun, name))
  const rows = [...records.subarray(window.offset, window.offset + window.limit)].map((place) => {
    const record = recordTables[noun].get(read, values.ids[place] ?? '') as RecordOf<N>
    const more = derived.of(noun, record)
    collector.addReferences(noun, record)
    collectDerived(collector, more)
    const brought = asked.map((field) => [field.name, valueAt(values.column(field), place)] as const)
    for (const [index, field] of asked.entries()) {
      const value = brought[index]?.[1] ?? null
      addValues(collector, field, Array.isArray(value) ? value : [value])
    }
    return { record, derived: more, values: Object.fromEntries(brought) }
  })
  const groups =
    group === null || window.offset > 0 ? null : valueCounts(groupColumn(values, group), list.mask, Infinity)
  if (group !== null)
    addValues(
      collector,
      group,
      (groups ?? []).map(({ value }) => value),
    )
  return {
    rows,
    total: values.withdrawn.reduce((sum, each) => sum + 1 - each, 0),
    found: records.length,
    groups,
    labels: collector.labels(read),
  }
}

/** The ids of all records of a list, in its order. */
export function listedIds(register: Register, noun: CodedNoun, query: ListQueryRead): readonly string[] {
  const { values, records } = listOf(register, noun, query)
  return Array.from(records, (place) => values.ids[place] ?? '')
}

/** The values of fields under the other conditions, and how many records meet each condition alone. */
export function facetsOf(register: Register, input: FacetsRead): Facets {
  const values = listValues(register, input.noun)
  const conditions = new Conditions(register, values)
  const collector = new LabelCollector()
  const fields = Object.fromEntries(
    input.fields.map((name) => {
      const field = listFieldOf(input.noun, name)
      const counts = valueCounts(values.column(field), conditions.of(input, name))
      addValues(
        collector,
        field,
        counts.map(({ value }) => value),
      )
      return [name, counts]
    }),
  )
  const alone = Object.fromEntries(
    Object.entries(input.filters).map(([name, condition]) => {
      if (condition.kind === 'values') addValues(collector, listFieldOf(input.noun, name), condition.values)
      return [name, counted(conditions.alone(name, condition, input.withdrawn))]
    }),
  )
  return { fields, alone, labels: collector.labels(register.read) }
}

export function countRecords(register: Register, input: z.output<typeof countInput>): readonly number[] {
  const values = listValues(register, input.noun)
  const conditions = new Conditions(register, values)
  return input.sets.map((set: ListConditionsRead) => counted(conditions.of(set)))
}

/** Where a record stands in a list, from 0; null where it is not in it. */
export function placeOf(register: Register, input: PlaceRead): { readonly place: number | null } {
  const { values, records } = listOf(register, input.noun, input)
  const record = values.placeOf.get(input.id)
  const place = record === undefined ? -1 : records.indexOf(record)
  return { place: place < 0 ? null : place }
}

interface List<N extends CodedNoun> {
  readonly values: ListValues<N>
  readonly mask: Mask
  /** Records in the order of the list, as their places among the values. */
  readonly records: Int32Array
  readonly group: ListField | null
}

/** Orders that are kept: the pages of one list and of those that were looked at just before. */
const mostOrders = 6

function listOf<N extends CodedNoun>(register: Register, noun: N, query: ListQueryRead): List<N> {
  const values = listValues(register, noun)
  const any = values as unknown as ListValues<CodedNoun>
  const group = query.group === null ? null : listFieldOf(noun, query.group)
  if (group !== null && !isGroupable(group))
    throw new Problem('INVALID', { noun, field: group.name, issue: 'NOT_A_LIST_FIELD' })
  const { search, filters, codes, withdrawn, sort } = query
  const key = JSON.stringify([
    search,
    filters,
    codes,
    withdrawn,
    sort,
    query.group,
    register.today(),
    register.personId,
  ])
  const orders = (values.kept.get('orders') ?? new Map()) as Map<string, Pick<List<N>, 'mask' | 'records'>>
  values.kept.set('orders', orders)
  let order = orders.get(key)
  if (order === undefined) {
    const mask = new Conditions(register, any).of(query)
    order = { mask, records: ordered(any, mask, sort, group) }
  }
  // The one that was used last stands last; the first goes.
  orders.delete(key)
  orders.set(key, order)
  for (const oldest of orders.keys()) if (orders.size > mostOrders) orders.delete(oldest)
  return { values, group, ...order }
}

/** Values that are ids of other records get names. */
function addValues(collector: LabelCollector, field: ListField, values: readonly (Value | null)[]): void {
  if (field.kind === 'reference' || field.kind === 'references' || field.kind === 'holder')
    collector.add(...values.map((value) => (value === null ? null : String(value))))
}

function counted(mask: Mask): number {
  let count = 0
  for (const each of mask) count += each
  return count
}
