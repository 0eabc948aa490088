/** `new FILE [--sample] [--language ja|en]`: a new register, or the sample register of today. */
import { basename, extname } from 'node:path'
import { dayAt } from '#shared/domain/calendar-date.ts'
import { bilingualFrom, languages } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { newRegister } from '#electron/register/new-register.ts'
import { buildSample } from '#electron/register/sample/build-sample.ts'
import type { Command } from '../command.ts'
import { withRegister } from '../open-register.ts'

/** Where a new register's days begin and end until it says otherwise. */
const defaultTimeZone = 'Asia/Tokyo'

export const newCommand: Command = {
  name: 'new',
  positionals: ['FILE'],
  options: {
    sample: { value: null, words: 'sample' },
    language: { value: languages.join('|'), words: 'registerLanguage', choices: languages },
  },
  async run({ files: [file = ''], flags, language, surroundings }) {
    const day = dayAt(surroundings.clock(), defaultTimeZone)
    if (flags.has('sample')) await buildSample(file, { day, language })
    // The file's own name until somebody gives the organisation its name.
    else newRegister(file, surroundings, { language, name: bilingualFrom(basename(file, extname(file))), from: day })
    const registerId = await withRegister(
      file,
      { mode: 'read', surroundings },
      (register) => register.organisation().registerId,
    )
    const words = translate(language)
    return {
      json: { file, registerId },
      lines: [words(flags.has('sample') ? 'cli.new.sample' : 'cli.new.done', { file })],
      exitCode: 0,
    }
  },
}
