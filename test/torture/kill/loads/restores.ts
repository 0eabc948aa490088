/** A register put back to a backup, again and again, with changes in between: what was replaced is kept. */
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { restoreBackup } from '#electron/register/backups/restore-backup.ts'
import { openRegister, type Surroundings } from '#electron/register/store/register-file.ts'
import { createSystem } from '#electron/register/systems.ts'
import { noWork } from '#test/support/no-work.ts'
import { here, type Load } from '../load.ts'
import { registerFaults } from '../whole.ts'

const place = 'register.backups'

async function putBack(file: string, backup: string, surroundings: Surroundings): Promise<string> {
  const current = openRegister(file, { surroundings, mode: 'write' })
  try {
    const { kept } = await restoreBackup({ file, backup, at: surroundings.clock(), surroundings, current }, noWork)
    if (kept === null) throw new Error('nothing of the replaced register was kept')
    return basename(kept)
  } finally {
    // Where it was replaced it is closed already.
    current.close()
  }
}

export const restores: Load = {
  name: 'restores',
  async run({ share, file, surroundings, acknowledge, acknowledgeFile }) {
    for (let count = 0; count < 4 * share; count += 1) {
      const register = openRegister(file, { surroundings, mode: 'write' })
      createSystem(register, { name: { ja: `復元の前に ${String(count)}`, en: null } })
      acknowledge(register)
      const { path } = register.keepBackup('asked')
      acknowledgeFile(basename(path))
      createSystem(register, { name: { ja: `失われない ${String(count)}`, en: null } })
      acknowledge(register)
      register.close()
      const kept = await putBack(file, path, surroundings)
      const restored = openRegister(file, { surroundings, mode: 'write' })
      acknowledge(restored)
      acknowledgeFile(kept)
      restored.close()
    }
  },
  files: { place, faults: registerFaults },
  keptIn: (folder) => backupsIn(folder).map((name) => join(folder, place, name)),
  async again({ folder, file }) {
    const [name] = backupsIn(folder)
    if (name !== undefined) await putBack(file, join(folder, place, name), here())
  },
}

function backupsIn(folder: string): readonly string[] {
  return readdirSync(join(folder, place)).filter((name) => !name.startsWith('.'))
}
