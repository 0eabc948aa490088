/** `--help`: the usage of the program and of each command, made from what the commands say of themselves. */
import type { Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import type { Command } from './command.ts'

/** `lock FILE --as-of DATE [--cut-off INSTANT] [--title T]`. */
export function synopsis(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value, required }]) => {
    const option = value === null ? `--${name}` : `--${name} ${value}`
    return required ? option : `[${option}]`
  })
  return [command.name, ...command.positionals, ...options].join(' ')
}

export function programUsage(commands: readonly Command[], language: Language, program: string): string[] {
  const words = translate(language)
  return [
    words('cli.usage.program'),
    '',
    `${words('cli.usage.heading')}  ${program} ${words('cli.usage.command')}`,
    '',
    ...commands.flatMap((command) => [`  ${synopsis(command)}`, `      ${words(`cli.command.${command.name}`)}`]),
    '',
    words('cli.usage.json'),
    words('cli.usage.exit'),
    words('cli.usage.more', { example: `${program} lock --help` }),
  ]
}

export function commandUsage(command: Command, language: Language, program: string): string[] {
  const words = translate(language)
  const common = { json: words('cli.option.json'), help: words('cli.option.help') }
  const rows: [string, string][] = [
    ...[...new Set(command.positionals)].map((name): [string, string] => [name, words(`cli.argument.${name}`)]),
    ...Object.entries(command.options).map(([name, option]): [string, string] => [
      `--${name}${option.value === null ? '' : ` ${option.value}`}`,
      words(`cli.option.${option.words}`),
    ]),
    ...Object.entries(common).map(([name, text]): [string, string] => [`--${name}`, text]),
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return [
    words(`cli.command.${command.name}`),
    '',
    `${words('cli.usage.heading')}  ${program} ${synopsis(command)}`,
    '',
    ...rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`),
  ]
}
