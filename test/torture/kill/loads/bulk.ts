/** Many records in one transaction, undone and done again. */
import { updateMany } from '#electron/register/batch.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { redoLast, undoLast } from '#electron/register/undo.ts'
import { usualSystems } from '../usual-register.ts'
import type { Load } from '../load.ts'

export const bulk: Load = {
  name: 'bulk edits',
  wholes: { 'system.updateMany': usualSystems, undo: usualSystems, redo: usualSystems },
  run({ share, file, surroundings, acknowledge }) {
    const register = openRegister(file, { surroundings, mode: 'write' })
    for (let count = 0; count < 8 * share; count += 1) {
      const records = [...recordTables.system.all(register.read)].map(({ id, version }) => ({ id, version }))
      updateMany(register, 'system', { records, patch: { notes: `まとめて ${String(count)} ${'文'.repeat(500)}` } })
      acknowledge(register)
      undoLast(register, null)
      acknowledge(register)
      redoLast(register, null)
      acknowledge(register)
    }
    register.close()
    return Promise.resolve()
  },
}
