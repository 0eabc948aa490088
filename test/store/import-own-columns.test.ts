/** Every column of our own lists: taken back by the import, or named here with the reason why it is not. */
import { describe, expect, test } from 'vitest'
import { createPerson, createPost, createUnit } from '#electron/register/accountability.ts'
import { nounColumns } from '#electron/register/export/noun-columns.ts'
import { importRecords } from '#electron/register/import/import-records.ts'
import { importSystems } from '#electron/register/import/import-systems.ts'
import { ownMapping } from '#electron/register/import/own-export.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import { columnsOf, mapColumns } from '#shared/domain/import-mapping.ts'
import { type ImportNoun, importNouns, importProfiles } from '#shared/domain/import-profile.ts'
import { sourceOf, systemsOf } from '#test/support/import-files.ts'
import { testRegister } from '#test/support/register.ts'

/** What the register itself keeps of a record: a list does not say it. */
const kept = ['id', 'version', 'withdrawn_on', 'withdrawn_reason', 'sample']
/** Decided here, answered elsewhere, or kept with its file: never taken from a list. */
const elsewhere: { readonly [N in ImportNoun]?: Readonly<Record<string, string>> } = {
  system: { source_key: 'written by the import itself', import_id: 'written by the import itself' },
  risk: { source_key: 'written by a take from the library' },
  control: {
    source_key: 'written by a take from the library',
    not_applicable_on: 'decided here',
    not_applicable_reason: 'decided here',
    not_applicable_approver_code: 'decided here',
    requirement_ids_code: 'answered in the requirement packs',
  },
  action: { verified_on: 'confirmed by a second person here', verifier_code: 'confirmed by a second person here' },
  vendor: {
    security_evidence_codes: 'evidence is kept with its file',
    finance_evidence_codes: 'evidence is kept with its file',
  },
  contract: { evidence_codes: 'evidence is kept with its file' },
  incident: {
    state_code: 'moved on by acts of its own here',
    contained_at: 'moved on by acts of its own here',
    resolved_at: 'moved on by acts of its own here',
    root_cause: 'moved on by acts of its own here',
    closed_on: 'moved on by acts of its own here',
    closed_text: 'moved on by acts of its own here',
    verifier_code: 'moved on by acts of its own here',
    leak_code: 'a judgement of a breach is made here',
    leak_sensitive_code: 'a judgement of a breach is made here',
    leak_financial_code: 'a judgement of a breach is made here',
    leak_wrongful_code: 'a judgement of a breach is made here',
    leak_many_code: 'a judgement of a breach is made here',
    judged_on: 'a judgement of a breach is made here',
    judge_code: 'a judgement of a breach is made here',
    judged_text: 'a judgement of a breach is made here',
    learned_zone: 'starts the clock of a breach here',
    vendor_learned_at: 'starts the clock of a breach here',
    vendor_told_at: 'starts the clock of a breach here',
    evidence_codes: 'evidence is kept with its file',
  },
}

test.each([...importNouns])('%s', (noun) => {
  const names = nounColumns(noun, null).map(({ name }) => name)
  const columns = columnsOf(names, names.length)
  const own = noun === 'system' ? ownMapping(columns, [], null) : null
  const mapping = own ?? mapColumns(columns, [], null, importProfiles[noun])
  const parts = new Set(Object.values(own?.own?.parts ?? {}))
  const untaken = names.filter(
    (name, index) =>
      !mapping.targets.has(index) && !mapping.units.includes(index) && !parts.has(index) && !kept.includes(name),
  )
  // A label stands beside a code that is taken, or that is named here.
  const base = (name: string) => name.replace(/_(?:ja|en|name)$/, '')
  const codes = new Set(names.filter((name) => /_codes?$/.test(name)).map((name) => name.replace(/_codes?$/, '')))
  const isLabel = (name: string) => base(name) !== name && codes.has(base(name))
  expect(untaken.filter((name) => !isLabel(name))).toEqual(
    Object.keys(elsewhere[noun] ?? {})
      .filter((name) => names.includes(name))
      .sort((one, other) => names.indexOf(one) - names.indexOf(other)),
  )
})

test('who sees to a surcharge comes back: into its register, edited, and into another by code and name', async () => {
  const { register } = testRegister()
  const ada = createPerson(register, { name: { ja: null, en: 'Ada Park' } })
  const bea = createPerson(register, { name: { ja: null, en: 'Bea Hill' } })
  const system = createSystem(register, { name: { ja: null, en: 'Scoring' } })
  updateSystem(register, { id: system.id, version: system.version, patch: { surchargeOwnerId: ada.id } })
  const list = (version: number, code: string, name: string) =>
    `id,code,version,name_ja,name_en,lifecycle_code,source_key,surcharge_owner_code,surcharge_owner_name\n${system.id},${system.code},${String(version)},,Scoring,proposed,,${code},${name}\n`
  const bring = (into: typeof register, text: string) => importSystems(into, sourceOf(text), {})
  expect(await bring(register, list(2, ada.code, 'Ada Park'))).toMatchObject({ unchanged: 1 })
  expect(await bring(register, list(2, bea.code, 'Bea Hill'))).toMatchObject({ updated: 1, unknownValues: [] })
  expect(systemsOf(register)[0]?.surchargeOwnerId).toBe(bea.id)
  expect(await bring(register, list(3, 'PSN-0099', 'Nobody'))).toMatchObject({
    unchanged: 1,
    unknownValues: [{ column: 'surcharge_owner_code', value: 'PSN-0099', rows: 1 }],
  })
  const other = testRegister().register
  createPerson(other, { name: { ja: null, en: 'Somebody else' } })
  const there = createPerson(other, { name: { ja: null, en: 'Bea Hill' } })
  expect(await bring(other, list(2, 'PSN-0001', 'Bea Hill'))).toMatchObject({ added: 1, unknownValues: [] })
  expect(systemsOf(other)[0]?.surchargeOwnerId).toBe(there.id)
  const third = testRegister().register
  expect(await bring(third, list(2, 'PSN-0001', 'Ada Park'))).toMatchObject({ added: 1, created: { people: 1 } })
  const [made] = [...recordTables.person.all(third.read)]
  expect([systemsOf(third)[0]?.surchargeOwnerId, made?.name.en]).toEqual([made?.id, 'Ada Park'])
})

test('what a record of ours names by code comes back with it', async () => {
  const { register } = testRegister()
  const unit = createUnit(register, { name: { ja: '審査部', en: null }, kind: 'division' })
  const system = createSystem(register, { name: { ja: '与信', en: null } })
  await importRecords(
    register,
    'person',
    sourceOf(`code,name_ja,name_en,unit_code,unit_name\n,山本,,${unit.code},審査部\n`),
    {},
  )
  await importRecords(
    register,
    'risk',
    sourceOf(`code,name_ja,name_en,category_code,system_codes\n,誤り,,AIGB-C-2,${system.code}\n`),
    {},
  )
  expect([...recordTables.person.all(register.read)].map(({ unitId }) => unitId)).toEqual([unit.id])
  expect([...recordTables.risk.all(register.read)].map(({ systemIds }) => systemIds)).toEqual([[system.id]])
})

describe('codes are unique in the register that gave them, and the list of another one', () => {
  const ja = (text: string) => ({ ja: text, en: null })
  const elsewhere = (last: number) => `0198b6a0-0000-7000-8000-00000000000${String(last)}`
  function here() {
    const { register } = testRegister()
    const first = createUnit(register, { name: ja('人事部'), kind: 'division' })
    const second = createUnit(register, { name: ja('審査部'), kind: 'division' })
    createSystem(register, { name: ja('採用') })
    return { register, first, second }
  }
  const unmatched = (report: Awaited<ReturnType<typeof importRecords>>) =>
    report.found.names.map(({ noun, word }) => [noun, word])

  test('names by code and name: where they disagree the name tells, and what nobody is called is listed', async () => {
    const { register, second } = here()
    const list = `id,code,name_ja,name_en,unit_code,unit_name\n${elsewhere(1)},PSN-0001,山本,,UNT-0001,審査部\n${elsewhere(2)},PSN-0002,林,,UNT-0001,どこにもない部\n${elsewhere(3)},PSN-0003,佐伯,,UNT-0002,\n`
    const report = await importRecords(register, 'person', sourceOf(list), {})
    expect([...recordTables.person.all(register.read)].map(({ unitId }) => unitId)).toEqual([second.id, null, null])
    expect(unmatched(report)).toEqual([
      ['unit', 'UNT-0001'],
      ['unit', 'UNT-0002'],
    ])
  })

  test('holds a list without ids to its names as well', async () => {
    const { register, first } = here()
    const list = `name_ja,name_en,unit_code,unit_name\n山本,,UNT-0001,どこにもない部\n林,,UNT-0001,人事部\n佐伯,,UNT-0001,\n`
    const report = await importRecords(register, 'person', sourceOf(list), {})
    expect([...recordTables.person.all(register.read)].map(({ unitId }) => unitId)).toEqual([null, first.id, first.id])
    expect(unmatched(report)).toEqual([['unit', 'UNT-0001']])
  })

  test('makes records of its own: neither their codes nor codes without names mean what is here', async () => {
    const { register } = here()
    await importRecords(register, 'risk', sourceOf('name_ja,name_en,category_code\n漏えい,,AIGB-C-2\n'), {})
    const [known] = [...recordTables.risk.all(register.read)]
    const list = (id: string, name: string) =>
      sourceOf(`id,code,name_ja,name_en,category_code,system_codes\n${id},RSK-0001,${name},,AIGB-C-2,SYS-0001\n`)
    const report = await importRecords(register, 'risk', list(elsewhere(1), '誤り'), {})
    expect(report).toMatchObject({ added: 1, updated: 0 })
    expect(unmatched(report)).toEqual([['system', 'SYS-0001']])
    const risks = () => [...recordTables.risk.all(register.read)].map(({ name, systemIds }) => [name.ja, systemIds])
    expect(risks()).toEqual([
      ['漏えい', []],
      ['誤り', []],
    ])
    // A list that this register wrote says the record by its id, and means its codes.
    expect(await importRecords(register, 'risk', list(known?.id ?? '', '漏えい'), {})).toMatchObject({ updated: 1 })
    expect(risks()[0]).toEqual(['漏えい', [systemsOf(register)[0]?.id]])
  })

  test('names its own rows: the unit above is that of the list', async () => {
    const { register, first } = here()
    const list = `id,code,name_ja,name_en,kind_code,parent_code,parent_name\n${elsewhere(1)},UNT-0002,第二課,,section,UNT-0001,本部\n${elsewhere(2)},UNT-0001,本部,,division,,\n`
    await importRecords(register, 'unit', sourceOf(list), {})
    const units = [...recordTables.unit.all(register.read)]
    const top = units.find(({ name }) => name.ja === '本部')
    expect(units.find(({ name }) => name.ja === '第二課')?.parentId).toBe(top?.id)
    expect(top?.id).not.toBe(first.id)
  })

  test('directs nobody here who is called otherwise', async () => {
    const { register } = here()
    createPost(register, { name: ja('取締役会'), kind: 'board' })
    const ciso = createPost(register, { name: ja('情報セキュリティ責任者'), kind: 'executive' })
    const head =
      'id,code,name_ja,name_en,side_code,item_code,instruction_ja,given_by_post_code,given_by_post_name,to_post_code,to_post_name,given_on\n'
    const row = (id: string) =>
      `${id},DIR-0001,訓練,,cyber,CMG-D07,訓練をする,PST-0001,監査委員会,PST-0001,情報セキュリティ責任者,2026-01-22\n`
    const report = await importRecords(register, 'direction', sourceOf(head + row(elsewhere(1))), {})
    const [direction] = [...recordTables.direction.all(register.read)]
    expect([direction?.givenByPostId, direction?.toPostId]).toEqual([null, ciso.id])
    expect(unmatched(report)).toEqual([['post', '監査委員会']])
    expect(
      await importRecords(register, 'direction', sourceOf(head + row(elsewhere(2)).replace('CMG-D07', 'CMG-D08')), {}),
    ).toMatchObject({ added: 1, updated: 0 })
  })
})
