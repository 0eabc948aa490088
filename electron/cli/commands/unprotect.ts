/** `unprotect AGE --out DIR`: the register, or the folder, out of a file that is protected by a passphrase. */
import { cpSync } from 'node:fs'
import { basename, join } from 'node:path'
import { translate } from '#shared/locales/translate.ts'
import { protectedEnding, registerFromProtected } from '#electron/register/protect/protected-copy.ts'
import { withFolder } from '#electron/register/protect/protected-folder.ts'
import { assertPlaceFree } from '#electron/register/store/file-place.ts'
import type { Command } from '../command.ts'
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
    const { files, options, language, surroundings, signal, absolute } = call
    const [source = ''] = files
    const out = folderFor(absolute(options.out ?? ''))
    const name = basename(source, protectedEnding)
    const passphrase = await knownPassphrase(call, source)
    const place = name.endsWith('.tar')
      ? await withFolder(
          source,
          passphrase,
          (folder) => {
            const made = join(out, basename(folder))
            assertPlaceFree(made)
            cpSync(folder, made, { recursive: true, errorOnExist: true, force: false })
            return Promise.resolve(made)
          },
          { signal },
        )
      : join(out, name)
    if (!name.endsWith('.tar')) await registerFromProtected(source, passphrase, place, surroundings, { signal })
    return { json: { place }, lines: [translate(language)('cli.unprotect.done', { place })], exitCode: 0 }
  },
}
