/** The facts kept for figures follow the log and say the same as the whole state. */
import { expect, test } from 'vitest'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import { figureFacts } from '#electron/register/figure-facts.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { currentState } from '#electron/register/store/replay.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import { updateRisk } from '#electron/register/risks.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { testRegister } from '#test/support/register.ts'

test('facts kept through changes are the facts of a fresh opening, and compute as the state does', () => {
  const { register, file, surroundings } = testRegister()
  const first = figureFacts(register)
  expect(figureFacts(register)).toBe(first)
  const { system, risk } = fillOneOfEach(register)
  figureFacts(register)
  updateSystem(register, {
    id: system.id,
    version: system.version,
    patch: { tier: 'low', roles: ['provider'], dependsOnIds: [] },
  })
  updateRisk(register, { id: risk.id, version: 1, patch: { systemIds: [], nextReviewOn: '2026-12-31' } })
  createSystem(register, { name: { ja: null, en: 'Demand forecast' } })
  const followed = figureFacts(register)
  const other = openRegister(file, { surroundings, mode: 'read' })
  expect(followed).toEqual(figureFacts(other))
  const state = currentState(register.read)
  expect(computeKris(followed, '2026-04-02')).toEqual(computeKris(state, '2026-04-02'))
  other.close()
})
