/** What leaves behind a passphrase: copies of the register, its export as one file, a workbook. */
import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { exportRegister } from '#electron/register/export/export-register.ts'
import { writeRegisterWorkbook } from '#electron/register/export/register-workbook.ts'
import { openProtected } from '#electron/register/protect/age-file.ts'
import { writeProtectedCopy } from '#electron/register/protect/protected-copy.ts'
import { withFolder, writeProtected } from '#electron/register/protect/protected-folder.ts'
import { inPrivateFolder, wipeLeftovers } from '#electron/register/store/private-folder.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { type AfterKill, here, type Load, tell } from '../load.ts'
import { folderFaults, registerFaults, workbookFaults } from '../whole.ts'

export const passphrase = '羅針盤と六分儀'
/** A guess costs next to nothing: what is tested is what stands where. */
export const cheap = { workFactor: 8 }
const place = 'protected'

export async function protectAll(register: Register, out: string, count: number, told: (name: string) => void) {
  const copy = `copy-${String(count)}.daicho.age`
  await writeProtectedCopy(register, join(out, copy), passphrase, cheap)
  told(copy)
  const exported = await writeProtected(
    { out, passphrase },
    async (folder) => {
      const inside = join(folder, `export-${String(count)}`)
      await exportRegister(register, inside)
      return { place: inside }
    },
    cheap,
  )
  told(basename(exported.file))
  const book = await writeProtected(
    { out, passphrase },
    async (folder) => {
      const { name } = await writeRegisterWorkbook(register, { folder, name: `book-${String(count)}`, language: 'ja' })
      return { place: join(folder, name) }
    },
    cheap,
  )
  told(basename(book.file))
}

export const protecting: Load = {
  name: 'protected files',
  async run({ share, folder, file, surroundings, acknowledgeFile }) {
    tell({ kind: 'register', process: process.pid })
    const register = openRegister(file, { surroundings, mode: 'read' })
    for (let count = 0; count < 3 * share; count += 1)
      await protectAll(register, join(folder, place), count, acknowledgeFile)
    register.close()
  },
  files: { place, faults: protectedFaults },
  async again(after) {
    const register = openRegister(after.file, { surroundings: here(), mode: 'read' })
    await protectAll(register, join(after.folder, place), 100, () => undefined)
    register.close()
    assertNothingOpen(after)
  },
}

/** Opened with the passphrase, and whole. */
function protectedFaults(file: string): Promise<readonly string[]> {
  if (file.endsWith('.tar.age')) return withFolder(file, passphrase, folderFaults)
  return inPrivateFolder(async (folder) => {
    const opened = join(folder, basename(file, '.age'))
    try {
      await openProtected(file, passphrase, opened)
    } catch (error) {
      return [`${basename(file)}: ${String(error)}`]
    }
    return extname(opened) === '.xlsx' ? workbookFaults(opened) : registerFaults(opened)
  })
}

/** What the killed process had opened, or not protected yet, is gone. */
export function assertNothingOpen({ told }: AfterKill): void {
  wipeLeftovers()
  const processes = told.flatMap((each) => (each.kind === 'register' ? [String(each.process)] : []))
  const left = existsSync(tmpdir())
    ? readdirSync(tmpdir()).filter((name) => processes.some((each) => name.startsWith(`daicho-private-${each}-`)))
    : []
  if (left.length > 0) throw new Error(`lies open: ${left.join(', ')}`)
}
