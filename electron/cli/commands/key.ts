/** `key DIR [--passphrase-file FILE]`: a new pair of keys with which a company signs its bundles. Needs no register. */
import { join } from 'node:path'
import { translate } from '#shared/locales/translate.ts'
import { writeKeyPair } from '#electron/register/export/bundle-signature.ts'
import type { Command } from '../command.ts'
import { passphraseFrom } from '../passphrase.ts'

export const keyCommand: Command = {
  name: 'key',
  positionals: ['DIR'],
  options: { 'passphrase-file': { value: 'FILE', words: 'passphraseFile' } },
  run({ files: [folder = ''], options, language, absolute }) {
    const passphrase = passphraseFrom(options['passphrase-file'], absolute)
    const files = writeKeyPair(folder, passphrase).names.map((name) => join(folder, name))
    const words = translate(language)
    return Promise.resolve({
      json: { files, encrypted: passphrase !== null },
      lines: [words('cli.key.done', { privateKey: files[0] ?? '', publicKey: files[1] ?? '' }), words('cli.key.keep')],
      exitCode: 0,
    })
  },
}
