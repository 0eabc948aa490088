/** Packs that are locked, between changes. */
import { lockPack } from '#electron/register/packs.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { createSystem } from '#electron/register/systems.ts'
import type { Load } from '../load.ts'

export const locks: Load = {
  name: 'locks of packs',
  async run({ share, file, surroundings, acknowledge }) {
    const register = openRegister(file, { surroundings, mode: 'write' })
    for (let count = 0; count < 4 * share; count += 1) {
      createSystem(register, { name: { ja: `締めの間に ${String(count)}`, en: null } })
      acknowledge(register)
      await lockPack(register, { asOf: register.today(), title: '臨時', openReason: '未了を承知で締める' })
      acknowledge(register)
    }
    register.close()
  },
}
