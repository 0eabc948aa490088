/** A register for the length of one command. */
import {
  openRegister,
  readOnlyProblem,
  type Register,
  type Surroundings,
} from '#electron/register/store/register-file.ts'
import type { OpenOptions } from '#electron/register/store/register-file.ts'
import { BackupKeeper } from '#electron/register/backups/backup-keeper.ts'
import { withCodes } from '#electron/register/record-codes.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { Problem } from '#shared/domain/problem.ts'

/**
 * Opens, works, closes, whatever happens. `write` is refused where the register is read-only or held by another;
 * FILE_TAMPERED where the work fails on what somebody has written into the file behind the program's back.
 */
export async function withRegister<Result>(
  file: string,
  options: { readonly mode: OpenOptions['mode']; readonly surroundings: Surroundings },
  work: (register: Register) => Result | Promise<Result>,
): Promise<Result> {
  const register = openRegister(file, { ...options, hold: 'with the first change' })
  try {
    if (options.mode === 'write' && register.readOnly !== null) throw readOnlyProblem(register.readOnly, register.file)
    if (options.mode === 'write') new BackupKeeper(register, { daily: 'required' })
    return await work(register)
  } catch (error) {
    throw (await whyUnreadable(register, error)) ?? error
  } finally {
    register.close()
  }
}

/** An error that nobody foresaw is explained where the file is not what the program wrote: by what `verify` finds first. */
async function whyUnreadable(register: Register, error: unknown): Promise<Problem | null> {
  if (error instanceof Problem && error.code !== 'FILE_DAMAGED') return null
  const [first] = withCodes(register.read, await verifyRegister(register).catch(() => []))
  if (first === undefined) return null
  return new Problem('FILE_TAMPERED', { file: register.file, first: first.code, ...first.facts }, { cause: error })
}
