/** New registers, one after another: a file of that name is whole or not there. */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { newRegister } from '#electron/register/new-register.ts'
import { filesTold, here, type Load } from '../load.ts'
import { missing, registerFaults } from '../whole.ts'

const options = { language: 'ja', name: { ja: '新しい会社', en: null }, from: '2026-04-01' } as const

export const newRegisters: Load = {
  name: 'new registers',
  run({ folder, surroundings, acknowledgeFile }) {
    mkdirSync(join(folder, 'new'), { recursive: true })
    for (let count = 0; count < 8; count += 1) {
      const name = `new-${String(count)}.daicho`
      newRegister(join(folder, 'new', name), surroundings, options)
      acknowledgeFile(name)
    }
    return Promise.resolve()
  },
  async check({ folder, told }) {
    const place = join(folder, 'new')
    mkdirSync(place, { recursive: true })
    newRegister(join(place, 'afterwards.daicho'), here(), options)
    const faults = missing(place, [...filesTold(told), 'afterwards.daicho'])
    for (const name of readdirSync(place)) faults.push(...(await registerFaults(join(place, name))))
    return faults
  },
}
