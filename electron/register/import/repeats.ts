/** Words of a key column that stand in several rows, as they are told to the person who decides about them. */
import type { RepeatedKey } from '#shared/domain/import-report.ts'

export class Repeats {
  readonly #rows = new Map<string, number[]>()

  /** `row` has the word of the `earlier` one, the first that has it. */
  note(word: string, { earlier, row }: { readonly earlier: number; readonly row: number }): void {
    const known = this.#rows.get(word)
    if (known === undefined) this.#rows.set(word, [earlier, row])
    else known.push(row)
  }

  list(): readonly RepeatedKey[] {
    return [...this.#rows].map(([word, rows]) => ({ word, rows }))
  }
}
