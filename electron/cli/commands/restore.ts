/** `restore FILE BACKUP`: a register put back to a backup, or put in its place where it is damaged or gone. */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { readBackupName } from '#shared/domain/backup.ts'
import { translate } from '#shared/locales/translate.ts'
import { registerToReplace, type Restored, restoreBackup } from '#electron/register/backups/restore-backup.ts'
import { problemOf } from '#electron/register/store/sqlite-problems.ts'
import type { Call, Command } from '../command.ts'

export const restoreCommand: Command = {
  name: 'restore',
  positionals: ['FILE', 'BACKUP'],
  options: {},
  async run(call) {
    const { language } = call
    const { kept, sequence } = await restored(call)
    const words = translate(language)
    return {
      json: { sequence, kept },
      lines: [
        words('cli.restore.done', { sequence }),
        ...(kept === null ? [] : [words('cli.restore.kept', { file: kept })]),
      ],
      exitCode: 0,
    }
  },
}

async function restored({ files, surroundings, signal, progress }: Call): Promise<Restored> {
  const [file = '', backup = ''] = files
  const current = registerToReplace(file, surroundings)
  try {
    return await restoreBackup(
      { file, backup, at: madeAt(backup), surroundings, current },
      {
        signal,
        progress: ({ stage, done, total }) => {
          progress.show(stage, done, total)
        },
      },
    )
  } finally {
    current?.close()
  }
}

/** As its name says, else as the file system does. */
function madeAt(backup: string): string {
  const named = readBackupName(basename(backup))
  if (named !== null) return named.at
  try {
    return statSync(backup).mtime.toISOString()
  } catch (error) {
    throw problemOf(error, backup)
  }
}
