/**
 * The window as an attacker would use it: every operation of the contract called with thousands of inputs that are nearly
 * right. Each is answered, or refused with a code of the closed list; what is refused has written nothing, neither into the
 * register nor into a folder nor into the preferences; nothing hangs, and the process lives on.
 */
import { closeSync, copyFileSync, mkdirSync, openSync, readdirSync, readSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { ORPCError } from '@orpc/client'
import { call } from '@orpc/server'
import { Desk } from '#electron/register/desk.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { type JsonValue, shellWithoutWindow } from '#electron/shell.ts'
import { problemCodes } from '#shared/domain/problem.ts'
import { printWithFigures } from '#test/support/bundle.ts'
import { livingRegister, type LivingRegister } from './living-register.ts'
import { mutated } from './mutate.ts'
import { type AnsweredOperation, declared, operationsOf } from './operations.ts'
import { Random } from './random.ts'
import { isMark, kindOf, replaceTexts, ValidInputs } from './valid-input.ts'

export interface FuzzOptions {
  /** A folder of its own, thrown away afterwards by whoever made it. */
  readonly folder: string
  readonly perOperation: number
  readonly seed: number
  /** Only these; all where it is left out. */
  readonly only?: (name: string) => boolean
  /** Told of each operation when it has had all its inputs. */
  readonly report?: (done: OperationDone) => void
  /** The moment (`Date.now()`) after which nothing new is begun. */
  readonly until?: number
}

/** What came of one operation. */
export interface OperationDone {
  readonly name: string
  readonly mutations: number
  readonly understood: number
  readonly succeeded: number
  readonly codes: readonly (readonly [code: string, count: number])[]
  readonly failures: readonly string[]
  /** Of its slowest call. */
  readonly milliseconds: number
}

export interface FuzzResult {
  readonly operations: number
  readonly mutations: number
  /** Those that the schemas let through. */
  readonly understood: number
  readonly succeeded: number
  /** Refusals by code; BAD_REQUEST is that of the schemas. */
  readonly codes: ReadonlyMap<string, number>
  /** What broke the promise; empty where nothing did. */
  readonly failures: readonly string[]
  readonly slowest: { readonly name: string; readonly milliseconds: number }
  readonly largestMemory: number
}

/** How long anything may take before it counts as hanging: a key out of a passphrase takes a minute on a computer that is crowded. */
const longest = 240_000
/** After so long an operation is called with inputs that are further from right, and given up in the middle. */
const patience = 1_000

export async function fuzzContract(options: FuzzOptions): Promise<FuzzResult> {
  const run = new FuzzRun(options, await livingRegister(options.folder))
  return run.all()
}

class FuzzRun {
  readonly #options: FuzzOptions
  readonly #living: LivingRegister
  readonly #desk: Desk
  readonly #work: string
  readonly #done: OperationDone[] = []
  readonly #told: unknown[] = []
  /** Those of the operation that is called now. */
  #codes = new Map<string, number>()
  #failures: string[] = []
  #mutations = 0
  #understood = 0
  #succeeded = 0
  #longest = 0
  #largestMemory = 0
  #preferencesWritten = 0
  #handle = -1
  #atBegin: (FileState & { readonly files: string }) | null = null

  constructor(options: FuzzOptions, living: LivingRegister) {
    this.#options = options
    this.#living = living
    this.#work = join(options.folder, 'work.daicho')
    const preferences: Record<string, JsonValue> = {}
    const shell = shellWithoutWindow({
      print: printWithFigures,
      preferences: {
        read: () => Promise.resolve(preferences),
        write: (key, value) => {
          this.#preferencesWritten += 1
          preferences[key] = value
          return Promise.resolve()
        },
      },
    })
    let ids = 0
    const surroundings = {
      ...living.surroundings,
      // Beside those of the living register.
      newId: () => `01900000-0000-7000-9000-${String((ids += 1)).padStart(12, '0')}`,
    }
    this.#desk = new Desk({ shell, language: 'ja', sampleFolder: join(options.folder, 'samples'), surroundings })
  }

  async all(): Promise<FuzzResult> {
    const operations = operationsOf(this.#desk).filter(({ name }) => this.#options.only?.(name) ?? true)
    const { error } = console
    // What the register process tells the terminal of an error that nobody foresaw.
    console.error = (...said: unknown[]) => this.#told.push(...said)
    try {
      for (const operation of operations) {
        if (this.#isOver()) break
        await this.#fuzz(operation)
      }
    } finally {
      console.error = error
      this.#release()
      this.#desk.end()
    }
    return { ...sumOf(this.#done), largestMemory: this.#largestMemory }
  }

  #isOver(): boolean {
    return Date.now() > (this.#options.until ?? Infinity)
  }

  async #fuzz(operation: AnsweredOperation): Promise<void> {
    const random = new Random(`${String(this.#options.seed)} ${operation.name}`)
    const valid = new ValidInputs(this.#living, random)
    const { input: schema } = operation
    const bases = Array.from({ length: 24 }, () =>
      schema === undefined ? random.one([undefined, null, {}, 'a']) : valid.of(schema, operation.path),
    )
    this.#forget()
    this.#begin()
    const session: Session = {
      operation,
      takesFiles: bases.some(holdsMark),
      waits: false,
      spent: 0,
      used: [],
      files: this.#files(),
    }
    for (let made = 0; made < this.#options.perOperation; made += 1) {
      const isPatient = session.spent < patience
      let input: unknown = structuredClone(
        schema !== undefined && made % 7 === 0 ? valid.of(schema, operation.path) : random.one(bases),
      )
      const changes = made < 4 ? 0 : isPatient ? random.below(4) : 2 + random.below(4)
      // One change that no schema lets through is the same as the next: most stay close.
      for (let change = 0; change < Math.max(changes, made < 4 ? 0 : 1); change += 1)
        input = mutated(input, valid, random, bases)
      await this.#try(session, this.#withTokens(input, session, random), isPatient ? null : random)
      if (this.#failures.length >= 3) break
    }
    await this.#end(operation)
  }

  async #try(session: Session, input: unknown, impatient: Random | null): Promise<void> {
    const { operation } = session
    const before = this.#state()
    this.#told.length = 0
    const started = performance.now()
    const outcome = await this.#answer(session, input, impatient)
    const milliseconds = performance.now() - started
    this.#mutations += 1
    this.#longest = Math.max(this.#longest, milliseconds)
    if (outcome.code !== 'BAD_REQUEST') {
      this.#understood += 1
      session.spent += milliseconds
    }
    const fail = (what: string) => {
      const shown = inspect(input, { depth: 6, maxStringLength: 120, maxArrayLength: 6, breakLength: 160 }).slice(
        0,
        1500,
      )
      const told = this.#told.map((each) => (each instanceof Error ? (each.stack ?? each.message) : String(each)))
      this.#failures.push(`${operation.name}: ${what}\n  input ${shown}\n  ${told.join('\n').slice(0, 1200)}`)
    }
    if (outcome.code === null) {
      this.#succeeded += 1
      session.files = session.takesFiles ? this.#files() : session.files
    } else {
      this.#codes.set(outcome.code, (this.#codes.get(outcome.code) ?? 0) + 1)
      if (!declared(outcome.code)) fail(`answered with ${outcome.code} ${outcome.detail}`)
      const after = this.#state()
      // The heartbeat of the lease is no change of the register.
      if (after.counter !== before.counter && after.heartbeat === before.heartbeat)
        fail(`${outcome.code}, but the file was written`)
      if (after.head !== before.head) fail(`${outcome.code}, but the log has grown`)
      if (after.preferences !== before.preferences) fail(`${outcome.code}, but preferences were written`)
      if (session.takesFiles) {
        const files = this.#files()
        if (files !== session.files)
          fail(`${outcome.code}, but files are not as they were: ${differenceOf(session.files, files)}`)
        session.files = files
      }
    }
    if (Object.keys(Object.prototype).length > 0) fail('the prototype of all objects was changed')
    // Memory is asked for now and then: asking costs more than a call.
    if (this.#mutations % 500 === 0) this.#largestMemory = Math.max(this.#largestMemory, process.memoryUsage.rss())
    if (this.#desk.openRegister?.file !== this.#work) this.#reopen()
  }

  async #answer(session: Session, input: unknown, impatient: Random | null): Promise<Outcome> {
    const abort = new AbortController()
    const { procedure, path } = session.operation
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<Outcome>((resolve) => {
      timer = setTimeout(() => {
        resolve({ code: 'HANGS', detail: `${String(longest)} ms` })
      }, longest)
    })
    const work = async (): Promise<Outcome> => {
      try {
        if (impatient?.chance(0.9) === true && session.operation.input === undefined) abort.abort()
        const answered: unknown = await call(procedure, input as never, { path, signal: abort.signal })
        if (isIterator(answered)) await this.#drain(session, answered, abort)
        return { code: null, detail: '' }
      } catch (error) {
        return refusalOf(error)
      }
    }
    try {
      return await Promise.race([work(), late])
    } finally {
      clearTimeout(timer)
    }
  }

  /** All that long work says. What only waits for something to happen is left, and must end then. */
  async #drain(session: Session, said: AsyncIterableIterator<unknown>, abort: AbortController): Promise<void> {
    const silence = session.waits ? 0 : 500
    for (;;) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const next = said.next()
      const quiet = new Promise<'quiet'>((resolve) => {
        timer = setTimeout(() => {
          resolve('quiet')
        }, silence)
      })
      const first = await Promise.race([next, quiet])
      clearTimeout(timer)
      if (first === 'quiet') {
        session.waits = true
        abort.abort()
      }
      if ((await next).done === true) return
    }
  }

  /** A fresh register and an empty folder for the next operation. */
  #begin(): void {
    // What was only read is as it was.
    if (this.#handle >= 0 && !this.#isWritten()) return
    this.#release()
    copyFileSync(this.#living.file, this.#work)
    copyFileSync(this.#living.file, this.#living.files.register ?? '')
    for (const name of readdirSync(this.#options.folder))
      if (!isOurs(name)) rmSync(join(this.#options.folder, name), { recursive: true, force: true })
    rmSync(this.#living.files.folder ?? '', { recursive: true, force: true })
    mkdirSync(this.#living.files.folder ?? '')
    this.#desk.open(this.#work, false)
    this.#handle = openSync(this.#work, 'r')
    this.#atBegin = { ...this.#state(), files: this.#files() }
  }

  #isWritten(): boolean {
    const now = { ...this.#state(), files: this.#files() }
    return now.counter !== this.#atBegin?.counter || now.files !== this.#atBegin.files
  }

  #reopen(): void {
    this.#desk.open(this.#work, false)
  }

  #release(): void {
    if (this.#handle >= 0) closeSync(this.#handle)
    this.#handle = -1
    this.#desk.close()
  }

  /** Whatever was written is a register that `verify` finds nothing in. */
  async #end({ name }: AnsweredOperation): Promise<void> {
    const findings = this.#isWritten() ? await verifyRegister(this.#desk.register) : []
    if (findings.length > 0) this.#failures.push(`${name}: verify finds ${inspect(findings.slice(0, 3))}`)
    const done = {
      name,
      mutations: this.#mutations,
      understood: this.#understood,
      succeeded: this.#succeeded,
      codes: [...this.#codes],
      failures: this.#failures,
      milliseconds: this.#longest,
    }
    this.#done.push(done)
    this.#options.report?.(done)
  }

  #forget(): void {
    this.#codes = new Map()
    this.#failures = []
    this.#mutations = 0
    this.#understood = 0
    this.#succeeded = 0
    this.#longest = 0
  }

  /** What may not change where something is refused. SQLite counts the transactions that were written in the file's header. */
  #state(): FileState {
    const header = Buffer.alloc(4)
    readSync(this.#handle, header, 0, 4, 24)
    const { register } = this.#desk
    return {
      counter: header.readUInt32BE(),
      head: register.head().hash,
      heartbeat: register.read.prepare('SELECT heartbeat FROM lease').pluck().get(),
      preferences: this.#preferencesWritten,
    }
  }

  #files(): string {
    const { folder } = this.#options
    return [folder, this.#living.files.folder ?? '', this.#living.files.exported ?? '']
      .map((path) =>
        readdirSync(path)
          // The backup of the day is made before a change is tried, whatever then comes of it.
          .filter((name) => !name.endsWith('-journal') && !name.endsWith('.backups'))
          .join(' '),
      )
      .join(' | ')
  }

  /** Marks made into tokens: mostly fresh ones, now and then one that was used up. */
  #withTokens(input: unknown, session: Session, random: Random): unknown {
    return replaceTexts(input, (text) => {
      if (!isMark(text)) return text
      if (session.used.length > 0 && random.chance(0.1)) return random.one(session.used)
      const token = this.#desk.tokens.issue(this.#living.files[kindOf(text)] ?? '')
      session.used.push(token)
      return token
    })
  }
}

interface Session {
  readonly operation: AnsweredOperation
  readonly takesFiles: boolean
  /** It answers with what only happens one day. */
  waits: boolean
  /** Milliseconds spent on inputs that were understood. */
  spent: number
  readonly used: string[]
  files: string
}

interface FileState {
  readonly counter: number
  readonly head: string
  readonly heartbeat: unknown
  readonly preferences: number
}

interface Outcome {
  /** Null where it was answered. */
  readonly code: string | null
  readonly detail: string
}

const ours = new Set(['living.daicho', 'work.daicho', 'samples'])
function isOurs(name: string): boolean {
  return (
    ours.has(name) ||
    /^(exported|empty-folder|list\.csv|mapping\.json|pack\.yaml|notes\.txt|empty\.pdf|paper\.pdf|no-book\.xlsx|key\.pem|no-register\.daicho|other\.daicho|loop)$/.test(
      name,
    )
  )
}

function refusalOf(error: unknown): Outcome {
  if (error instanceof ORPCError) {
    if (error.code === 'PROBLEM' && error.defined) return { code: (error.data as { code: string }).code, detail: '' }
    return {
      code: String(error.code),
      detail: error.code === 'BAD_REQUEST' ? '' : inspect(error, { depth: 4 }).slice(0, 1500),
    }
  }
  return { code: 'THROWS', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

function holdsMark(input: unknown): boolean {
  let holds = false
  replaceTexts(input, (text) => {
    holds ||= isMark(text)
    return text
  })
  return holds
}

function isIterator(value: unknown): value is AsyncIterableIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

/** What came of many operations together. */
export function sumOf(all: readonly OperationDone[]): Omit<FuzzResult, 'largestMemory'> {
  const total = (of: (done: OperationDone) => number) => all.reduce((sum, done) => sum + of(done), 0)
  const codes = new Map<string, number>()
  for (const done of all) for (const [code, count] of done.codes) codes.set(code, (codes.get(code) ?? 0) + count)
  const slowest = all.reduce<{ readonly name: string; readonly milliseconds: number }>(
    (dearest, done) => (done.milliseconds > dearest.milliseconds ? done : dearest),
    { name: '', milliseconds: 0 },
  )
  return {
    operations: all.length,
    mutations: total(({ mutations }) => mutations),
    understood: total(({ understood }) => understood),
    succeeded: total(({ succeeded }) => succeeded),
    codes,
    failures: all.flatMap(({ failures }) => failures),
    slowest: { name: slowest.name, milliseconds: slowest.milliseconds },
  }
}

/** The codes of the closed list that a run did not come upon. */
export function codesNotReached(codes: ReadonlyMap<string, number>): string[] {
  return problemCodes.filter((code) => !codes.has(code))
}

/** Names that have gone from a listing, and those that have come. */
function differenceOf(before: string, after: string): string {
  const [earlier, later] = [before.split(' '), after.split(' ')]
  const gone = earlier.filter((name) => !later.includes(name))
  const come = later.filter((name) => !earlier.includes(name))
  return gone.length + come.length === 0 ? `${before}, now ${after}` : `gone ${gone.join(' ')}, come ${come.join(' ')}`
}
