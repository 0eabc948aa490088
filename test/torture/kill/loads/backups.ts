/** Backups on demand and before a change of the day, between changes; those that are no longer needed are taken away meanwhile. */
import { basename } from 'node:path'
import { keepBackup } from '#electron/register/backups/keep-backup.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { createSystem } from '#electron/register/systems.ts'
import { here, type Load } from '../load.ts'
import { registerFaults } from '../whole.ts'

const many = 16
const hour = 3_600_000

export const backups: Load = {
  name: 'backups',
  run({ share, file, surroundings, acknowledge, acknowledgeFile }) {
    // Hours apart, so that some of them are no longer needed.
    let hours = 0
    const clock = () => new Date(Date.now() + (hours - many) * hour).toISOString()
    const register = openRegister(file, { surroundings: { ...surroundings, clock }, mode: 'write' })
    for (hours = 1; hours <= many * share; hours += 1) {
      createSystem(register, { name: { ja: `控えの間に ${String(hours)}`, en: null } })
      acknowledge(register)
      acknowledgeFile(basename(keepBackup(register, hours % 2 === 0 ? 'asked' : 'firstChange').path))
    }
    register.close()
    return Promise.resolve()
  },
  // The newest five are never taken away; one of them nobody was told of, and one is made afterwards.
  files: { place: 'register.backups', faults: registerFaults, stay: (names) => names.slice(-3) },
  again({ file }) {
    const register = openRegister(file, { surroundings: here(), mode: 'write' })
    keepBackup(register, 'asked')
    register.close()
    return Promise.resolve()
  },
}
