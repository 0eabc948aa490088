/** A slice of `npm run torture kill`, so that it never rots: each load once, at moments that the seed says. */
import { expect, test } from 'vitest'
import { killUnder } from './kill/kill.ts'
import { loads } from './kill/loads.ts'

/** The copy that is made before a migration is written under its last name: what a killed one leaves refuses the next. */
const quick = loads.filter(({ name }) => name !== 'migrations')

test('a process that is killed loses nothing that it acknowledged, under every load', async () => {
  const work = {
    seed: 20_261_129,
    kills: quick.length,
    share: 1,
    until: Number.POSITIVE_INFINITY,
    say: () => undefined,
  }
  const { counts, broken } = await killUnder(quick, work, 150)
  expect(broken).toEqual([])
  expect(counts['never begun: out of time']).toBe(0)
  expect(counts['processes killed']).toBeGreaterThan(quick.length / 2)
}, 120_000)
