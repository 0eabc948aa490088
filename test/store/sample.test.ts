/** The sample register as a file: built on the real use cases, verified, and holding the gaps that a real company has. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { addDays, type Day } from '#shared/domain/calendar-date.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import type { KriId, KriResult } from '#shared/domain/metrics/kri-result.ts'
import { acceptancesOn } from '#shared/domain/metrics/acceptance-standing.ts'
import { riskMovement } from '#shared/domain/metrics/movement.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { riskPositions } from '#shared/domain/metrics/risk-positions.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import type { Language } from '#shared/domain/text.ts'
import { allPacks, snapshotOf } from '#electron/register/packs.ts'
import { buildSample } from '#electron/register/sample/build-sample.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { replay } from '#electron/register/store/replay.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { temporaryFolder, testSurroundings } from '#test/support/register.ts'

const day = '2026-11-24'

async function sampleIn(folder: string, on: Day, language: Language = 'ja'): Promise<Register> {
  const file = join(folder, 'sample.daicho')
  await buildSample(file, { day: on, language })
  return openRegister(file, { surroundings: testSurroundings(`${on}T09:00:00.000Z`), mode: 'read' })
}

/** A sample that goes with the test. */
async function sample(on: Day = day, language: Language = 'ja'): Promise<Register> {
  const register = await sampleIn(temporaryFolder(), on, language)
  onTestFinished(() => {
    register.close()
  })
  return register
}

function stateOf(register: Register): RegisterState {
  return replay(register.read, '9999-12-31T00:00:00.000Z').state()
}

function figures(state: RegisterState, on: Day): ReadonlyMap<KriId, KriResult> {
  return new Map(computeKris(state, on).map((kri) => [kri.id, kri]))
}

const tiles = ['K01', 'K05', 'K09', 'K12', 'K15', 'K28'] as const
const shown = (all: ReadonlyMap<KriId, KriResult>, ids: readonly KriId[] = tiles) =>
  Object.fromEntries(
    ids.map((id) => {
      const kri = all.get(id)
      return [id, `${String(kri?.numerator)} / ${String(kri?.denominator)} ${String(kri?.status)}`]
    }),
  )

/** The six tiles of the two packs and of the day: the same for whatever day the sample is built. */
const firstPack = {
  K01: '27 / 30 breach',
  K05: '6 / 55 warning',
  K09: '58 / 76 breach',
  K12: '7 / 31 breach',
  K15: '77 / 85 warning',
  K28: '1253 / 1292 warning',
}
const secondPack = {
  K01: '31 / 33 breach',
  K05: '7 / 58 warning',
  K09: '64 / 78 warning',
  K12: '5 / 35 warning',
  K15: '85 / 91 warning',
  K28: '1361 / 1387 within',
}
const today = {
  K01: '29 / 34 breach',
  K05: '8 / 60 warning',
  K09: '66 / 78 warning',
  K12: '7 / 36 breach',
  K15: '88 / 94 warning',
  K28: '1407 / 1427 within',
}

test.each([
  ['a usual day', day],
  ['a leap day', '2028-02-29'],
  ['the first day of the fiscal year', '2026-04-01'],
  ['a day on which the last quarter is still being closed', '2026-10-10'],
  ['the first day on which it is closed', '2027-01-21'],
  ['the last day of the year', '2026-12-31'],
])('%s: verified, two packs locked in their time, the same figures', async (_name, on) => {
  const register = await sample(on)
  expect(await verifyRegister(register)).toEqual([])
  expect(register.organisation().sampleDay).toBe(on)
  const packs = allPacks(register)
  expect(packs.map((pack) => pack.lockedAt > addDays(pack.asOf, 9) && pack.lockedAt < `${on}T`)).toEqual([true, true])
  expect(packs.map((pack) => shown(figures(snapshotOf(register, pack), pack.asOf)))).toEqual([firstPack, secondPack])
  expect(shown(figures(stateOf(register), on))).toEqual(today)
})

test('the same day and language give the same content, events and digests', async () => {
  const [one, other] = [await sample(), await sample()]
  expect(other.head()).toEqual(one.head())
  expect(stateOf(other)).toEqual(stateOf(one))
  expect(allPacks(other).map((pack) => pack.dataDigest)).toEqual(allPacks(one).map((pack) => pack.dataDigest))
  const english = await sample(day, 'en')
  expect(english.head().sequence).toBe(one.head().sequence)
  expect(english.head().hash).not.toBe(one.head().hash)
  expect(english.organisation().language).toBe('en')
})

test('a file that exists is not touched', async () => {
  const register = await sample()
  await expect(buildSample(register.file, { day, language: 'ja' })).rejects.toMatchObject({ code: 'FILE_EXISTS' })
})

describe('the register of 24 November 2026', () => {
  let state: RegisterState
  let on: RegisterOn
  let all: ReadonlyMap<KriId, KriResult>
  let packs: readonly { readonly code: string; readonly snapshot: RegisterState; readonly asOf: Day }[]
  let events = 0
  let lastAt = ''

  const folder = mkdtempSync(join(tmpdir(), 'daicho-sample-'))
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  beforeAll(async () => {
    const register = await sampleIn(folder, day)
    state = stateOf(register)
    on = new RegisterOn(state, day)
    all = figures(state, day)
    packs = allPacks(register).map((pack) => ({
      code: pack.code,
      asOf: pack.asOf,
      snapshot: snapshotOf(register, pack),
    }))
    events = register.head().sequence
    lastAt = (register.read.prepare('SELECT max(at) AS at FROM audit_event').get() as { at: string }).at
    register.close()
  })

  const codeOf = (rows: readonly { readonly id: string; readonly code: string }[], id: string) =>
    rows.find((row) => row.id === id)?.code
  const contributing = (id: KriId) => [...(all.get(id)?.contributing ?? [])].sort()

  test('counts', () => {
    expect({
      systems: state.systems.length,
      risks: state.risks.length,
      controls: state.controls.length,
      actions: state.actions.length,
      people: state.people.length,
      posts: state.posts.length,
      units: state.units.length,
      packs: packs.map((pack) => pack.code),
    }).toEqual({
      systems: 42,
      risks: 62,
      controls: 80,
      actions: 47,
      people: 25,
      posts: 20,
      units: 16,
      packs: ['PACK-2026Q1', 'PACK-2026Q2'],
    })
    expect(events).toBeGreaterThan(800)
    expect(events).toBeLessThan(2200)
    expect(lastAt < `${day}T00:00:00.000Z`).toBe(true)
  })

  test('a vacant executive post with a deputy, an owner post that is vacant, and systems that nobody answers for', () => {
    expect(contributing('K01')).toEqual(['SYS-0013', 'SYS-0018', 'SYS-0029', 'SYS-0034', 'SYS-0037'])
    expect(all.get('K01')?.parts).toEqual({ vacant: 3, unregistered: 2 })
    const vacant = state.posts.filter((post) => on.answerable.post(post.id).state === 'vacant')
    expect(vacant.map((post) => post.name.ja)).toEqual(['物流担当役員', '配送管理課長'])
    const logistics = on.answerable.post(vacant[0]?.id ?? '')
    const nameOf = (id: string | null) => state.people.find((person) => person.id === id)?.name.ja
    expect([nameOf(logistics.formerPersonId), logistics.vacantSince]).toEqual(['小林 茂', '2026-10-01'])
    expect([nameOf(logistics.deputyId), logistics.deputyUntil]).toEqual(['髙橋 誠', '2026-12-31'])
  })

  test('risks outside appetite, one outside tolerance without an exception', () => {
    const outside = ['RSK-0003', 'RSK-0007', 'RSK-0012', 'RSK-0019', 'RSK-0026', 'RSK-0031', 'RSK-0044', 'RSK-0062']
    expect(contributing('K05')).toEqual(outside)
    expect(contributing('K07')).toEqual(['RSK-0026'])
  })

  test('an expired acceptance still relied on and one that is stale', () => {
    const standings = acceptancesOn(on)
    expect(standings.filter((each) => each.reliedOn).map((each) => codeOf(state.risks, each.subjectId))).toEqual([
      'RSK-0003',
    ])
    expect(standings.filter((each) => each.stale).map((each) => codeOf(state.risks, each.subjectId))).toEqual([
      'RSK-0007',
    ])
    expect(standings.filter((each) => each.renewals >= 2).map((each) => codeOf(state.risks, each.subjectId))).toEqual([
      'RSK-0044',
    ])
  })

  test('gaps in the inventory', () => {
    const codes = (keep: (system: RegisterState['systems'][number]) => boolean) =>
      on.input.systems.filter((row) => keep(row as RegisterState['systems'][number])).map((row) => row.code)
    expect(codes((system) => system.personalData === 'unknown')).toEqual(['SYS-0018', 'SYS-0037'])
    expect(codes((system) => system.tier === null)).toEqual(['SYS-0019'])
    expect(contributing('K15')).toEqual(['RSK-0012', 'RSK-0024', 'RSK-0046', 'SYS-0021', 'SYS-0029', 'SYS-0034'])
    expect(all.get('K03')?.parts).toEqual({ lapsed: 1, never: 5 })
  })

  test('overdue actions, some of them moved more than once', () => {
    expect(contributing('K12')).toHaveLength(7)
    expect(all.get('K13')?.parts).toEqual({ overdue: 7, median: 12, max: 58 })
    expect(contributing('K14')).toEqual(['ACT-0004', 'ACT-0014', 'ACT-0017'])
    expect(
      state.actions.filter((action) => action.ownerId === null || action.dueOn === null).map(({ code }) => code),
    ).toEqual(['ACT-0030', 'ACT-0046'])
  })

  test('controls: tested, untested, lapsed, not applicable, and seven claimed without evidence', () => {
    const status: Record<string, number> = {}
    for (const control of on.controls) status[on.controlStatus(control)] = (status[on.controlStatus(control)] ?? 0) + 1
    expect(status).toEqual({ effective: 43, untested: 22, ineffective: 1, partial: 6, not_started: 3, unknown: 3 })
    const lapsed = on.controls.filter(
      (control) =>
        on.controlStatus(control) === 'untested' && state.controlTests.some((row) => row.controlId === control.id),
    )
    expect(lapsed.map(({ code }) => code)).toEqual([
      'CTL-0025',
      'CTL-0028',
      'CTL-0042',
      'CTL-0048',
      'CTL-0059',
      'CTL-0076',
    ])
    const current = (id: string) => on.evidenceOf(id).some((row) => row.validUntil !== null && row.validUntil >= day)
    const claimed = on.controls.filter((control) => control.design === 'in_place' && !current(control.id))
    expect(claimed.map(({ code }) => code)).toEqual([
      'CTL-0009',
      'CTL-0034',
      'CTL-0040',
      'CTL-0042',
      'CTL-0048',
      'CTL-0054',
      'CTL-0080',
    ])
    expect(state.controls.flatMap((control) => (control.notApplicable === null ? [] : [control.code]))).toEqual([
      'CTL-0077',
      'CTL-0078',
    ])
  })

  test('the residual heat map, impact 5 down to 1, in each likelihood 1 to 5', () => {
    const counts = [5, 4, 3, 2, 1].map((impact) =>
      [1, 2, 3, 4, 5].map(
        (likelihood) =>
          riskPositions(state, day).filter(
            ({ residual }) => residual?.impact === impact && residual.likelihood === likelihood,
          ).length,
      ),
    )
    expect(counts).toEqual([
      [3, 2, 0, 1, 0],
      [3, 7, 2, 1, 0],
      [4, 9, 8, 2, 0],
      [2, 5, 4, 1, 0],
      [1, 2, 2, 1, 0],
    ])
  })

  test('the packs show the register as it was, and what has moved since', () => {
    expect(
      packs.map(({ snapshot }) => [snapshot.systems.length, snapshot.risks.length, snapshot.actions.length]),
    ).toEqual([
      [39, 58, 36],
      [41, 60, 44],
    ])
    const positions = [...packs.map(({ snapshot, asOf }) => riskPositions(snapshot, asOf)), riskPositions(state, day)]
    const moves = positions.slice(1).map((now, index) => riskMovement(now, positions[index] ?? []))
    expect(moves.map(({ new: added, worse, better, gone }) => ({ added, worse, better, gone }))).toEqual([
      {
        added: ['RSK-0026', 'RSK-0059', 'RSK-0060'],
        worse: ['RSK-0015'],
        better: ['RSK-0019', 'RSK-0031'],
        gone: [],
      },
      { added: ['RSK-0062', 'RSK-0061'], worse: ['RSK-0007'], better: [], gone: [] },
    ])
  })

  test('limits: approved by the chair with the day, some still provisional', () => {
    const provisional = (rows: RegisterState['thresholds']) =>
      rows.filter((row) => row.to === null && row.approverPersonId === null).map((row) => row.kri)
    const kris = [
      'K05',
      'K06',
      'K16',
      'K16u',
      'K18',
      'K19',
      'K21',
      'K23',
      'K26',
      'K27',
      'K28',
      'KRI-08',
      'KRI-10',
      'KRI-16',
      'KRI-18',
    ]
    expect(provisional(state.thresholds).sort()).toEqual(kris)
    expect(on.limits['AIGB-C-6']).toMatchObject({ provisional: false, approvedOn: '2026-05-22' })
    expect(on.limits['AIGB-C-9']).toMatchObject({ provisional: true, approvedOn: null })
  })
})
