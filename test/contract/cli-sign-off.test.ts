/** `sign-off`: finishes a locked pack by command, refused by the same points as in the window. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createPerson, createPost } from '#electron/register/accountability.ts'
import { confirmNone } from '#electron/register/decision/decisions.ts'
import { signOffOf } from '#electron/register/finishing/finishing-records.ts'
import { lockVerified } from '#electron/register/packs.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { daicho, onlyJson } from '#test/support/command-line.ts'
import { testRegister, testSurroundings } from '#test/support/register.ts'

const shape = z.strictObject({ pack: z.string(), packDigest: z.string(), on: z.string() })
const names = ['--preparer', 'PSN-0001', '--executive', 'PSN-0001/PST-0001', '--reason', 'For the board']

/** A register with a pack and the person and post who sign it; left closed. */
function lockedRegister(isNoneConfirmed: boolean): string {
  const { register, file, surroundings } = testRegister()
  const person = createPerson(register, { name: { ja: '髙橋 誠', en: 'Makoto Takahashi' } })
  createPost(register, { name: { ja: 'AI統括責任者', en: 'Chief AI officer' }, kind: 'executive' })
  surroundings.setTime('2026-07-08T00:00:00.000Z')
  const pack = lockVerified(register, { asOf: '2026-06-30' })
  if (isNoneConfirmed) confirmNone(register, { packId: pack.id, personId: person.id, note: null })
  register.close()
  return file
}

test('records who prepared and approved it, with the posts, and prints the pack digest', async () => {
  const file = lockedRegister(true)
  const said = onlyJson(await daicho(['sign-off', file, 'PACK-2026Q1', ...names, '--json']), shape)
  const register = openRegister(file, { surroundings: testSurroundings(), mode: 'read' })
  const [pack] = register.read.prepare('SELECT id FROM pack').pluck().all() as string[]
  const signed = signOffOf(register.read, pack ?? '')
  register.close()
  expect(said).toEqual({ pack: 'PACK-2026Q1', packDigest: signed?.packDigest, on: signed?.on })
  expect(signed?.content.signOff.signatures.map(({ role, name, post }) => [role, name.en, post?.en ?? null])).toEqual([
    ['preparer', 'Makoto Takahashi', null],
    ['executive', 'Makoto Takahashi', 'Chief AI officer'],
  ])
  const again = await daicho(['sign-off', file, 'PACK-2026Q1', ...names])
  expect([again.exitCode, again.errors]).toEqual([2, expect.stringContaining('was signed off on')])
})

test.each([
  ['what is open', 'PACK-2026Q1', names, 'No decision is requested, and nobody has confirmed that none is'],
  ['a pack that is not there', 'PACK-2030Q1', names, 'PACK-2030Q1'],
  ['a person who is not there', 'PACK-2026Q1', ['--preparer', 'PSN-0009', ...names.slice(2)], 'PSN-0009'],
])('%s is refused by name', async (_name, code, words, said) => {
  const ended = await daicho(['sign-off', lockedRegister(false), code, ...words])
  expect([ended.exitCode, ended.output]).toEqual([2, ''])
  expect(ended.errors).toContain(said)
})
