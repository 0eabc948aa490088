/**
 * Names for what is not whole yet, beside the place where it will stand. The name says which process of which computer writes it, so
 * that what a process that was killed has left goes with the next one that writes there, and nothing that is still being written.
 */
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { isRunning } from '#electron/running.ts'

const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const pattern = /^\.daicho-(\d+)-([0-9a-f]{8})-[0-9a-f]{8}\.partial$/

/** A name that nothing bears. Takes away what was left in the folder under such names. */
export function partialIn(folder: string): string {
  for (const name of namesIn(folder)) {
    const [, process, there] = pattern.exec(name) ?? []
    if (there === machine && !isRunning(Number(process))) rmSync(join(folder, name), { recursive: true, force: true })
  }
  return join(folder, `.daicho-${String(process.pid)}-${machine}-${randomBytes(4).toString('hex')}.partial`)
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // It can be written and not be read, or is not there: whoever writes there says so.
    return []
  }
}
