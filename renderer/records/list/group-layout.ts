/** Where the records and group headings of a grouped list stand in the run of items that the grid draws. */
import type { ListGroup } from '#shared/contract/list.ts'

export interface PlacedGroup {
  readonly group: ListGroup
  readonly collapsed: boolean
  /** Index of the heading. */
  readonly index: number
  /** Place of the group's first record among all records. */
  readonly place: number
}

export type Position =
  { readonly kind: 'group'; readonly placed: PlacedGroup } | { readonly kind: 'record'; readonly place: number }

export class GroupLayout {
  readonly count: number
  readonly #groups: readonly PlacedGroup[]

  constructor(groups: readonly ListGroup[], isCollapsed: (value: string | null) => boolean) {
    const placed: PlacedGroup[] = []
    let index = 0
    let place = 0
    for (const group of groups) {
      const collapsed = isCollapsed(group.value)
      placed.push({ group, collapsed, index, place })
      index += 1 + (collapsed ? 0 : group.count)
      place += group.count
    }
    this.#groups = placed
    this.count = index
  }

  at(index: number): Position {
    const placed = this.#lastWhere((each) => each.index <= index)
    if (placed === undefined) return { kind: 'record', place: index }
    if (placed.index === index) return { kind: 'group', placed }
    return { kind: 'record', place: placed.place + index - placed.index - 1 }
  }

  /** The index of the record at a place; -1 where its group is collapsed. */
  indexOf(place: number): number {
    const placed = this.#lastWhere((each) => each.place <= place)
    if (placed === undefined || placed.collapsed) return -1
    return placed.index + 1 + place - placed.place
  }

  /** The groups are in order, so a test that holds up to some group is looked for by halves. */
  #lastWhere(holds: (placed: PlacedGroup) => boolean): PlacedGroup | undefined {
    let low = 0
    let high = this.#groups.length
    while (low < high) {
      const middle = (low + high) >> 1
      const placed = this.#groups[middle]
      if (placed !== undefined && holds(placed)) low = middle + 1
      else high = middle
    }
    return this.#groups[low - 1]
  }
}
