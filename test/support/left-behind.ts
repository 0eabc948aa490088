/** Names of what processes that are no more have left. */
import { partialIn } from '#electron/register/store/partial.ts'

/** A number that no process has: the highest that Linux gives is far below. */
export const noProcess = '999999999'

/** The name of something unfinished in the folder, of a process of this computer that was killed. */
export function leftIn(folder: string): string {
  return partialIn(folder).replace(`-${String(process.pid)}-`, `-${noProcess}-`)
}
