/** `merge FILE OTHER` as a process of its own: tried, decided in a file, done, and nothing more to do. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createUnit } from '#electron/register/accountability.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { createSystem } from '#electron/register/systems.ts'
import { decisionsFileSchema } from '#electron/register/merge/decisions-file.ts'
import { daicho, onlyJson } from '#test/support/command-line.ts'
import { temporaryFolder, testSurroundings } from '#test/support/register.ts'
import { registerOfSide } from '#test/support/two-registers.ts'

const shape = z.looseObject({
  relation: z.string(),
  counts: z.looseObject({ added: z.int(), changed: z.int(), undecided: z.int() }),
  conflicts: z.int(),
  matches: z.int(),
  copy: z.string().nullable(),
})

test('writes what it asks, takes the answers, and asks nothing the second time', async () => {
  const [own, sub] = [registerOfSide('a'), registerOfSide('b')]
  createSystem(own.register, { name: { ja: '需要の予測', en: null }, notes: '当社の注' })
  createSystem(sub.register, { name: { ja: '需要の予測', en: null }, notes: '子会社の注' })
  createSystem(sub.register, { name: { ja: '契約書の要約', en: null } })
  const entity = createUnit(own.register, { name: { ja: '子会社', en: null }, kind: 'legal_entity' })
  own.register.close()
  sub.register.close()
  const file = join(temporaryFolder(), 'decisions.json')
  const merge = async (...more: string[]) => {
    const result = await daicho(['merge', own.file, sub.file, '--json', ...more])
    return { exitCode: result.exitCode, ...onlyJson(result, shape) }
  }
  const before = readFileSync(own.file)
  expect(await merge('--dry-run', '--decisions', file)).toMatchObject({
    exitCode: 1,
    relation: 'other',
    counts: { added: 2, changed: 0, undecided: 1 },
    copy: null,
  })
  expect(readFileSync(own.file).equals(before)).toBe(true)
  const refused = await daicho(['merge', own.file, sub.file])
  expect([refused.exitCode, refused.errors]).toEqual([2, '1 point has no answer. Answer it, then merge\n'])
  const answer = (change: (content: z.infer<typeof decisionsFileSchema>) => void) => {
    const content = decisionsFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    change(content)
    writeFileSync(file, JSON.stringify(content))
  }
  answer(({ matches }) => {
    for (const match of matches) match.answer = { same: (match.suggestions as { id: string }[])[0]?.id ?? '' }
  })
  expect(await merge('--dry-run', '--decisions', file)).toMatchObject({
    counts: { added: 1, undecided: 1 },
    conflicts: 1,
  })
  answer(({ conflicts }) => {
    for (const conflict of conflicts) conflict.answer = 'theirs'
  })
  const nobody = await daicho(['merge', own.file, sub.file, '--decisions', file, '--entity', 'UNT-9999'])
  expect([nobody.exitCode, nobody.errors.includes('UNT-9999')]).toEqual([2, true])
  const done = await merge('--decisions', file, '--entity', entity.code)
  expect(done).toMatchObject({ exitCode: 0, counts: { added: 1, changed: 1, undecided: 0 } })
  expect((await daicho(['verify', own.file])).exitCode).toBe(0)
  const merged = openRegister(own.file, { surroundings: testSurroundings(), mode: 'read' })
  expect([...recordTables.mergeRun.all(merged.read)].map(({ entityUnitId }) => entityUnitId)).toEqual([entity.id])
  merged.close()
  expect(await merge()).toMatchObject({ exitCode: 0, counts: { added: 0, changed: 0, undecided: 0 } })
  writeFileSync(file, '{"version":1}')
  const invalid = await daicho(['merge', own.file, sub.file, '--decisions', file])
  expect([invalid.exitCode, invalid.errors.includes('does not hold the decisions of a merge (head')]).toEqual([2, true])
}, 240_000)
