/** The name of the operating system's account, for the log: recorded on this computer, not authenticated. */
import { userInfo } from 'node:os'

export function accountName(): string {
  try {
    return userInfo().username
  } catch {
    // An account without a name of its own, as containers give them.
    return `uid ${String(process.getuid?.() ?? 0)}`
  }
}
