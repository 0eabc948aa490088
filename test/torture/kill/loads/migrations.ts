/** A register of the first release, opened by today's program: backed up, then migrated. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventHashAt } from '#electron/register/store/audit-log.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { createSystem } from '#electron/register/systems.ts'
import { here, type Load, registerName } from '../load.ts'
import { backupFaults } from '../whole.ts'

const released = join(import.meta.dirname, '../../../fixtures/registers/0.1.0')
const { head } = JSON.parse(readFileSync(join(released, 'holds.json'), 'utf8')) as {
  readonly head: { readonly sequence: number; readonly hash: string }
}

export const migrations: Load = {
  name: 'migrations',
  begins: join(released, registerName),
  run({ file, surroundings, acknowledge }) {
    const register = openRegister(file, { surroundings, mode: 'write' })
    acknowledge(register)
    createSystem(register, { name: { ja: '移行の後に', en: null } })
    acknowledge(register)
    register.close()
    return Promise.resolve()
  },
  check({ folder, file }) {
    const register = openRegister(file, { surroundings: here(), mode: 'read' })
    const kept = eventHashAt(register.read, head.sequence) === head.hash
    register.close()
    const backups = join(folder, registerName.replace(/\.daicho$/, '.backups'))
    const copies = existsSync(backups) ? readdirSync(backups).filter((name) => name.endsWith('.daicho')) : []
    return [
      ...(kept ? [] : ['what the older register held is not there']),
      ...copies.flatMap((name) => backupFaults(join(backups, name), head)),
    ]
  },
}
