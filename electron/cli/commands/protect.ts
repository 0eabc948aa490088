/** `protect FILE|DIR --out DIR`: a checked copy of a register, or a folder that Daicho wrote, as one file behind a passphrase. */
import { basename, join } from 'node:path'
import { statSync } from 'node:fs'
import { translate } from '#shared/locales/translate.ts'
import { protectedEnding, writeProtectedCopy } from '#electron/register/protect/protected-copy.ts'
import { protectInto } from '#electron/register/protect/protected-folder.ts'
import type { Command } from '../command.ts'
import { folderFor } from '../folder-for.ts'
import { withRegister } from '../open-register.ts'
import { newPassphrase, protectOptions } from '../passphrase.ts'

export const protectCommand: Command = {
  name: 'protect',
  positionals: ['FILE|DIR'],
  options: {
    out: { value: 'DIR', words: 'protectOut', required: true },
    'passphrase-file': protectOptions['passphrase-file'],
  },
  async run(call) {
    const { files, options, language, surroundings, signal, absolute } = call
    const [place = ''] = files
    const out = folderFor(absolute(options.out ?? ''))
    const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true
    const file = isFolder
      ? await protectInto(place, { out, passphrase: await newPassphrase(call) }, { signal })
      : await withRegister(place, { mode: 'read', surroundings }, async (register) => {
          const copy = join(out, `${basename(place)}${protectedEnding}`)
          await writeProtectedCopy(register, copy, await newPassphrase(call), { signal })
          return copy
        })
    return { json: { file }, lines: [translate(language)('cli.protect.done', { file })], exitCode: 0 }
  },
}
