/** New registers, one after another: a file of that name is whole or not there. */
import { join } from 'node:path'
import { newRegister } from '#electron/register/new-register.ts'
import { here, type Load } from '../load.ts'
import { registerFaults } from '../whole.ts'

const options = { language: 'ja', name: { ja: '新しい会社', en: null }, from: '2026-04-01' } as const

export const newRegisters: Load = {
  name: 'new registers',
  run({ share, folder, surroundings, acknowledgeFile }) {
    for (let count = 0; count < 8 * share; count += 1) {
      const name = `new-${String(count)}.daicho`
      newRegister(join(folder, 'new', name), surroundings, options)
      acknowledgeFile(name)
    }
    return Promise.resolve()
  },
  files: { place: 'new', faults: registerFaults },
  again({ folder }) {
    newRegister(join(folder, 'new', 'afterwards.daicho'), here(), options)
    return Promise.resolve()
  },
}
