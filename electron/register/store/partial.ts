/**
 * Names for what is not whole yet, beside the place where it will stand. The name says which process of which computer writes it, so
 * that what a process that was killed has left goes with the next one that writes there, and nothing that is still being written.
 */
import { createHash, randomBytes } from 'node:crypto'
import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { isRunning } from '#electron/running.ts'

const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
/** SQLite's journal of it too. */
const pattern = /^\.daicho-(\d+)-([0-9a-f]{8})-[0-9a-f]{8}\.partial(?:-journal)?$/

/** As earlier versions named it: they did not say which computer. */
const earlierPattern =
  /^\.(?:daicho-(?:copy-)?(?=\d+\.partial)|.+\.(?=\d+-[0-9a-f]{8}\.partial$))(\d+)(?:-[0-9a-f]{8})?\.partial(?:-journal)?$/
/** On a share it may be another computer's, with an earlier version: what is still being written is younger. */
const day = 86_400_000

/** A name that nothing bears, in a folder from which what was left under such names is taken away first. */
export function partialIn(folder: string): string {
  removeLeftovers(folder)
  return join(folder, `.daicho-${String(process.pid)}-${machine}-${randomBytes(4).toString('hex')}.partial`)
}

/** What processes of this computer that are no more have left there. What another computer writes on a share is its own. */
export function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, process, there] = pattern.exec(name) ?? []
    const [, earlier] = earlierPattern.exec(name) ?? []
    const isLeft =
      there === machine
        ? !isRunning(Number(process))
        : earlier !== undefined && !isRunning(Number(earlier)) && isOlderThanADay(join(folder, name))
    if (!isLeft) continue
    try {
      rmSync(join(folder, name), { recursive: true, force: true })
    } catch {
      // Another account's: it stays until that one writes here, and is no reason not to write.
    }
  }
}

function isOlderThanADay(path: string): boolean {
  try {
    const facts = lstatSync(path, { throwIfNoEntry: false })
    return facts !== undefined && Date.now() - facts.mtimeMs > day
  } catch {
    return false
  }
}

/** Takes away what was not finished, with SQLite's journal of it. */
export function removePartial(partial: string): void {
  rmSync(partial, { force: true })
  rmSync(`${partial}-journal`, { force: true })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // It can be written and not be read, or is not there: whoever writes there says so.
    return []
  }
}
