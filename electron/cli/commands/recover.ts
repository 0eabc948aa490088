/** `recover FILE OUT`: a new register from what can be read of a damaged one, with what was read and lost. */
import { basename } from 'node:path'
import { sayFinding } from '#shared/locales/say-problem.ts'
import { recoveryWords } from '#shared/locales/say-recovery.ts'
import { translate } from '#shared/locales/translate.ts'
import { recoverRegister } from '#electron/register/backups/recover-register.ts'
import type { Command } from '../command.ts'

export const recoverCommand: Command = {
  name: 'recover',
  positionals: ['FILE', 'OUT'],
  options: {},
  async run({ files: [file = '', out = ''], language, surroundings, signal, progress }) {
    const report = await recoverRegister(file, out, surroundings, {
      signal,
      progress: ({ stage, done, total }) => {
        progress.show(stage, done, total)
      },
    })
    const words = translate(language)
    const { events, nouns, files, findings } = report
    const lost = nouns.reduce((sum, { known, taken }) => sum + known - taken, 0)
    return {
      json: { out, ...report },
      lines: [
        ...recoveryWords(words, basename(out), report),
        ...nouns.map(({ noun, ...counts }) => words('recovery.noun', { noun: words(`noun.${noun}.many`), ...counts })),
        ...findings.map((finding) => sayFinding(language, finding)),
      ],
      exitCode: lost + events.lost + events.apart + files.lost + findings.length === 0 ? 0 : 1,
    }
  },
}
