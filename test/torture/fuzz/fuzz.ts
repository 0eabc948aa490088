/** The part that lets inputs loose on every operation of the contract: test/security/fuzz says what must hold. */
import { fork } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { codesNotReached, type OperationDone, sumOf } from '#test/security/fuzz/fuzz.ts'
import { walkContract } from '#test/security/fuzz/operations.ts'
import type { TorturePart, TortureResult, TortureWork } from '../part.ts'

const perOperation = 2000
const overPort = 20
/** An operation that has said nothing for so long hangs: 2,000 calls of the dearest take less. */
const longestSilence = 600_000

export interface ShardOrder {
  readonly shard: number
  readonly shards: number
  readonly perOperation: number
  readonly overPort: number
  readonly seed: number
  /** Their names; each shard takes its share of them. */
  readonly operations: readonly string[]
  readonly until: number
}
interface ShardEnd {
  readonly largestMemory: number
  readonly portCalls: number
  readonly portFailures: readonly string[]
}
export type ShardSays = { readonly kind: 'done'; readonly done: OperationDone } | ({ readonly kind: 'end' } & ShardEnd)

export const fuzz: TorturePart = {
  name: 'fuzz',
  promise: 'whatever a window sends is answered or refused with a code, and what is refused has written nothing',
  run: async (work) => {
    const shards = Math.min(2, availableParallelism())
    const wanted = walkContract().flatMap(({ name }) => (name.includes(work.only ?? '') ? [name] : []))
    const calls = Math.ceil(perOperation * work.share)
    const before = keptIn(work.keep).filter(({ name, mutations }) => wanted.includes(name) && mutations >= calls)
    if (before.length > 0) work.say(`${String(before.length)} operations were finished by earlier runs`)
    const orders = Array.from({ length: shards }, (_, shard) => ({
      shard,
      shards,
      perOperation: calls,
      overPort,
      seed: work.seed,
      operations: wanted.filter((name) => before.every((done) => done.name !== name)),
      until: Date.now() + work.until - performance.now(),
    }))
    const ended = await Promise.all(orders.map((order) => shardOf(order, work)))
    return resultOf(before, ended, { wanted: wanted.length, work })
  },
}

/** What earlier runs have finished without a fault: what broke is called anew. */
function keptIn(file: string | undefined): readonly OperationDone[] {
  if (file === undefined || !existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  const kept = lines.flatMap((line) => (line === '' ? [] : [JSON.parse(line) as OperationDone]))
  return kept.filter(({ failures }) => failures.length === 0)
}

interface Ended {
  readonly done: readonly OperationDone[]
  readonly end: ShardEnd | null
  readonly broken: readonly string[]
}

function shardOf(order: ShardOrder, work: TortureWork): Promise<Ended> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL('shard.ts', import.meta.url)), {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let end: ShardEnd | null = null
    const done: OperationDone[] = []
    let words = ''
    const broken: string[] = []
    const last = () => done.at(-1)?.name ?? 'nothing yet'
    const stop = (why: string) => {
      broken.push(`${why} after ${last()}`)
      child.kill('SIGKILL')
    }
    let silence = setTimeout(stop, longestSilence, 'hangs')
    child.stderr?.on('data', (piece: Buffer) => {
      words = (words + piece.toString()).slice(-2000)
    })
    child.on('message', (said: ShardSays) => {
      clearTimeout(silence)
      silence = setTimeout(stop, longestSilence, 'hangs')
      if (said.kind === 'end') {
        end = said
        return
      }
      done.push(said.done)
      if (work.keep !== undefined) appendFileSync(work.keep, `${JSON.stringify(said.done)}\n`)
      if (done.length % 50 === 0) work.say(`${String(done.length)} operations, the last one ${last()}`)
    })
    child.on('exit', (code, signal) => {
      clearTimeout(silence)
      if (end === null && broken.length === 0)
        broken.push(`the process ended (${signal ?? String(code)}) after ${last()}: ${words}`)
      resolve({ done, end, broken })
    })
    child.send(order)
  })
}

function resultOf(
  before: readonly OperationDone[],
  ended: readonly Ended[],
  { wanted, work }: { readonly wanted: number; readonly work: TortureWork },
): TortureResult {
  const all = [...before, ...ended.flatMap(({ done }) => done)]
  const { operations, mutations, understood, succeeded, codes, failures, slowest } = sumOf(all)
  const ends = ended.flatMap(({ end }) => (end === null ? [] : [end]))
  work.say(`codes: ${[...codes].map(([code, count]) => `${code} ${String(count)}`).join(', ')}`)
  work.say(`not reached by chance (test/security/codes.test.ts reaches them): ${codesNotReached(codes).join(', ')}`)
  const left = wanted - operations
  if (left > 0) work.say(`the time was over before ${String(left)} operations had their turn: give it more --minutes`)
  work.say(`slowest: ${slowest.name}, ${slowest.milliseconds.toFixed(0)} ms`)
  return {
    counts: {
      operations,
      'calls with nearly right inputs': mutations,
      'of these let through by the schemas': understood,
      'of these carried out': succeeded,
      'calls over the real port': ends.reduce((sum, { portCalls }) => sum + portCalls, 0),
      'different codes of refusal': codes.size,
      'megabytes held at most by one process': Math.round(
        Math.max(0, ...ends.map(({ largestMemory }) => largestMemory)) / 1e6,
      ),
    },
    broken: [
      ...ended.flatMap(({ broken }) => broken),
      ...failures,
      ...ends.flatMap(({ portFailures }) => portFailures),
    ],
  }
}
