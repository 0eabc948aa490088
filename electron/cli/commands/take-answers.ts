/** `take-answers FILE SOURCE [--take | --rows LIST]`: what an owner sent back, shown; then taken as far as a person says. */
import { translate } from '#shared/locales/translate.ts'
import { readOwnerAnswers, takeOwnerAnswers } from '#electron/register/owner-questions/read-owner-answers.ts'
import type { Command } from '../command.ts'
import { withRegister } from '../open-register.ts'
import { usageProblem } from '../read-arguments.ts'

export const takeAnswersCommand: Command = {
  name: 'take-answers',
  positionals: ['FILE', 'SOURCE'],
  options: {
    take: { value: null, words: 'takeClear' },
    rows: { value: 'LIST', words: 'takeRows' },
  },
  async run({ files: [file = '', source = ''], options, flags, language, surroundings, help }) {
    const rows = options.rows === undefined ? null : rowsFrom(options.rows, help)
    const chosen = rows ?? (flags.has('take') ? ('clear' as const) : null)
    const { read, changed, confirmed } = await withRegister(
      file,
      { mode: chosen === null ? 'read' : 'write', surroundings },
      async (register) =>
        chosen === null
          ? { read: await readOwnerAnswers(register, source), changed: 0, confirmed: 0 }
          : takeOwnerAnswers(register, source, chosen),
    )
    const words = translate(language)
    const said = read.rows.filter(({ state }) => state !== 'open')
    return {
      json: { ...read, taken: chosen === null ? null : { changed, confirmed } },
      lines: [
        words('cli.takeAnswers.from', {
          owner: read.filledBy ?? read.owner?.name ?? '',
          on: read.filledOn ?? read.issuedOn,
        }),
        ...said.map(({ row, code, noun, field, now, after, state }) =>
          words('cli.takeAnswers.row', {
            row,
            code,
            field: words(`field.${noun}.${field}`),
            state: words(`ownerQuestions.state.${state}`),
            now: short(now),
            after: short(after),
            context: after === '' ? 'said' : 'changes',
          }),
        ),
        words('cli.takeAnswers.open', { count: read.rows.length - said.length }),
        ...(read.lost > 0 ? [words('cli.takeAnswers.lost', { count: read.lost })] : []),
        ...(chosen === null ? [] : [words('cli.takeAnswers.taken', { changed, confirmed })]),
      ],
      exitCode: said.some(({ state }) => state !== 'confirmed' && state !== 'change' && state !== 'same') ? 1 : 0,
    }
  },
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= 40 ? line : `${line.slice(0, 40)}…`
}

/** `3,7,12`. */
function rowsFrom(said: string, help: string): readonly number[] {
  if (!/^\d{1,7}(,\d{1,7})*$/.test(said)) throw usageProblem(help, 'BAD_ROW_OPTION', { option: '--rows', value: said })
  return said.split(',').map(Number)
}
