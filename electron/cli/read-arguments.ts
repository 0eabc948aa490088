/** Arguments of the command line, read strictly: what a command does not know is refused, not guessed. */
import { parseArgs } from 'node:util'
import { Problem } from '#shared/domain/problem.ts'
import type { Command } from './command.ts'

export interface Said {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
  readonly flags: ReadonlySet<string>
}

/** USAGE with an issue of the catalogue (`issue.<ISSUE>`) and the words that it is about. */
export function usageProblem(help: string, issue: string, facts: Readonly<Record<string, string>> = {}): Problem {
  return new Problem('USAGE', { help, issue, ...facts })
}

/** What was said to a command. USAGE. `help` is what a person types to read the usage. */
export function readArguments(command: Command, words: readonly string[], help: string): Said {
  const described = Object.entries(command.options)
  const { positionals, values } = parsed(command, words, help)
  const saidOf: Readonly<Record<string, string | boolean | undefined>> = values
  const surplus = positionals[command.positionals.length]
  if (surplus !== undefined) throw usageProblem(help, 'SURPLUS_ARGUMENT', { argument: surplus })
  const missing = command.positionals[positionals.length]
  if (missing !== undefined) throw usageProblem(help, 'MISSING_ARGUMENT', { argument: missing })
  const options: Record<string, string | undefined> = {}
  const flags = new Set<string>()
  for (const [name, { value, required, choices }] of described) {
    const said = saidOf[name]
    if (value === null) {
      if (said === true) flags.add(name)
      continue
    }
    if (said === undefined && required) throw usageProblem(help, 'MISSING_OPTION', { option: `--${name} ${value}` })
    if (typeof said === 'string' && said === '') throw usageProblem(help, 'EMPTY_OPTION', { option: `--${name}` })
    if (typeof said === 'string' && choices !== undefined && !choices.includes(said))
      throw usageProblem(help, 'BAD_CHOICE', { option: `--${name}`, value: said, choices: choices.join(', ') })
    options[name] = typeof said === 'string' ? said : undefined
  }
  return { positionals, options, flags }
}

/** Options that every command has. */
export const commonFlags = ['json', 'help'] as const

function parsed(command: Command, words: readonly string[], help: string) {
  const flag = { type: 'boolean' } as const
  const own = Object.entries(command.options).map(
    ([name, { value }]) => [name, { type: value === null ? 'boolean' : 'string' }] as const,
  )
  try {
    return parseArgs({
      args: [...words],
      options: { ...Object.fromEntries(own), json: flag, help: { ...flag, short: 'h' } },
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // Node's own sentence is English; the word that it is about stands in its first quotes.
    const about = /'(.+?)'/.exec(error.message)?.[1] ?? words.join(' ')
    const [option = about] = about.split(/[ ,=]/).filter((part) => part.startsWith('--'))
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw usageProblem(help, 'UNKNOWN_OPTION', { option: about })
    throw usageProblem(help, code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' ? 'OPTION_VALUE' : 'BAD_ARGUMENTS', {
      option,
    })
  }
}
