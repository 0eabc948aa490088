/** A derived field of all records of a noun: filled once, then brought up to date by what has changed of its sources. */
import { bearingOnAll, idsToMakeAgain, rowsBearing } from '#shared/domain/kept-parts.ts'
import type { CodedNoun, RecordOf } from '#shared/domain/nouns.ts'
import { stateKeys } from '#shared/domain/register-state.ts'
import type { DerivedOn } from '../derived.ts'
import type { DerivedReader } from './field-readers.ts'
import type { ValueColumn } from './value-column.ts'

export class DerivedColumn<N extends CodedNoun> {
  readonly #noun: N
  readonly #reader: DerivedReader<N>
  readonly #newColumn: () => ValueColumn
  #made: { readonly from: readonly unknown[]; readonly column: ValueColumn } | null = null

  constructor(noun: N, reader: DerivedReader<N>, newColumn: () => ValueColumn) {
    this.#noun = noun
    this.#reader = reader
    this.#newColumn = newColumn
  }

  /** The values as they are derived; `placeOf` says where each record stands. */
  on(derived: DerivedOn, placeOf: ReadonlyMap<string, number>): ValueColumn {
    const facts: readonly { readonly id: string }[] = derived.facts[stateKeys[this.#noun]]
    const bearings = [rowsBearing(facts, ({ id }) => [id]), bearingOnAll(derived.day), ...this.#reader.sources(derived)]
    const ids = this.#made && idsToMakeAgain(this.#made.from, bearings)
    const column = ids === null || this.#made === null ? this.#newColumn() : this.#made.column
    const set = (fact: { readonly id: string }) => {
      const place = placeOf.get(fact.id)
      // The facts of a system hold what derived fields read of it; those of all other nouns are whole records.
      if (place !== undefined) column.set(place, this.#reader.of(derived, fact as unknown as RecordOf<N>))
    }
    if (ids === null) facts.forEach(set)
    else
      for (const id of ids) {
        const fact = derived.fact(this.#noun, id)
        if (fact !== null) set(fact)
      }
    this.#made = { from: bearings.map(({ from }) => from), column }
    return column
  }

  forgetOrder(): void {
    this.#made?.column.forgetOrder()
  }
}
