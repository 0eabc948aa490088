/**
 * A small run of the fuzz, always the same: `npm run torture` makes the large one. Every operation of the contract is called
 * with inputs that are nearly right, in the process of the test and, a share of them, over the real port.
 */
import { expect, test } from 'vitest'
import { temporaryFolder } from '#test/support/register.ts'
import { fuzzContract } from './fuzz/fuzz.ts'
import { fuzzPort } from './fuzz/fuzz-port.ts'
import { walkContract } from './fuzz/operations.ts'

test(
  'what is nearly right is answered or refused with a code, and what is refused has written nothing',
  { timeout: 300_000 },
  async () => {
    const found = await fuzzContract({ folder: temporaryFolder(), perOperation: 4, seed: 20261129 })
    expect(found.failures).toEqual([])
    expect(found.operations).toBe(walkContract().length)
    expect(found.mutations).toBe(found.operations * 4)
    // Most of it would say little if nothing got past the schemas.
    expect(found.understood).toBeGreaterThan(found.mutations / 5)
    expect(found.succeeded).toBeGreaterThan(200)
    expect(found.codes.size).toBeGreaterThan(15)
  },
)

test(
  'over the real port: the same, and the register process is the one that was started',
  { timeout: 300_000 },
  async () => {
    const found = await fuzzPort({ folder: temporaryFolder(), perOperation: 2, seed: 20261129 })
    expect(found.failures).toEqual([])
    expect(found.calls).toBe(walkContract().length * 2)
  },
)
