/**
 * What follows from contracts with vendors as tables: every gap, the matrix with what each contract says, and how systems depend on
 * vendors. Computed from the state that is exported, so that an auditor finds every count in the other tables again.
 */
import type { thirdPartyTables } from '#shared/contract/third-party-figures.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import { weights } from '#shared/domain/control.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import {
  type ContractOn,
  contractsOn,
  vendorConcentrationOn,
  vendorRowsOn,
} from '#shared/domain/metrics/third-party-on.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { contractTypes, dataBases } from '#shared/domain/third-party/ai-contract.ts'
import { pointElements, pointHeads, pointMatters } from '#shared/domain/third-party/check-point.ts'
import type { GroupShare } from '#shared/domain/third-party/concentration.ts'
import {
  attentionOn,
  type ContractAttention,
  positionOf,
  readingMatters,
  termMatters,
} from '#shared/domain/third-party/contract-positions.ts'
import { noticeStandings } from '#shared/domain/third-party/incident-notice.ts'
import { termEndOn } from '#shared/domain/third-party/contract-term.ts'
import { liabilityCaps, trainingUses } from '#shared/domain/third-party/contract-reading.ts'
import { columnOf, isCountedPoint, matrixColumns } from '#shared/domain/third-party/gap-matrix.ts'
import { gapStates, type PointState } from '#shared/domain/third-party/reading-standing.ts'
import { pointStateKey } from '#shared/locales/point-state-key.ts'
import { type Cell, type CsvFile, joiner } from './cell.ts'
import { columnsOf, derivedFile, type Of } from './derived-columns.ts'
import { partOf, words } from './labels.ts'
import { Names } from './names.ts'
import { sampleColumn } from './noun-columns.ts'
import { sampleMark } from './register-files.ts'

type ThirdPartyTable = (typeof thirdPartyTables)[number]

const { text, integer, bothLanguages, coded } = columnsOf('thirdParty')
const day = (name: string) => ({ ...text(name), kind: 'day' as const })
const optional = {}

/** contract_gaps.csv, contract_matrix.csv, vendor_concentration.csv. */
export function thirdPartyFiles(state: RegisterState, asOf: Day): Readonly<Record<ThirdPartyTable, CsvFile>> {
  const on = new RegisterOn(state, asOf)
  const names = new Names(state)
  const sample = sampleMark(state)
  return {
    gaps: gapsFile(contractsOn(on), names, sample),
    matrix: matrixFile(on, names, sample),
    concentration: concentrationFile(on, names, sample),
  }
}

/** A contract, or a vendor without one. */
interface ContractRow {
  readonly vendorId: string
  readonly on: ContractOn | null
}

function contractColumns<Row extends ContractRow>(names: Names, sample: string | null): readonly Of<Row>[] {
  const contractOf = ({ on }: Row) => on?.contract.id ?? null
  return [
    {
      column: { ...text('vendor_code', { required: true }), refersTo: { file: 'vendors.csv', column: 'code' } },
      of: ({ vendorId }) => names.code(vendorId) ?? vendorId,
    },
    { column: text('vendor_name'), of: ({ vendorId }) => names.name(vendorId) },
    { column: sampleColumn(sample), of: () => sample },
    { column: text('contract', { required: true }), of: (row) => names.code(contractOf(row)) ?? 'none' },
    {
      column: { ...text('contract_code'), refersTo: { file: 'contracts.csv', column: 'code' } },
      of: (row) => names.code(contractOf(row)),
    },
    { column: text('contract_name'), of: (row) => names.name(contractOf(row)) },
    ...coded<Row>('type', contractTypes, ({ on }) => on?.contract.type ?? null, 'value.contractType', optional),
    { column: text('reading_code'), of: ({ on }) => on?.reading?.code ?? null },
  ]
}

interface GapRow extends ContractRow {
  readonly on: ContractOn
  readonly point: ContractOn['points'][number]
}

/** `ours`: our words; `reworded`: the company's words of one of ours; `own`: a point that the company added. */
const wordings = ['ours', 'reworded', 'own'] as const

function wordingOf({ own, ours }: GapRow['point']): (typeof wordings)[number] {
  if (own === null) return 'ours'
  return ours === null ? 'own' : 'reworded'
}

function gapsFile(contracts: readonly ContractOn[], names: Names, sample: string | null): CsvFile {
  const rows = (): readonly GapRow[] =>
    contracts.flatMap((on) =>
      on.points
        .filter((point) => point.gap && isCountedPoint(point))
        .map((point) => ({ vendorId: on.contract.vendorId, on, point })),
    )
  const answered = (name: string, of: (answer: NonNullable<GapRow['point']['answer']>) => Cell): Of<GapRow> => ({
    column: text(name),
    of: ({ point }) => point.answer && of(point.answer),
  })
  const codes = (ids: readonly string[]) => (ids.length === 0 ? null : names.codes(ids).join(joiner))
  return derivedFile('contract_gaps.csv', ['contract', 'point'], rows, [
    ...contractColumns<GapRow>(names, sample),
    { column: text('point', { required: true }), of: ({ point }) => point.id },
    ...coded<GapRow>('wording', wordings, ({ point }) => wordingOf(point), 'bundle.thirdParty.wordings'),
    ...bothLanguages<GapRow>('question', ({ point }) => point.question),
    ...coded<GapRow>('column', matrixColumns, ({ point }) => columnOf(point), 'contractMatrix.column'),
    ...coded<GapRow>('element', pointElements, ({ point }) => point.element, 'value.pointElement'),
    ...coded<GapRow>('head', pointHeads, ({ point }) => point.head, 'value.pointHead'),
    ...coded<GapRow>('weight', weights, ({ point }) => point.weight, 'value.weight'),
    ...coded<GapRow>('matter', pointMatters, ({ point }) => point.matter, 'value.pointMatter', optional),
    ...coded<GapRow, PointState>('state', gapStates, ({ point }) => point.state, pointStateKey),
    answered('clause', ({ clause }) => clause),
    answered('quotation', ({ quotation }) => quotation),
    answered('reason', ({ reason }) => reason),
    answered('position', ({ position }) => position),
    answered('agreed_text', ({ agreedText }) => agreedText),
    answered('owner_post', ({ ownerPostId }) => names.name(ownerPostId)),
    answered('owner', ({ ownerId }) => names.name(ownerId)),
    { column: day('due_on'), of: ({ point }) => point.answer?.dueOn ?? null },
    answered('accepter', ({ accepterId }) => names.name(accepterId)),
    { column: day('accepted_until'), of: ({ point }) => point.answer?.acceptedUntil ?? null },
    {
      column: text('risk_codes', { joined: true }),
      of: ({ point }) => point.answer && codes(point.answer.riskIds),
    },
    {
      column: text('action_codes', { joined: true }),
      of: ({ point }) => point.answer && codes(point.answer.actionIds),
    },
  ])
}

function matrixFile(on: RegisterOn, names: Names, sample: string | null): CsvFile {
  const rows = vendorRowsOn(on).flatMap(({ vendorId, contracts }): readonly ContractRow[] =>
    contracts.length === 0 ? [{ vendorId, on: null }] : contracts.map((each) => ({ vendorId, on: each })),
  )
  const wanting = new Map(attentionOn(contractsOn(on), on.asOf).map((row) => [row.contractId, row]))
  const attention = (row: ContractRow): ContractAttention | null => wanting.get(row.on?.contract.id ?? '') ?? null
  const end = ({ on: each }: ContractRow) => each && termEndOn(each.contract, on.asOf)
  const position = ({ on: each }: ContractRow) => each && positionOf(each)
  const counts = ['gaps', 'key_gaps', 'applicable'] as const
  const countIn = (count: NonNullable<ContractRow['on']>['count'], name: (typeof counts)[number]) =>
    name === 'key_gaps' ? count.keyGaps : count[name]
  return derivedFile('contract_matrix.csv', ['vendor_code', 'contract'], () => rows, [
    ...contractColumns<ContractRow>(names, sample),
    ...counts.map((name): Of<ContractRow> => ({
      column: { ...text(name), kind: 'integer' },
      of: (row) => row.on && countIn(row.on.count, name),
    })),
    ...matrixColumns.flatMap((column) =>
      counts.map((name): Of<ContractRow> => ({
        column: {
          name: `${column}_${name}`,
          kind: 'integer',
          label: partOf(words(`contractMatrix.column.${column}`), words(`bundle.thirdParty.${name}`)),
        },
        of: (row) => row.on && countIn(row.on.cells[column], name),
      })),
    ),
    { column: day('last_read_on'), of: (row) => row.on?.lastReadOn ?? null },
    ...coded<ContractRow>(
      'reading_matter',
      readingMatters,
      (row) => attention(row)?.reading ?? null,
      'contractAttention.reading',
      optional,
    ),
    { column: day('ends_on'), of: (row) => end(row)?.endsOn ?? null },
    { column: day('notice_by'), of: (row) => end(row)?.noticeBy ?? null },
    ...coded<ContractRow>(
      'term_matter',
      termMatters,
      (row) => attention(row)?.term ?? null,
      'contractAttention.term',
      optional,
    ),
    ...coded<ContractRow>(
      'training_use',
      trainingUses,
      (row) => position(row)?.trainingUse ?? null,
      'value.trainingUse',
      optional,
    ),
    ...coded<ContractRow>(
      'liability_cap',
      liabilityCaps,
      (row) => position(row)?.liabilityCap ?? null,
      'value.liabilityCap',
      optional,
    ),
    {
      column: { ...text('liability_cap_value'), kind: 'number' },
      of: (row) => position(row)?.liabilityCapValue ?? null,
    },
    {
      column: { ...text('incident_notice_hours'), kind: 'integer' },
      of: (row) => position(row)?.incidentNoticeHours ?? null,
    },
    ...coded<ContractRow>(
      'incident_notice',
      noticeStandings,
      (row) => position(row)?.notice ?? null,
      'contractPosition.notice',
      optional,
    ),
    {
      column: text('data_countries', { joined: true }),
      of: (row) => {
        const countries = position(row)?.dataCountries ?? []
        return countries.length === 0 ? null : countries.join(joiner)
      },
    },
    ...coded<ContractRow>(
      'data_basis',
      dataBases,
      (row) => position(row)?.dataBasis ?? null,
      'value.dataBasis',
      optional,
    ),
  ])
}

/** Null: the systems whose vendor nobody knows. */
interface ShareRow {
  readonly group: GroupShare | null
  readonly systemIds: readonly string[]
}

function concentrationFile(on: RegisterOn, names: Names, sample: string | null): CsvFile {
  const { groups, unknownIds, known } = vendorConcentrationOn(on)
  const rows: readonly ShareRow[] = [
    ...groups.map((group) => ({ group, systemIds: group.systemIds })),
    ...(unknownIds.length === 0 ? [] : [{ group: null, systemIds: unknownIds }]),
  ]
  const nameOf = ({ group }: ShareRow) => group && (group.group ?? names.name(group.vendorIds[0] ?? null))
  return derivedFile('vendor_concentration.csv', ['group'], () => rows, [
    { column: text('group', { required: true }), of: ({ group }) => group?.key ?? 'unknown' },
    { column: text('group_name'), of: nameOf },
    { column: sampleColumn(sample), of: () => sample },
    {
      column: text('vendor_codes', { joined: true }),
      of: ({ group }) => group && names.codes(group.vendorIds).join(joiner),
    },
    { column: integer('systems'), of: ({ systemIds }) => systemIds.length },
    { column: { ...text('share'), kind: 'number' }, of: ({ group }) => group?.share ?? null },
    {
      column: { ...text('share_of_systems'), kind: 'number' },
      of: ({ group }) => group && group.systemIds.length / known,
    },
    { column: text('system_codes', { joined: true }), of: ({ systemIds }) => names.codes(systemIds).join(joiner) },
  ])
}
