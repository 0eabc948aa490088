/** A slice of `npm run torture application`: the whole application, its browser and its register process, each killed once. */
import { expect, test } from 'vitest'
import { killApplications } from './application/application.ts'

test('the application loses nothing that it showed as taken', async () => {
  const { counts, broken } = await killApplications({
    seed: 20_261_129,
    kills: 3,
    share: 1,
    until: Number.POSITIVE_INFINITY,
    say: () => undefined,
  })
  expect(broken).toEqual([])
  expect(counts).toMatchObject({
    'the whole application: killed': 1,
    'its browser: killed': 1,
    'its register process: killed': 1,
  })
}, 300_000)
