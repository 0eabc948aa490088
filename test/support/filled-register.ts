/** A register that holds one of each record, as a file of its own for each test. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillOneOfEach } from './one-of-each.ts'
import { temporaryFolder, testRegister } from './register.ts'

/** Filling one takes longer than most tests that need one: it is done once for a file of tests. */
let filled: Uint8Array | undefined

/** Its path; nobody has it open. */
export function filledRegister(): string {
  filled ??= fill()
  const file = join(temporaryFolder(), 'register.daicho')
  writeFileSync(file, filled)
  return file
}

function fill(): Uint8Array {
  const { register, file } = testRegister()
  fillOneOfEach(register)
  register.close()
  return readFileSync(file)
}
