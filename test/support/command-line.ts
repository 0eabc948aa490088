/** The real command line, as a process of its own: what a person or a script meets. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { z } from 'zod'

const entry = join(import.meta.dirname, '../../electron/cli/index.ts')

export interface Ended {
  readonly exitCode: number | null
  readonly output: string
  readonly errors: string
}

/** Runs a command in English unless the environment says otherwise, and waits for its end. */
export function daicho(
  words: readonly string[],
  options: { readonly environment?: Readonly<Record<string, string>>; readonly folder?: string } = {},
): Promise<Ended> {
  const { npm_lifecycle_event: _event, INIT_CWD: _folder, ...inherited } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...words], {
      cwd: options.folder ?? process.cwd(),
      env: { ...inherited, LC_ALL: 'C', DAICHO_DEBUG: '', ...options.environment },
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
