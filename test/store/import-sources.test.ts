/** Every CSV file of the fixtures, with what becomes of it: counts, or the refusal. */
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { importSystems, inspectSource } from '#electron/register/import/import-systems.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { fixture, fixtureText, pathOf, refusalOf, systemsOf, unitsOf } from '#test/support/import-files.ts'
import { testRegister } from '#test/support/register.ts'

interface Expected {
  readonly rows: number
  readonly units: number
  readonly key: string
  readonly duplicates?: number
  readonly unmapped: readonly string[]
  readonly unknown?: Readonly<Record<string, number>>
  readonly encoding?: string
  readonly options?: Parameters<typeof importSystems>[2]
}

const agency = (name: string) => `us-federal-2023/raw-agency/${name}`
const dot = agency('Department_of_Transportation_Inventory_of_Artificial_Intelligence_Use_Cases.csv')
const byColumns = (columns: Readonly<Record<string, string>>, rest: object = {}) => ({
  mapping: { version: 1, columns, ...rest },
})

const imported: Readonly<Record<string, Expected>> = {
  'us-federal-2023/2023_consolidated_ai_inventory_raw.csv': {
    rows: 710,
    units: 164,
    key: 'Use_Case_ID',
    duplicates: 3,
    unmapped: ['Department_Code', 'Techniques', 'Source_Code'],
    unknown: { Development_Stage: 10 },
  },
  [agency('2023 Public Inventory of AI Use Cases - USDA.csv')]: {
    rows: 39,
    units: 14,
    key: 'Use Case ID',
    unmapped: [
      'Date Initiated, If Applicable',
      'Date when Development and/or Acquisition began, If Applicable',
      'Consistent with EO 13960?',
      'Explanation for inconsistencies with EO 13960',
      'What specific AI techniques were used?',
      'Where did/does the training data originate?',
      'Does the agency have access to the code associated with this AI use case?',
      'If the source code is publicly available, provide the link.',
      'Is the agency able to conduct ongoing testing on the code?',
      'Is the agency able to monitor and/or audit performance?',
    ],
    unknown: { 'Date Implemented, If Applicable': 3 },
  },
  [dot]: {
    rows: 31,
    units: 9,
    key: 'name+unit',
    duplicates: 17,
    unmapped: [
      'Optional Note Field',
      'Lifecycle Stage Additional Comments',
      'AI Techniques Used',
      'Agency Training Used',
      'Training Data Origins',
      'Included In Enterprise Inventory',
      'Public Data Link',
      'Use Case Code Accessible',
      'Code Included In Agency Inventory',
      'Source Code Public Link',
      'Agency Able To Test Code',
      'Agency Able To Monitor/Audit',
      'FISMA System Name',
      'Withhold Use Case',
      'Explanation To Withhold Use Case',
    ],
    unknown: { 'Current Stage Of Production': 17 },
  },
  [agency('DOL_Fed_Inv_2023_webtable.csv')]: { rows: 18, units: 0, key: 'ID', unmapped: ['AI Technique'] },
  [agency('DOS_Fed_Inv_2023_webtable.csv')]: { rows: 37, units: 10, key: 'name+unit', duplicates: 3, unmapped: [] },
  [agency('ED_Fed_Inv_2023_webtable.csv')]: { rows: 1, units: 1, key: 'name+unit', unmapped: [] },
  [agency('EPA_Fed_Inv_2023_webtable.csv')]: { rows: 3, units: 0, key: 'name+unit', unmapped: [] },
  [agency('GSA_Fed_Inv_2023_webtable.csv')]: { rows: 12, units: 0, key: 'name+unit', unmapped: [] },
  [agency('HUD_Fed_Inv_2023_webtable.csv')]: { rows: 1, units: 1, key: 'name+unit', unmapped: [] },
  [agency('SSA-AI-Inv.csv')]: {
    rows: 14,
    units: 6,
    key: 'name+unit',
    unmapped: [],
    encoding: 'windows-1252',
    options: { encoding: 'windows-1252' },
  },
  [agency('VA_Fed_Inv_2023_webtable.csv')]: { rows: 40, units: 0, key: 'name+unit', unmapped: ['#1'] },
  'uk-atrs/atrs_records.csv': { rows: 136, units: 73, key: 'name+unit', unmapped: ['published', 'url'] },
  'canada-gc-ai-register/gc-ai-register-mvp_EXCERPT_first6rows.csv': {
    rows: 6,
    units: 2,
    key: 'ai_register_id',
    unmapped: [
      'name_ai_system_fr',
      'description_ai_system_fr',
      'ai_system_primary_users_fr',
      'developed_by_en',
      'developed_by_fr',
      'ai_system_status_fr',
      'status_date',
      'ai_system_capabilities_en',
      'ai_system_capabilities_fr',
      'data_sources_en',
      'data_sources_fr',
      'personal_information_banks_en',
      'personal_information_banks_fr',
      'notification_ai',
      'ai_system_results_en',
      'ai_system_results_fr',
    ],
  },
}

/** Files that are no inventory: no heading says which column is a name. With a mapping they can be read all the same. */
const otherTables: Readonly<Record<string, { columns: readonly string[]; mapped?: Expected }>> = {
  'ja/localgovjp-sjis.csv': {
    columns: ['pid', 'pref', 'cid', 'city', 'citykana', 'lat', 'lng', 'url', 'phrase'],
    mapped: {
      rows: 1916,
      units: 47,
      key: 'cid',
      unmapped: ['pid', 'lat', 'lng', 'url'],
      encoding: 'cp932',
      options: byColumns({ city: 'name', citykana: 'reading', pref: 'unit', phrase: 'purpose' }, { key: 'cid' }),
    },
  },
  'ja/prefjp-utf8.csv': {
    columns: [
      'pid',
      'pref',
      'prefkana',
      'prefshort',
      'prefshortkana',
      'pref_en',
      'pref3code',
      'url',
      'lgcode',
      'ISO3166-2',
      'capital',
      'lat',
      'lng',
    ],
    mapped: {
      rows: 47,
      units: 0,
      key: 'name+unit',
      unmapped: [
        'pid',
        'prefshort',
        'prefshortkana',
        'pref3code',
        'url',
        'lgcode',
        'ISO3166-2',
        'capital',
        'lat',
        'lng',
      ],
      options: byColumns({ pref: 'name', prefkana: 'reading', pref_en: 'name.en' }),
    },
  },
  'ja/names/last_name_org.csv': {
    columns: ['佐藤', '1887000', 'さとう', 'satou'],
    mapped: {
      rows: 1999,
      units: 0,
      key: 'name+unit',
      unmapped: ['#2'],
      options: { headerRow: 0, ...byColumns({ '#1': 'name', '#3': 'reading', '#4': 'name.en' }) },
    },
  },
  'ja/names/first_name_man_opti.csv': {
    columns: [
      'あきお',
      'akio',
      '亜喜央',
      '亜喜夫',
      '亜希生',
      '亜希夫',
      '亜希雄',
      '亜希郎',
      '亜季生',
      '亜紀生',
      '亜紀夫',
      '亜紀雄',
      '亜規生',
      '亜規夫',
      '亜記夫',
      '亜貴雄',
      '亜樹夫',
      '亜木男',
      '旭緒',
      '旭生',
      '旭男',
      '安岐雄',
      '安貴夫',
      '安輝朗',
      '安騎夫',
      '安芸夫',
      '安芸雄',
      '安樹男',
      '映生',
      '映雄',
    ],
  },
  'ja/names/first_name_woman_opti.csv': {
    columns: [
      'あい',
      'ai',
      '亜以',
      '亜伊',
      '亜位',
      '亜依',
      '亜委',
      '亜惟',
      '亜維',
      '亜緯',
      '亜衣',
      '亜井',
      '亜言',
      '亜生',
      '亜妃',
      '亜比',
      '亜姫',
      '亜巳',
      '亜唯',
      '阿以',
      '阿伊',
      '阿依',
      '愛',
      '愛以',
      '愛依',
      '愛惟',
      '愛維',
      '愛衣',
      '愛井',
      '愛郁',
    ],
  },
  'nist-ai-rmf/nist_ai_rmf_playbook.csv': {
    columns: [
      'MANAGE 1.1',
      'MANAGE 1.2',
      'MANAGE 1.3',
      'MANAGE 1.4',
      'MANAGE 2.1',
      'MANAGE 2.2',
      'MANAGE 2.3',
      'MANAGE 2.4',
      'MANAGE 3.1',
      'MANAGE 3.2',
      'MANAGE 4.1',
      'MANAGE 4.2',
      'MANAGE 4.3',
    ],
    mapped: {
      rows: 4,
      units: 0,
      key: 'name+unit',
      unmapped: [
        'MANAGE 1.3',
        'MANAGE 1.4',
        'MANAGE 2.1',
        'MANAGE 2.2',
        'MANAGE 2.3',
        'MANAGE 2.4',
        'MANAGE 3.1',
        'MANAGE 3.2',
        'MANAGE 4.1',
        'MANAGE 4.2',
        'MANAGE 4.3',
      ],
      options: byColumns({ 'MANAGE 1.1': 'name', 'MANAGE 1.2': 'purpose' }),
    },
  },
  'csv-agate/test.csv': { columns: ['number', 'text', 'boolean', 'date', 'datetime', 'timedelta'], mapped: agate() },
  'csv-agate/test_cr.csv': { columns: ['number', 'text', 'boolean', 'date', 'datetime', 'timedelta'], mapped: agate() },
  'csv-agate/test_crlf.csv': {
    columns: ['number', 'text', 'boolean', 'date', 'datetime', 'timedelta'],
    mapped: agate(),
  },
  'csv-agate/test_quote_nonnumeric.csv': {
    columns: ['number', 'text', 'boolean', 'date', 'datetime', 'timedelta'],
    mapped: agate(),
  },
  'csv-agate/test_no_header.csv': {
    columns: ['1', 'a', 'True', '2015-11-04', '2015-11-04T12:22:00', '04:15'],
    mapped: {
      rows: 2,
      units: 0,
      key: 'name+unit',
      unmapped: ['#1', '#3', '#5', '#6'],
      options: { headerRow: 0, ...byColumns({ '#2': 'name', '#4': 'goLiveOn' }) },
    },
  },
  'csv-agate/test_utf16_big.csv': { columns: ['a', 'b', 'c'], mapped: utf16('utf-16be') },
  'csv-agate/test_utf16_little.csv': { columns: ['a', 'b', 'c'], mapped: utf16('utf-16le') },
  'csv-spectrum/csvs/comma_in_quotes.csv': {
    columns: ['first', 'last', 'address', 'city', 'zip'],
    mapped: spectrum(1, ['last', 'address', 'city', 'zip'], 'first'),
  },
  'csv-spectrum/csvs/empty.csv': { columns: ['a', 'b', 'c'], mapped: spectrum(2, ['b', 'c'], 'a') },
  'csv-spectrum/csvs/empty_crlf.csv': { columns: ['a', 'b', 'c'], mapped: spectrum(2, ['b', 'c'], 'a') },
  'csv-spectrum/csvs/escaped_quotes.csv': { columns: ['a', 'b'], mapped: spectrum(2, ['b'], 'a') },
  'csv-spectrum/csvs/json.csv': { columns: ['key', 'val'], mapped: spectrum(1, ['val'], 'key') },
  'csv-spectrum/csvs/newlines.csv': { columns: ['a', 'b', 'c'], mapped: spectrum(3, ['b', 'c'], 'a') },
  'csv-spectrum/csvs/newlines_crlf.csv': { columns: ['a', 'b', 'c'], mapped: spectrum(3, ['b', 'c'], 'a') },
  'csv-spectrum/csvs/quotes_and_newlines.csv': { columns: ['a', 'b'], mapped: spectrum(2, ['b'], 'a') },
  'csv-spectrum/csvs/simple.csv': { columns: ['a', 'b', 'c'], mapped: spectrum(1, ['b', 'c'], 'a') },
  'csv-spectrum/csvs/simple_crlf.csv': { columns: ['a', 'b', 'c'], mapped: spectrum(1, ['b', 'c'], 'a') },
  'csv-spectrum/csvs/utf8.csv': { columns: ['a', 'b', 'c'], mapped: spectrum(2, ['b', 'c'], 'a') },
}

function agate(): Expected {
  return {
    rows: 3,
    units: 0,
    key: 'name+unit',
    unmapped: ['number', 'boolean', 'datetime', 'timedelta'],
    options: byColumns({ text: 'name', date: 'goLiveOn' }),
  }
}
function utf16(encoding: string): Expected {
  return { rows: 2, units: 0, key: 'c', unmapped: ['b'], encoding, options: byColumns({ a: 'name' }, { key: 'c' }) }
}
function spectrum(rows: number, unmapped: readonly string[], name: string): Expected {
  return { rows, units: 0, key: 'name+unit', unmapped, options: byColumns({ [name]: 'name' }) }
}

test('no CSV file of the fixtures is left out', () => {
  const files = readdirSync(fixture(''), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv'))
  expect([...Object.keys(imported), ...Object.keys(otherTables)].sort()).toEqual(files.sort())
})

async function expectImport(file: string, expected: Expected): Promise<void> {
  const { register } = testRegister()
  const path = fixture(file)
  const options = expected.options ?? {}
  const trial = await importSystems(register, path, options, { dryRun: true })
  expect(systemsOf(register)).toEqual([])
  const report = await importSystems(register, path, options)
  expect(report).toEqual({ ...trial, dryRun: false })
  expect({
    rows: report.rows,
    added: report.added,
    updated: report.updated,
    unchanged: report.unchanged,
    rejected: report.rejected,
    created: report.created,
    unmapped: report.unmapped,
    encoding: report.encoding,
    headerRow: report.headerRow,
    duplicates: report.duplicates.length,
    key: report.key,
    missing: report.missing,
  }).toEqual({
    rows: expected.rows,
    added: expected.rows,
    updated: 0,
    unchanged: 0,
    rejected: [],
    created: { units: expected.units, people: 0 },
    unmapped: expected.unmapped,
    encoding: expected.encoding ?? 'utf-8',
    headerRow: options.headerRow ?? 1,
    duplicates: expected.duplicates ?? 0,
    key: expected.key,
    missing: [],
  })
  const unknown = new Map<string, number>()
  for (const { column, rows } of report.unknownValues) unknown.set(column, (unknown.get(column) ?? 0) + rows)
  expect(Object.fromEntries(unknown)).toEqual(expected.unknown ?? {})
  expect(systemsOf(register)).toHaveLength(expected.rows)
  expect(unitsOf(register)).toHaveLength(expected.units)

  const again = await importSystems(register, path, options)
  // The second time the units are there, and nothing is made of their names.
  const { found } = report
  expect(found.names.every(({ noun, made }) => noun !== 'unit' || made)).toBe(true)
  expect({ ...again, alike: [] }).toEqual({
    ...report,
    found: { ...found, names: found.names.filter(({ made }) => !made) },
    added: 0,
    unchanged: expected.rows,
    created: { units: 0, people: 0 },
  })
  expect(await verifyRegister(register)).toEqual([])
}

describe('inventories', () => {
  test.each(Object.entries(imported))('%s', expectImport)
})

describe('other tables are refused, since nothing says which column is a name', () => {
  test.each(Object.entries(otherTables))('%s', async (file, { columns }) => {
    const { register } = testRegister()
    const name = file.split('/').at(-1)
    expect(await refusalOf(importSystems(register, fixture(file), {}))).toEqual({
      code: 'NO_NAME_COLUMN',
      facts: { file: name, columns },
    })
    expect(systemsOf(register)).toEqual([])
  })
})

describe('other tables, with a mapping', () => {
  const mapped = Object.entries(otherTables).flatMap(([file, { mapped: expected }]) =>
    expected === undefined ? [] : [[file, expected] as const],
  )
  test.each(mapped)('%s', expectImport)
})

test('the consolidated inventory: every title whole, every unit in its place', async () => {
  const { register } = testRegister()
  const file = 'us-federal-2023/2023_consolidated_ai_inventory_raw.csv'
  await importSystems(register, fixture(file), {})
  const [header = [], ...rows] = parse(fixtureText(file))
  const cell = (cells: readonly string[], heading: string) => cells[header.indexOf(heading)] ?? ''
  const systems = systemsOf(register)
  expect(systems.map((system) => system.name.ja ?? system.name.en)).toEqual(rows.map((cells) => cell(cells, 'Title')))
  expect(systems.map((system) => system.purpose.ja ?? system.purpose.en)).toEqual(
    rows.map((cells) => (cell(cells, 'Summary') === '' ? null : cell(cells, 'Summary'))),
  )
  expect(systems.map((system) => pathOf(register, system.unitId))).toEqual(
    rows.map((cells) =>
      ['Department', 'Agency', 'Office']
        .map((heading) => cell(cells, heading).trim())
        .filter((name, index, all) => name !== '' && name !== all.slice(0, index).findLast((each) => each !== '')),
    ),
  )
  expect(systems.map((system) => system.sourceKey)).toEqual(
    rows.map((cells) => `Use_Case_ID: ${cell(cells, 'Use_Case_ID')}`),
  )
  const counts = new Map<string, number>()
  for (const { lifecycle } of systems) counts.set(lifecycle, (counts.get(lifecycle) ?? 0) + 1)
  expect(Object.fromEntries(counts)).toEqual({
    proposed: 81,
    development: 89,
    production: 157,
    pilot: 52,
    unknown: 331,
  })
  const noted = systems.find((system) => system.sourceKey === 'Use_Case_ID: DHS-0010-2023')
  expect(noted?.sourceNotes.map(([label]) => label)).toEqual([
    'Use_Case_ID',
    'Department_Code',
    'Agency',
    'Development_Stage',
    'Techniques',
    'Department',
  ])
})

test('the headings of VA, one column too far left', async () => {
  const { register } = testRegister()
  await importSystems(register, fixture(agency('VA_Fed_Inv_2023_webtable.csv')), {})
  const rows = parse(fixtureText(agency('VA_Fed_Inv_2023_webtable.csv'))).slice(1)
  const systems = systemsOf(register)
  expect(systems.map((system) => system.name.en)).toEqual(rows.map((cells) => cells[1]))
  expect(systems.map((system) => system.purpose.en)).toEqual(rows.map((cells) => cells[2]))
  expect(systems[0]?.sourceNotes).toEqual([['#1', '1']])
})

test('the mark before the second heading of DOL', async () => {
  const { register } = testRegister()
  const report = await importSystems(register, fixture(agency('DOL_Fed_Inv_2023_webtable.csv')), {})
  expect(report.mapping).toEqual({
    ID: 'sourceKey',
    'AI Use Case Name': 'name',
    'Summary of Use Case': 'purpose',
    'Stage of Development': 'lifecycle',
  })
})

test('the 17 rows of DOT that say nothing but REDACTED are systems that the source withholds', async () => {
  const { register } = testRegister()
  const report = await importSystems(register, fixture(dot), {})
  const redacted = systemsOf(register).filter((system) => system.name.en === 'REDACTED')
  expect(redacted).toHaveLength(17)
  expect(redacted.every((system) => system.unitId === null && system.lifecycle === 'unknown')).toBe(true)
  expect(report.duplicates).toEqual([
    [2, 4],
    [2, 5],
    [2, 6],
    [2, 8],
    [2, 9],
    [2, 10],
    [2, 11],
    [2, 12],
    [2, 13],
    [2, 14],
    [2, 17],
    [2, 20],
    [2, 23],
    [2, 24],
    [2, 25],
    [26, 27],
    [2, 32],
  ])
  expect(report.unknownValues).toEqual([{ column: 'Current Stage Of Production', value: 'REDACTED', rows: 17 }])
})

describe('SSA, which two encodings accept', () => {
  const path = fixture(agency('SSA-AI-Inv.csv'))
  const line = 'Insight�s features'

  test('is refused with both candidates and a line in each', async () => {
    const { register } = testRegister()
    const { code, facts } = await refusalOf(importSystems(register, path, {}))
    expect({ code, file: facts.file, candidates: facts.candidates }).toEqual({
      code: 'ENCODING_AMBIGUOUS',
      file: 'SSA-AI-Inv.csv',
      candidates: ['cp932', 'windows-1252'],
    })
    expect(facts.samples).toContain('windows-1252: ')
    expect(facts.samples).toContain(line.replace('�', '’'))
    expect(facts.samples).toContain('cp932: ')
    expect(systemsOf(register)).toEqual([])
  })

  test('is asked about by the preview', async () => {
    const { register } = testRegister()
    const preview = await inspectSource(register, path, {})
    expect(preview).toMatchObject({ encoding: null, sheet: null })
    expect(preview.candidates.map((candidate) => candidate.encoding)).toEqual(['cp932', 'windows-1252'])
  })

  test('reads right in the encoding that is named', async () => {
    const { register } = testRegister()
    await importSystems(register, path, { encoding: 'cp1252' })
    expect(systemsOf(register)[0]?.purpose.en).toContain(line.replace('�', '’'))
    const bytes = readFileSync(path)
    expect(bytes.includes(0x92)).toBe(true)
  })
})

test('Canada: a bilingual register', async () => {
  const { register } = testRegister()
  const [file = ''] = Object.keys(imported).filter((name) => name.startsWith('canada'))
  await importSystems(register, fixture(file), {})
  expect(
    systemsOf(register).map(({ name, lifecycle, personalData, vendor, goLiveOn }) => ({
      name: name.en,
      lifecycle,
      personalData,
      vendor,
      goLiveOn,
    }))[0],
  ).toEqual({
    name: 'Westlaw AI',
    lifecycle: 'production',
    personalData: 'no',
    vendor: 'Thomson Reuters',
    goLiveOn: null,
  })
})
