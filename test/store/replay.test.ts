/** The log alone rebuilds the register: now, and as it was recorded at any earlier moment. */
import { expect, test } from 'vitest'
import { canonicalJson } from '#electron/register/store/canonical.ts'
import { currentState, replay } from '#electron/register/store/replay.ts'
import { updateSystem } from '#electron/register/systems.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { testRegister } from '#test/support/register.ts'

test('replay of the whole log is the state of the tables, to the byte', () => {
  const { register } = testRegister()
  fillOneOfEach(register)
  expect(canonicalJson(replay(register.read).state())).toBe(canonicalJson(currentState(register.read)))
})

test('replay up to a moment is the state that the tables held then', () => {
  const { register, surroundings } = testRegister()
  const { system } = fillOneOfEach(register)
  const before = canonicalJson(currentState(register.read))
  const moment = surroundings.clock()
  updateSystem(register, { id: system.id, version: system.version, patch: { tier: 'low' } })
  expect(canonicalJson(replay(register.read, moment).state())).toBe(before)
  expect(canonicalJson(replay(register.read).state())).not.toBe(before)
})

test('a clock that was set back does not reorder the log', () => {
  const { register, surroundings } = testRegister()
  const { system } = fillOneOfEach(register)
  surroundings.setTime('2020-01-01T00:00:00.000Z')
  updateSystem(register, { id: system.id, version: system.version, patch: { tier: 'low' } })
  const times = register.read.prepare('SELECT at FROM audit_event ORDER BY sequence').all() as { at: string }[]
  expect(times.map((row) => row.at)).toEqual(times.map((row) => row.at).sort())
})
