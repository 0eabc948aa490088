import { figuresUnder, kriIds } from '#shared/domain/metrics/kri-result.ts'
import { latestVersion } from '#electron/register/store/migrate.ts'
import { describe, expect, it } from 'vitest'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import type { Statement } from '#shared/domain/statement.ts'
import { languages } from '#shared/domain/text.ts'
import { say } from '#shared/locales/say.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import type { PackInput, PackModel, PackPage, PageKey } from '#shared/pack-model/pages.ts'
import { control, register, risk, system } from '../../support/hand-made-register.ts'
import { june, officeRegister, september } from '../../support/office-register.ts'
import { statementsIn, wordingProblems } from '../../support/statements.ts'
import { nothingFinished } from '#shared/domain/finishing.ts'

const digest = '5b1e90c47d2af3e8'.repeat(4)
const head = '0f'.repeat(32)
const previousDigest = 'cd'.repeat(32)

function packOf(snapshot: RegisterState, given: Partial<PackInput> = {}): PackModel {
  return buildPackModel({
    snapshot,
    asOf: september,
    cutOff: '2026-10-09T14:59:59.999Z',
    code: 'PACK-2026Q2',
    title: null,
    lockedAt: '2026-10-09T15:00:00.000Z',
    dataDigest: digest,
    auditHead: head,
    previous: null,
    decisions: { asked: [], none: null },
    history: [],
    packsBefore: 0,
    recordedLate: [],
    finishing: nothingFinished(snapshot.organisation),
    language: 'ja',
    preparedBy: 'リスク管理部',
    appVersion: '0.1.0',
    schemaVersion: 1,
    sample: false,
    ...given,
  })
}

function page<Key extends PageKey>(model: PackModel, key: Key): Extract<PackPage, { key: Key }> {
  const found = model.pages.find((each): each is Extract<PackPage, { key: Key }> => each.key === key)
  if (!found) throw new Error(`no page ${key}`)
  return found
}

const previous = {
  snapshot: officeRegister(),
  asOf: june,
  code: 'PACK-2026Q1',
  digest: previousDigest,
  schemaVersion: 1,
}
const second = packOf(officeRegister(), { previous })
const first = packOf(officeRegister())
const empty = packOf(register())
const one = packOf(register({ systems: [system('SYS-0001')] }))
const many = packOf(
  register({
    systems: Array.from({ length: 710 }, (_, index) =>
      system(`SYS-${String(index + 1).padStart(4, '0')}`, {
        lifecycle: index % 2 === 0 ? 'unknown' : 'production',
        tier: null,
        personalData: 'unknown',
        importId: 'IMPORT-1',
      }),
    ),
  }),
)
const both = (statement: Statement | null) => statement && ([say('ja', statement), say('en', statement)] as const)

describe('the pages of a pack', () => {
  it('come in order, the last one portrait', () => {
    expect(second.pages.map(({ number, key, orientation }) => [number, key, orientation])).toEqual([
      [1, 'summary', 'landscape'],
      [2, 'riskProfile', 'landscape'],
      [3, 'topRisks', 'landscape'],
      [4, 'controls', 'landscape'],
      [5, 'accountability', 'landscape'],
      [6, 'limits', 'landscape'],
      [7, 'actions', 'landscape'],
      [8, 'dataQuality', 'portrait'],
    ])
  })

  it.each(
    Object.entries({
      second,
      first,
      empty,
      one,
      many,
      draft: packOf(officeRegister(), { code: null, lockedAt: null, dataDigest: null, auditHead: null }),
    }),
  )('have figures numbered from 1 without a gap (%s)', (_name, model) => {
    const numbers = model.pages.flatMap((each) =>
      Object.values(each).flatMap((part: unknown) =>
        typeof part === 'object' && part !== null && 'number' in part && 'data' in part ? [part.number] : [],
      ),
    )
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(numbers.length).toBeGreaterThan(20)
  })

  it.each(Object.entries({ second, first, empty, one, many }))(
    'have words for every statement (%s)',
    (_name, model) => {
      const statements = statementsIn(model)
      expect(statements.length).toBeGreaterThan(100)
      expect(
        statements.flatMap(([path, each]) =>
          languages.flatMap((language) => wordingProblems(language, each).map((problem) => `${path}: ${problem}`)),
        ),
      ).toEqual([])
    },
  )

  it('assert what the register says, in both languages', () => {
    expect(second.pages.map((each) => both(each.title))).toEqual([
      [
        '選好を超えるリスクは4件中3件、6月より2件増。担当役員のいないシステムが5件中2件残る',
        '3 of 4 open risks are outside appetite, 2 more than June. 2 of 5 systems have no accountable executive',
      ],
      ['選好を超えるリスクは4件中3件、6月より2件増', '3 of 4 open risks are outside appetite, 2 more than June'],
      [
        '選好を超える3件のうち1件に有効な受容がある。そのすべてにリスクオーナーがいる',
        '1 of 3 risks outside appetite is under a valid acceptance. Each of them has an owner',
      ],
      [
        '統制4件のうち3件を整備済み（6月は4件のうち3件）。整備済みと記録されながら有効な証跡のない統制が2件',
        '3 of 4 controls are in place (June: 3 of 4). 2 recorded as in place have no current evidence',
      ],
      [
        '対象5システムのうち3に担当役員がいる。残る2件にはいない',
        '3 of 5 systems have an accountable executive, 2 have none',
      ],
      ['判定した13指標のうち8指標が許容を超えている', '8 of the 13 indicators judged are beyond tolerance'],
      [
        '期限を過ぎた対応事項は3件中2件、最長58日。期限の切れた受容・例外承認1件になお依存している',
        '2 of 3 actions are overdue, by up to 58 days. 1 lapsed acceptance or exception is still relied on',
      ],
      [
        '必須項目126のうち117が記入済み。分かっていないことが15種類ある',
        '117 of 126 required fields are filled. 15 kinds of gap are listed below',
      ],
    ])
  })

  it('of a register without records say so, and no figure looks good', () => {
    expect(empty.pages.map((each) => both(each.title))).toEqual([
      ['AIシステムもリスクもまだ登録されていない', 'No AI system and no risk is registered yet'],
      ['リスクはまだ登録されていない', 'No risk is registered yet'],
      ['数える対象の未完了リスクはない', 'There is no open risk in scope'],
      ['統制はまだ登録されていない', 'No control is registered yet'],
      ['AIシステムはまだ登録されていない', 'No AI system is registered yet'],
      ['判定できる指標はまだない', 'No indicator can be judged yet'],
      [
        '対応事項はまだ登録されていない。受容・例外承認の記録はない',
        'No action is registered yet. No acceptance or exception is recorded',
      ],
      ['数える対象の記録がまだない', 'There is no record in scope yet'],
    ])
    expect(page(empty, 'summary').tiles.data.map((tile) => [tile.id, tile.status, tile.value])).toEqual([
      ['K01', 'no_data', null],
      ['K05', 'no_data', null],
      ['K09', 'no_data', null],
      ['K12', 'no_data', null],
      ['K15', 'no_data', null],
      ['K28', 'no_data', null],
    ])
    expect(both(page(empty, 'actions').overdue.empty)).toEqual([
      '対応事項はまだ登録されていない',
      'No action is registered yet',
    ])
  })

  it('of a first pack have nothing to compare with and say it', () => {
    const { sinceLast, tiles } = page(first, 'summary')
    expect(both(sinceLast.first)).toEqual([
      '初回のパックです。比べる前回はありません',
      'First pack: nothing to compare with yet',
    ])
    expect(sinceLast.blocks).toEqual([])
    expect(tiles.data.map((tile) => [tile.previous, tile.delta, tile.history.length])).toEqual(
      tiles.data.map(() => [null, null, 1]),
    )
    expect(page(first, 'dataQuality').changes).toBeNull()
    expect(page(first, 'riskProfile').heatMap.data.cells.map((cell) => cell.previousCount)).toEqual(
      Array(25).fill(null),
    )
  })
})

describe('the figures of a pack', () => {
  // Locked under the first schema: figures that came later are not in it.
  const results = figuresUnder(1, computeKris(officeRegister(), september))

  it('are the computed ones wherever they are printed', () => {
    const printed = page(second, 'dataQuality').figures.data.map(
      ({
        title: _title,
        question: _question,
        formula: _formula,
        limitation: _limitation,
        previous: _before,
        ...result
      }) => result,
    )
    expect(printed).toEqual(results)
    expect(
      page(second, 'summary').tiles.data.map(
        ({ previous: _previous, delta: _delta, history: _history, ...tile }) => tile,
      ),
    ).toEqual(results.filter(({ id }) => ['K01', 'K05', 'K09', 'K12', 'K15', 'K28'].includes(id)))
  })

  it('are those that the schema of the pack had: what came later is not said of an earlier pack', () => {
    const idsUnder = (schemaVersion: number) =>
      page(packOf(officeRegister(), { schemaVersion, previous }), 'dataQuality').figures.data.map(({ id }) => id)
    expect(idsUnder(79)).toEqual(results.map(({ id }) => id))
    expect(idsUnder(latestVersion)).toEqual([...kriIds])
    const later = page(packOf(officeRegister(), { schemaVersion: latestVersion, previous }), 'dataQuality').figures.data
    expect(later.find(({ id }) => id === 'K30')?.previous).toBeNull()
  })

  it('are those of the previous pack where they are compared', () => {
    const before = figuresUnder(1, computeKris(officeRegister(), june))
    expect(page(second, 'dataQuality').figures.data.map(({ id, previous: past }) => [id, past])).toEqual(
      before.map(({ id, numerator, denominator, value, status }) => [id, { numerator, denominator, value, status }]),
    )
    const k12 = page(second, 'summary').tiles.data.find((tile) => tile.id === 'K12')
    // June: 4 dated actions not verified, one of them overdue. September: 3 and 2.
    expect(k12?.history).toEqual([
      { code: 'PACK-2026Q1', asOf: june, value: 1 / 4, appetite: 0.05, tolerance: 0.15 },
      { code: 'PACK-2026Q2', asOf: september, value: 2 / 3, appetite: 0.05, tolerance: 0.15 },
    ])
    expect(k12?.delta).toBe(2 / 3 - 1 / 4)
  })

  it('agree across the pages', () => {
    const kri = (id: string) => {
      const result = results.find((each) => each.id === id)
      if (!result) throw new Error(id)
      return result
    }
    const profile = page(second, 'riskProfile')
    const accountability = page(second, 'accountability')
    const controls = page(second, 'controls')
    const actions = page(second, 'actions')
    const sum = <Row>(rows: readonly Row[], of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)

    expect(sum(profile.heatMap.data.cells, (cell) => cell.count) + profile.heatMap.data.unassessed).toBe(
      kri('K05').denominator,
    )
    expect(profile.heatMap.data.cells.flatMap((cell) => cell.outside).sort()).toEqual(
      [...kri('K05').contributing].sort(),
    )
    expect(sum(page(second, 'topRisks').categories.data, (row) => row.outside)).toBe(kri('K05').numerator)
    expect(sum(accountability.coverage.data.rows, (row) => row.held)).toBe(kri('K01').numerator)
    expect(sum(accountability.coverage.data.rows, (row) => row.total)).toBe(kri('K01').denominator)
    expect(accountability.without.rows.map((row) => row.code).sort()).toEqual([...kri('K01').contributing].sort())
    expect(sum(accountability.confirmation.data.rows, (row) => row.confirmed)).toBe(kri('K03').numerator)
    expect(sum(accountability.confirmation.data.rows, (row) => row.total)).toBe(kri('K03').denominator)
    expect(accountability.inventory.data.counted).toBe(kri('K01').denominator)
    expect(sum(controls.domains.data, (row) => row.implemented)).toBe(kri('K09').numerator)
    expect(sum(controls.domains.data, (row) => row.total)).toBe(kri('K09').denominator)
    expect(sum(controls.evidence.data, (row) => row.total)).toBe(kri('K09').numerator)
    expect(actions.overdue.data.rows.map((row) => row.code)).toEqual(kri('K12').contributing)
    expect(sum(actions.overdue.data.rows, (row) => row.daysOverdue)).toBe(kri('K13').numerator)
    expect(actions.acceptances.data.rows.filter((row) => row.reliedOn).map((row) => row.code)).toEqual(
      kri('K22').contributing,
    )
    expect(sum(page(second, 'dataQuality').completeness.data, (row) => row.filled)).toBe(kri('K28').numerator)
    expect(sum(page(second, 'dataQuality').completeness.data, (row) => row.of)).toBe(kri('K28').denominator)
  })
})

describe('the summary', () => {
  it('lists the worst risks with what moved and how long they are outside', () => {
    expect(
      page(second, 'summary').topRisks.data.rows.map((row) => [
        row.rank,
        row.code,
        row.residual && `${String(row.residual.likelihood)}×${String(row.residual.impact)} ${row.residual.band}`,
        row.previousResidual?.band ?? null,
        row.outside,
        row.movement,
        row.over.outside.packs,
        row.owner.person?.en ?? null,
        row.acceptance && [row.acceptance.code, row.acceptance.state, row.acceptance.stale],
      ]),
    ).toEqual([
      [1, 'RSK-0004', '5×5 severe', null, true, 'new', 1, 'Makoto Takahashi', null],
      [2, 'RSK-0001', '4×4 high', 'high', true, 'unchanged', 2, 'Naoki Yoshioka', ['ACC-0001', 'expired', false]],
      [3, 'RSK-0002', '3×4 high', 'moderate', true, 'worse', 1, 'Naoki Yoshioka', ['ACC-0002', 'active', true]],
      [4, 'RSK-0003', '2×2 low', 'low', false, 'unchanged', 0, 'Chihiro Morita', null],
    ])
  })

  it('names what has lapsed first, then what ends before the next quarter is over', () => {
    expect(
      page(second, 'summary').ahead.data.rows.map((row) => [row.on, row.code, row.lapsed, say('ja', row.what)]),
    ).toEqual([
      ['2026-08-31', 'ACC-0001', true, 'RSK-0001の受容が期限切れ（吉岡 直樹）'],
      ['2026-12-15', 'ACC-0002', false, 'RSK-0002の受容の終期（吉岡 直樹）'],
      ['2026-12-31', 'PST-3', false, '営業本部長の任期満了、後任未登録（吉岡 直樹）'],
    ])
  })

  it('tells what moved since the last pack', () => {
    const { title, blocks } = page(second, 'summary').sinceLast
    expect(say('en', title)).toBe('Since the previous pack, PACK-2026Q1 (2026-06-30)')
    expect(blocks.map((block) => [block.title, ...block.lines].map((line) => say('en', line)))).toEqual([
      ['Risks: 1 new, 1 closed', '1 worse, 0 better', 'Outside appetite: 1 → 3'],
      ['Systems: 0 new, 0 gone', 'In scope: 5 → 5, 2 of high or unset tier'],
      ['Controls in place: 3 → 3', 'Controls that apply: 4 → 4'],
      ['Actions: 1 verified', 'Overdue: 1 → 2'],
      ['1 risk scored again', 'In the last 14 days: 0 down, 1 up'],
    ])
  })
})

describe('the risk profile', () => {
  it('counts the residual levels now and before, and draws the line that all categories share', () => {
    const { data, meaning } = page(second, 'riskProfile').heatMap
    expect(
      data.cells
        .filter((cell) => cell.count + (cell.previousCount ?? 0) > 0)
        .map((cell) => [
          cell.likelihood,
          cell.impact,
          cell.band,
          cell.count,
          cell.previousCount,
          cell.outside,
          cell.beyondLine,
        ]),
    ).toEqual([
      [5, 5, 'severe', 1, 0, ['RSK-0004'], true],
      [3, 4, 'high', 1, 0, ['RSK-0002'], true],
      [4, 4, 'high', 1, 1, ['RSK-0001'], true],
      [3, 3, 'moderate', 0, 1, [], false],
      [2, 2, 'low', 1, 1, [], false],
      [1, 1, 'low', 0, 1, [], false],
    ])
    expect(data.line).toBe('moderate')
    expect(both(meaning)).toEqual([
      '太線は選好（全分類「中」まで、暫定）',
      'Thick line: appetite, Moderate or lower for all categories (provisional)',
    ])
  })

  it('counts each stage by band', () => {
    expect(page(second, 'riskProfile').stages.data.counts).toEqual([
      {
        stage: 'inherent',
        bands: { low: 0, moderate: 0, high: 2, severe: 2 },
        unassessed: 0,
        outside: 4,
        total: 4,
        previous: { outside: 3, total: 4 },
      },
      {
        stage: 'residual',
        bands: { low: 1, moderate: 0, high: 2, severe: 1 },
        unassessed: 0,
        outside: 3,
        total: 4,
        previous: { outside: 1, total: 4 },
      },
      {
        stage: 'target',
        bands: { low: 0, moderate: 2, high: 1, severe: 0 },
        unassessed: 1,
        outside: 1,
        total: 4,
        previous: { outside: 0, total: 4 },
      },
    ])
  })
})

describe('the controls', () => {
  it('are counted by domain and status', () => {
    expect(
      page(second, 'controls').domains.data.map(({ domain, counts, total, implemented }) => [
        domain,
        Object.entries(counts).filter(([, count]) => count > 0),
        total,
        implemented,
      ]),
    ).toEqual([
      ['organisation', [['effective', 1]], 1, 1],
      ['data', [['partial', 1]], 1, 0],
      ['model', [['ineffective', 1]], 1, 1],
      // Its test ran out on 31 August.
      ['security', [['untested', 1]], 1, 1],
      ['people', [['not_applicable', 1]], 0, 0],
    ])
    expect(page(second, 'controls').domains.data.map((row) => row.previous?.counts.effective)).toEqual([1, 0, 0, 1, 0])
  })

  it('that failed come before those without current evidence', () => {
    expect(
      page(second, 'controls').weak.data.rows.map((row) => [row.code, row.status, row.evidence, row.risks]),
    ).toEqual([
      ['CTL-0002', 'ineffective', 'none', 2],
      ['CTL-0003', 'untested', 'expired', 1],
    ])
  })

  it('support less than is claimed for these risks', () => {
    expect(
      page(second, 'controls').claimed.data.rows.map((row) => [
        row.code,
        row.residual && [row.residual.likelihood, row.residual.impact],
        row.evidenced && [row.evidenced.likelihood, row.evidenced.impact, row.evidenced.band],
        row.evidenceGap,
      ]),
    ).toEqual([
      // One of two key controls proven: half of 5×5 − 4×4 back, rounded up.
      ['RSK-0001', [4, 4], [5, 5, 'severe'], 1],
      // One key control, in place without proof: half of 3×4 − 2×2 back, rounded up.
      ['RSK-0003', [2, 2], [3, 3, 'moderate'], 1],
    ])
  })
})

describe('accountability', () => {
  it('is told by unit, the lowest first, rolled up below the one head office', () => {
    expect(
      page(second, 'accountability').coverage.data.rows.map((row) => [
        row.unit?.name.en ?? null,
        row.held,
        row.total,
        row.status,
        row.previous,
      ]),
    ).toEqual([
      [null, 0, 1, 'breach', { held: 0, total: 1 }],
      ['Logistics', 1, 2, 'breach', { held: 2, total: 2 }],
      ['Sales', 2, 2, 'within', { held: 2, total: 2 }],
    ])
  })

  it('shows the inventory by tier and stage', () => {
    expect(
      page(second, 'accountability').inventory.data.rows.map((row) => [
        row.tier,
        Object.entries(row.counts).filter(([, count]) => count > 0),
        row.total,
      ]),
    ).toEqual([
      ['high', [['production', 1]], 1],
      [
        'medium',
        [
          ['production', 1],
          ['retired', 1],
        ],
        2,
      ],
      [
        'low',
        [
          ['unknown', 1],
          ['pilot', 1],
        ],
        2,
      ],
      [null, [['production', 1]], 1],
    ])
  })

  it('shows confirmation by post, and the systems without one', () => {
    expect(
      page(second, 'accountability').confirmation.data.rows.map((row) => [
        row.post?.code ?? null,
        row.answerer.state,
        row.confirmed,
        row.total,
        row.lastOn,
        row.state,
        row.daysLapsed,
      ]),
    ).toEqual([
      ['PST-2', 'held', 0, 1, null, 'none', null],
      ['PST-3', 'held', 2, 2, '2026-09-18', 'current', null],
      // 180 days after 1 March is 28 August.
      ['PST-4', 'vacant', 0, 1, '2026-03-01', 'lapsed', 33],
      [null, 'unregistered', 0, 1, null, 'none', null],
    ])
  })

  it('names who is missing, why and since when', () => {
    expect(
      page(second, 'accountability').without.rows.map((row) => [row.code, row.state, row.since, row.answerer]),
    ).toEqual([
      [
        'SYS-0003',
        'vacant',
        '2026-09-01',
        {
          state: 'vacant',
          person: null,
          post: { ja: '物流担当役員', en: 'Head of logistics' },
          deputy: { ja: '森田 千尋', en: 'Chihiro Morita' },
          since: '2026-09-01',
        },
      ],
      [
        'SYS-0006',
        'unregistered',
        null,
        { state: 'unregistered', person: null, post: null, deputy: null, since: null },
      ],
    ])
  })

  it('leads from the executives to the board', () => {
    expect(
      page(second, 'accountability').path.data.nodes.map((node) => [
        node.code,
        node.kind,
        node.depth,
        node.reportsToId,
        node.systems,
        node.answerer.state,
      ]),
    ).toEqual([
      ['PST-1', 'board', 0, null, 0, 'held'],
      ['PST-2', 'executive', 1, 'PST-1', 1, 'held'],
      ['PST-3', 'executive', 2, 'PST-2', 2, 'held'],
      ['PST-4', 'executive', 2, 'PST-2', 1, 'vacant'],
    ])
  })
})

describe('actions and acceptances', () => {
  it('age by pack', () => {
    const none = { notDue: 0, days1to30: 0, days31to60: 0, days61to90: 0, over90: 0, withoutDueDate: 0 }
    expect(page(second, 'actions').ageing.data).toEqual([
      {
        code: 'PACK-2026Q1',
        asOf: june,
        counts: { ...none, notDue: 3, days1to30: 1, withoutDueDate: 1 },
        total: 5,
        meanDays: 20,
      },
      {
        code: 'PACK-2026Q2',
        asOf: september,
        counts: { ...none, notDue: 1, days1to30: 1, days31to60: 1, withoutDueDate: 1 },
        total: 4,
        // 58 and 10 days.
        meanDays: 34,
      },
    ])
  })

  it('stand with who accepted them and what became of the risk', () => {
    expect(
      page(second, 'actions').acceptances.data.rows.map((row) => [
        row.code,
        row.subjectCode,
        row.person?.en,
        row.state,
        row.daysLeft,
        row.reliedOn,
        row.stale,
        row.residual?.band,
      ]),
    ).toEqual([
      ['ACC-0001', 'RSK-0001', 'Naoki Yoshioka', 'expired', -30, true, false, 'high'],
      ['ACC-0002', 'RSK-0002', 'Naoki Yoshioka', 'active', 76, false, true, 'high'],
    ])
  })
})

describe('data quality', () => {
  it('reconciles what is recorded with what is counted', () => {
    expect(
      page(second, 'dataQuality').populations.data.map(({ noun, recorded, withdrawn, outOfScope, counted }) => [
        noun,
        recorded,
        withdrawn,
        outOfScope,
        counted,
      ]),
    ).toEqual([
      ['system', 6, 0, 1, 5],
      ['risk', 5, 0, 1, 4],
      ['control', 5, 0, 1, 4],
      ['action', 5, 0, 0, 5],
    ])
  })

  it('lists the gaps that a lock does not refuse', () => {
    expect(
      page(second, 'dataQuality').gaps.data.map((gap) => [gap.key, gap.codes.total, gap.codes.rows.slice(0, 3)]),
    ).toEqual([
      ['systemWithoutExecutive', 2, ['SYS-0003', 'SYS-0006']],
      ['systemLifecycleUnknown', 1, ['SYS-0006']],
      ['systemTierUnset', 1, ['SYS-0004']],
      ['systemPersonalDataUnknown', 1, ['SYS-0004']],
      ['systemWithoutUnit', 1, ['SYS-0006']],
      ['systemNeverConfirmed', 2, ['SYS-0004', 'SYS-0006']],
      ['riskWithoutTarget', 1, ['RSK-0003']],
      ['acceptanceStale', 1, ['ACC-0002']],
      ['controlUntested', 1, ['CTL-0003']],
      ['controlWithoutEvidence', 1, ['CTL-0002']],
      ['controlEvidenceExpired', 1, ['CTL-0003']],
      ['actionWithoutOwner', 1, ['ACT-0005']],
      ['actionWithoutDueDate', 1, ['ACT-0005']],
      ['thresholdProvisional', 13, ['K01', 'K02', 'K03']],
      // Seven categories have no row, and four are approved.
      ['appetiteProvisional', 7, ['AIGB-C-2', 'AIGB-C-4', 'AIGB-C-6']],
    ])
  })

  it('says how many of a long list are left, and to which file', () => {
    const { gaps } = page(many, 'dataQuality')
    const unknown = gaps.data.find((gap) => gap.key === 'systemTierUnset')
    expect(unknown?.codes.rows).toHaveLength(6)
    expect(both(unknown?.codes.more ?? null)).toEqual([
      'ほか704件は csv/systems.csv にあります',
      '704 more in csv/systems.csv',
    ])
    expect(page(many, 'accountability').without.rows).toHaveLength(8)
    expect(page(many, 'accountability').without.total).toBe(710)
  })

  it('tells what changed between two snapshots', () => {
    const before = officeRegister()
    const after: RegisterState = {
      ...before,
      systems: [
        ...before.systems.map((row) =>
          row.code === 'SYS-0001'
            ? { ...row, version: 2, tier: 'low' as const }
            : row.code === 'SYS-0005'
              ? { ...row, version: 2, withdrawn: { on: '2026-09-01', reason: '二重登録' } }
              : row,
        ),
        system('SYS-0007'),
      ],
    }
    const { changes } = page(packOf(after, { previous: { ...previous, snapshot: before } }), 'dataQuality')
    expect(changes?.data.filter((row) => row.added + row.changed + row.withdrawn > 0)).toEqual([
      { noun: 'system', added: 1, changed: 1, withdrawn: 1, total: 6 },
    ])
  })

  it('prints whole digests and local times', () => {
    expect(
      page(second, 'dataQuality').digest.data.map((row) => [
        row.key,
        row.kind,
        typeof row.value === 'string' ? row.value : say('en', row.value).slice(0, 30),
      ]),
    ).toEqual([
      ['register', 'text', '0190a000-0000-7000-8000-000000000001'],
      ['pack', 'text', 'PACK-2026Q2'],
      ['asOf', 'text', '2026-09-30'],
      ['cutOff', 'text', '2026-10-09T23:59:59+09:00'],
      ['lockedAt', 'text', '2026-10-10T00:00:00+09:00'],
      ['schema', 'text', '1'],
      ['app', 'text', '0.1.0'],
      ['dataDigest', 'digest', digest],
      ['packDigest', 'text', 'Not signed off'],
      ['auditHead', 'digest', head],
      ['previous', 'text', 'PACK-2026Q1'],
      ['previousDigest', 'digest', previousDigest],
      ['verify', 'text', 'Check the files with sha256sum'],
    ])
  })
})

describe('the furniture', () => {
  it('names the period, the pack and its standing', () => {
    expect([second.heading, second.identity, second.standing].map((line) => say('ja', line))).toEqual([
      'AIガバナンス報告　2026年度 第2四半期',
      'PACK-2026Q2・SHA-256 5b1e 90c4 7d2a f3e8',
      '確定済み・未完成・作成 リスク管理部',
    ])
    const draft = packOf(officeRegister(), {
      code: null,
      title: '臨時報告',
      lockedAt: null,
      dataDigest: null,
      auditHead: null,
      preparedBy: null,
      sample: true,
    })
    expect([draft.heading, draft.identity, draft.standing].map((line) => say('en', line))).toEqual([
      '臨時報告, FY2026 Q2',
      'Draft as of 2026-09-30, not locked',
      'Sample · DRAFT · Preparer not recorded',
    ])
  })

  it('says names as they are, whatever stands in them', () => {
    const hostile = '{{count}} $t(app.name) <b>&amp;</b>'
    const model = packOf(officeRegister(), { title: hostile })
    expect(say('en', model.heading)).toBe(`${hostile}, FY2026 Q2`)
  })
})

describe('what risks lean on', () => {
  const told = (riskIds: readonly string[]) => {
    const state = register({
      systems: [system('SYS-0001')],
      risks: riskIds.map((code) => risk(code, { systemIds: ['SYS-0001'] })),
      controls: [control('CTL-0001', { riskIds: [...riskIds] })],
    })
    const page = packOf(state).pages.find(({ key }) => key === 'controls')
    return (page?.lead ?? [])
      .filter(({ key }) => key.startsWith('pack.lead.leaning'))
      .map((line) => [say('en', line), say('ja', line)])
  }

  it('says of which control most, where several risks share one', () => {
    expect(told(['RSK-0001', 'RSK-0002'])).toEqual([
      [
        '2 open risks lean on one key control alone; 1 controls carry two or more.',
        '1つの重要な統制のみに依存する未完了のリスクは2件、複数のリスクに共通する統制は1件。',
      ],
      ['Most lean on CTL-0001: 2.', '依存するリスクが最も多い統制はCTL-0001の2件。'],
    ])
  })

  it('says nothing of most where no control is shared', () => {
    expect(told(['RSK-0001'])).toEqual([
      [
        '1 open risks lean on one key control alone; 0 controls carry two or more.',
        '1つの重要な統制のみに依存する未完了のリスクは1件、複数のリスクに共通する統制は0件。',
      ],
    ])
  })
})
