/** Is there a process of this number on this computer? */
import { readFileSync } from 'node:fs'
import { platform } from 'node:os'

export function isRunning(processId: number): boolean {
  // Zero and below mean groups of processes, of which there is always one.
  if (processId <= 0) return false
  try {
    process.kill(processId, 0)
    return !hasDied(processId)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** On Linux a process that was killed keeps its number until its parent has heard of it, which may be never. */
function hasDied(processId: number): boolean {
  if (platform() !== 'linux') return false
  try {
    return /^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${String(processId)}/stat`, 'utf8'))
  } catch {
    return false
  }
}
