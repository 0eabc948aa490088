/** What came behind a passphrase: a register, a workbook and a folder taken out beside their last places, a bundle looked at. */
import { mkdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { verifyBundle } from '#electron/register/export/verify-bundle.ts'
import { fileFromProtected, registerFromProtected } from '#electron/register/protect/protected-copy.ts'
import { folderFromProtected, withFolder } from '#electron/register/protect/protected-folder.ts'
import { openRegister, type Surroundings } from '#electron/register/store/register-file.ts'
import { here, type Load, registerName, tell } from '../load.ts'
import { folderFaults, registerFaults, workbookFaults } from '../whole.ts'
import { assertNothingOpen, passphrase, protectAll } from './protecting.ts'

const place = 'opened'
const from = 'protected'

async function openAll(folder: string, count: number, surroundings: Surroundings, told: (name: string) => void) {
  const source = (name: string) => join(folder, from, name)
  const out = join(folder, place)
  const register = `copy-${String(count)}.daicho`
  await registerFromProtected(source('copy-0.daicho.age'), passphrase, join(out, register), surroundings)
  told(register)
  const book = `book-${String(count)}.xlsx`
  await fileFromProtected(source('book-0.xlsx.age'), passphrase, join(out, book))
  told(book)
  await withFolder(source('export-0.tar.age'), passphrase, (inside) => verifyBundle(inside))
  await folderFromProtected(source(`export-${String(count)}.tar.age`), passphrase, out)
  told(`export-${String(count)}`)
}

export const opening: Load = {
  name: 'opening of protected files',
  async brings(folder) {
    mkdirSync(join(folder, from))
    const register = openRegister(join(folder, registerName), { surroundings: here(), mode: 'read' })
    for (let count = 0; count < 4; count += 1) await protectAll(register, join(folder, from), count, () => undefined)
    register.close()
  },
  async run({ share, folder, surroundings, acknowledgeFile }) {
    tell({ kind: 'register', process: process.pid })
    for (let count = 0; count < 3 * share; count += 1) await openAll(folder, count, surroundings, acknowledgeFile)
  },
  files: {
    place,
    faults: (path) => {
      const check = { '.daicho': registerFaults, '.xlsx': workbookFaults, '': folderFaults }[extname(path)]
      return check?.(path) ?? Promise.resolve([`${path} does not belong there`])
    },
  },
  async again(after) {
    const out = join(after.folder, 'opened')
    await folderFromProtected(join(after.folder, from, 'export-3.tar.age'), passphrase, out)
    assertNothingOpen(after)
  },
}
