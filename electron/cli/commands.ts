/** All commands, in the order in which the usage lists them. */
import type { Command } from './command.ts'
import { backupCommand } from './commands/backup.ts'
import { recoverCommand } from './commands/recover.ts'
import { redactCommand } from './commands/redact.ts'
import { restoreCommand } from './commands/restore.ts'
import { retentionCommand } from './commands/retention.ts'
import { askOwnersCommand } from './commands/ask-owners.ts'
import { attestCommand } from './commands/attest.ts'
import { clockCommand } from './commands/clock.ts'
import { compareCommand } from './commands/compare.ts'
import { exportCommand } from './commands/export.ts'
import { holdersCommand } from './commands/holders.ts'
import { horizonCommand } from './commands/horizon.ts'
import { importCommand } from './commands/import.ts'
import { keyCommand } from './commands/key.ts'
import { lockCommand } from './commands/lock.ts'
import { mergeCommand } from './commands/merge.ts'
import { newCommand } from './commands/new.ts'
import { packCommand } from './commands/pack.ts'
import { protectCommand } from './commands/protect.ts'
import { qualityCommand } from './commands/quality.ts'
import { signCommand } from './commands/sign.ts'
import { signOffCommand } from './commands/sign-off.ts'
import { statsCommand } from './commands/stats.ts'
import { takeAnswersCommand } from './commands/take-answers.ts'
import { unprotectCommand } from './commands/unprotect.ts'
import { verifyCommand } from './commands/verify.ts'

export const commands: readonly Command[] = [
  newCommand,
  importCommand,
  mergeCommand,
  exportCommand,
  lockCommand,
  signOffCommand,
  packCommand,
  compareCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  recoverCommand,
  retentionCommand,
  redactCommand,
  keyCommand,
  signCommand,
  protectCommand,
  unprotectCommand,
  attestCommand,
  askOwnersCommand,
  takeAnswersCommand,
  statsCommand,
  qualityCommand,
  holdersCommand,
  horizonCommand,
  clockCommand,
]
