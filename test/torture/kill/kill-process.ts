/** Starts a process, kills it at a moment, and gives what it had said. */
import { spawn } from 'node:child_process'
import { caches } from '#test/support/caches.ts'
import type { Told } from './load.ts'

export interface Killed {
  readonly told: readonly Told[]
  /** It had come to its end before it could be killed. */
  readonly ended: boolean
  /** From its first word to its end. */
  readonly milliseconds: number
  readonly errors: string
}

/** Kills it with SIGKILL so long after it is ready, to a part of a millisecond; `null` lets it come to its end. */
export async function killAfter(words: readonly string[], milliseconds: number | null): Promise<Killed> {
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...caches },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: Buffer[] = []
  const errors: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => output.push(part))
  child.stderr.on('data', (part: Buffer) => errors.push(part))
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), closed])
  const ready = performance.now()
  const strike = (moment: number) => {
    // A timer knows whole milliseconds, in which a write has begun and ended.
    while (performance.now() - ready < moment && child.exitCode === null) continue
    child.kill('SIGKILL')
  }
  const killer = milliseconds === null ? undefined : setTimeout(strike, Math.floor(milliseconds), milliseconds)
  await closed
  clearTimeout(killer)
  const told = Buffer.concat(output)
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Told)
  return {
    told,
    ended: told.at(-1)?.kind === 'done',
    milliseconds: performance.now() - ready,
    errors: Buffer.concat(errors).toString(),
  }
}
