/** `export FILE --out DIR`: the whole register as CSV. */
import { translate } from '#shared/locales/translate.ts'
import { exportRegister } from '#electron/register/export/export-register.ts'
import type { Command } from '../command.ts'
import { withRegister } from '../open-register.ts'

export const exportCommand: Command = {
  name: 'export',
  positionals: ['FILE'],
  options: { out: { value: 'DIR', words: 'exportOut', required: true } },
  async run({ files: [file = ''], options, language, surroundings, signal, absolute, progress }) {
    const exported = await withRegister(file, { mode: 'read', surroundings }, (register) =>
      exportRegister(register, absolute(options.out ?? ''), {
        signal,
        progress: (done, total) => {
          progress.show('export', done, total)
        },
      }),
    )
    const words = translate(language)
    const { dir, files, guardedCells } = exported
    return {
      json: { dir, files, guardedCells },
      lines: [
        words('cli.export.done', { dir, count: files.length }),
        ...(guardedCells > 0 ? [words('cli.export.guarded', { count: guardedCells })] : []),
      ],
      exitCode: 0,
    }
  },
}
