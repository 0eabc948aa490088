/**
 * What follows from uses of personal data as tables: the funnel of impact assessments by system, what each use rests on, and how
 * far a use is prepared for the exception for statistics. Computed from the state that is exported, so that an auditor finds every
 * count of the figures in the rows again. Of what is not in force every row says so.
 */
import type { privacyTables } from '#shared/contract/privacy-figures.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import { heldIn } from '#shared/domain/horizon/rule-assessment.ts'
import type { SystemFacts } from '#shared/domain/metrics/figure-input.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { dpiaActs, dpiaStates } from '#shared/domain/privacy/dpia.ts'
import { basesOn, legalBases } from '#shared/domain/privacy/legal-basis.ts'
import {
  dpiaGapOf,
  dpiaGaps,
  dpiaNeedOf,
  dpiaNeeds,
  dpiasBySystem,
  type DpiaStanding,
  funnelOn,
  usesBySystem,
  usesOn,
  type UseStanding,
} from '#shared/domain/privacy/privacy-on.ts'
import {
  conditionKinds,
  conditionStates,
  type StatisticsCondition,
  statisticsReadinessOn,
} from '#shared/domain/privacy/statistics-readiness.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { answers } from '#shared/domain/system.ts'
import { type CsvFile, joiner } from './cell.ts'
import { columnsOf, derivedFile, type Of } from './derived-columns.ts'
import { Names } from './names.ts'
import { sampleColumn } from './noun-columns.ts'
import { sampleMark } from './register-files.ts'

type PrivacyTable = (typeof privacyTables)[number]

const { text, integer, bothLanguages, coded } = columnsOf('privacy')
const day = (name: string) => ({ ...text(name), kind: 'day' as const })
const optional = {}
const yesNo = ['yes', 'no'] as const

/** dpia_funnel.csv, data_use_bases.csv, statistics_readiness.csv. */
export function privacyFiles(state: RegisterState, asOf: Day): Readonly<Record<PrivacyTable, CsvFile>> {
  const on = new RegisterOn(state, asOf)
  const names = new Names(state)
  const sample = sampleMark(state)
  return {
    funnel: funnelFile(on, names, sample),
    bases: basesFile(on, names, sample),
    readiness: readinessFile(on, state, names, sample),
  }
}

function systemColumns<Row>(names: Names, sample: string | null, of: (row: Row) => string): readonly Of<Row>[] {
  return [
    {
      column: { ...text('system_code', { required: true }), refersTo: { file: 'systems.csv', column: 'code' } },
      of: (row) => names.code(of(row)) ?? of(row),
    },
    { column: text('system_name'), of: (row) => names.name(of(row)) },
    { column: sampleColumn(sample), of: () => sample },
  ]
}

interface FunnelRow {
  readonly system: SystemFacts
  readonly standings: readonly DpiaStanding[]
  /** Null where it handles none: then nothing is asked of it. */
  readonly need: ReturnType<typeof dpiaNeedOf> | null
}

/** A row of each counted system: the four steps of the funnel are counts of these rows. */
function funnelFile(on: RegisterOn, names: Names, sample: string | null): CsvFile {
  const assessments = dpiasBySystem(on)
  const uses = usesBySystem(on)
  const rows = (): readonly FunnelRow[] =>
    funnelOn(on).systems.map((system) => {
      const standings = assessments.get(system.id) ?? []
      return { system, standings, need: system.personalData === 'no' ? null : dpiaNeedOf(standings) }
    })
  const isRequired = ({ need }: FunnelRow) => need !== null && need !== 'not_required'
  const newest = ({ standings }: FunnelRow) => standings.at(-1) ?? null
  /** The approval that counts, else the newest assessment. */
  const shown = (row: FunnelRow) => row.standings.find(({ state }) => state === 'approved') ?? newest(row)
  const usesOf = ({ system }: FunnelRow) => uses.get(system.id) ?? []
  return derivedFile('dpia_funnel.csv', ['system_code'], rows, [
    ...systemColumns<FunnelRow>(names, sample, ({ system }) => system.id),
    ...coded<FunnelRow>('personal_data', answers, ({ system }) => system.personalData, 'value.answer'),
    ...coded<FunnelRow>('need', dpiaNeeds, ({ need }) => need, 'privacyFigure.need', optional),
    ...coded<FunnelRow>('required', yesNo, (row) => (isRequired(row) ? 'yes' : 'no'), 'value.yesNo'),
    ...coded<FunnelRow>(
      'current',
      yesNo,
      (row) => (isRequired(row) ? (dpiaGapOf(row.standings) === null ? 'yes' : 'no') : null),
      'value.yesNo',
      optional,
    ),
    ...coded<FunnelRow>(
      'gap',
      dpiaGaps,
      (row) => (isRequired(row) ? dpiaGapOf(row.standings) : null),
      'privacyFigure.gap',
      optional,
    ),
    {
      column: { ...text('dpia_code'), refersTo: { file: 'dpias.csv', column: 'code' } },
      of: (row) => shown(row)?.dpia.code ?? null,
    },
    ...coded<FunnelRow>('dpia_state', dpiaStates, (row) => shown(row)?.state ?? null, 'value.dpiaState', optional),
    ...coded<FunnelRow>('next_act', dpiaActs, (row) => newest(row)?.next ?? null, 'privacy.verb', optional),
    { column: day('approved_on'), of: (row) => shown(row)?.dpia.approvedOn ?? null },
    { column: day('valid_until'), of: (row) => shown(row)?.dpia.validUntil ?? null },
    { column: day('wanted_on'), of: (row) => newest(row)?.dpia.wantedOn ?? null },
    { column: day('start_by'), of: (row) => newest(row)?.startBy ?? null },
    { column: integer('changes'), of: (row) => shown(row)?.changes.length ?? 0 },
    { column: integer('uses'), of: (row) => usesOf(row).length },
    { column: integer('uses_without_basis'), of: (row) => usesOf(row).filter(({ hasBasis }) => !hasBasis).length },
  ])
}

function basesFile(on: RegisterOn, names: Names, sample: string | null): CsvFile {
  const counted = new Set(on.systems.map(({ id }) => id))
  const rows = () => usesOn(on).values()
  return derivedFile<UseStanding>('data_use_bases.csv', ['use_code'], rows, [
    { column: text('use_code', { required: true }), of: ({ use }) => use.code },
    { column: text('use_name'), of: ({ use }) => names.name(use.id) },
    ...systemColumns<UseStanding>(names, sample, ({ use }) => use.systemId),
    ...coded<UseStanding>('counted', yesNo, ({ use }) => (counted.has(use.systemId) ? 'yes' : 'no'), 'value.yesNo'),
    ...coded<UseStanding>('basis', legalBases, ({ use }) => use.basis, 'value.legalBasis', optional),
    { column: day('basis_on'), of: ({ use }) => use.basisOn },
    { column: text('basis_grounds'), of: ({ use }) => use.basisGrounds },
    ...coded<UseStanding>('has_basis', yesNo, ({ hasBasis }) => (hasBasis ? 'yes' : 'no'), 'value.yesNo'),
    ...coded<UseStanding>('planned_basis', legalBases, ({ use }) => use.plannedBasis, 'value.legalBasis', optional),
    { column: integer('checks'), of: ({ asked }) => asked.filter(({ group }) => group === 'law').length },
    { column: integer('check_gaps'), of: ({ gaps }) => gaps },
    { column: integer('checks_unanswered'), of: ({ unanswered }) => unanswered },
  ])
}

interface ConditionRow {
  readonly systemId: string
  readonly useId: string
  readonly condition: StatisticsCondition
}

function readinessFile(on: RegisterOn, state: RegisterState, names: Names, sample: string | null): CsvFile {
  const content = heldIn(state)
  const exception =
    content === null ? null : (basesOn(on.asOf, content).find(({ basis }) => basis === 'statistics_exception') ?? null)
  const rows = (): readonly ConditionRow[] =>
    statisticsReadinessOn(on).flatMap(({ system, uses }) =>
      uses.flatMap(({ standing, conditions }) =>
        conditions.map((condition) => ({ systemId: system.id, useId: standing.use.id, condition })),
      ),
    )
  const codes = (ids: readonly string[]) => (ids.length === 0 ? null : names.codes(ids).join(joiner))
  return derivedFile<ConditionRow>('statistics_readiness.csv', ['use_code', 'condition'], rows, [
    {
      column: { ...text('use_code', { required: true }), refersTo: { file: 'data_uses.csv', column: 'code' } },
      of: ({ useId }) => names.code(useId) ?? useId,
    },
    { column: text('condition', { required: true }), of: ({ condition }) => condition.item.id },
    ...systemColumns<ConditionRow>(names, sample, ({ systemId }) => systemId),
    ...coded<ConditionRow>('in_force', yesNo, () => (exception?.reliable === true ? 'yes' : 'no'), 'value.yesNo'),
    { column: text('source', { required: true }), of: ({ condition }) => condition.item.source },
    ...coded<ConditionRow>('kind', conditionKinds, ({ condition }) => condition.kind, 'privacyFigure.kind'),
    ...bothLanguages<ConditionRow>('question', ({ condition }) => condition.item.question),
    ...coded<ConditionRow>('state', conditionStates, ({ condition }) => condition.state, 'privacyFigure.state'),
    { column: text('grounds'), of: ({ condition }) => condition.check?.grounds ?? null },
    { column: day('answered_on'), of: ({ condition }) => condition.check?.answeredOn ?? null },
    { column: text('answered_by'), of: ({ condition }) => names.name(condition.check?.answeredById ?? null) },
    { column: text('evidence_codes', { joined: true }), of: ({ condition }) => codes(condition.evidenceIds) },
    { column: text('record_codes', { joined: true }), of: ({ condition }) => codes(condition.recordIds) },
  ])
}
