/** What can be read of a damaged register, made into new ones: whole or not there, and the damaged file as it was. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { recoverRegister } from '#electron/register/backups/recover-register.ts'
import { noWork } from '#test/support/no-work.ts'
import { here, type Load, registerName } from '../load.ts'
import { registerFaults } from '../whole.ts'

const damaged = 'damaged.daicho'
const place = 'recovered'

export const recoveries: Load = {
  name: 'recoveries',
  brings(folder) {
    const bytes = readFileSync(join(folder, registerName))
    // Every eleventh page, but for the one on which the log begins.
    const beginning = Math.floor(bytes.indexOf('"originRegisterId":') / 4096)
    for (let page = 5; page < bytes.length / 4096; page += 11)
      if (page !== beginning) bytes.fill(0, page * 4096, (page + 1) * 4096)
    for (const name of [damaged, `${damaged}.as-it-was`]) writeFileSync(join(folder, name), bytes)
    return Promise.resolve()
  },
  async run({ share, folder, surroundings, acknowledgeFile }) {
    for (let count = 0; count < 4 * share; count += 1) {
      const name = `recovered-${String(count)}.daicho`
      await recoverRegister(join(folder, damaged), join(folder, place, name), surroundings, noWork)
      acknowledgeFile(name)
    }
  },
  files: { place, faults: registerFaults },
  check: ({ folder }) =>
    readFileSync(join(folder, damaged)).equals(readFileSync(join(folder, `${damaged}.as-it-was`)))
      ? []
      : ['the damaged file was written'],
  async again({ folder }) {
    await recoverRegister(join(folder, damaged), join(folder, place, 'afterwards.daicho'), here(), noWork)
  },
}
