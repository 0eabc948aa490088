/** Copies of the register into a folder beside it, between changes. */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { copyRegister } from '#electron/register/store/copy-register.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { createSystem } from '#electron/register/systems.ts'
import { filesTold, here, type Load } from '../load.ts'
import { missing, registerFaults } from '../whole.ts'

export const copies: Load = {
  name: 'copies',
  async run({ folder, file, surroundings, acknowledge, acknowledgeFile }) {
    const register = openRegister(file, { surroundings, mode: 'write' })
    mkdirSync(join(folder, 'copies'), { recursive: true })
    for (let count = 0; count < 8; count += 1) {
      createSystem(register, { name: { ja: `写しの間に ${String(count)}`, en: null } })
      acknowledge(register)
      const name = `copy-${String(count)}.daicho`
      await copyRegister(register, join(folder, 'copies', name))
      acknowledgeFile(name)
    }
    register.close()
  },
  async check({ folder, file, told }) {
    const place = join(folder, 'copies')
    mkdirSync(place, { recursive: true })
    const register = openRegister(file, { surroundings: here(), mode: 'read' })
    await copyRegister(register, join(place, 'afterwards.daicho'))
    register.close()
    const faults = missing(place, [...filesTold(told), 'afterwards.daicho'])
    for (const name of readdirSync(place)) faults.push(...(await registerFaults(join(place, name))))
    return faults
  },
}
