/** What goes out: the whole register as a folder, as a workbook, and letters beside it. */
import { extname, join } from 'node:path'
import { exportRegister } from '#electron/register/export/export-register.ts'
import { writeNewFile } from '#electron/register/export/new-file.ts'
import { writeRegisterWorkbook } from '#electron/register/export/register-workbook.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { here, type Load } from '../load.ts'
import { folderFaults, textFaults, workbookFaults } from '../whole.ts'

const letter = '一行の手紙。\n'.repeat(20_000)

async function writeAll(register: Register, place: string, count: number, told: (name: string) => void) {
  const folder = `export-${String(count)}`
  await exportRegister(register, join(place, folder))
  told(folder)
  const { name } = await writeRegisterWorkbook(register, { folder: place, name: 'register', language: 'ja' })
  told(name)
  told(writeNewFile(place, 'letter.txt', letter))
}

export const exports: Load = {
  name: 'exports',
  async run({ share, folder, file, surroundings, acknowledgeFile }) {
    const register = openRegister(file, { surroundings, mode: 'read' })
    const place = join(folder, 'out')
    for (let count = 0; count < 3 * share; count += 1) await writeAll(register, place, count, acknowledgeFile)
    register.close()
  },
  files: {
    place: 'out',
    faults: (path) => {
      const check = extname(path) === '.xlsx' ? workbookFaults : extname(path) === '.txt' ? textFaults : folderFaults
      return check(path, letter)
    },
  },
  async again({ folder, file }) {
    const place = join(folder, 'out')
    const register = openRegister(file, { surroundings: here(), mode: 'read' })
    // The same places again: what was half done is gone, what was done stands as it was.
    for (let count = 0; count < 3; count += 1) await writeAll(register, place, count, () => undefined)
    register.close()
  },
}
