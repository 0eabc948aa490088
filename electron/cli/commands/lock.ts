/** `lock FILE --as-of DATE [--cut-off INSTANT] [--title T] [--open-reason T]`: verifies the register and freezes a pack. */
import { translate } from '#shared/locales/translate.ts'
import { lockPack } from '#electron/register/packs.ts'
import type { Command } from '../command.ts'
import { dayFrom, instantFrom } from '../days.ts'
import { withRegister } from '../open-register.ts'

export const lockCommand: Command = {
  name: 'lock',
  positionals: ['FILE'],
  options: {
    'as-of': { value: 'DATE', words: 'lockAsOf', required: true },
    'cut-off': { value: 'INSTANT', words: 'cutOff' },
    title: { value: 'T', words: 'title' },
    'open-reason': { value: 'T', words: 'openReason' },
  },
  async run({ files: [file = ''], options, language, surroundings, signal, help, progress }) {
    const asOf = dayFrom('--as-of', options['as-of'] ?? '', help)
    const said = options['cut-off']
    const cutOff = said === undefined ? {} : { cutOff: instantFrom('--cut-off', said, help) }
    const pack = await withRegister(file, { mode: 'write', surroundings }, (register) =>
      lockPack(
        register,
        { asOf, ...cutOff, title: options.title ?? null, openReason: options['open-reason'] ?? null },
        {
          signal,
          progress: (done, total) => {
            progress.show('verify', done, total)
          },
        },
      ),
    )
    const { code, dataDigest, auditHead } = pack
    return {
      json: { pack: code, dataDigest, auditHead },
      lines: [
        translate(language)('cli.lock.done', { pack: code, asOf, cutOff: pack.cutOff }),
        translate(language)('cli.lock.digest', { dataDigest }),
        translate(language)('cli.lock.head', { auditHead }),
      ],
      exitCode: 0,
    }
  },
}
