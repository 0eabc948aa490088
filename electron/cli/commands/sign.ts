/** `sign DIR --key PEM [--passphrase-file FILE]`: the company's own signature beside the sums of a bundle that is whole. */
import { translate } from '#shared/locales/translate.ts'
import { signFolder, signatureName } from '#electron/register/export/bundle-signature.ts'
import { assertWhole } from '#electron/register/export/verify-bundle.ts'
import type { Command } from '../command.ts'
import { passphraseFrom } from '../passphrase.ts'

export const signCommand: Command = {
  name: 'sign',
  positionals: ['DIR'],
  options: {
    key: { value: 'PEM', words: 'signKey', required: true },
    'passphrase-file': { value: 'FILE', words: 'passphraseFile' },
  },
  async run({ files: [folder = ''], options, language, absolute, signal }) {
    await assertWhole(folder, { signal })
    const passphrase = passphraseFrom(options['passphrase-file'], absolute)
    const fingerprint = signFolder(folder, absolute(options.key ?? ''), passphrase)
    const words = translate(language)
    return {
      json: { dir: folder, signature: signatureName, fingerprint },
      lines: [words('cli.sign.done', { dir: folder, fingerprint })],
      exitCode: 0,
    }
  },
}
