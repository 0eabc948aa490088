import { describe, expect, it } from 'vitest'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import type { FigureInput } from '#shared/domain/metrics/figure-input.ts'
import { limitsStatement, previousStatement, valueStatement } from '#shared/domain/metrics/kri-tile.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import type { HorizonPack } from '#shared/domain/horizon/horizon-pack.ts'
import { riskPositions } from '#shared/domain/metrics/risk-positions.ts'
import type { EarlierPack } from '#shared/domain/metrics/over-packs.ts'
import { buildOverview, type Overview } from '#shared/domain/overview.ts'
import { codesByNoun } from '#shared/domain/nouns.ts'
import { languages } from '#shared/domain/text.ts'
import { say } from '#shared/locales/say.ts'
import { action, assessment, post, register, risk, system } from '../support/hand-made-register.ts'
import { june, officeRegister, september } from '../support/office-register.ts'
import { statementsIn, wordingProblems } from '../support/statements.ts'

const office = officeRegister()
const pack = (code: string, asOf: string): EarlierPack => ({
  code,
  asOf,
  results: computeKris(office, asOf),
  positions: riskPositions(office, asOf),
})

function overviewOf(
  given: {
    register?: FigureInput
    asOf?: string
    fiscalStartMonth?: number
    packs?: readonly EarlierPack[]
    horizon?: HorizonPack
  } = {},
): Overview {
  return buildOverview({
    on: new RegisterOn(given.register ?? office, given.asOf ?? '2026-10-20'),
    fiscalStartMonth: given.fiscalStartMonth ?? 4,
    packs: given.packs ?? [pack('PACK-2026Q1', june), pack('PACK-2026Q2', september)],
    horizon: given.horizon ?? null,
  })
}

describe('the overview', () => {
  const overview = overviewOf()

  it('shows six figures with what they were and their limits', () => {
    expect(
      overview.tiles.map((tile) => [
        tile.id,
        tile.status,
        ...[valueStatement(tile), previousStatement(tile), limitsStatement(tile)].map(
          (line) => line && say('ja', line),
        ),
      ]),
    ).toEqual([
      ['K01', 'breach', '60%', '前回 60%　±0ポイント', '選好 100%・許容 95%（暫定）'],
      ['K05', 'warning', '3件', '前回 3件　±0件', '選好 0件・許容 3件（暫定）'],
      ['K09', 'breach', '75%', '前回 75%　±0ポイント', '選好 90%・許容 80%（暫定）'],
      ['K12', 'breach', '67%', '前回 67%　±0ポイント', '選好 5%・許容 15%（暫定）'],
      ['K15', 'warning', '89%', '前回 89%　±0ポイント', '選好 95%・許容 85%（暫定）'],
      ['K28', 'breach', '93%', '前回 93%　±0ポイント', '選好 98%・許容 95%（暫定）'],
    ])
    expect(overview.tiles[3]?.history.map((point) => [point.code, point.value])).toEqual([
      ['PACK-2026Q1', 1 / 4],
      ['PACK-2026Q2', 2 / 3],
      [null, 2 / 3],
    ])
  })

  it('opens the records behind a figure, of each noun by itself', () => {
    expect(overview.tiles.map((tile) => [tile.id, codesByNoun(tile.contributing)])).toEqual([
      ['K01', [['system', ['SYS-0003', 'SYS-0006']]]],
      ['K05', [['risk', ['RSK-0004', 'RSK-0001', 'RSK-0002']]]],
      ['K09', [['control', ['CTL-0004']]]],
      ['K12', [['action', ['ACT-0001', 'ACT-0002']]]],
      ['K15', [['system', ['SYS-0003']]]],
      [
        'K28',
        [
          ['system', ['SYS-0003', 'SYS-0004', 'SYS-0006']],
          ['action', ['ACT-0004', 'ACT-0005']],
        ],
      ],
    ])
  })

  it('opens all risks of each cell of the heat map', () => {
    expect(
      overview.heatMap.cells
        .filter((cell) => cell.count > 0)
        .map((cell) => [cell.likelihood, cell.impact, cell.codes, cell.outside]),
    ).toEqual([
      [5, 5, ['RSK-0004'], ['RSK-0004']],
      [3, 4, ['RSK-0002'], ['RSK-0002']],
      [4, 4, ['RSK-0001'], ['RSK-0001']],
      [2, 2, ['RSK-0003'], []],
    ])
  })

  it('keeps the last five points of a long history', () => {
    const packs = ['2025-06-30', '2025-09-30', '2025-12-31', '2026-03-31', june, september].map((asOf) =>
      pack(`PACK-${asOf}`, asOf),
    )
    expect(overviewOf({ packs }).tiles[0]?.history.map((point) => point.asOf)).toEqual([
      '2025-12-31',
      '2026-03-31',
      june,
      september,
      '2026-10-20',
    ])
  })

  it('lists what to do now, heaviest first, each with a verb and a target', () => {
    expect(
      overview.actNow.map((row) => [
        row.severity,
        say('ja', row.what),
        say('ja', row.verb),
        row.target.noun,
        row.target.code,
      ]),
    ).toEqual([
      [
        'breach',
        '物流担当役員が空席です（2026-09-01から49日）。担当システム1件に担当役員がいません',
        '後任を登録',
        'post',
        'PST-4',
      ],
      ['breach', '担当役員が登録されていないシステムが1件あります', '担当役員を登録', 'system', null],
      ['breach', 'RSK-0001の受容が期限切れです（2026-08-31まで、吉岡 直樹）', '受容を見直す', 'acceptance', 'ACC-0001'],
      [
        'breach',
        '許容を超え、有効な受容のないリスクが1件あります（RSK-0004）',
        '受容か対応を決める',
        'risk',
        'RSK-0004',
      ],
      ['breach', '対応事項2件が期限超過です。最長78日、中央値54日', '一覧を開く', 'action', null],
      [
        'warning',
        '受容の後に、残存リスクが変わったか再評価が必要になったものが1件あります（ACC-0002）',
        '受容を見直す',
        'acceptance',
        null,
      ],
      [
        'warning',
        '個人データの有無が未確認のシステムが1件あります。評価は「要」として数えます',
        '確認する',
        'system',
        null,
      ],
      ['warning', '次回パックまで72日です。担当役員の確認は3職位中1職位が完了', '確認を依頼', 'post', null],
    ])
  })

  it('lists near dates, the nearest first', () => {
    expect(overview.nearDates.map((row) => [row.on, say('en', row.what), row.target?.codes ?? null])).toEqual([
      ['2026-12-01', 'Action due (ACT-0003)', ['ACT-0003']],
      ['2026-12-15', 'Acceptance ends (ACC-0002)', ['ACC-0002']],
      ['2026-12-31', 'As-of day of the next pack', null],
      ['2026-12-31', 'Term of an executive ends (PST-3)', ['PST-3']],
      ['2026-12-31', 'Evidence expires (EVD-0001)', ['EVD-0001']],
      ['2099-12-31', '4 system reviews due (SYS-0001 …)', ['SYS-0001', 'SYS-0002', 'SYS-0004', 'SYS-0006']],
    ])
  })

  it('shows the risks beyond the line with their owners and movement since the last pack', () => {
    const { rows, outside, open, unassessed } = overview.beyond
    expect([outside, open, unassessed]).toEqual([3, 4, 0])
    expect(rows.map((row) => [row.code, row.residual?.score, row.owner.person?.ja, row.movement])).toEqual([
      ['RSK-0004', 25, '髙橋 誠', 'unchanged'],
      ['RSK-0001', 16, '吉岡 直樹', 'unchanged'],
      ['RSK-0002', 12, '吉岡 直樹', 'unchanged'],
    ])
    expect(overview.movement).toEqual({
      new: [],
      gone: [],
      worse: [],
      better: [],
      unchanged: ['RSK-0004', 'RSK-0001', 'RSK-0002', 'RSK-0003'],
      not_comparable: [],
    })
  })

  it('counts controls, and those that are claimed and not evidenced', () => {
    expect([overview.controls.implemented, overview.controls.total, overview.controls.claimedWithoutEvidence]).toEqual([
      3,
      4,
      ['CTL-0002', 'CTL-0003'],
    ])
  })

  it.each([
    ['2026-09-29', [], { year: 2026, quarter: 2, to: '2026-09-30', daysLeft: 1 }],
    ['2026-09-30', [pack('PACK-2026Q1', june)], { year: 2026, quarter: 2, to: '2026-09-30', daysLeft: 0 }],
    ['2026-09-30', [pack('PACK-2026Q2', september)], { year: 2026, quarter: 3, to: '2026-12-31', daysLeft: 92 }],
    ['2026-10-20', [pack('PACK-2026Q2', september)], { year: 2026, quarter: 3, to: '2026-12-31', daysLeft: 72 }],
  ])('on %s names the next pack', (asOf, packs, expected) => {
    expect(overviewOf({ asOf, packs }).nextPack).toMatchObject(expected)
  })

  it('compares with nothing before the first pack', () => {
    const fresh = overviewOf({ packs: [] })
    expect([fresh.lastPack, fresh.movement, fresh.beyond.rows[0]?.movement]).toEqual([null, null, null])
    expect(fresh.tiles.map((tile) => [tile.previous, tile.delta])).toEqual(Array(6).fill([null, null]))
  })

  it('of an empty register asks for nothing and praises nothing', () => {
    const nothing = overviewOf({ register: register(), packs: [] })
    expect(nothing.actNow).toEqual([])
    expect(nothing.tiles.map((tile) => tile.status)).toEqual(Array(6).fill('no_data'))
    expect(nothing.nearDates.map((row) => [row.on, row.kind])).toEqual([['2026-12-31', 'pack']])
  })

  it('puts many vacancies and many lapses together', () => {
    const codes = ['1', '2', '3', '4', '5']
    const { actNow } = overviewOf({
      register: register({
        posts: codes.map((code) => post(`PST-${code}`)),
        systems: codes.map((code) => system(`SYS-${code}`)),
        assignments: codes.map((code) => ({
          id: `A-${code}`,
          version: 1,
          withdrawn: null,
          role: 'accountable_executive' as const,
          subject: 'system' as const,
          subjectId: `SYS-${code}`,
          postId: `PST-${code}`,
          personId: null,
          from: null,
          to: null,
        })),
      }),
      packs: [],
    })
    expect(actNow.filter((row) => row.kind === 'vacantPost').map((row) => say('en', row.what))).toEqual([
      'Name of PST-1 is vacant. 1 system has no accountable executive',
      'Name of PST-2 is vacant. 1 system has no accountable executive',
      'Name of PST-3 is vacant. 1 system has no accountable executive',
      '2 more executive posts are vacant, leaving 2 systems',
    ])
  })

  it('has words for every statement', () => {
    const busy = overviewOf({
      register: register({
        risks: [risk('RSK-1'), risk('RSK-2')],
        assessments: [assessment('RSK-1', 'residual', 5, 5, june)],
        actions: [action('ACT-1', '2026-11-01')],
      }),
    })
    const statements = [...statementsIn(overview), ...statementsIn(busy)]
    expect(statements.length).toBeGreaterThan(25)
    expect(statements.flatMap(([, each]) => languages.flatMap((language) => wordingProblems(language, each)))).toEqual(
      [],
    )
  })
})
