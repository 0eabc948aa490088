/** A slice of `npm run torture agreement`: undo, history, replay and audit agree under random sequences of what people do. */
import { expect, test } from 'vitest'
import { tryAgreement } from '#test/torture/agreement/agreement.ts'

test('undo, history, replay and audit agree', async () => {
  const { sequences, commands } = await tryAgreement(8, 20_261_129)
  expect(sequences).toBe(8)
  expect(commands).toBeGreaterThan(40)
}, 300_000)
