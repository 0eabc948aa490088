/** Each number of the pages against the list behind it: they are counted apart, and must agree. */
import { expect, test } from 'vitest'
import { latestVersion } from '#electron/register/store/migrate.ts'
import { ageBuckets } from '#shared/domain/metrics/action-figures.ts'
import { evidenceStates } from '#shared/domain/metrics/control-domains.ts'
import { controlStatuses } from '#shared/domain/control.ts'
import { nothingFinished } from '#shared/domain/finishing.ts'
import { bands } from '#shared/domain/scoring.ts'
import { lifecycles } from '#shared/domain/system.ts'
import { behindKey, type sinceBlocks } from '#shared/pack-model/behind-keys.ts'
import { buildShownPack } from '#shared/pack-model/build-pack-model.ts'
import type { PackInput, PackPage, PageKey } from '#shared/pack-model/pages.ts'
import { crowdedPack } from '#test/support/crowded-register.ts'
import { june, officeRegister, september } from '#test/support/office-register.ts'

const snapshot = officeRegister()
// One system and one risk have come since.
const before = { ...snapshot, systems: snapshot.systems.slice(1), risks: snapshot.risks.slice(1) }
const input: PackInput = {
  snapshot,
  asOf: september,
  cutOff: '2026-10-09T14:59:59.999Z',
  code: 'PACK-2026Q2',
  title: null,
  lockedAt: '2026-10-09T15:00:00.000Z',
  dataDigest: '5b1e90c47d2af3e8'.repeat(4),
  auditHead: '0f'.repeat(32),
  previous: {
    snapshot: before,
    asOf: june,
    code: 'PACK-2026Q1',
    digest: 'cd'.repeat(32),
    schemaVersion: latestVersion,
  },
  decisions: { asked: [], none: null },
  history: [],
  packsBefore: 1,
  recordedLate: [],
  finishing: nothingFinished(snapshot.organisation),
  language: 'ja',
  preparedBy: null,
  appVersion: '0.1.0',
  schemaVersion: latestVersion,
  sample: false,
}
const { model, behind } = buildShownPack(input)

function page<Key extends PageKey>(key: Key): Extract<PackPage, { key: Key }> {
  const found = model.pages.find((each): each is Extract<PackPage, { key: Key }> => each.key === key)
  if (!found) throw new Error(`no page ${key}`)
  return found
}

/** Address → number on the page, for those that are not zero. */
function agree(numbers: readonly (readonly [address: string, count: number])[], atLeast: number): void {
  const shown = Object.fromEntries(numbers.filter(([, count]) => count > 0))
  expect(Object.keys(shown).length).toBeGreaterThanOrEqual(atLeast)
  const listed = Object.fromEntries(
    numbers.flatMap(([address]) => (behind[address] ? [[address, behind[address].length]] : [])),
  )
  expect(listed).toEqual(shown)
}

test('risks: cells, bands, stages and categories', () => {
  const { stages } = page('riskProfile')
  agree(
    stages.data.maps.flatMap((map) =>
      map.cells.map((cell) => [behindKey.cell(map.stage, cell.likelihood, cell.impact), cell.count] as const),
    ),
    3,
  )
  agree(
    stages.data.counts.flatMap((row) => [
      ...bands.map((band) => [behindKey.band(row.stage, band), row.bands[band]] as const),
      [behindKey.stage(row.stage, 'all'), row.total],
      [behindKey.stage(row.stage, 'outside'), row.outside],
      [behindKey.stage(row.stage, 'unassessed'), row.unassessed],
    ]),
    5,
  )
  agree(
    page('topRisks').categories.data.flatMap((row) => [
      [behindKey.category(row.category, 'all'), row.total],
      [behindKey.category(row.category, 'outside'), row.outside],
      [behindKey.category(row.category, 'unassessed'), row.unassessed],
    ]),
    2,
  )
})

test('controls and their evidence, actions by age', () => {
  const { domains, evidence } = page('controls')
  agree(
    domains.data.flatMap((row) => [
      ...controlStatuses.map((status) => [behindKey.control(row.domain, status), row.counts[status]] as const),
      [behindKey.control(row.domain, 'implemented'), row.implemented],
    ]),
    3,
  )
  agree(
    evidence.data.flatMap((row) =>
      evidenceStates.map((state) => [behindKey.evidence(row.domain, state), row.counts[state]] as const),
    ),
    1,
  )
  const now = page('actions').ageing.data.at(-1)
  agree(
    ageBuckets.map((bucket) => [behindKey.age(bucket), now?.counts[bucket] ?? 0] as const),
    1,
  )
})

test('systems: by unit, tier and stage, and by post', () => {
  const { coverage, inventory, confirmation } = page('accountability')
  agree(
    coverage.data.rows.flatMap(({ unit, held, total }) => [
      [behindKey.unit(unit?.code ?? null, 'all'), total],
      [behindKey.unit(unit?.code ?? null, 'without'), total - held],
    ]),
    2,
  )
  agree(
    [
      ...inventory.data.rows.flatMap((row) => [
        ...lifecycles.map((each) => [behindKey.inventory(row.tier, each), row.counts[each]] as const),
        [behindKey.inventory(row.tier, 'all'), row.total] as const,
      ]),
      ...lifecycles.map((each) => [behindKey.inventory('all', each), inventory.data.columns[each]] as const),
      [behindKey.inventory('all', 'all'), inventory.data.total],
    ],
    4,
  )
  agree(
    confirmation.data.rows.flatMap(({ post, confirmed, total }) => [
      [behindKey.post(post?.code ?? null, 'all'), total],
      [behindKey.post(post?.code ?? null, 'unconfirmed'), total - confirmed],
    ]),
    2,
  )
})

test('data quality: populations, blank fields, gaps, changes', () => {
  const { populations, completeness, gaps, changes, bridge } = page('dataQuality')
  agree(
    populations.data.flatMap((row) =>
      (['recorded', 'withdrawn', 'outOfScope', 'counted'] as const).map(
        (which) => [behindKey.population(row.noun, which), row[which]] as const,
      ),
    ),
    4,
  )
  agree(
    completeness.data.map((row) => [behindKey.blank(row.noun, row.field), row.of - row.filled] as const),
    3,
  )
  agree(
    gaps.data.map((row) => [behindKey.gap(row.key), row.codes.total] as const),
    2,
  )
  agree(
    (bridge?.data ?? []).map((row) => [behindKey.bridge(row.step), row.count] as const),
    0,
  )
  // Parts without a code of their own (assessments, terms) are counted there, and stand with what they belong to.
  const coded = ['system', 'risk', 'control', 'action', 'evidence']
  agree(
    (changes?.data ?? [])
      .filter(({ noun }) => coded.includes(noun))
      .flatMap((row) => [
        [behindKey.change(row.noun, 'added'), row.added],
        [behindKey.change(row.noun, 'changed'), row.changed],
        [behindKey.change(row.noun, 'withdrawn'), row.withdrawn],
      ]),
    2,
  )
})

test('a figure has the records that it counts, a code its own record, and a sentence those that it speaks of', () => {
  const { figures } = page('dataQuality')
  for (const { id, contributing } of figures.data) expect(behind[id] ?? []).toEqual([...new Set(contributing)])
  const [worst] = page('topRisks').risks.data.rows
  expect(worst && behind[worst.code]).toEqual([worst?.code])
  expect(behind[behindKey.page('riskProfile')]).toEqual(behind[behindKey.kri('K05')])
  expect(behind['RSK-9999']).toBeUndefined()
})

test('the first page: each line of what came since has the records that it counts, incidents and rules too', () => {
  const crowded = buildShownPack(crowdedPack(7, 'en'))
  const summary = crowded.model.pages.find((each) => each.key === 'summary')
  expect(
    summary?.sinceLast.blocks.map(({ key, title, lines }) => [key, ...[title, ...lines].map((line) => line.facts)]),
  ).toEqual([
    ['risks', { added: 4, gone: 0 }, { worse: 1, better: 2 }, { before: 0, now: 1 }],
    ['systems', { added: 1, gone: 0 }, { before: 6, now: 7, high: 3 }],
    ['controls', { before: 2, now: 2 }, { before: 7, now: 7 }],
    ['actions', { verified: 0 }, { before: 2, now: 5 }],
    ['rescored', { count: 0 }, { down: 0, up: 0 }],
    ['incidents', { added: 7, resolved: 0 }, { heavy: 3, late: 4 }],
    ['rules', { came: 3, moved: 1 }, { added: 1, open: 2 }],
  ])
  const listed = (block: (typeof sinceBlocks)[number]) => crowded.behind[behindKey.since(block)]?.toSorted()
  expect(listed('risks')?.length).toBe(4 + 1 + 2)
  expect(listed('systems')).toEqual(['SYS-0001'])
  expect(listed('incidents')).toEqual(codes('INC', [1, 2, 3, 4, 5, 6, 7]))
  expect(listed('rules')).toEqual(codes('RUL', [1, 2, 3, 4, 6]))
})

function codes(prefix: string, numbers: readonly number[]): readonly string[] {
  return numbers.map((number) => `${prefix}-${String(number).padStart(4, '0')}`)
}

test('requirements, third parties, personal data, readiness, jurisdictions and legal entities', () => {
  const { model: shown, behind: found } = buildShownPack(crowdedPack(7, 'en'))
  const pageOf = <Key extends PageKey>(key: Key) => {
    const each = shown.pages.find((one): one is Extract<PackPage, { key: Key }> => one.key === key)
    if (each === undefined) throw new Error(`no page ${key}`)
    return each
  }
  const counted = (address: string) => found[address]?.length ?? 0
  const { matrix } = pageOf('thirdParties')
  for (const row of matrix.data.rows) {
    expect(counted(behindKey.contracts(row.code))).toBe(row.contracts)
    for (const [column, { gaps, applicable }] of Object.entries(row.cells ?? {})) {
      const contracts = counted(behindKey.contractGaps(row.code, column as 'input'))
      // Each of them has a gap there, or was asked: no more contracts than gaps or points.
      expect([contracts > 0, contracts <= (gaps > 0 ? gaps : applicable)]).toEqual([applicable > 0, true])
    }
  }
  const { counts } = pageOf('privacy').funnel.data
  expect(counts.map(({ step }) => [step, counted(behindKey.funnel(step))])).toEqual(
    counts.map(({ step, count }) => [step, count]),
  )
  const { priorities, jurisdictions } = pageOf('readiness')
  for (const { id, met, of } of priorities.data.filter(({ id: each }) => each !== 'account')) {
    expect([id, counted(behindKey.readiness(id, 'all'))]).toEqual([id, of])
    expect([id, counted(behindKey.readiness(id, 'open'))]).toEqual([id, (of ?? 0) - (met ?? 0)])
  }
  for (const row of jurisdictions.data)
    expect(
      (['yes', 'no', 'unknown'] as const).map((each) => counted(behindKey.jurisdiction(row.jurisdiction, each))),
    ).toEqual([row.within, row.out, row.unknown])
  const entities = pageOf('entities').figures.data.rows
  // Three entities among seven units, the whole, and systems without a unit.
  expect(entities.map(({ entity, which, systems }) => [entity?.code ?? which, systems])).toEqual([
    ['whole', 7],
    ['UNT-0001', 4],
    ['UNT-0004', 1],
    ['UNT-0007', 1],
    ['none', 1],
  ])
  for (const { entity, which, figures, ...row } of entities) {
    const at = entity?.code ?? which
    for (const number of ['systems', 'highTier', 'openRisks'] as const)
      expect([at, number, counted(behindKey.entity(at, number))]).toEqual([at, number, row[number]])
    for (const { result } of figures)
      expect([at, result.id, counted(behindKey.entity(at, result.id))]).toEqual([
        at,
        result.id,
        new Set(result.contributing).size,
      ])
  }
  const { coverage, principles } = pageOf('requirements')
  expect(
    coverage.data.rows
      .filter(({ pack }) => counted(behindKey.requirement(pack.id, 'systems')) > 0)
      .map(({ pack }) => pack.id),
  ).toEqual(['AIGB'])
  expect(principles.data.map(({ principle }) => counted(behindKey.principle(principle)))).toEqual(
    principles.data.map(() => 7),
  )
})
