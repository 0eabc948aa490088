/**
 * Notes which codes of the closed list the program refuses with while the tests run: `test/run.ts` names a folder in
 * `DAICHO_CODES`, and each process of the tests leaves what it has seen there. A code counts where the program makes the problem,
 * not where a test does that gives it to the program or holds a sentence to it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem, problemCodes, type ProblemCode } from '#shared/domain/problem.ts'

const root = `${join(import.meta.dirname, '../..').replaceAll('\\', '/')}/`
const ofTheProgram = ['electron/', 'renderer/', 'shared/']

/** The one who wrote `new Problem(…)`: the first line of the stack that is not the class itself. */
function isByTheProgram(stack: string): boolean {
  for (const line of stack.replaceAll('\\', '/').split('\n')) {
    const at = line.indexOf(root)
    const place = at < 0 ? '' : line.slice(at + root.length)
    if (place.startsWith('test/')) return false
    if (!place.startsWith('shared/domain/problem.ts') && ofTheProgram.some((room) => place.startsWith(room)))
      return true
  }
  return false
}

export function noteCodes(folder: string): void {
  const file = join(folder, `${String(process.pid)}.json`)
  // One process goes through many files of tests, and this is asked for again with each of them.
  const seen = new Set(existsSync(file) ? codesIn(file) : [])
  // The constructor gives its name last but for code and facts; the message is there by then and begins with the code.
  Object.defineProperty(Problem.prototype, 'name', {
    configurable: true,
    get: () => 'Problem',
    set(this: Problem) {
      const [code = ''] = this.message.split(' ')
      if (seen.has(code) || !isByTheProgram(this.stack ?? '')) return
      seen.add(code)
      mkdirSync(folder, { recursive: true })
      writeFileSync(file, JSON.stringify([...seen]))
    },
  })
}

/** Told of a row within an answer, where no problem is made: `test/security/codes.test.ts` brings it about. */
const withinAnswers: readonly ProblemCode[] = ['CODE_TAKEN']

/** Those of the closed list that no process of the tests has noted in the folder. */
export function codesNotNoted(folder: string): readonly ProblemCode[] {
  const noted = new Set<string>([
    ...withinAnswers,
    ...readdirSync(folder).flatMap((name) => codesIn(join(folder, name))),
  ])
  return problemCodes.filter((code) => !noted.has(code))
}

function codesIn(file: string): string[] {
  return JSON.parse(readFileSync(file, 'utf8')) as string[]
}
