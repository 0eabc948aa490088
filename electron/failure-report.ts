/**
 * What a person may hand to others when the program has failed: which program, which system, where it failed. Names of
 * people, machines, folders and files, and whatever stands in the register, are left out. The rule is to keep what is known
 * to be the program's own, line by line, and to leave out everything else.
 */
import { hostname, homedir, userInfo } from 'node:os'
import type { Language } from '#shared/domain/text.ts'

/** What failed: the register process for good, the page of the window, or the program around both. */
export type FailureKind = 'register' | 'window' | 'main'

export interface Failure {
  readonly kind: FailureKind
  /** Stacks of errors, the last lines that a process wrote, reasons that Electron gives; as they came. */
  readonly details: readonly string[]
}

/** The failure as its screen is given it (`./failure.json`). */
export interface ShownFailure {
  readonly kind: FailureKind
  readonly language: Language
  readonly report: string
}

/** What must not be in a report, wherever it stands. */
export interface Private {
  readonly home: string
  readonly account: string
  readonly machine: string
}

export function privateHere(): Private {
  let account = ''
  try {
    account = userInfo().username
  } catch {
    // An account without a name has none that could be told.
  }
  return { home: homedir(), account, machine: hostname() }
}

export interface ProgramFacts {
  readonly version: string
  readonly shell: 'electron' | 'chromium'
  readonly versions: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly system: string
}

export function reportOf(failure: Failure, facts: ProgramFacts, own: Private): string {
  const { versions } = facts
  const parts = ['electron', 'chrome', 'node'].flatMap((name) =>
    versions[name] === undefined ? [] : [`${name} ${versions[name]}`],
  )
  return [
    `Daicho ${facts.version} (${facts.shell})`,
    `${facts.platform} ${facts.system}`,
    parts.join(', '),
    `failed: ${failure.kind}`,
    '',
    ...failure.details.flatMap((detail) => [...redacted(detail, own).split('\n'), '']),
  ]
    .join('\n')
    .trimEnd()
}

/** A text of errors and stacks without what belongs to people. */
export function redacted(text: string, own: Private): string {
  const lines: string[] = []
  let leftOut = 0
  const close = () => {
    if (leftOut > 0) lines.push(`[${String(leftOut)} lines left out]`)
    leftOut = 0
  }
  for (const line of text.split(/\r?\n/)) {
    const kept = keptLine(line)
    if (kept === null) leftOut += line.trim() === '' ? 0 : 1
    else {
      close()
      lines.push(withoutNames(kept, own))
    }
  }
  close()
  return lines.join('\n')
}

/** Engines and libraries put values into these sentences only between quotation marks, which are emptied. */
const knownErrors = /^(TypeError|RangeError|ReferenceError|SyntaxError|EvalError|URIError|AggregateError|AbortError)\b/

function keptLine(line: string): string | null {
  const trimmed = line.trim().replace(/^(?:caused by: |Uncaught )+/, '')
  // A frame of a stack: the function and where it stands in the program.
  if (/^at /.test(trimmed)) return `    ${withoutPlaces(trimmed)}`
  // Our own refusal: a code of a closed list; its facts are people's.
  const problem = /^Problem: ([A-Z][A-Z_]+)\b/.exec(trimmed)
  if (problem !== null) return `Problem: ${problem[1] ?? ''}`
  const system = /^(?:\w*Error: )?((?:E[A-Z0-9]{2,}|SQLITE_[A-Z_]+|ERR_[A-Z_]+))\b/.exec(trimmed)
  if (system !== null) return `Error: ${system[1] ?? ''}`
  if (knownErrors.test(trimmed)) return withoutPlaces(withoutQuoted(trimmed))
  // Another error: only which one it is.
  const other = /^(\w*(?:Error|Exception))\b/.exec(trimmed)
  if (other !== null) return `${other[1] ?? ''}: [left out]`
  // The engine's last words, the system's signals, and reasons of closed lists.
  if (/^(FATAL ERROR: [A-Za-z ,:.-]+|Node\.js v[\d.]+|(reason|code|signal|exit code): [\w-]+)$/.test(trimmed))
    return trimmed
  return null
}

/** Every kind of quotation marks; one that is never closed empties the rest. */
function withoutQuoted(line: string): string {
  return line
    .replace(/"[^"]*("|$)/g, '<text>')
    .replace(/`[^`]*(`|$)/g, '<text>')
    .replace(/'[^']*('|$)/g, '<text>')
    .replace(/[「『“‘][^」』”’]*([」』”’]|$)/g, '<text>')
    .replace(/[{[(].*[}\])]/g, '(…)')
    .replace(/[^\x20-\x7e…]+/g, '<text>')
}

/** A path inside the program keeps its part from the program's folder on; every other path is left out. */
function withoutPlaces(line: string): string {
  return line
    .replace(
      /(?:file:\/\/)?(?:[A-Za-z]:)?[\\/][^\n()]*?[\\/](app\.asar|dist[\\/]app|electron|shared|renderer|node_modules)(?=[\\/])/g,
      '$1',
    )
    .replace(/(?:app:\/\/daicho|https:\/\/daicho\.invalid)\//g, '')
    .replace(/(?:file:\/\/)?(?:\b[A-Za-z]:[\\/]|(?<![\w.)\]])[\\/]{1,2})[^\n():]*[^\n():\s]/g, '<path>')
    .replace(/[^\x20-\x7e…]+/g, '<text>')
}

/** What is left of names that happen to stand in the program's own lines. */
function withoutNames(line: string, own: Private): string {
  const names: readonly (readonly [string, string])[] = [
    [own.home, '<home>'],
    [own.account, '<account>'],
    [own.machine, '<machine>'],
  ]
  return names.reduce(
    // A name of one or two letters stands in every word.
    (rest, [name, shown]) => (name.length < 3 ? rest : rest.replaceAll(new RegExp(escaped(name), 'gi'), shown)),
    line,
  )
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}

/** An error with all that caused it, as lines. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return `${typeof error} thrown`
  const cause = error.cause === undefined ? '' : `\ncaused by: ${stackOf(error.cause)}`
  return `${error.stack ?? error.name}${cause}`
}
