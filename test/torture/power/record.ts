/** Runs a load under strace, and gives what it did to the disk and what it acknowledged, in their order. */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { caches } from '#test/support/caches.ts'
import type { Told } from '../kill/load.ts'
import { type DiskStep, stepsOf, tracedCalls } from './trace.ts'

export interface Recording {
  readonly steps: readonly (DiskStep | { readonly kind: 'told'; readonly told: readonly Told[] })[]
}

/** Why nothing can be recorded here; null where it can. */
export function whyNot(): string | null {
  if (process.platform !== 'linux') return 'no strace on this system'
  return spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0 ? null : 'no strace'
}

/** `level` weakens what SQLite promises; the program's own unless said. */
export async function record(
  { load, folder, seed, share, level }: { load: string; folder: string; seed: number; share: number; level?: string },
  traceFile: string,
): Promise<Recording> {
  const entry = level === undefined ? '../kill/load-process.ts' : './weakened-process.ts'
  const words = [
    ...['-f', '-qq', '-xx', '-s', String(2 ** 24), '-e', `trace=${tracedCalls.join(',')}`, '-o', traceFile],
    process.execPath,
    join(import.meta.dirname, entry),
    ...(level === undefined ? [] : [level]),
    ...[load, folder, String(seed), String(share)],
  ]
  const child = spawn('strace', words, {
    env: { ...process.env, ...caches, UV_USE_IO_URING: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors: Buffer[] = []
  child.stderr.on('data', (part: Buffer) => errors.push(part))
  child.stdout.resume()
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0)
    throw new Error(`the recording of ${load} ended with ${String(code)}: ${Buffer.concat(errors).toString()}`)
  const steps = [...stepsOf(readFileSync(traceFile, 'utf8'))].map((step) =>
    step.kind === 'write' && step.descriptor === 1 ? { kind: 'told' as const, told: linesOf(step.data) } : step,
  )
  return { steps }
}

function linesOf(data: Buffer): Told[] {
  return data
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Told)
}
