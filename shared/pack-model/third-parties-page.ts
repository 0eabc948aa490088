/** Are our contracts with vendors defensible? The gap matrix, what the figures say, and what ends or was never read. */
import type { KriId } from '../domain/metrics/kri-result.ts'
import { tileOf } from '../domain/metrics/kri-tile.ts'
import { contractsOn, vendorConcentrationOn, vendorRowsOn } from '../domain/metrics/third-party-on.ts'
import type { RegisterState } from '../domain/register-state.ts'
import { type Statement, statement } from '../domain/statement.ts'
import { attentionOn, type ContractAttention } from '../domain/third-party/contract-positions.ts'
import { sumOfCells } from '../domain/third-party/gap-matrix.ts'
import { matterRowsOf } from '../domain/third-party/vendor-rows.ts'
import { capped, kri, type PackContext, type Side } from './pack-context.ts'
import type { ContractAttentionRow, GapMatrixRow, ThirdPartiesPage } from './pages.ts'

const shownFigures = ['K18', 'K19', 'K20', 'KRI-08'] as const satisfies readonly KriId[]

/** Null where the register knows no vendor and no contract: then there is nothing to say, and the pack has no such page. */
export function thirdPartiesPage(context: PackContext, number: number): ThirdPartiesPage | null {
  const { state, on } = context
  if ([...state.vendors, ...state.contracts].every(({ withdrawn }) => withdrawn !== null)) return null
  const contracts = contractsOn(on)
  const rows = vendorRowsOn(on)
  const now = { code: context.input.code, asOf: context.asOf }
  const names = namesIn(state)
  const attention = attentionOn(contracts, context.asOf)
  const before = context.previous && gapsOf(context.previous)
  return {
    number,
    key: 'thirdParties',
    orientation: 'landscape',
    name: statement('pack.page.thirdParties'),
    title: titleOf(context),
    lead: leadOf(context),
    matrix: context.figure(
      'contractMatrix',
      {
        ...capped(gapMatrixRows(context, rows), 9, 'contract_matrix'),
        all: sumOfCells(contracts.map(({ cells }) => cells)),
      },
      {
        aside:
          before === null
            ? null
            : statement('pack.aside.contractMatrix', { gaps: kri(context, 'K18').numerator ?? 0, before }),
        meaning: statement('pack.meaning.contractMatrix'),
      },
    ),
    figures: context.figure(
      'contractFigures',
      shownFigures.map((id) => ({
        ...tileOf(kri(context, id), now, context.history),
        title: statement(`kri.${id}.title`),
      })),
      { meaning: statement('pack.meaning.contractFigures') },
    ),
    matters: context.figure(
      'contractMatters',
      matterRowsOf(contracts).map(({ matter, count, contracts: having }) => ({
        matter,
        count,
        contracts: having.map(({ contract }) => contract.code),
      })),
      { isEmpty: contracts.length === 0 },
    ),
    attention: context.figure(
      'contractAttention',
      capped(
        attention.map((row) => attentionRow(row, names)),
        5,
        'contract_matrix',
      ),
      { meaning: statement('pack.meaning.contractAttention') },
    ),
  }
}

function namesIn(state: RegisterState) {
  const records = [...state.vendors, ...state.contracts].map(({ id, code, name }) => [id, { code, name }] as const)
  const known = new Map(records)
  return (id: string) => known.get(id) ?? { code: id, name: { ja: id, en: null } }
}

function titleOf(context: PackContext): Statement {
  const contracts = contractsOn(context.on)
  if (contracts.length === 0)
    return statement('pack.thirdParties.noContract', {
      count: context.state.vendors.filter(({ withdrawn }) => withdrawn === null).length,
    })
  const { numerator, denominator } = kri(context, 'K18')
  return statement('pack.thirdParties.title', {
    total: contracts.length,
    unread: contracts.filter(({ read }) => !read).length,
    gaps: numerator ?? 0,
    applicable: denominator ?? 0,
  })
}

function leadOf(context: PackContext): readonly Statement[] {
  const { systems, known } = vendorConcentrationOn(context.on)
  return [statement('pack.lead.thirdParties', { known, systems }), statement('pack.lead.pointsOurs')]
}

function gapMatrixRows(context: PackContext, rows: ReturnType<typeof vendorRowsOn>): readonly GapMatrixRow[] {
  const names = namesIn(context.state)
  const before = new Map(context.previous ? vendorRowsOn(context.previous.on).map((row) => [row.vendorId, row]) : [])
  return rows.map(({ vendorId, contracts, count, cells }) => ({
    ...names(vendorId),
    contracts: contracts.length,
    unread: contracts.filter(({ read }) => !read).length,
    count,
    cells,
    previousGaps: before.get(vendorId)?.count.gaps ?? null,
  }))
}

/** Null where the previous pack knew no contract: nothing to compare with. */
function gapsOf(side: Side): number | null {
  const contracts = contractsOn(side.on)
  return contracts.length === 0 ? null : contracts.reduce((sum, { count }) => sum + count.gaps, 0)
}

function attentionRow(row: ContractAttention, names: ReturnType<typeof namesIn>): ContractAttentionRow {
  return {
    ...names(row.contractId),
    vendor: names(row.vendorId).name,
    term: row.term &&
      row.end && {
        matter: row.term,
        on: row.term === 'notice_due' ? (row.end.noticeBy ?? row.end.endsOn) : row.end.endsOn,
      },
    reading: row.reading,
    lastReadOn: row.lastReadOn,
  }
}
