/** Copies of the register into a folder beside it, between changes. */
import { join } from 'node:path'
import { copyRegister } from '#electron/register/store/copy-register.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { createSystem } from '#electron/register/systems.ts'
import { here, type Load } from '../load.ts'
import { registerFaults } from '../whole.ts'

export const copies: Load = {
  name: 'copies',
  async run({ share, folder, file, surroundings, acknowledge, acknowledgeFile }) {
    const register = openRegister(file, { surroundings, mode: 'write' })
    for (let count = 0; count < 8 * share; count += 1) {
      createSystem(register, { name: { ja: `写しの間に ${String(count)}`, en: null } })
      acknowledge(register)
      const name = `copy-${String(count)}.daicho`
      await copyRegister(register, join(folder, 'copies', name))
      acknowledgeFile(name)
    }
    register.close()
  },
  files: { place: 'copies', faults: registerFaults },
  async again({ folder, file }) {
    const register = openRegister(file, { surroundings: here(), mode: 'read' })
    await copyRegister(register, join(folder, 'copies', 'afterwards.daicho'))
    register.close()
  },
}
