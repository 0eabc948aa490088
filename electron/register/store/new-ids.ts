/** UUIDv7 as the library gives them, with random bytes drawn for many at once: drawn one by one they cost more than a row. */
import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const bytesOfAnId = 16
const drawnAtOnce = 256

/**
 * A source of ids (RFC 9562, 5.7). Each sorts after the one before it: within a millisecond, and where the clock goes back,
 * a counter of 32 bits goes on from a random start, and carries into the time when it is full (6.2, method 1).
 */
export function idSource(clock: () => number = Date.now): () => string {
  const pool = new Uint8Array(bytesOfAnId * drawnAtOnce)
  let at = pool.length
  let msecs = 0
  let seq = 0
  return () => {
    if (at === pool.length) {
      randomFillSync(pool)
      at = 0
    }
    const random = pool.subarray(at, at + bytesOfAnId)
    at += bytesOfAnId
    const now = clock()
    if (now > msecs) {
      msecs = now
      // The upper bit is left free, so that there is room to count.
      seq = new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1
    } else if (seq === 0xffffffff) {
      msecs += 1
      seq = 0
    } else seq += 1
    return v7({ random, msecs, seq })
  }
}
