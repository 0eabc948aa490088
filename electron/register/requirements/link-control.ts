/** Controls and the items that they answer. */
import type { LinkInput } from '#shared/contract/requirement.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Register } from '../store/register-file.ts'
import { heldPacks } from './held.ts'

/**
 * Says that controls answer items, or no longer; all or none, and one undo. REQUIREMENT_UNKNOWN where no pack of the register
 * has the item, WITHDRAWN.
 */
export function linkControls(register: Register, input: LinkInput): readonly RecordOf<'control'>[] {
  return register.change({ operation: 'control.update' }, (change) => {
    const known = new Set(heldPacks(change.read).flatMap(({ content }) => content.items.map(({ id }) => id)))
    const byControl = Map.groupBy(input.links, ({ controlId }) => controlId)
    return [...byControl].map(([controlId, links]) => {
      const control = change.get('control', controlId)
      if (control.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'control', id: control.code })
      const unknown = links.find(({ itemId }) => !known.has(itemId))
      if (input.answers && unknown !== undefined) throw new Problem('REQUIREMENT_UNKNOWN', { item: unknown.itemId })
      const named = new Set(links.map(({ itemId }) => itemId))
      const others = control.requirementIds.filter((id) => !named.has(id))
      return change.update('control', control, { requirementIds: input.answers ? [...others, ...named] : others })
    })
  })
}
