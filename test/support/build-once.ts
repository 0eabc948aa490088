/** Before the end-to-end tests begin: otherwise each worker would build the same parts at the same time. */
import { ensureBuilt } from '#electron/build.ts'

export default function buildOnce(): Promise<void> {
  return ensureBuilt({ what: ['main', 'renderer', 'notices'], report: process.stderr })
}
