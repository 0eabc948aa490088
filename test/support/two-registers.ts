/** Registers in files for the merge: ids of each are its own, as real ones are. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type MergeSides, sidesOf } from '#electron/register/merge/merge-registers.ts'
import { openOther, type OtherRegister } from '#electron/register/merge/open-other.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { noWork } from './no-work.ts'
import { temporaryFolder, testRegister, testSurroundings } from './register.ts'

/** `side`: one hexadecimal digit that all ids made here bear. */
export function sideSurroundings(side: string, start?: string) {
  let ids = 0
  return Object.assign(testSurroundings(start), {
    newId: () => {
      ids += 1
      return `01900000-0000-7000-8000-${side}${String(ids).padStart(11, '0')}`
    },
  })
}

export function registerOfSide(side: string): { register: Register; file: string } {
  return testRegister({ surroundings: sideSurroundings(side) })
}

/** A copy of a register in a file of its own, open for writing, whose new records bear another digit. */
export function copyOfSide(file: string, side: string): Register {
  const copy = join(temporaryFolder(), `copy-${side}.daicho`)
  copyFileSync(file, copy)
  const register = openRegister(copy, {
    surroundings: { ...sideSurroundings(side, '2026-05-01T00:00:00.000Z'), machine: `desk-${side}` },
    mode: 'write',
  })
  onTestFinished(() => {
    register.close()
  })
  return register
}

export async function otherOf(register: Register, path: string): Promise<{ other: OtherRegister; sides: MergeSides }> {
  const other = await openOther(register, path, noWork)
  onTestFinished(() => {
    other.close()
  })
  return { other, sides: sidesOf(register, other) }
}
