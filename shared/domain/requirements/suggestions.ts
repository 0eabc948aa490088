/**
 * Which controls may answer an item that none answers yet, because they answer an item that our cross-walk puts beside it.
 * A proposal with its reason and nothing more: a person looks at each and takes it or not. The cross-walk is ours
 * (regulatory fact base, section 8): no official mapping between these sets was found.
 */
import type { Answering, AnsweringControl } from './answering.ts'
import { assessableItems, type RequirementItem, type RequirementPack } from './requirement-pack.ts'

/** The item that the control answers, and the row of the cross-walk in which both stand (the item itself where it is the row). */
export interface Ground {
  readonly itemId: string
  readonly row: string
}

export interface SuggestedControl {
  readonly control: AnsweringControl
  readonly grounds: readonly Ground[]
}

export interface Suggestion {
  readonly item: RequirementItem
  /** Those with most grounds first. */
  readonly controls: readonly SuggestedControl[]
}

/** The governance spine: one row names what one control of the board answers, so its items stand beside each other too. */
const spineId = 'XW'

/**
 * @param pack whose items are looked at, in its order
 * @param known packs whose references count, whether or not the register holds them
 */
export function suggestionsFor(
  pack: RequirementPack,
  answering: Answering,
  known: readonly RequirementPack[],
): readonly Suggestion[] {
  const beside = neighbours(known)
  return assessableItems(pack).flatMap((item) => {
    if (answering.controlsOf(item.id, null).length > 0) return []
    const found = new Map<string, { control: AnsweringControl; grounds: Ground[] }>()
    for (const [itemId, row] of beside.get(item.id) ?? [])
      for (const control of answering.controlsOf(itemId, null)) {
        const suggested = found.get(control.id)
        if (suggested === undefined) found.set(control.id, { control, grounds: [{ itemId, row }] })
        else suggested.grounds.push({ itemId, row })
      }
    if (found.size === 0) return []
    return [{ item, controls: [...found.values()].sort((one, other) => other.grounds.length - one.grounds.length) }]
  })
}

/**
 * Item → the items beside it, each with the row of the cross-walk that says so. A row that names a heading stands beside what is
 * under it; but what is under two headings is too much to stand beside each other.
 */
function neighbours(known: readonly RequirementPack[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const under = new Map<string, string[]>()
  for (const { items } of known)
    for (const { id, parent } of items) if (parent !== null) (under.get(parent) ?? setNew(under, parent)).push(id)
  const unfolded = (id: string): string[] => [id, ...(under.get(id) ?? []).flatMap(unfolded)]
  const beside = new Map<string, Map<string, string>>()
  const join = (one: string, other: string, row: string) => {
    if (one === other) return
    let others = beside.get(one)
    if (others === undefined) beside.set(one, (others = new Map<string, string>()))
    // A direct neighbour is the better reason.
    if (!others.has(other) || row === other) others.set(other, row)
  }
  for (const pack of known)
    for (const { id, references } of pack.items) {
      for (const member of references.flatMap(unfolded)) {
        join(id, member, id)
        join(member, id, id)
      }
      if (pack.id === spineId) for (const member of references) for (const other of references) join(member, other, id)
    }
  return beside
}

function setNew(map: Map<string, string[]>, key: string): string[] {
  const list: string[] = []
  map.set(key, list)
  return list
}
