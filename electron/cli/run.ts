/** One call of the command line from its words to its exit code. */
import { diskProblem } from '#electron/register/store/sqlite-problems.ts'
import { Problem } from '#shared/domain/problem.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'
import type { Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import type { Call, Command, Out } from './command.ts'
import { commands } from './commands.ts'
import { progressLine } from './progress-line.ts'
import type { Print } from './printed-pages.ts'
import { readArguments, usageProblem } from './read-arguments.ts'
import { absoluteFrom, languageOf, programName, surroundingsHere } from './surroundings.ts'
import { commandUsage, programUsage } from './usage.ts'

export interface Outside {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly workingFolder: string
  readonly output: Out
  readonly errors: Out
  readonly signal: AbortSignal
  /** Where a passphrase is typed; asked for only where it is a terminal. */
  readonly input?: NodeJS.ReadStream
  /** Prints where there is a printer at hand already; else a browser is found and started. */
  readonly print?: Print
}

/** 0 done, 1 done with findings or rejected rows, 2 refused. */
export async function run(words: readonly string[], outside: Outside): Promise<0 | 1 | 2> {
  const { environment, output, errors } = outside
  const language = languageOf(environment)
  const program = programName(environment)
  // `--json` may also stand before the command.
  const at = words[0] === '--json' ? 1 : 0
  const name = words[at]
  const rest = [...words.slice(0, at), ...words.slice(at + 1)]
  const print = (lines: readonly string[]) => output.write(`${lines.join('\n')}\n`)
  const command = commands.find((each) => each.name === name)
  if (command === undefined) {
    if (name === '--help' || name === '-h') {
      print(programUsage(commands, language, program))
      return 0
    }
    const issue = name === undefined ? 'NO_COMMAND' : name.startsWith('-') ? 'UNKNOWN_OPTION' : 'UNKNOWN_COMMAND'
    return refuse(usageProblem(`${program} --help`, issue, { option: name ?? '', command: name ?? '' }), {
      language,
      asJson: words.includes('--json'),
      outside,
    })
  }
  const asJson = rest.includes('--json')
  if (rest.includes('--help') || rest.includes('-h')) {
    print(commandUsage(command, language, program))
    return 0
  }
  const progress = progressLine(errors, language)
  try {
    const outcome = await command.run(callOf(command, rest, { language, program, outside, progress }))
    progress.end()
    if (asJson) print([JSON.stringify(outcome.json)])
    else if (outcome.lines.length > 0) print(outcome.lines)
    return outcome.exitCode
  } catch (error) {
    progress.end()
    return refuse(error, { language: spokenLanguage(rest) ?? language, asJson, outside })
  }
}

function callOf(
  command: Command,
  words: readonly string[],
  facts: { language: Language; program: string; outside: Outside; progress: Call['progress'] },
): Call {
  const { outside } = facts
  const help = `${facts.program} ${command.name} --help`
  const said = readArguments(command, words, help)
  const absolute = absoluteFrom(outside.environment, outside.workingFolder)
  return {
    files: said.positionals.map(absolute),
    words: said.positionals,
    options: said.options,
    flags: said.flags,
    language: spokenLanguage(words) ?? facts.language,
    surroundings: surroundingsHere(),
    environment: outside.environment,
    signal: outside.signal,
    help,
    absolute,
    progress: facts.progress,
    input: outside.input,
    report: outside.errors,
    print: outside.print,
  }
}

/** A command that is told a language speaks it. */
function spokenLanguage(words: readonly string[]): Language | null {
  const at = words.findIndex((word) => word === '--language' || word.startsWith('--language='))
  const said = at < 0 ? undefined : (words[at]?.split('=')[1] ?? words[at + 1])
  return said === 'ja' || said === 'en' ? said : null
}

function refuse(error: unknown, how: { language: Language; asJson: boolean; outside: Outside }): 2 {
  const { output, errors, environment } = how.outside
  const problem =
    error instanceof Problem
      ? error
      : (diskProblem(error) ??
        new Problem(
          'INTERNAL',
          { detail: error instanceof Error ? firstLine(error.message) : String(error) },
          { cause: error },
        ))
  const message = sayProblem(how.language, problem)
  errors.write(`${message}\n`)
  if (environment.DAICHO_DEBUG === '1') errors.write(`${stackOf(problem)}\n`)
  else if (problem.code === 'INTERNAL') errors.write(`${translate(how.language)('cli.debug')}\n`)
  if (how.asJson) output.write(`${JSON.stringify({ error: { code: problem.code, message } })}\n`)
  return 2
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\n${stackOf(error.cause)}` : ''
  return `${error.stack ?? error.message}${cause}`
}
