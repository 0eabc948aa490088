/** The units of a register as a source names them: by name, from the highest level down. */
import type { Day } from '#shared/domain/calendar-date.ts'
import { holdsOn } from '#shared/domain/calendar-date.ts'
import { searchKey } from '#shared/domain/text.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'

/** Makes a unit below another one (null: at the top); gives its id. */
export type MakeUnit = (name: string, parentId: string | null) => string

export class UnitTree {
  /** Parent and name → id. */
  readonly #children = new Map<string, string>()
  /** Name → ids, those at the top first. */
  readonly #named = new Map<string, string[]>()

  constructor(read: ReadHandle, today: Day) {
    const units = [...recordTables.unit.all(read)].filter((unit) => unit.withdrawn === null && holdsOn(unit, today))
    for (const unit of units)
      for (const name of [unit.name.ja, unit.name.en]) if (name !== null) this.#remember(name, unit.parentId, unit.id)
  }

  /**
   * The unit of a path: below the units that the path names above it; the first name also wherever it stands in the tree.
   * Null where it is not there.
   */
  find(path: readonly string[]): string | null {
    let id: string | null = null
    for (const name of path) {
      const found: string | undefined = this.#childOf(id, name)
      if (found === undefined) return null
      id = found
    }
    return id
  }

  /** The unit of a path; what is missing of it is made, from the highest level down. */
  findOrMake(path: readonly string[], make: MakeUnit): string | null {
    let id: string | null = null
    for (const name of path) {
      let next: string | undefined = this.#childOf(id, name)
      if (next === undefined) {
        next = make(name, id)
        this.#remember(name, id, next)
      }
      id = next
    }
    return id
  }

  /** True where some unit bears the name: such words in a column of people are no person. */
  has(name: string): boolean {
    return this.#named.has(searchKey(name))
  }

  #childOf(parentId: string | null, name: string): string | undefined {
    const key = searchKey(name)
    const child = this.#children.get(`${parentId ?? ''}/${key}`)
    return child ?? (parentId === null ? this.#named.get(key)?.[0] : undefined)
  }

  #remember(name: string, parentId: string | null, id: string): void {
    const key = searchKey(name)
    if (!this.#children.has(`${parentId ?? ''}/${key}`)) this.#children.set(`${parentId ?? ''}/${key}`, id)
    const named = this.#named.get(key)
    if (named === undefined) this.#named.set(key, [id])
    else if (!named.includes(id)) named.push(id)
  }
}
