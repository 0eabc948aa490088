/** Mappings of imports as the window keeps them: under a name in the register, and as files. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { temporaryFolder } from '#test/support/register.ts'
import { called, company, folderToken, operations, refusal, resultOf, type Serving } from '#test/support/serving.ts'

async function fileToken(setting: Serving, purpose: 'import-source' | 'import-mapping', path: string): Promise<string> {
  setting.choice = { kind: 'path', path }
  const choice = await setting.client.file.choose({ purpose })
  if (choice.kind !== 'chosen') throw new Error(choice.kind)
  return choice.token
}

test('a list of risks is read with a kept mapping, which goes to a file and comes back from it', async () => {
  const setting = await company()
  const { client } = setting
  const list = join(temporaryFolder(), 'risks.csv')
  writeFileSync(list, '表題,確率,大きさ\n入力からの漏えい,たまに,大きい\n')
  const token = await fileToken(setting, 'import-source', list)
  const mapping = {
    version: 1 as const,
    columns: { 表題: 'name', 確率: 'residualLikelihood', 大きさ: 'residualImpact' },
    levels: { likelihood: { たまに: 3 }, impact: { 大きい: 4 } },
    impactDimension: 'operations' as const,
    defaults: { category: 'AIGB-C-5' },
  }
  const bare = await resultOf(client.importing.inspect({ token, noun: 'risk' }))
  expect(bare.sheet?.problem).toMatchObject({ code: 'NO_NAME_COLUMN' })
  const kept = await client.importing.keepMapping({ noun: 'risk', title: '総務の一覧', mapping })
  expect(await client.importing.mappings({ noun: 'risk' })).toEqual([kept])
  const seen = await resultOf(client.importing.inspect({ token, noun: 'risk', mapping: kept.mapping }))
  expect(seen.sheet?.report).toMatchObject({ rows: 1, added: 1, found: { needed: [] } })
  expect(await resultOf(client.importing.run({ token, noun: 'risk', mapping: kept.mapping }))).toMatchObject({
    added: 1,
  })

  const folder = await folderToken(setting)
  const written = await client.importing.writeMapping({ folder, title: '総務/一覧', mapping: kept.mapping })
  expect(written.name).toBe('総務-一覧.json')
  const file = join(setting.folder, written.name)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...mapping, noun: 'risk' })
  const read = await client.importing.readMapping({ token: await fileToken(setting, 'import-mapping', file) })
  expect(read).toEqual({ title: '総務-一覧', mapping: kept.mapping })
  writeFileSync(file, '{"version":2}')
  const wrong = await fileToken(setting, 'import-mapping', file)
  expect(await refusal(client.importing.readMapping({ token: wrong }))).toMatchObject({
    code: 'MAPPING_INVALID',
    facts: { at: 'version' },
  })
  expect(await client.importing.dropMapping({ id: kept.id })).toEqual({ id: kept.id })
  expect(await client.importing.mappings({ noun: 'risk' })).toEqual([])
})

test('names of a list of systems are listed, and what is said of them stands in the mapping', async () => {
  const setting = await company()
  const { client } = setting
  const owner = await client.person.create({ name: { ja: '高橋 花', en: null } })
  const list = join(temporaryFolder(), 'systems.csv')
  writeFileSync(list, '管理番号,システム名,担当者\nA-1,議事録,1204\nA-2,翻訳,鈴木 一郎\n')
  const token = await fileToken(setting, 'import-source', list)
  const namesOf = async (mapping?: object) => {
    const input = { token, ...(mapping === undefined ? {} : { mapping: { version: 1 as const, ...mapping } }) }
    const { sheet } = await resultOf(client.importing.inspect(input))
    return sheet?.report?.found.names.map(({ noun, word, made }) => [noun, word, made])
  }
  expect(await namesOf()).toEqual([
    ['person', '1204', true],
    ['person', '鈴木 一郎', true],
  ])
  expect(await namesOf({ make: {} })).toEqual([
    ['person', '1204', false],
    ['person', '鈴木 一郎', false],
  ])
  const names = { person: { 1204: owner.code } }
  expect(await namesOf({ names })).toEqual([['person', '鈴木 一郎', true]])
  expect(await resultOf(client.importing.run({ token, mapping: { version: 1, names } }))).toMatchObject({
    added: 2,
    created: { units: 0, people: 1 },
  })
})

test('every operation was called above', () => {
  const own = (path: string) => /^importing\.\w*[mM]apping/.test(path)
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
