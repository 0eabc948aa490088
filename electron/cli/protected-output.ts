/** What a command writes into a folder: open, or with `--protect` as one protected file there. */
import { dirname } from 'node:path'
import { translate } from '#shared/locales/translate.ts'
import { inPrivateFolder } from '#electron/register/store/private-folder.ts'
import { protectInto } from '#electron/register/protect/protected-folder.ts'
import type { Call, Outcome } from './command.ts'
import { folderFor } from './folder-for.ts'
import { protectingPassphrase } from './passphrase.ts'

interface Written {
  /** The folder or file that was made in the given folder; null where nothing was written, for a reason that is told. */
  readonly place: string | null
  readonly outcome: Omit<Outcome, 'json'> & { readonly json: Readonly<Record<string, unknown>> }
}

export async function protectedOutput(
  call: Call,
  folder: string,
  write: (folder: string) => Promise<Written>,
): Promise<Outcome> {
  // Asked for before anything is done.
  const passphrase = await protectingPassphrase(call)
  if (passphrase === null) return (await write(folder)).outcome
  const { language, signal } = call
  const out = folderFor(folder)
  return inPrivateFolder(async (place) => {
    const made = await write(place)
    if (made.place === null) return made.outcome
    const file = await protectInto(made.place, { out, passphrase }, { signal })
    return {
      json: { ...made.outcome.json, dir: dirname(file), file },
      lines: [translate(language)('cli.protect.done', { file })],
      exitCode: made.outcome.exitCode,
    }
  })
}
