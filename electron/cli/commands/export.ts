/** `export FILE --out DIR [--format csv|xlsx]`: the whole register as CSV, or as one workbook in the folder. */
import { basename } from 'node:path'
import { languageSchema } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { exportRegister } from '#electron/register/export/export-register.ts'
import { writeRegisterWorkbook } from '#electron/register/export/register-workbook.ts'
import type { Command } from '../command.ts'
import { folderFor } from '../folder-for.ts'
import { withRegister } from '../open-register.ts'

export const exportCommand: Command = {
  name: 'export',
  positionals: ['FILE'],
  options: {
    out: { value: 'DIR', words: 'exportOut', required: true },
    format: { value: 'csv|xlsx', words: 'exportFormat', choices: ['csv', 'xlsx'] },
    language: { value: 'ja|en', words: 'exportLanguage', choices: ['ja', 'en'] },
  },
  async run({ files: [file = ''], options, language, surroundings, signal, absolute, progress }) {
    const words = translate(language)
    if (options.format === 'xlsx') {
      const dir = folderFor(absolute(options.out ?? ''))
      const written = await withRegister(file, { mode: 'read', surroundings }, (register) =>
        writeRegisterWorkbook(register, {
          folder: dir,
          name: `${basename(file, '.daicho')}-${register.today()}`,
          language: languageSchema.safeParse(options.language).data ?? register.organisation().language,
        }),
      )
      return {
        json: { dir, files: [written.name], guardedCells: 0, shortenedCells: written.shortened },
        lines: [
          words('cli.export.workbook', { dir, name: written.name }),
          ...(written.shortened > 0 ? [words('cli.export.shortened', { count: written.shortened })] : []),
        ],
        exitCode: 0,
      }
    }
    const exported = await withRegister(file, { mode: 'read', surroundings }, (register) =>
      exportRegister(register, absolute(options.out ?? ''), {
        signal,
        progress: (done, total) => {
          progress.show('export', done, total)
        },
      }),
    )
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
