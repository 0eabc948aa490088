import { describe, expect, test } from 'vitest'
import { layoutOf } from '#electron/register/import/layout.ts'
import { identifierScore, meaningsOf } from '#shared/domain/import-headings.ts'
import { checkMappingFile, columnsOf, mapColumns, type MappingFile } from '#shared/domain/import-mapping.ts'
import { Problem } from '#shared/domain/problem.ts'

/** Label → target of a sheet with these headings and rows. */
function mapped(headings: string[], rows: string[][] = [], file: MappingFile | null = null): Record<string, string> {
  const mapping = mapColumns(columnsOf(headings, headings.length), rows, file)
  return Object.fromEntries(
    mapping.columns.flatMap(({ index, label }) => {
      const target = mapping.targets.get(index)
      const level = mapping.units.indexOf(index)
      return target !== undefined ? [[label, target]] : level >= 0 ? [[label, `unit ${level + 1}`]] : []
    }),
  )
}

describe('headings of inventories', () => {
  test.each([
    [
      'federal, consolidated 2023',
      [
        'Use_Case_ID',
        'Department_Code',
        'Agency',
        'Office',
        'Title',
        'Summary',
        'Development_Stage',
        'Techniques',
        'Source_Code',
        'Department',
      ],
      {
        Title: 'name',
        Summary: 'purpose',
        Development_Stage: 'lifecycle',
        Department: 'unit 1',
        Agency: 'unit 2',
        Office: 'unit 3',
      },
    ],
    [
      'federal, consolidated 2024',
      [
        'Use Case Name',
        'Agency',
        'Agency Abbreviation',
        'Bureau',
        'Use Case Topic Area',
        'What is the intended purpose and expected benefits of the AI?',
        'Stage of Development',
        'Date Initiated',
        'Date Implemented',
        'Date Retired',
      ],
      {
        'Use Case Name': 'name',
        Agency: 'unit 1',
        Bureau: 'unit 2',
        'What is the intended purpose and expected benefits of the AI?': 'purpose',
        'Stage of Development': 'lifecycle',
        'Date Implemented': 'goLiveOn',
      },
    ],
    [
      'an agency with a title of its own',
      [
        'Use Case ID',
        'AI Use Case Title',
        'OpDiv/StaffDiv',
        'Description of AI Use Case',
        'Stage of System Development Life Cycle',
        'AI Technique',
      ],
      {
        'AI Use Case Title': 'name',
        'OpDiv/StaffDiv': 'unit 1',
        'Description of AI Use Case': 'purpose',
        'Stage of System Development Life Cycle': 'lifecycle',
      },
    ],
    [
      'underscores',
      ['Agency_Name', 'Office_Name', 'Project_Title', 'Project_Description', 'Dev_Stage'],
      {
        Agency_Name: 'unit 1',
        Office_Name: 'unit 2',
        Project_Title: 'name',
        Project_Description: 'purpose',
        Dev_Stage: 'lifecycle',
      },
    ],
    [
      'Canada',
      [
        'ai_register_id',
        'name_ai_system_en',
        'name_ai_system_fr',
        'government_organization',
        'description_ai_system_en',
        'vendor_information',
        'ai_system_status_en',
        'ai_system_status_fr',
        'status_date',
        'involves_personal_information',
        'personal_information_banks_en',
      ],
      {
        name_ai_system_en: 'name.en',
        government_organization: 'unit 1',
        description_ai_system_en: 'purpose.en',
        vendor_information: 'vendor',
        ai_system_status_en: 'lifecycle',
        involves_personal_information: 'personalData',
      },
    ],
    [
      'United Kingdom',
      ['publishing_body', 'tool_name', 'published', 'url'],
      { publishing_body: 'unit 1', tool_name: 'name' },
    ],
    [
      'Probo',
      [
        'name',
        'version',
        'companyRole',
        'status',
        'owner',
        'purpose',
        'autonomyLevel',
        'humanOversightMechanism',
        'deployed',
        'lastReview',
        'nextReview',
        'notes',
      ],
      {
        name: 'name',
        companyRole: 'roles',
        status: 'lifecycle',
        owner: 'owner',
        purpose: 'purpose',
        autonomyLevel: 'autonomy',
        humanOversightMechanism: 'humanOversight',
        deployed: 'goLiveOn',
        nextReview: 'nextReviewOn',
        notes: 'notes',
      },
    ],
    [
      'Japanese, plain',
      [
        '管理番号',
        'システム名',
        '用途',
        '所管部署',
        '担当者',
        '担当役員',
        '状態',
        'ベンダー',
        '稼働開始日',
        '次回見直し日',
        '個人情報の有無',
        'リスク区分',
        '備考',
      ],
      {
        システム名: 'name',
        用途: 'purpose',
        所管部署: 'unit 1',
        担当者: 'owner',
        担当役員: 'executive',
        状態: 'lifecycle',
        ベンダー: 'vendor',
        稼働開始日: 'goLiveOn',
        次回見直し日: 'nextReviewOn',
        個人情報の有無: 'personalData',
        リスク区分: 'tier',
        備考: 'notes',
      },
    ],
    [
      'Japanese, numbered, full width, with marks',
      ['１．システム名称（必須）', '２．目的・用途', '会社名', '本部', '部', '課', 'ステータス※選択', '委託先'],
      {
        '１．システム名称（必須）': 'name',
        '２．目的・用途': 'purpose',
        会社名: 'unit 1',
        本部: 'unit 2',
        部: 'unit 3',
        課: 'unit 4',
        'ステータス※選択': 'lifecycle',
        委託先: 'vendor',
      },
    ],
    [
      'in two languages',
      ['システム名 / System name', '目的 (Purpose)', 'システム名（英語）'],
      { 'システム名 / System name': 'name.ja', '目的 (Purpose)': 'purpose', 'システム名（英語）': 'name.en' },
    ],
    ['none that is known', ['pid', 'pref', 'city', 'lat'], {}],
  ])('%s', (_, headings, expected) => {
    expect(mapped(headings)).toEqual(expected)
  })

  test('one that could mean several fields is decided by the words below it', () => {
    const headings = ['名称', '区分', '種別']
    const rows = (...words: string[]) => words.map((word) => ['x', word, ''])
    expect(mapped(headings, rows('高', '中', '低'))).toEqual({ 名称: 'name', 区分: 'tier' })
    expect(mapped(headings, rows('生成AI', '予測'))).toEqual({ 名称: 'name', 区分: 'kind' })
    expect(mapped(headings, rows('本番', '試行'))).toEqual({ 名称: 'name', 区分: 'lifecycle' })
    expect(mapped(headings, rows('A', 'B'))).toEqual({ 名称: 'name' })
    expect(mapped(headings)).toEqual({ 名称: 'name' })
  })

  test('a question about personal data counts where it is answered with yes or no', () => {
    const question =
      'Does this AI use case involve personally identifiable information (PII) that is kept by the agency?'
    expect(mapped(['Title', question], [['x', 'Yes']])).toEqual({ Title: 'name', [question]: 'personalData' })
    expect(mapped(['Title', question], [['x', 'Names and addresses']])).toEqual({ Title: 'name' })
  })

  test('equal headings, and none, are told apart by position', () => {
    expect(columnsOf(['Name', '\ufeffNote', '', 'Note'], 5).map((column) => column.label)).toEqual([
      'Name',
      'Note #2',
      '#3',
      'Note #4',
      '#5',
    ])
  })

  test.each([
    ['Use_Case_ID', true],
    ['\ufeffID', true],
    ['管理番号', true],
    ['システムID', true],
    ['No.', false],
    ['項番', false],
    ['#', false],
    ['Vendor ID card', false],
  ])('%s names an identifier: %s', (heading, is) => {
    expect(identifierScore(heading) !== null).toBe(is)
  })

  test('the application knows its own words', () => {
    expect(meaningsOf('人の関与')[0]?.target).toBe('humanOversight')
    expect(meaningsOf('lifecycle_code')[0]?.target).toBe('lifecycle')
    expect(mapped(['name_ja', 'name_en', 'lifecycle_code', 'lifecycle_ja', 'unit_name', 'go_live_on'])).toEqual({
      name_ja: 'name.ja',
      name_en: 'name.en',
      lifecycle_code: 'lifecycle',
      unit_name: 'unit 1',
      go_live_on: 'goLiveOn',
    })
  })
})

describe('a mapping file', () => {
  const headings = ['Code', 'What', 'Who', 'Who', 'Corp', 'Dept', 'Stage']

  test('says what columns are, by heading and by position', () => {
    const file = checkMappingFile({
      version: 1,
      key: 'code',
      columns: { what: 'name', '#3': 'owner', Dept: 'unit', Corp: 'unit', Stage: null },
      values: { lifecycle: { Alpha: 'pilot' } },
    })
    expect(mapped(headings, [], file)).toEqual({ What: 'name', 'Who #3': 'owner', Dept: 'unit 1', Corp: 'unit 2' })
    const mapping = mapColumns(columnsOf(headings, 7), [], file)
    expect(mapping.key).toBe(0)
    expect(mapping.words.get('lifecycle')?.get('alpha')).toBe('pilot')
  })

  test('leaves to the headings what it does not name', () => {
    expect(mapped(['Title', 'Thing'], [], checkMappingFile({ version: 1, columns: { Thing: 'purpose' } }))).toEqual({
      Title: 'name',
      Thing: 'purpose',
    })
    expect(mapped(['Title', 'Thing'], [], checkMappingFile({ version: 1, columns: { Thing: 'name' } }))).toEqual({
      Thing: 'name',
    })
  })

  test.each([
    ['not an object', [], '.'],
    ['another version', { version: 2 }, 'version'],
    ['a key that is unknown', { version: 1, colums: {} }, '.'],
    ['a field that is none', { version: 1, columns: { A: 'colour' } }, 'columns.A'],
    ['a field without words', { version: 1, values: { vendor: { A: 'b' } } }, 'values.vendor'],
    ['a code that is none', { version: 1, values: { tier: { A: 'extreme' } } }, 'values.tier.A'],
    ['an order that is none', { version: 1, dayOrder: 'year_first' }, 'dayOrder'],
  ])('%s is refused, and the place is named', (_, content, at) => {
    const refused = () => checkMappingFile(content)
    expect(refused).toThrow(Problem)
    try {
      refused()
    } catch (error) {
      expect(error).toMatchObject({ code: 'MAPPING_INVALID', facts: { at } })
    }
  })

  test.each([
    ['a column that is not there', { version: 1, columns: { Nothing: 'name' } }, 'columns.Nothing'],
    ['a heading that stands twice', { version: 1, columns: { who: 'owner' } }, 'columns.who'],
    ['a field twice', { version: 1, columns: { What: 'name', Code: 'name' } }, 'columns.Code'],
    ['a key that is not there', { version: 1, key: { column: 9 } }, 'key.#9'],
  ])('%s is refused', (_, content, at) => {
    const work = () => mapColumns(columnsOf(headings, 7), [], checkMappingFile(content))
    expect(work).toThrow(Problem)
    try {
      work()
    } catch (error) {
      expect(error).toMatchObject({ code: 'MAPPING_INVALID', facts: { at } })
    }
  })
})

describe('the layout of a sheet', () => {
  const layout = (text: string, options: { headerRow?: number; mapping?: MappingFile } = {}) =>
    layoutOf(text, {
      fileName: 'source.csv',
      complete: true,
      headerRow: options.headerRow,
      mapping: options.mapping ?? null,
    })
  const brief = (...given: Parameters<typeof layout>) => {
    const { delimiter, headerRow, columns } = layout(...given)
    return { delimiter, headerRow, columns: columns.map((column) => column.label) }
  }

  test.each([
    ['headings first', 'Name,Purpose\nA,B\n', { delimiter: ',', headerRow: 1, columns: ['Name', 'Purpose'] }],
    [
      'semicolons, with commas in the cells',
      'Name;Purpose\nA, x;"b;c"\n',
      { delimiter: ';', headerRow: 1, columns: ['Name', 'Purpose'] },
    ],
    ['tabs', 'システム名\t目的\nA\tB,C,D\n', { delimiter: '\t', headerRow: 1, columns: ['システム名', '目的'] }],
    [
      'titles above',
      'AI台帳,,\n更新：2026年9月,,\n\nNo.,システム名,目的\n1,A,B\n',
      { delimiter: ',', headerRow: 4, columns: ['No.', 'システム名', '目的'] },
    ],
    [
      'groups above',
      ',基本情報,,管理,\nNo.,名称,用途,部署,備考\n1,A,B,C,D\n',
      { delimiter: ',', headerRow: 2, columns: ['No.', '名称', '用途', '部署', '備考'] },
    ],
    ['one column', 'システム名\nA\nB\n', { delimiter: ',', headerRow: 1, columns: ['システム名'] }],
    ['no heading that is known', 'a,b\n1,2\n', { delimiter: ',', headerRow: 1, columns: ['a', 'b'] }],
    ['wider rows than headings', 'Name\nA,B,C\n', { delimiter: ',', headerRow: 1, columns: ['Name', '#2', '#3'] }],
    [
      'headings one column too far left',
      'AI use case name,Summary,\n1,A,x\n2,B,y\n4,C,z\n',
      { delimiter: ',', headerRow: 1, columns: ['#1', 'AI use case name', 'Summary'] },
    ],
    [
      'a numbering that has its own heading',
      'ID,Use Case Name,\n1,A,x\n2,B,y\n',
      { delimiter: ',', headerRow: 1, columns: ['ID', 'Use Case Name', '#3'] },
    ],
    [
      'an unheaded last column',
      'Name,Purpose,\nA,x,1\nB,y,2\n',
      { delimiter: ',', headerRow: 1, columns: ['Name', 'Purpose', '#3'] },
    ],
  ])('%s', (_, text, expected) => {
    expect(brief(text)).toEqual(expected)
  })

  test('the header row that is named, or none', () => {
    expect(brief('Name,x\nTitle,y\nA,B\n', { headerRow: 2 })).toEqual({
      delimiter: ',',
      headerRow: 2,
      columns: ['Title', 'y'],
    })
    expect(brief('1,Bot\n2,Bat\n', { headerRow: 0 })).toEqual({ delimiter: ',', headerRow: 0, columns: ['#1', '#2'] })
    expect(brief('x\nfoo,bar\n1,2\n', { mapping: { version: 1, columns: { foo: 'name' } } })).toEqual({
      delimiter: ',',
      headerRow: 2,
      columns: ['foo', 'bar'],
    })
  })

  test.each([
    ['prose', 'Dear Sir\nwe beg to inform you\n', {}, 'SOURCE_NOT_CSV'],
    ['JSON', '[{"name": "A", "purpose": "B"}]', {}, 'SOURCE_NOT_CSV'],
    ['HTML', '<!doctype html><table><tr><td>name</td></tr></table>', {}, 'SOURCE_NOT_CSV'],
    ['commas only', ',,,\n,,\n', {}, 'SOURCE_EMPTY'],
    ['headings only', 'Name,Purpose\n,\n\n', {}, 'SOURCE_HEADER_ONLY'],
    ['a header row beyond the end', 'Name\nA\n', { headerRow: 9 }, 'HEADER_ROW_MISSING'],
    ['a header row that is blank', 'Name\n\nA\n', { headerRow: 2 }, 'HEADER_ROW_MISSING'],
  ])('%s is refused', (_, text, options, code) => {
    expect(() => layout(text, options)).toThrow(expect.objectContaining({ code }) as Error)
  })
})
