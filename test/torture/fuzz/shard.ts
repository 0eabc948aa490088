/** A share of the operations, in a process of its own: whoever started it ends it where it hangs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fuzzContract } from '#test/security/fuzz/fuzz.ts'
import { fuzzPort } from '#test/security/fuzz/fuzz-port.ts'
import type { ShardOrder, ShardSays } from './fuzz.ts'

const say = (said: ShardSays) => process.send?.(said)

process.once('message', (given: ShardOrder) => {
  void run(given)
})

async function run({ shard, shards, perOperation, overPort, seed, operations, until }: ShardOrder): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'daicho-fuzz-'))
  try {
    // Every so-manieth, so that the dear ones of one noun are not all in one process.
    const mine = new Set(operations.filter((_name, index) => index % shards === shard))
    const options = { seed, until, only: (name: string) => mine.has(name) }
    const { largestMemory } = await fuzzContract({
      ...options,
      folder,
      perOperation,
      report: (done) => say({ kind: 'done', done }),
    })
    const port = await fuzzPort({ ...options, folder: mkdtempSync(join(folder, 'port-')), perOperation: overPort })
    say({ kind: 'end', largestMemory, portCalls: port.calls, portFailures: port.failures })
  } finally {
    rmSync(folder, { recursive: true, force: true })
    process.disconnect()
  }
}
