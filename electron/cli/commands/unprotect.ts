/** `unprotect AGE --out DIR`: the register, the folder or the file out of a file that is protected by a passphrase. */
import { basename, join } from 'node:path'
import { translate } from '#shared/locales/translate.ts'
import { fileFromProtected, protectedEnding, registerFromProtected } from '#electron/register/protect/protected-copy.ts'
import { folderFromProtected } from '#electron/register/protect/protected-folder.ts'
import type { Call, Command } from '../command.ts'
import { folderFor } from '../folder-for.ts'
import { knownPassphrase, protectOptions } from '../passphrase.ts'

export const unprotectCommand: Command = {
  name: 'unprotect',
  positionals: ['AGE'],
  options: {
    out: { value: 'DIR', words: 'unprotectOut', required: true },
    'passphrase-file': protectOptions['passphrase-file'],
  },
  async run(call) {
    const [source = ''] = call.files
    const out = folderFor(call.absolute(call.options.out ?? ''))
    const place = await takenOut(source, await knownPassphrase(call, source), out, call)
    return { json: { place }, lines: [translate(call.language)('cli.unprotect.done', { place })], exitCode: 0 }
  },
}

/** What is in it is told by the name, as Daicho gave it; what is neither a folder nor a register (a workbook) is taken out as it is. */
async function takenOut(source: string, passphrase: string, out: string, call: Call): Promise<string> {
  const { signal, surroundings } = call
  const name = basename(source, protectedEnding)
  if (name.endsWith('.tar')) return folderFromProtected(source, passphrase, out, { signal })
  const place = join(out, name)
  if (name.endsWith('.daicho')) await registerFromProtected(source, passphrase, place, surroundings, { signal })
  else await fileFromProtected(source, passphrase, place, { signal })
  return place
}
