/** `ask-owners FILE --out DIR …`: a workbook to each owner of AI systems, to confirm or correct. */
import { languageSchema } from '#shared/domain/text.ts'
import { Problem } from '#shared/domain/problem.ts'
import { translate } from '#shared/locales/translate.ts'
import { writeOwnerQuestions } from '#electron/register/owner-questions/write-owner-questions.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { Command } from '../command.ts'
import { dayFrom } from '../days.ts'
import { folderFor } from '../folder-for.ts'
import { withRegister } from '../open-register.ts'

export const askOwnersCommand: Command = {
  name: 'ask-owners',
  positionals: ['FILE'],
  options: {
    out: { value: 'DIR', words: 'ownersOut', required: true },
    owner: { value: 'CODE', words: 'owner' },
    'answer-by': { value: 'DATE', words: 'answerBy' },
    language: { value: 'ja|en', words: 'exportLanguage', choices: ['ja', 'en'] },
  },
  async run({ files: [file = ''], options, language, surroundings, absolute, help }) {
    const by = options['answer-by']
    const answerBy = by === undefined ? null : dayFrom('--answer-by', by, help)
    const folder = folderFor(absolute(options.out ?? ''))
    const written = await withRegister(file, { mode: 'write', surroundings }, (register) => {
      const { owner } = options
      const person =
        owner === undefined ? null : [...recordTables.person.all(register.read)].find(({ code }) => code === owner)
      if (person === undefined) throw new Problem('NOT_FOUND', { noun: 'person', id: owner ?? '' })
      return writeOwnerQuestions(register, {
        folder,
        ownerId: person?.id ?? null,
        answerBy,
        language: languageSchema.safeParse(options.language).data ?? register.organisation().language,
      })
    })
    const words = translate(language)
    return {
      json: {
        dir: folder,
        files: written.map(({ name, code, systems, rows }) => ({ name, owner: code, systems, rows })),
      },
      lines: [
        words('cli.askOwners.done', { dir: folder, count: written.length }),
        ...written.map(({ name, systems, rows }) => words('cli.askOwners.file', { name, systems, rows })),
      ],
      exitCode: 0,
    }
  },
}
