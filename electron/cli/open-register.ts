/** A register for the length of one command. */
import {
  openRegister,
  readOnlyProblem,
  type Register,
  type Surroundings,
} from '#electron/register/store/register-file.ts'
import type { OpenOptions } from '#electron/register/store/register-file.ts'

/** Opens, works, closes, whatever happens. `write` is refused where the register is read-only or held by another. */
export async function withRegister<Result>(
  file: string,
  options: { readonly mode: OpenOptions['mode']; readonly surroundings: Surroundings },
  work: (register: Register) => Result | Promise<Result>,
): Promise<Result> {
  const register = openRegister(file, options)
  try {
    if (options.mode === 'write' && register.readOnly !== null) throw readOnlyProblem(register.readOnly, register.file)
    return await work(register)
  } finally {
    register.close()
  }
}
