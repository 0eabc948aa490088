/** `new FILE [--sample | --from DIR] [--language ja|en]`: a new register, the sample of today, or one from what was written out. */
import { basename, extname } from 'node:path'
import { dayAt } from '#shared/domain/calendar-date.ts'
import { bilingualFrom, type Language, languages } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { newRegister } from '#electron/register/new-register.ts'
import { heldBy, type ReadExport } from '#electron/register/round-trip/read-export.ts'
import { registerFromExport } from '#electron/register/round-trip/register-from-export.ts'
import { buildSample } from '#electron/register/sample/build-sample.ts'
import type { Surroundings } from '#electron/register/store/register-file.ts'
import type { Command, Outcome } from '../command.ts'
import { withRegister } from '../open-register.ts'
import { usageProblem } from '../read-arguments.ts'

/** Where a new register's days begin and end until it says otherwise. */
const defaultTimeZone = 'Asia/Tokyo'

export const newCommand: Command = {
  name: 'new',
  positionals: ['FILE'],
  options: {
    sample: { value: null, words: 'sample' },
    from: { value: 'DIR', words: 'newFrom' },
    language: { value: languages.join('|'), words: 'registerLanguage', choices: languages },
  },
  async run({ files: [file = ''], flags, options, language, surroundings, signal, help, absolute, progress }) {
    if (options.from !== undefined) {
      // Each of the others says what the folder says already.
      const [other] = ['sample', 'language'].filter((name) => flags.has(name) || options[name] !== undefined)
      if (other !== undefined) throw usageProblem(help, 'NOT_WITH_FROM', { option: `--${other}` })
      const work = {
        signal,
        progress: ({ stage, done, total }: { stage: string; done: number; total: number }) => {
          progress.show(stage, done, total)
        },
      }
      const read = await registerFromExport(absolute(options.from), file, surroundings, work)
      return outcomeOf(file, await registerIdOf(file, surroundings), read, language)
    }
    const day = dayAt(surroundings.clock(), defaultTimeZone)
    if (flags.has('sample')) await buildSample(file, { day, language })
    // The file's own name until somebody gives the organisation its name.
    else newRegister(file, surroundings, { language, name: bilingualFrom(basename(file, extname(file))), from: day })
    const registerId = await registerIdOf(file, surroundings)
    const words = translate(language)
    return {
      json: { file, registerId },
      lines: [words(flags.has('sample') ? 'cli.new.sample' : 'cli.new.done', { file })],
      exitCode: 0,
    }
  },
}

function registerIdOf(file: string, surroundings: Surroundings): Promise<string> {
  return withRegister(file, { mode: 'read', surroundings }, (register) => register.organisation().registerId)
}

/** What came in, and what the folder could not bring. */
function outcomeOf(file: string, registerId: string, read: ReadExport, language: Language): Outcome {
  const held = heldBy(read)
  const words = translate(language)
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((total, count) => total + count, 0)
  return {
    json: { file, registerId, from: { ...held } },
    lines: [
      words('cli.new.from', { file, records: sum(held.counts), withdrawn: sum(held.withdrawn), source: held.name }),
      held.events === null
        ? words('cli.new.withoutLog', { sequence: held.auditSequence, head: held.auditHead })
        : words('cli.new.withLog', { events: held.events, head: held.auditHead }),
      ...(held.filesMissing > 0 ? [words('cli.new.filesMissing', { count: held.filesMissing })] : []),
      ...(held.packsMissing > 0 ? [words('cli.new.packsMissing', { count: held.packsMissing })] : []),
    ],
    exitCode: 0,
  }
}
