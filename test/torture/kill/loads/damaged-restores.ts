/** A register that is damaged, put back to its newest backup: what is damaged is kept, under its own name or under another. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { newestGoodBackup } from '#electron/register/backups/list-backups.ts'
import { registerToReplace, restoreBackup } from '#electron/register/backups/restore-backup.ts'
import { openRegister, type Surroundings } from '#electron/register/store/register-file.ts'
import { createSystem } from '#electron/register/systems.ts'
import { noWork } from '#test/support/no-work.ts'
import { here, type Load, registerName } from '../load.ts'
import { registerFaults } from '../whole.ts'

const place = 'register.backups'
/** Stands where the damage was done, so that the damaged file is known again. */
const damage = 'damaged here '

/** Puts the register back to its newest backup, if it does not open. */
async function putBack(folder: string, surroundings: Surroundings): Promise<void> {
  const file = join(folder, registerName)
  const current = registerToReplace(file, surroundings)
  if (current !== null) {
    current.close()
    return
  }
  const newest = newestGoodBackup(file, surroundings)
  if (newest === null) throw new Error('there is no backup')
  await restoreBackup({ file, backup: newest.path, at: surroundings.clock(), surroundings, current: null }, noWork)
}

export const damagedRestores: Load = {
  name: 'restores of a damaged register',
  async run({ share, folder, file, surroundings, acknowledge, acknowledgeFile }) {
    for (let count = 0; count < 4 * share; count += 1) {
      const register = openRegister(file, { surroundings, mode: 'write' })
      createSystem(register, { name: { ja: `損傷の前に ${String(count)}`, en: null } })
      acknowledge(register)
      acknowledgeFile(basename(register.keepBackup('asked').path))
      register.close()
      const bytes = readFileSync(file)
      // The second page is the root of a table: the register does not open any more.
      bytes.fill(0, 4096, 3 * 4096)
      bytes.write(`${damage}${String(count)}.`, 4096)
      writeFileSync(file, bytes)
      acknowledgeFile(`damaged ${String(count)}`)
      await putBack(folder, surroundings)
      const restored = openRegister(file, { surroundings, mode: 'write' })
      acknowledge(restored)
      restored.close()
    }
  },
  files: { place, faults: registerFaults, stay: (names) => names.filter((name) => !name.startsWith('damaged ')) },
  async first({ folder, told }) {
    const said = told.flatMap((each) => (each.kind === 'file' && each.name.startsWith('damaged ') ? [each.name] : []))
    const lying = readdirSync(folder)
      .filter((name) => name.endsWith('.daicho'))
      .map((name) => readFileSync(join(folder, name)).toString('latin1', 4096, 4096 + 40))
    const gone = said.filter((name) => !lying.some((text) => text.startsWith(`${damage}${name.slice(8)}.`)))
    await putBack(folder, here())
    return gone.map((name) => `${name} was written over`)
  },
  async again({ folder, file }) {
    const register = openRegister(file, { surroundings: here(), mode: 'write' })
    register.keepBackup('asked')
    register.close()
    // What was left beside it goes with the next restore.
    writeFileSync(file, readFileSync(file).fill(0, 4096, 3 * 4096))
    await putBack(folder, here())
  },
}
