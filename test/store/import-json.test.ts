/** JSON that other tools and publishers write, row by row. */
import { describe, expect, test } from 'vitest'
import { createPerson } from '#electron/register/accountability.ts'
import { importRecords, inspectRecords } from '#electron/register/import/import-records.ts'
import { importSystems, inspectSource } from '#electron/register/import/import-systems.ts'
import { listText } from '#electron/register/import/json-source.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { fixture, fixtureText, pathOf, refusalOf, sourceOf, systemsOf, unitsOf } from '#test/support/import-files.ts'
import { testRegister } from '#test/support/register.ts'

interface AtrsRecord {
  readonly publishing_body: string | null
  readonly tool_name: string
  readonly title: string
  readonly url: string
  readonly published: string
  readonly description: string
  readonly listed_organisations: readonly string[]
}

test('the UK records in JSON are the same systems as in CSV, each with all that it says', async () => {
  const { register } = testRegister()
  const file = fixture('uk-atrs/atrs_records.json')
  const preview = await inspectSource(register, file, {})
  expect(preview).toMatchObject({
    format: 'json',
    sheetName: 'records',
    sheets: [{ name: 'records', state: 'visible' }],
  })
  expect(preview.sheet).toMatchObject({ headerRow: 0, delimiter: null, problem: null })
  const report = await importSystems(register, file, {})
  expect(report).toMatchObject({
    rows: 136,
    added: 136,
    rejected: [],
    sheet: 'records',
    encoding: 'utf-8',
    unmapped: ['title', 'url', 'published', 'listed_organisations'],
  })
  const { records } = JSON.parse(fixtureText('uk-atrs/atrs_records.json')) as { records: readonly AtrsRecord[] }
  const words = (record: AtrsRecord) =>
    [
      ['publishing_body', record.publishing_body],
      ['title', record.title],
      ['url', record.url],
      ['published', record.published],
      ['listed_organisations', listText(record.listed_organisations)],
    ].filter(([, each]) => each !== '' && each !== null)
  expect(
    systemsOf(register).map((system) => [
      system.name.en,
      system.purpose.en,
      pathOf(register, system.unitId),
      system.sourceNotes,
    ]),
  ).toEqual(
    records.map((record) => [
      record.tool_name,
      record.description === '' ? null : record.description,
      record.publishing_body === null ? [] : [record.publishing_body],
      words(record),
    ]),
  )

  const csv = testRegister().register
  await importSystems(csv, fixture('uk-atrs/atrs_records.csv'), {})
  const brief = (each: typeof register) =>
    systemsOf(each)
      .map((system) => [system.name.en, pathOf(each, system.unitId)])
      .sort()
  expect(brief(register)).toEqual(brief(csv))
  expect(unitsOf(register)).toHaveLength(unitsOf(csv).length)

  expect(await importSystems(register, file, {})).toMatchObject({ added: 0, updated: 0, unchanged: 136 })
  expect(await verifyRegister(register)).toEqual([])
})

test('departments of Canada, in JSON, are units, row by row', async () => {
  const { register } = testRegister()
  const english = 'Department-name_English-Ministère_nom_anglais'
  const report = await importRecords(register, 'unit', fixture('canada-aia/departments.json'), {
    mapping: { version: 1, key: 'Department_number-Ministère_numéro', columns: { [english]: 'name' } },
  })
  const rows = JSON.parse(fixtureText('canada-aia/departments.json')) as readonly Readonly<Record<string, string>>[]
  expect(report).toMatchObject({ rows: rows.length, added: rows.length, rejected: [] })
  expect(unitsOf(register).map(({ name }) => name.en)).toEqual(rows.map((row) => row[english]))
})

const openRisk = JSON.stringify({
  generated_at: '2026-10-01T00:00:00Z',
  risks: [
    {
      id: 'c0ffee',
      name: 'Prompt injection',
      description: 'Instructions in documents are followed',
      probability: 'High',
      impact: 'Critical',
      status: 'open',
      tags: ['llm', 'input; output'],
      frameworks: ['ISO27001'],
      asset_id: '7',
      criticality: 'high',
      source: 'manual',
    },
    {
      id: 'decade',
      name: 'Model drift',
      description: null,
      probability: 3,
      impact: 4,
      status: 'open',
      tags: [],
      criticality: '',
      source: '',
    },
  ],
})

describe('OpenRisk', () => {
  test('a list of risks', async () => {
    const { register } = testRegister()
    const levels = { likelihood: { High: 4, '3': 3 }, impact: { Critical: 5, '4': 4 } } as const
    const report = await importRecords(register, 'risk', sourceOf(openRisk, 'risks.json'), {
      mapping: { version: 1, levels, impactDimension: 'operations', defaults: { category: 'AIGB-C-5' } },
    })
    expect(report).toMatchObject({
      rows: 2,
      added: 2,
      rejected: [],
      sheet: 'risks',
      found: { tool: 'openrisk_risks', needed: [] },
    })
    const risks = [...recordTables.risk.all(register.read)]
    expect(risks.map(({ name, event }) => [name.en, event.en])).toEqual([
      ['Prompt injection', 'Instructions in documents are followed'],
      ['Model drift', null],
    ])
    expect(
      [...recordTables.assessment.all(register.read)].map(({ stage, likelihood, impact }) => [
        stage,
        likelihood,
        impact,
      ]),
    ).toEqual([
      ['residual', 4, 5],
      ['residual', 3, 4],
    ])
    const [row] = [...recordTables.sourceRow.all(register.read)]
    expect(row).toMatchObject({
      key: 'id: c0ffee',
      row: 1,
      cells: expect.arrayContaining([
        ['tags', '["llm","input; output"]'],
        ['frameworks', 'ISO27001'],
      ]) as unknown,
    })
  })
})

const probo = [
  {
    id: 'AIS_1',
    name: 'Support assistant',
    version: '2.1',
    companyRoles: ['DEPLOYER', 'DEVELOPER'],
    status: 'ACTIVE',
    owner: { id: 'P1', fullName: 'Ada Park' },
    source: 'Internal',
    purpose: 'Answers customers',
    intendedUseCases: 'Chat on the site',
    autonomyLevel: 'Human in the loop',
    humanOversightMechanism: 'An agent takes over on request',
    riskClassification: 'LIMITED',
    keyStakeholders: 'Customers',
    dataSourcesAndType: 'Tickets',
    deploymentDate: '2026-02-01T00:00:00Z',
    lastReviewDate: '2026-05-01T00:00:00Z',
    nextReviewDate: '2027-05-01T00:00:00Z',
    notes: null,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-06-01T00:00:00Z',
  },
  {
    id: 'AIS_2',
    name: 'Scoring',
    version: null,
    companyRoles: ['PROVIDER'],
    status: 'IN_DEVELOPMENT',
    owner: null,
    source: null,
    purpose: null,
    intendedUseCases: null,
    autonomyLevel: 'Full self-driving',
    humanOversightMechanism: null,
    riskClassification: 'HIGH_RISK',
    keyStakeholders: null,
    dataSourcesAndType: null,
    deploymentDate: null,
    lastReviewDate: null,
    nextReviewDate: null,
    notes: 'Not live',
    createdAt: '2026-01-02T00:00:00Z',
    updatedAt: '2026-06-02T00:00:00Z',
  },
]

describe('Probo', () => {
  test('AI systems with all their fields', async () => {
    const { register } = testRegister()
    createPerson(register, { name: { ja: null, en: 'Ada Park' } })
    const report = await importSystems(register, sourceOf(JSON.stringify(probo), 'ai-systems.json'), {})
    expect(report).toMatchObject({
      rows: 2,
      added: 2,
      rejected: [],
      created: { units: 0, people: 0 },
      key: 'id',
      found: { tool: 'probo_systems' },
      unknownValues: [{ column: 'autonomyLevel', value: 'Full self-driving', rows: 1 }],
    })
    const [first, second] = systemsOf(register)
    expect(first).toMatchObject({
      name: { ja: null, en: 'Support assistant' },
      purpose: { ja: null, en: 'Answers customers' },
      lifecycle: 'production',
      roles: ['business_user', 'developer'],
      tier: null,
      autonomy: 'acts_on_approval',
      humanOversight: { ja: null, en: 'An agent takes over on request' },
      affected: { ja: null, en: 'Customers' },
      goLiveOn: '2026-02-01',
      nextReviewOn: '2027-05-01',
      notes: null,
      sourceKey: 'id: AIS_1',
      freeFields: [
        { name: 'version', value: '2.1' },
        { name: 'source', value: 'Internal' },
        { name: 'intendedUseCases', value: 'Chat on the site' },
        { name: 'riskClassification', value: 'LIMITED' },
        { name: 'dataSourcesAndType', value: 'Tickets' },
        { name: 'lastReviewDate', value: '2026-05-01T00:00:00Z' },
      ],
    })
    expect(second).toMatchObject({
      lifecycle: 'development',
      roles: ['provider'],
      autonomy: null,
      notes: 'Not live',
      freeFields: [{ name: 'riskClassification', value: 'HIGH_RISK' }],
    })
    const owners = [...recordTables.assignment.all(register.read)]
    expect(owners.map(({ role, subjectId }) => [role, subjectId])).toEqual([['system_owner', first?.id]])
  })

  test('the same as a table with the headings of its document', async () => {
    const { register } = testRegister()
    const text =
      'Name,Version,Company roles,Status,Owner,Source,Purpose,Intended use cases,Autonomy level,Human oversight mechanism,Risk classification,Key stakeholders,Data sources and type,Deployment date,Last review date,Next review date,Notes\n' +
      'Scoring,-,"Provider, User",In development,-,-,-,-,-,-,High-risk,-,-,-,-,2027-01-31,-\n'
    const report = await importSystems(register, sourceOf(text), {})
    expect(report).toMatchObject({ added: 1, found: { tool: 'probo_systems' }, created: { people: 0 } })
    expect(systemsOf(register)[0]).toMatchObject({
      lifecycle: 'development',
      roles: ['provider', 'business_user'],
      nextReviewOn: '2027-01-31',
    })
  })

  test('the controls of a framework', async () => {
    const { register } = testRegister()
    const framework = {
      id: 'soc2',
      name: 'SOC 2',
      controls: [
        { id: 'CC1.1', name: 'Integrity' },
        { id: 'CC1.2', name: 'Board' },
      ],
    }
    const report = await importRecords(register, 'control', sourceOf(JSON.stringify(framework), 'soc2.json'), {
      mapping: { version: 1, defaults: { domain: 'organisation' } },
    })
    expect(report).toMatchObject({ added: 2, key: 'id', sheet: 'controls' })
    expect([...recordTables.control.all(register.read)].map(({ name }) => name.en)).toEqual(['Integrity', 'Board'])
  })
})

test('an object a line: rows are lines, and one without a name is left out with its line', async () => {
  const { register } = testRegister()
  const lines = '{"risk name":"甲"}\n{"note":"x"}\n\n{"risk name":"乙","owner":{"name":"誰か"}}\n'
  const report = await importRecords(register, 'risk', sourceOf(lines, 'risks.jsonl'), {
    mapping: { version: 1, defaults: { category: 'AIGB-C-5' }, columns: { 'owner.name': 'owner' } },
  })
  expect(report).toMatchObject({
    rows: 3,
    added: 2,
    rejected: [{ row: 2, column: 'risk name', reason: 'NAME_MISSING' }],
    found: { names: [{ noun: 'person', word: '誰か', rows: 1 }] },
  })
})

test('bytes that are not UTF-8 are asked about before they are read, and a mark decides', async () => {
  const { register } = testRegister()
  const cp932 = Buffer.from([0x5b, 0x7b, 0x22, 0x6e, 0x61, 0x6d, 0x65, 0x22, 0x3a, 0x22, 0x88, 0x9f, 0x22, 0x7d, 0x5d])
  const file = sourceOf(cp932, 'sjis.json')
  expect(await inspectSource(register, file, {})).toMatchObject({ encoding: null, format: 'text', sheet: null })
  expect(await refusalOf(importSystems(register, file, {}))).toMatchObject({ code: 'ENCODING_AMBIGUOUS' })
  await importSystems(register, file, { encoding: 'cp932' })
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('[{"name":"い"}]', 'utf16le')])
  await importSystems(register, sourceOf(utf16, 'utf16.json'), {})
  await importSystems(register, sourceOf('\ufeff[{"name":"う"}]', 'marked.json'), {})
  expect(systemsOf(register).map(({ name }) => name.ja)).toEqual(['亜', 'い', 'う'])
})

test('a list of a mapping that the file does not have is refused by name', async () => {
  const { register } = testRegister()
  const file = sourceOf('{"risks":[{"name":"A"}]}', 'f.json')
  expect(await refusalOf(inspectRecords(register, 'risk', file, { mapping: { version: 1, sheet: 'gone' } }))).toEqual({
    code: 'JSON_LIST_MISSING',
    facts: { file: 'f.json', list: 'gone', lists: ['risks'] },
  })
})

test('lists of JSON become text without brackets, and a text is split by the sign that a person chose', async () => {
  const { register } = testRegister()
  await importSystems(register, sourceOf('[{"name":"採点","purpose":["甲","","乙"],"vendor":["A","B"]}]'), {})
  expect(systemsOf(register)[0]).toMatchObject({ purpose: { ja: '甲, 乙' } })
  for (const name of ['与信', '審査']) await importSystems(register, sourceOf(`名称,目的\n${name},x\n`), {})
  await importRecords(register, 'risk', sourceOf('[{"name":"誤り","category":"AIGB-C-2","systems":"与信;審査"}]'), {
    mapping: { version: 1, columns: { systems: 'systemIds' }, join: ';' },
  })
  const [risk] = [...recordTables.risk.all(register.read)]
  expect(risk?.systemIds.length).toBe(2)
})
