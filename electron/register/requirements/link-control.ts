/** A control and the items that it answers. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Register } from '../store/register-file.ts'
import { heldPacks } from './held.ts'

/** Says that a control answers an item, or no longer. REQUIREMENT_UNKNOWN where no pack of the register has the item. */
export function linkControl(
  register: Register,
  input: { readonly itemId: string; readonly controlId: string; readonly answers: boolean },
): RecordOf<'control'> {
  return register.change({ operation: 'control.update' }, (change) => {
    const control = change.get('control', input.controlId)
    if (control.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'control', id: control.code })
    const known = heldPacks(change.read).some(({ content }) => content.items.some(({ id }) => id === input.itemId))
    if (input.answers && !known) throw new Problem('REQUIREMENT_UNKNOWN', { item: input.itemId })
    const others = control.requirementIds.filter((id) => id !== input.itemId)
    return change.update('control', control, { requirementIds: input.answers ? [...others, input.itemId] : others })
  })
}
