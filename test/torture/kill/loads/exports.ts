/** What goes out: the whole register as a folder, as a workbook, and letters beside it. */
import { mkdirSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { exportRegister } from '#electron/register/export/export-register.ts'
import { writeNewFile } from '#electron/register/export/new-file.ts'
import { writeRegisterWorkbook } from '#electron/register/export/register-workbook.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { filesTold, here, type Load } from '../load.ts'
import { folderFaults, missing, textFaults, workbookFaults } from '../whole.ts'

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
  async run({ folder, file, surroundings, acknowledgeFile }) {
    const register = openRegister(file, { surroundings, mode: 'read' })
    const place = join(folder, 'out')
    mkdirSync(place, { recursive: true })
    for (let count = 0; count < 3; count += 1) await writeAll(register, place, count, acknowledgeFile)
    register.close()
  },
  async check({ folder, file, told }) {
    const place = join(folder, 'out')
    mkdirSync(place, { recursive: true })
    const register = openRegister(file, { surroundings: here(), mode: 'read' })
    // The same places again: what was half done is gone, what was done stands as it was.
    const again: string[] = []
    for (let count = 0; count < 3; count += 1) await writeAll(register, place, count, (name) => again.push(name))
    register.close()
    const faults = missing(place, [...filesTold(told), ...again])
    for (const name of readdirSync(place)) {
      const path = join(place, name)
      const check = extname(name) === '.xlsx' ? workbookFaults : extname(name) === '.txt' ? textFaults : folderFaults
      faults.push(...(await check(path, letter)))
    }
    return faults
  },
}
