/**
 * The register that is merged into the open one: copied into a folder of our own, brought to today's schema there, verified,
 * and read. The file itself is opened for reading only and never written. Names that were taken out of the open register are taken
 * out of the copy too, so that no merge brings one back.
 */
import { basename, join } from 'node:path'
import { Problem } from '#shared/domain/problem.ts'
import { withCodes } from '../record-codes.ts'
import { privateFolder, wipe } from '../store/private-folder.ts'
import { openRegister, type Register } from '../store/register-file.ts'
import { verifyRegister } from '../store/verify.ts'
import type { StagedWork } from '../long-work.ts'
import { isNamedIn, takeOutAgain } from '../retention/redact-again.ts'

export interface OtherRegister {
  readonly register: Register
  readonly fileName: string
  /** Closes it and takes the copy away. Safe to call twice. */
  close(): void
}

/** What opening refuses; MERGE_SAME_FILE; FILE_TAMPERED where its log does not bear it out; LEGAL_HOLD over a name taken out here. */
export async function openOther(own: Register, path: string, work: StagedWork): Promise<OtherRegister> {
  work.progress({ stage: 'reading', done: 0, total: 0 })
  const { surroundings } = own
  const folder = privateFolder()
  let register: Register | undefined
  const close = () => {
    register?.close()
    wipe(folder)
  }
  try {
    const copy = join(folder, 'other.daicho')
    const file = openRegister(path, { surroundings, mode: 'read' })
    try {
      if (file.file === own.file) throw new Problem('MERGE_SAME_FILE', { file: path })
      await file.backUp(copy)
    } finally {
      file.close()
    }
    // Opened for writing so that an earlier schema is brought to today's; whoever edits the file does not edit its copy.
    openRegister(copy, { surroundings, mode: 'write', hold: 'with the first change', isCopy: true }).close()
    register = openRegister(copy, { surroundings, mode: 'read' })
    const findings = await verifyRegister(register, {
      signal: work.signal,
      progress: (done, total) => {
        work.progress({ stage: 'verify', done, total })
      },
    })
    const [first] = withCodes(register.read, findings)
    if (first !== undefined) throw new Problem('FILE_TAMPERED', { file: path, first: first.code, ...first.facts })
    if (isNamedIn(own, register)) {
      register.close()
      const copied = openRegister(copy, { surroundings, mode: 'write', isCopy: true })
      takeOutAgain(own, copied)
      copied.close()
      register = openRegister(copy, { surroundings, mode: 'read' })
    }
    return { register, fileName: basename(path), close }
  } catch (error) {
    close()
    throw error
  }
}
