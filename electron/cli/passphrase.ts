/**
 * A passphrase out of a file or from the terminal: on a command line it would stand in the list of processes and in the shell's
 * history, in a variable of the environment in every process that is started from here.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { Problem } from '#shared/domain/problem.ts'
import { translate } from '#shared/locales/translate.ts'
import type { Call, OptionDescription } from './command.ts'
import { usageProblem } from './read-arguments.ts'

/** The first line; null where no file is named. `-` is standard input. SOURCE_NOT_READABLE. */
export function passphraseFrom(file: string | undefined, absolute: (path: string) => string): string | null {
  if (file === undefined) return null
  try {
    return readFileSync(file === '-' ? 0 : absolute(file), 'utf8').split(/\r?\n/)[0] ?? ''
  } catch (error) {
    throw new Problem('SOURCE_NOT_READABLE', { file: basename(file) }, { cause: error })
  }
}

/** Options of a command that writes something protected where it is told to. */
export const protectOptions = {
  protect: { value: null, words: 'protect' },
  'passphrase-file': { value: 'FILE', words: 'protectPassphraseFile' },
} satisfies Record<string, OptionDescription>

/** The passphrase with which something is written, where `--protect` was said; null otherwise. */
export function protectingPassphrase(call: Call): Promise<string | null> {
  return call.flags.has('protect') ? newPassphrase(call) : Promise.resolve(null)
}

/** One with which something is written: typed twice, after it was said that there is no way back. USAGE. */
export async function newPassphrase(call: Call): Promise<string> {
  const { language, options, absolute, help, report } = call
  const words = translate(language)
  const given = passphraseFrom(options['passphrase-file'], absolute)
  if (given !== null) return orRefused(given, help)
  report.write(`${words('cli.passphrase.noWayBack')}\n`)
  const first = orRefused(await typed(call, words('cli.passphrase.new')), help)
  if ((await typed(call, words('cli.passphrase.again'))) !== first) throw usageProblem(help, 'PASSPHRASES_DIFFER')
  return first
}

/** One with which something is opened. USAGE. */
export async function knownPassphrase(call: Call, file: string): Promise<string> {
  const { language, options, absolute, help } = call
  const given = passphraseFrom(options['passphrase-file'], absolute)
  if (given !== null) return orRefused(given, help)
  return orRefused(await typed(call, translate(language)('cli.passphrase.known', { file: basename(file) })), help)
}

function orRefused(passphrase: string, help: string): string {
  if (passphrase === '') throw usageProblem(help, 'PASSPHRASE_EMPTY')
  return passphrase
}

/** What a person types at the terminal, unseen. USAGE where there is no terminal. */
function typed({ input, report, help }: Call, question: string): Promise<string> {
  if (input?.isTTY !== true) throw usageProblem(help, 'NO_PASSPHRASE')
  report.write(`${question} `)
  // The terminal echoes nothing itself while readline holds it, and what readline would echo goes nowhere.
  const nowhere = new Writable({
    write(_bytes, _encoding, done) {
      done()
    },
  })
  const lines = createInterface({ input, output: nowhere, terminal: true })
  return new Promise((resolve, reject) => {
    // Settled before it is left: leaving tells `close`, which otherwise means that the person went away (Ctrl+D, a lost terminal).
    lines.once('line', (line) => {
      resolve(line)
      lines.close()
    })
    lines.once('close', () => {
      report.write('\n')
      reject(new Problem('CANCELLED'))
    })
    // Ctrl+C.
    lines.once('SIGINT', () => {
      lines.close()
    })
  })
}
