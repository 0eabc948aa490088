/** The units of a register as a source names them: by name, from the highest level down. */
import type { Day } from '#shared/domain/calendar-date.ts'
import { holdsOn } from '#shared/domain/calendar-date.ts'
import { searchKey } from '#shared/domain/text.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'

/** What is to be done with a path that ends at some unit: `path` names it from the highest level down. */
export interface UnitWays {
  /** The unit that a person has said the path means; null: nothing was said. */
  readonly said: (path: readonly string[]) => string | null
  /** Makes the unit below another one (null: at the top) and gives its id; null: none is made. */
  readonly make: (path: readonly string[], parentId: string | null) => string | null
}

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
   * The unit of a path: the one that it is said to mean, else below the units that the path names above it; the first name also
   * wherever it stands in the tree. What is missing is made from the highest level down; null where it is not.
   */
  find(path: readonly string[], { said, make }: UnitWays): string | null {
    let id: string | null = null
    for (const [level, name] of path.entries()) {
      const way = path.slice(0, level + 1)
      let next: string | null = said(way) ?? this.#childOf(id, name) ?? null
      if (next === null) {
        next = make(way, id)
        if (next === null) return null
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
