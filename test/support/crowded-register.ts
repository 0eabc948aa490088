/**
 * A register with so many records of everything that a pack is about, in every state that its pages tell apart, named in forty
 * characters; and the pack that is made of it. What it counts is of no interest: whether its pages hold it is.
 */
import { shippedPacks } from '#electron/register/requirements/shipped-packs.ts'
import { controlDomains } from '#shared/domain/control.ts'
import { incidentSeverities } from '#shared/domain/incident/incident.ts'
import { acceptancesOn } from '#shared/domain/metrics/acceptance-standing.ts'
import { krisOn } from '#shared/domain/metrics/kris.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { positionsOn } from '#shared/domain/metrics/risk-positions.ts'
import { riskCategories } from '#shared/domain/principles.ts'
import { readinessIds } from '#shared/domain/readiness/readiness-item.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { tiers } from '#shared/domain/system.ts'
import type { Bilingual, Language } from '#shared/domain/text.ts'
import { nothingFinished } from '#shared/domain/finishing.ts'
import type { PackInput } from '#shared/pack-model/pages.ts'
import { approved, decision, meeting } from './decision-records.ts'
import {
  acceptance,
  action,
  appetite,
  assessment,
  attestation,
  control,
  controlTest,
  evidence,
  executive,
  mergeRun,
  person,
  post,
  register,
  risk,
  riskOwner,
  system,
  term,
  unit,
} from './hand-made-register.ts'
import { shipped as horizon } from './horizon.ts'
import { enforcement, incident, report } from './incident-records.ts'
import { june, september } from './office-register.ts'
import { privacyRegister } from './privacy-register.ts'
import { vendorRegister } from './third-party-register.ts'

const of = <Row>(count: number, make: (index: number) => Row) =>
  Array.from({ length: count }, (_none, index) => make(index))
const codeOf = (prefix: string, index: number) => `${prefix}-${String(index + 1).padStart(4, '0')}`
const turn = <Value>(values: readonly Value[], index: number): Value => {
  const found = values[index % values.length]
  if (found === undefined) throw new Error('there is at least one value')
  return found
}

/** Forty characters in either language; no two alike. */
export function longName(index: number): Bilingual {
  const number = String(index + 1).padStart(4, '0')
  const ja = '髙橋商店の顧客応対と品質管理のための音声認識および要約の生成の仕組み第'
  const en = 'Automatic answers to customers, part'
  return { ja: `${ja.padEnd(36, '号').slice(0, 36)}${number}`, en: `${en.padEnd(36).slice(0, 36)}${number}` }
}
const text = (index: number) => ({
  ja: `${longName(index).ja ?? ''}について。`.repeat(3),
  en: `${longName(index).en ?? ''}. `.repeat(3),
})

export function crowdedRegister(count: number): RegisterState {
  const [personal, vendors] = [privacyRegister(count), vendorRegister(count)]
  const renamed = <Row extends { readonly name: Bilingual }>(rows: readonly Row[]) =>
    rows.map((row, index) => ({ ...row, name: longName(index) }))
  const on = (index: number, days: readonly string[]) => turn(days, index)
  return register({
    appetites: count === 0 ? [] : riskCategories.map((category) => appetite(category, 'moderate', 'high')),
    units: of(count, (index) =>
      unit(codeOf('UNT', index), {
        name: longName(index),
        parentId: index === 0 ? null : codeOf('UNT', Math.floor((index - 1) / 4)),
        kind: index % 3 === 0 ? 'legal_entity' : 'division',
      }),
    ),
    // Of every second entity the register was merged, of one of them twice, and once nobody said which it was.
    mergeRuns: of(Math.floor(count / 6), (index) =>
      mergeRun(codeOf('MRG', index), {
        name: longName(index),
        entityUnitId: index === 2 ? null : codeOf('UNT', index === 3 ? 0 : index * 6),
        registerId: `0190a000-0000-7000-8000-0000000010${String(index).padStart(2, '0')}`,
        headAt: on(index, ['2026-09-20T03:00:00.000Z', '2026-03-31T03:00:00.000Z']),
      }),
    ),
    people: of(count, (index) => person(codeOf('PSN', index), { name: longName(index) })),
    posts: of(count, (index) =>
      post(codeOf('PST', index), {
        name: longName(index),
        kind: index === 0 ? 'board' : 'executive',
        reportsToId: index === 0 ? null : codeOf('PST', Math.floor((index - 1) / 8)),
      }),
    ),
    terms: of(count, (index) =>
      term(codeOf('PST', index), codeOf('PSN', index), '2025-04-01', index % 5 === 4 ? '2026-08-31' : null),
    ),
    systems: of(count, (index) =>
      system(codeOf('SYS', index), {
        name: longName(index),
        unitId: index % 6 === 5 ? null : codeOf('UNT', index),
        tier: index % 4 === 3 ? null : turn(tiers, index),
        lifecycle: turn(['production', 'pilot', 'unknown', 'suspended'] as const, index),
        personalData: turn(['yes', 'no', 'unknown'] as const, index),
        nextReviewOn: on(index, ['2026-09-01', '2026-12-01']),
      }),
    ),
    assignments: [
      ...of(count, (index) => executive(codeOf('SYS', index), codeOf('PST', index % 7 === 6 ? index : index % 12))),
      ...of(count, (index) => riskOwner(codeOf('RSK', index), codeOf('PSN', index))),
    ],
    attestations: of(Math.floor(count / 2), (index) =>
      attestation(codeOf('SYS', index), on(index, ['2026-09-01', '2025-09-01'])),
    ),
    risks: of(count, (index) =>
      risk(codeOf('RSK', index), {
        name: longName(index),
        category: turn(riskCategories, index),
        systemIds: [codeOf('SYS', index)],
        identifiedOn: on(index, ['2026-04-01', '2026-08-01']),
      }),
    ),
    assessments: of(count, (index) => index).flatMap((index) => [
      assessment(codeOf('RSK', index), 'inherent', 5, 1 + ((index + 2) % 5), '2026-04-01'),
      assessment(codeOf('RSK', index), 'residual', 1 + (index % 5), 1 + (Math.floor(index / 5) % 5), '2026-04-01'),
      assessment(
        codeOf('RSK', index),
        'residual',
        1 + ((index + 3) % 5),
        1 + (Math.floor(index / 5) % 5),
        '2026-09-01',
      ),
      assessment(codeOf('RSK', index), 'target', 1 + (index % 3), 2, '2026-04-01'),
    ]),
    acceptances: of(count, (index) =>
      acceptance(
        codeOf('ACC', index),
        codeOf('RSK', index),
        '2026-01-01',
        on(index, ['2026-09-29', '2026-12-31', '2026-10-15']),
      ),
    ),
    controls: of(count, (index) =>
      control(codeOf('CTL', index), {
        name: longName(index),
        domain: turn(controlDomains, index),
        design: turn(['in_place', 'partial', 'planned', 'none'] as const, index),
        riskIds: [codeOf('RSK', index)],
        systemIds: [codeOf('SYS', index)],
      }),
    ),
    controlTests: of(count, (index) =>
      controlTest(
        codeOf('CTL', index),
        '2026-05-01',
        turn(['effective', 'ineffective'] as const, index),
        on(index, ['2027-05-01', '2026-08-31']),
      ),
    ),
    evidence: of(count, (index) =>
      evidence(codeOf('EVD', index), [codeOf('CTL', index)], on(index, ['2026-12-31', '2026-10-10', '2026-07-31'])),
    ),
    actions: of(count, (index) =>
      action(
        codeOf('ACT', index),
        index % 6 === 5 ? null : on(index, ['2026-05-01', '2026-08-20', '2026-09-20', '2026-12-01']),
        {
          name: longName(index),
          ownerId: codeOf('PSN', index),
          riskIds: [codeOf('RSK', index)],
        },
      ),
    ),
    incidents: of(count, (index) =>
      incident(codeOf('INC', index), {
        name: longName(index),
        lessons: text(index),
        severity: index % 5 === 4 ? null : turn(incidentSeverities, index),
        kind: index % 5 === 4 ? 'near_miss' : 'incident',
        leak: turn(['yes', 'no', 'unknown'] as const, index),
        leakMany: 'yes',
        detectedAt: '2026-09-20T01:00:00.000Z',
        learnedAt: index % 4 === 0 ? '2026-09-20T01:00:00.000Z' : null,
        systemIds: [codeOf('SYS', index)],
      }),
    ),
    incidentReports: of(count, (index) => report(codeOf('INC', index), 'early', '2026-09-22T01:00:00.000Z')),
    enforcements: of(count, (index) =>
      enforcement(codeOf('ENF', index), {
        name: longName(index),
        dueOn: on(index, ['2026-09-01', '2026-12-01']),
        incidentId: codeOf('INC', index),
      }),
    ),
    decisions: of(count, (index) =>
      approved(codeOf('DEC-E', index), '2026-05-01', on(index, ['2026-08-31', '2026-12-31']), {
        name: longName(index),
      }),
    ),
    meetings: of(count, (index) =>
      meeting(codeOf('MTG', index), on(index, ['2026-06-20', '2026-10-20']), { name: longName(index) }),
    ),
    vendors: renamed(vendors.vendors),
    supplies: vendors.supplies,
    contracts: renamed(vendors.contracts),
    contractReadings: vendors.contractReadings,
    pointAnswers: vendors.pointAnswers,
    dataUses: renamed(personal.dataUses),
    dpias: renamed(personal.dpias),
    requirementPacks: count === 0 ? [] : heldPacks(),
    horizonPacks: count === 0 ? [] : [heldHorizon()],
    ruleAssessments: horizon.events.slice(0, count).map((event, index) => ({
      ...kept(codeOf('RUL', index)),
      code: codeOf('RUL', index),
      name: longName(index),
      eventId: event.id,
      eventDay: on(index, ['2026-12-01', '2026-08-01']),
      dayKind: 'fixed',
      ownerPostId: null,
      ownerId: codeOf('PSN', index),
      dueOn: on(index, ['2026-09-01', '2026-12-01']),
      outcome: index % 2 === 0 ? null : 'to_prepare',
      meaning: text(index),
      assessedOn: index % 2 === 0 ? null : '2026-09-01',
      assessorId: null,
      packVersion: horizon.version,
      changedOn: index === 2 ? '2026-08-15' : null,
      movedFrom: index === 2 ? '2026-11-01' : null,
      systemIds: [],
      actionIds: [],
      notes: null,
    })),
    readinessItems: readinessIds.slice(0, count).map((item, index) => ({
      ...kept(`readiness-${item}`),
      item,
      ownerPostId: codeOf('PST', index),
      dueOn: on(index, ['2026-09-01', '2026-12-01']),
      notes: null,
    })),
  })
}

const kept = (id: string) => ({ id, version: 1, withdrawn: null })

/** A requirement pack as a register holds it that has had it since April. */
export function heldPack(
  content: RegisterState['requirementPacks'][number]['content'],
  id = `pack-${content.id}`,
): RegisterState['requirementPacks'][number] {
  return {
    ...kept(id),
    packId: content.id,
    packVersion: content.version,
    name: content.title,
    origin: 'shipped',
    fileName: null,
    sha256: 'ab'.repeat(32),
    content,
    from: '2026-04-01',
    to: null,
  }
}

function heldPacks(): RegisterState['requirementPacks'] {
  return shippedPacks()
    .filter(({ supersededBy }) => supersededBy === null)
    .map((content) => heldPack(content))
}

function heldHorizon(): RegisterState['horizonPacks'][number] {
  return {
    ...kept('horizon'),
    packVersion: horizon.version,
    name: horizon.title,
    asOf: horizon.asOf,
    origin: 'shipped',
    fileName: null,
    sha256: 'ab'.repeat(32),
    content: horizon,
    from: '2026-04-01',
    to: null,
  }
}

/** The same figures on four days before: lines have all their points. */
function earlierPacks(snapshot: RegisterState): PackInput['history'] {
  return ['2025-09-30', '2025-12-31', '2026-03-31', june].map((asOf, index) => {
    const on = new RegisterOn(snapshot, asOf)
    const acceptances = acceptancesOn(on)
    const positions = positionsOn(on, acceptances)
    return {
      code: codeOf('PACK', index),
      asOf,
      results: krisOn(on, positions, acceptances, []),
      positions,
    }
  })
}

/** As it stood a quarter before: one system fewer, another of another tier, and two days of rules that have been moved since. */
function inJune(state: RegisterState): RegisterState {
  const latest = horizon.events.find(({ date }) => date.precision === 'latest')?.id
  const last = horizon.events.findLast(({ date }) => date.precision === 'day')?.id
  const moved = horizon.events.map((event) => {
    if (event.id === latest) return { ...event, date: { precision: 'latest' as const, day: '2027-12-01' } }
    return event.id === last ? { ...event, date: { precision: 'day' as const, day: '2029-01-01' } } : event
  })
  return {
    ...state,
    ruleAssessments: state.ruleAssessments.slice(1),
    systems: state.systems.slice(1).map((each, index) => (index === 0 ? { ...each, tier: 'low' } : each)),
    horizonPacks: state.horizonPacks.map((pack) => ({ ...pack, content: { ...horizon, events: moved } })),
  }
}

/** Its fifth pack, in which as much is asked; of nothing at all a draft, and the first one. */
export function crowdedPack(count: number, language: Language): PackInput {
  const snapshot = crowdedRegister(count)
  const draft = count === 0
  return {
    snapshot,
    asOf: september,
    cutOff: '2026-10-09T14:59:59.999Z',
    code: draft ? null : 'PACK-2026Q2',
    title: null,
    lockedAt: draft ? null : '2026-10-09T15:00:00.000Z',
    dataDigest: draft ? null : '5b1e90c47d2af3e8'.repeat(4),
    auditHead: draft ? null : '0f'.repeat(32),
    previous: draft
      ? null
      : { snapshot: inJune(snapshot), asOf: june, code: 'PACK-2026Q1', digest: 'cd'.repeat(32), schemaVersion: 150 },
    decisions: {
      asked: of(count, (index) => ({
        decision: decision(codeOf('DEC', index), {
          name: longName(index),
          ask: text(index),
          recommendation: text(index),
          delayConsequence: text(index),
          options: of(3, (option) => ({ label: longName(option).ja ?? '', consequence: text(option).ja })),
          dueOn: index % 2 === 0 ? '2026-12-31' : null,
          kriIds: ['K05'],
        }),
        person: longName(index),
        post: longName(index),
        meeting: { name: longName(index), on: '2026-10-20' },
        codes: of(Math.min(count, 40), (place) => codeOf('RSK', place)),
      })),
      none: null,
    },
    history: draft ? [] : earlierPacks(snapshot),
    packsBefore: draft ? 0 : 4,
    recordedLate: [],
    language,
    preparedBy: draft ? null : longName(0)[language],
    appVersion: '0.1.0',
    schemaVersion: 150,
    sample: false,
    finishing: nothingFinished(snapshot.organisation),
  }
}
