/** The part that lets inputs loose on every operation of the contract: test/security/fuzz says what must hold. */
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { codesNotReached, type FuzzResult } from '#test/security/fuzz/fuzz.ts'
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
  readonly until: number
}
type Found = Omit<FuzzResult, 'codes'> & {
  readonly codes: readonly (readonly [string, number])[]
  readonly portCalls: number
  readonly portFailures: readonly string[]
}
export type ShardSays =
  { readonly kind: 'at'; readonly name: string } | { readonly kind: 'found'; readonly found: Found }

export const fuzz: TorturePart = {
  name: 'fuzz',
  promise: 'whatever a window sends is answered or refused with a code, and what is refused has written nothing',
  run: async (work) => {
    const shards = Math.min(2, availableParallelism())
    const orders = Array.from({ length: shards }, (_, shard) => ({
      shard,
      shards,
      perOperation: Math.ceil(perOperation * work.share),
      overPort,
      seed: work.seed,
      until: Date.now() + work.until - performance.now(),
    }))
    return resultOf(await Promise.all(orders.map((order) => shardOf(order, work))), work)
  },
}

interface Ended {
  readonly found: Found | null
  readonly broken: readonly string[]
}

function shardOf(order: ShardOrder, work: TortureWork): Promise<Ended> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL('shard.ts', import.meta.url)), {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let found: Found | null = null
    let last = 'nothing yet'
    let done = 0
    let words = ''
    const broken: string[] = []
    const end = (why: string) => {
      broken.push(`${why} after ${last}`)
      child.kill('SIGKILL')
    }
    let silence = setTimeout(end, longestSilence, 'hangs')
    child.stderr?.on('data', (piece: Buffer) => {
      words = (words + piece.toString()).slice(-2000)
    })
    child.on('message', (said: ShardSays) => {
      clearTimeout(silence)
      silence = setTimeout(end, longestSilence, 'hangs')
      if (said.kind === 'found') {
        found = said.found
        return
      }
      last = said.name
      done += 1
      if (done % 50 === 0) work.say(`${String(done)} operations, the last one ${last}`)
    })
    child.on('exit', (code, signal) => {
      clearTimeout(silence)
      if (found === null && broken.length === 0)
        broken.push(`the process ended (${signal ?? String(code)}) after ${last}: ${words}`)
      resolve({ found, broken })
    })
    child.send(order)
  })
}

function resultOf(ended: readonly Ended[], work: TortureWork): TortureResult {
  const all = ended.flatMap(({ found }) => (found === null ? [] : [found]))
  const sum = (of: (found: Found) => number) => all.reduce((total, found) => total + of(found), 0)
  const codes = new Map<string, number>()
  for (const { codes: found } of all) for (const [code, count] of found) codes.set(code, (codes.get(code) ?? 0) + count)
  work.say(`codes: ${[...codes].map(([code, count]) => `${code} ${String(count)}`).join(', ')}`)
  work.say(`not reached by chance (test/security/codes.test.ts reaches them): ${codesNotReached(codes).join(', ')}`)
  const left = walkContract().length - sum(({ operations }) => operations)
  if (left > 0) work.say(`the time was over before ${String(left)} operations had their turn: give it more --minutes`)
  for (const { slowest } of all) work.say(`slowest: ${slowest.name}, ${slowest.milliseconds.toFixed(0)} ms`)
  return {
    counts: {
      operations: sum(({ operations }) => operations),
      'calls with nearly right inputs': sum(({ mutations }) => mutations),
      'of these let through by the schemas': sum(({ understood }) => understood),
      'of these carried out': sum(({ succeeded }) => succeeded),
      'calls over the real port': sum(({ portCalls }) => portCalls),
      'different codes of refusal': codes.size,
      'megabytes held at most by one process': Math.round(
        Math.max(0, ...all.map(({ largestMemory }) => largestMemory)) / 1e6,
      ),
    },
    broken: [
      ...ended.flatMap(({ broken }) => broken),
      ...all.flatMap(({ failures, portFailures }) => [...failures, ...portFailures]),
    ],
  }
}
