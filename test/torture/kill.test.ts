/** A slice of `npm run torture kill`, so that it never rots: each load once, at moments that the seed says. */
import { expect, test } from 'vitest'
import { killUnder } from './kill/kill.ts'
import { loads } from './kill/loads.ts'

test('a process that is killed loses nothing that it acknowledged, under every load', async () => {
  const work = {
    seed: 20_261_129,
    kills: loads.length,
    share: 1,
    until: Number.POSITIVE_INFINITY,
    say: () => undefined,
  }
  const { counts, broken } = await killUnder(loads, work, 150)
  expect(broken).toEqual([])
  expect(counts['never begun: out of time']).toBe(0)
  expect(counts['processes killed']).toBeGreaterThan(loads.length / 2)
}, 300_000)
