/** `backup FILE`: a checked backup of a register in its place, at once. */
import { translate } from '#shared/locales/translate.ts'
import { keepBackup } from '#electron/register/backups/keep-backup.ts'
import type { Command } from '../command.ts'
import { withRegister } from '../open-register.ts'

export const backupCommand: Command = {
  name: 'backup',
  positionals: ['FILE'],
  options: {},
  run({ files: [file = ''], surroundings, language }) {
    // Reading is enough: who holds the register for writing is not disturbed, and is not waited for.
    return withRegister(file, { mode: 'read', surroundings }, (register) => {
      const { path, place, bytes, head } = keepBackup(register, 'asked')
      return {
        json: { backup: path, place, bytes, head },
        lines: [translate(language)('cli.backup.done', { file: path, sequence: head.sequence })],
        exitCode: 0,
      }
    })
  },
}
