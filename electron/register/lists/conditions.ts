/** Conditions of a list as masks over all records of a noun: 1 where the record meets it. */
import { me, type ConditionRead, type ListConditionsRead } from '#shared/contract/list.ts'
import { addDays, type Day } from '#shared/domain/calendar-date.ts'
import type { ListField } from '#shared/domain/list-fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { searchKey } from '#shared/domain/text.ts'
import type { Register } from '../store/register-file.ts'
import { searchCondition } from '../store/search.ts'
import { listFieldOf } from './field-readers.ts'
import type { ListValues } from './list-values.ts'
import { blank, type Value, type ValueColumn } from './value-column.ts'

export type Mask = Uint8Array

/** The masks of conditions, kept until the register changes. */
export class Conditions {
  readonly #register: Register
  readonly #values: ListValues<CodedNoun>
  readonly #today: Day

  constructor(register: Register, values: ListValues<CodedNoun>) {
    this.#register = register
    this.#values = values
    this.#today = register.today()
  }

  /** Records that meet all conditions; without those of one field, where it is named. */
  of(conditions: ListConditionsRead, without: string | null = null): Mask {
    const masks = [this.#standing(conditions.withdrawn)]
    if (searchKey(conditions.search) !== '') masks.push(this.#search(conditions.search))
    if (conditions.codes !== null) masks.push(this.#codes(conditions.codes))
    for (const [name, condition] of Object.entries(conditions.filters))
      if (name !== without) masks.push(this.field(name, condition))
    return masks.length === 1 ? (masks[0] ?? new Uint8Array()) : meeting(masks)
  }

  /** Records that meet the condition of one field and are not withdrawn, or are. */
  alone(name: string, condition: ConditionRead, withdrawn: boolean): Mask {
    return meeting([this.#standing(withdrawn), this.field(name, condition)])
  }

  field(name: string, condition: ConditionRead): Mask {
    const field = listFieldOf(this.#values.noun, name)
    const resolved = this.#resolved(field, condition)
    return this.#once(['field', name, resolved, this.#today], () =>
      maskOf(this.#values.column(field), resolved, this.#today),
    )
  }

  #standing(withdrawn: boolean): Mask {
    return this.#once(['withdrawn', withdrawn], () => {
      const mask = new Uint8Array(this.#values.size)
      for (let record = 0; record < mask.length; record += 1)
        mask[record] = this.#values.withdrawn[record] === (withdrawn ? 1 : 0) ? 1 : 0
      return mask
    })
  }

  #search(text: string): Mask {
    return this.#once(['search', text], () => {
      const condition = searchCondition(this.#values.noun, text)
      const mask = new Uint8Array(this.#values.size)
      if (condition === null) return mask.fill(1)
      const found = this.#register.read
        .prepare(condition.sql)
        .pluck()
        .all(...condition.parameters) as string[]
      for (const id of found) mask[this.#values.placeOf.get(id) ?? -1] = 1
      return mask
    })
  }

  #codes(codes: readonly string[]): Mask {
    const wanted = new Set(codes)
    return Uint8Array.from(this.#values.codes, (code) => (wanted.has(code) ? 1 : 0))
  }

  /** The person acting in place of "me", and with a unit all those below it. */
  #resolved(field: ListField, condition: ConditionRead): ConditionRead {
    if (condition.kind !== 'values') return condition
    const { personId } = this.#register
    let values = condition.values.flatMap((value) => (value === me ? (personId === null ? [] : [personId]) : [value]))
    if (condition.below && (field.kind === 'reference' || field.kind === 'references') && field.noun === 'unit')
      values = [...values, ...this.#unitsBelow(values)]
    return { ...condition, values }
  }

  #unitsBelow(ids: readonly (string | null)[]): string[] {
    const rows = this.#register.read.prepare('SELECT id, parent_id AS parent FROM unit').all() as {
      id: string
      parent: string | null
    }[]
    const children = Map.groupBy(rows, ({ parent }) => parent)
    const below = new Set<string>()
    const visit = (id: string) => {
      for (const child of children.get(id) ?? [])
        if (!below.has(child.id)) {
          below.add(child.id)
          visit(child.id)
        }
    }
    for (const id of ids) if (id !== null) visit(id)
    return [...below]
  }

  #once(key: readonly unknown[], make: () => Mask): Mask {
    const { kept } = this.#values
    const name = JSON.stringify(key)
    const known = kept.get(name) as Mask | undefined
    if (known !== undefined) return known
    const mask = make()
    kept.set(name, mask)
    return mask
  }
}

function maskOf(column: ValueColumn, condition: ConditionRead, today: Day): Mask {
  switch (condition.kind) {
    case 'values': {
      const wanted = new Set<Value | null>(condition.values)
      return numbered(
        column,
        column.accepted((value) => wanted.has(value)),
        wanted.has(null),
      )
    }
    case 'range':
      return between(column, condition.from, condition.to)
    case 'daysFromToday':
      return between(
        column,
        condition.from === null ? null : addDays(today, condition.from),
        condition.to === null ? null : addDays(today, condition.to),
      )
    case 'contains': {
      const words = searchKey(condition.text)
      return numbered(
        column,
        column.accepted((value) => searchKey(String(value)).includes(words)),
        false,
      )
    }
    case 'blank':
      return numbered(column, new Uint8Array(column.values.length), true)
    case 'filled':
      return numbered(column, new Uint8Array(column.values.length).fill(1), false)
  }
}

function between(column: ValueColumn, from: Value | null, to: Value | null): Mask {
  const within = (value: Value) => (from === null || value >= from) && (to === null || value <= to)
  return numbered(column, column.accepted(within), false)
}

/** Records with one of the accepted numbers, and blank ones where they are asked for. */
function numbered(column: ValueColumn, accepted: Uint8Array, blanks: boolean): Mask {
  const { numbers, several } = column
  // Written as counted loops, here and below: over a hundred thousand records iterators take ten times as long.
  const mask = new Uint8Array(numbers.length)
  for (let record = 0; record < mask.length; record += 1) {
    const number = numbers[record] ?? blank
    if (number === blank) mask[record] = blanks ? 1 : 0
    else if (several === null) mask[record] = accepted[number] ?? 0
    else mask[record] = several[record]?.some((each) => accepted[each] === 1) === true ? 1 : 0
  }
  return mask
}

function meeting(masks: readonly Mask[]): Mask {
  const [first = new Uint8Array(), ...others] = masks
  const both = Uint8Array.from(first)
  for (const mask of others)
    for (let record = 0; record < both.length; record += 1) both[record] = (both[record] ?? 0) & (mask[record] ?? 0)
  return both
}
