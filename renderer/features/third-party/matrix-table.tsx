/** Rows of vendors, their contracts unfolded under them, and the points of one chosen cell beneath its row. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Fragment, type ReactNode, useId, useState } from 'react'
import { recordPath } from '#renderer/records/noun-path.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Link } from 'wouter'
import type { CellInput, ContractMatrix } from '#shared/contract/third-party-figures.ts'
import { type GapCells, type GapCount, matrixColumns } from '#shared/domain/third-party/gap-matrix.ts'
import { CellPoints } from './cell-points.tsx'
import { GapValue } from './gap-value.tsx'

type Row = ContractMatrix['rows'][number]

export function MatrixTable({ data }: { readonly data: ContractMatrix }) {
  const words = useWords()
  const { t } = words
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<CellInput | null>(null)
  const toggle = (vendorId: string) => {
    const next = new Set(unfolded)
    if (!next.delete(vendorId)) next.add(vendorId)
    setUnfolded(next)
  }
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('contractMatrix.heading')}>
      <table className="plain-table gap-matrix">
        <caption className="visually-hidden">{t('contractMatrix.heading')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.one('vendor')}</th>
            {matrixColumns.map((column) => (
              <th key={column} scope="col">
                {t(`contractMatrix.column.${column}`)}
              </th>
            ))}
            <th scope="col">{t('contractMatrix.total')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <Fragment key={row.vendorId}>
              <VendorRow
                row={row}
                data={data}
                open={unfolded.has(row.vendorId)}
                onToggle={() => toggle(row.vendorId)}
                chosen={chosen}
                onChoose={setChosen}
              />
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('contractMatrix.all')}</th>
            {matrixColumns.map((column) => (
              <td key={column}>
                <GapValue count={data.all[column]} />
              </td>
            ))}
            <td>
              <GapValue count={data.count} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

interface RowProps {
  readonly row: Row
  readonly data: ContractMatrix
  readonly open: boolean
  readonly onToggle: () => void
  readonly chosen: CellInput | null
  readonly onChoose: (cell: CellInput | null) => void
}

function VendorRow({ row, data, open, onToggle, chosen, onChoose }: RowProps) {
  const words = useWords()
  const { t } = words
  const name = words.label(data.labels, row.vendorId)
  const unread = row.contracts.filter(({ read }) => !read).length
  return (
    <>
      <tr>
        <th scope="row">
          {row.contracts.length > 0 && (
            <button
              type="button"
              className="gap-matrix-fold"
              aria-expanded={open}
              aria-label={t('contractMatrix.unfold', { name })}
              onClick={onToggle}
            >
              {open ? <IconChevronDown size={16} stroke={1.5} /> : <IconChevronRight size={16} stroke={1.5} />}
            </button>
          )}
          <Link href={recordPath('vendor', row.vendorId)} className="link">
            <span className="code">{data.labels[row.vendorId]?.code}</span> {name}
          </Link>
          {row.contracts.length > 0 && (
            <span className="hint gap-matrix-note">
              {t('contractMatrix.contracts', { count: row.contracts.length })}
              {unread > 0 && t('contractMatrix.unread', { count: unread })}
            </span>
          )}
        </th>
        {row.cells === null ? (
          <td colSpan={matrixColumns.length + 1}>
            <StatusMark status="no_data" word={t('contractMatrix.noContract')} />
          </td>
        ) : (
          <Cells
            cells={row.cells}
            count={row.count}
            name={name}
            of={{ vendorId: row.vendorId, contractId: null }}
            chosen={chosen}
            onChoose={onChoose}
          />
        )}
      </tr>
      <Points
        of={{ vendorId: row.vendorId, contractId: null }}
        chosen={chosen}
        name={name}
        onClose={() => onChoose(null)}
      />
      {open &&
        row.contracts.map((contract) => {
          const of = { vendorId: row.vendorId, contractId: contract.contractId }
          const contractName = words.label(data.labels, contract.contractId)
          return (
            <Fragment key={contract.contractId}>
              <tr className="gap-matrix-contract">
                <th scope="row">
                  <Link href={recordPath('contract', contract.contractId)} className="link">
                    <span className="code">{data.labels[contract.contractId]?.code}</span> {contractName}
                  </Link>
                  {!contract.read && (
                    <span className="hint gap-matrix-note">{t('contractAttention.reading.not_started')}</span>
                  )}
                </th>
                <Cells
                  cells={contract.cells}
                  count={contract.count}
                  name={contractName}
                  of={of}
                  chosen={chosen}
                  onChoose={onChoose}
                />
              </tr>
              <Points of={of} chosen={chosen} name={contractName} onClose={() => onChoose(null)} />
            </Fragment>
          )
        })}
    </>
  )
}

type Place = Pick<CellInput, 'vendorId' | 'contractId'>

const isIn = (chosen: CellInput | null, of: Place): chosen is CellInput =>
  chosen !== null && chosen.vendorId === of.vendorId && chosen.contractId === of.contractId

interface CellsProps {
  readonly cells: GapCells
  readonly count: GapCount
  readonly name: string
  readonly of: Place
  readonly chosen: CellInput | null
  readonly onChoose: (cell: CellInput | null) => void
}

function Cells({ cells, count, name, of, chosen, onChoose }: CellsProps): ReactNode {
  const { t } = useWords()
  return (
    <>
      {matrixColumns.map((column) => {
        const open = isIn(chosen, of) && chosen.column === column
        const cell = cells[column]
        return (
          <td key={column}>
            {cell.applicable === 0 ? (
              <GapValue count={cell} />
            ) : (
              <button
                type="button"
                className="gap-matrix-cell"
                aria-expanded={open}
                aria-label={t('contractMatrix.openCell', {
                  name,
                  column: t(`contractMatrix.column.${column}`),
                  gaps: cell.gaps,
                  applicable: cell.applicable,
                  keyGaps: cell.keyGaps,
                })}
                onClick={() => onChoose(open ? null : { ...of, column })}
              >
                <GapValue count={cell} />
              </button>
            )}
          </td>
        )
      })}
      <td>
        <GapValue count={count} />
      </td>
    </>
  )
}

interface PointsProps {
  readonly of: Place
  readonly chosen: CellInput | null
  readonly name: string
  readonly onClose: () => void
}

function Points({ of, chosen, name, onClose }: PointsProps) {
  const { t } = useWords()
  const id = useId()
  if (!isIn(chosen, of)) return null
  return (
    <tr>
      <td colSpan={matrixColumns.length + 2}>
        <section aria-labelledby={id} className="gap-matrix-points">
          <h3 id={id}>{t('contractMatrix.points', { name, column: t(`contractMatrix.column.${chosen.column}`) })}</h3>
          <CellPoints cell={chosen} />
          <button type="button" className="button" onClick={onClose}>
            {t('action.close')}
          </button>
        </section>
      </td>
    </tr>
  )
}
