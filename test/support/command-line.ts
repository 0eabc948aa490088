/** The command line: its one function, with streams that are kept; or as a process of its own, which takes a second to begin. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { run } from '#electron/cli/run.ts'

const entry = join(import.meta.dirname, '../../electron/cli/index.ts')

export interface Ended {
  readonly exitCode: number | null
  readonly output: string
  readonly errors: string
}

interface DaichoOptions {
  readonly environment?: Readonly<Record<string, string>>
  readonly folder?: string
}

/** English unless the environment says otherwise, and nothing of how these tests were started. */
function environmentOf({ environment }: DaichoOptions): Record<string, string | undefined> {
  const { npm_lifecycle_event: _event, INIT_CWD: _folder, ...inherited } = process.env
  return { ...inherited, LC_ALL: 'C', DAICHO_DEBUG: '', ...environment }
}

/** Runs a command in this process and waits for its end: all but the few lines of `index.ts`, which give it its streams. */
export async function daicho(words: readonly string[], options: DaichoOptions = {}): Promise<Ended> {
  const [output, errors]: [string[], string[]] = [[], []]
  const exitCode = await run(words, {
    environment: environmentOf(options),
    workingFolder: options.folder ?? process.cwd(),
    output: { write: (text) => output.push(text) },
    errors: { write: (text) => errors.push(text) },
    signal: new AbortController().signal,
  })
  return { exitCode, output: output.join(''), errors: errors.join('') }
}

/** The same as a process of its own: for what belongs to a process, such as its environment, its signals and its death. */
export function daichoProcess(words: readonly string[], options: DaichoOptions = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...words], {
      cwd: options.folder ?? process.cwd(),
      env: environmentOf(options),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output: Buffer[] = []
    const errors: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => output.push(part))
    child.stderr.on('data', (part: Buffer) => errors.push(part))
    child.on('error', reject)
    child.on('close', (exitCode) => {
      resolve({ exitCode, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() })
    })
  })
}

/** The one JSON object on standard output, exactly of the shape; anything else fails the test. */
export function onlyJson<Shape extends z.ZodType>(ended: Ended, shape: Shape): z.infer<Shape> {
  const lines = ended.output.split('\n')
  if (lines.length !== 2 || lines[1] !== '') throw new Error(`not one line of output: ${ended.output}${ended.errors}`)
  return shape.parse(JSON.parse(lines[0] ?? ''))
}

export const refusalShape = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string().min(10) }) })

/** A process that holds a register open for writing until the test ends. */
export async function holdRegister(file: string): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-register.ts'), file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  onTestFinished(async () => {
    child.stdin.end()
    await ended
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`the holder ended with ${String(code)}`)))
  })
}
