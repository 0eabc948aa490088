/** Are our contracts with vendors defensible? */
import { cellStatus, type GapCount, matrixColumns } from '#shared/domain/third-party/gap-matrix.ts'
import type { ContractAttentionRow, ContractMatterRow, Figure, ThirdPartiesPage } from '#shared/pack-model/pages.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unbroken } from '#renderer/ui/unbroken.tsx'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { Behind, Code } from './behind.tsx'
import { WordMark } from './pack-marks.tsx'
import { NoRows, PackFigure } from './pack-figure.tsx'
import { PackFigures } from './pack-figures.tsx'
import { Head, Name, Second, usePackWords, Said } from './pack-words.tsx'
import './third-parties-page.css'

export function ThirdPartiesContent({ page }: { page: ThirdPartiesPage }) {
  return (
    <>
      <Matrix figure={page.matrix} />
      <div className="pack-columns third-parties-lower">
        <PackFigures figure={page.figures} />
        <Matters figure={page.matters} />
        <Attention figure={page.attention} />
      </div>
    </>
  )
}

/** A shape and two numbers: no gap, gaps, a gap at a key point, nothing to ask. */
function Gaps({ count, at }: { count: GapCount; at?: string }) {
  const { t } = usePackWords()
  const status = cellStatus(count)
  if (status === 'na' && at === undefined) return <WordMark status="na" of="status.na" />
  const word = status === 'na' ? <Head of="status.na" /> : t('paper.of', { count: count.gaps, total: count.applicable })
  return <StatusMark status={status} word={at === undefined ? word : <Behind at={at}>{word}</Behind>} />
}

function Matrix({ figure }: { figure: ThirdPartiesPage['matrix'] }) {
  const { t } = usePackWords()
  const { rows, all, more } = figure.data
  return (
    <PackFigure figure={figure} more={more} signs={<GapKey />}>
      {(titleId) =>
        rows.length === 0 ? (
          <NoRows>
            <Head of="paper.none.contracts" />
          </NoRows>
        ) : (
          <table className="pack-table pack-fixed third-parties-matrix" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col">
                  <Head of="noun.vendor.one" />
                </th>
                <th scope="col" className="third-parties-contracts">
                  <Head of="noun.contract.many" />
                </th>
                {matrixColumns.map((column) => (
                  <th key={column} scope="col">
                    <Head of={`contractMatrix.column.${column}`} />
                  </th>
                ))}
                <th scope="col" className="third-parties-total">
                  <Head of="paper.column.total" />
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ code, name, contracts, unread, count, cells, previousGaps }) => (
                <tr key={code}>
                  <th scope="row">
                    <span className="third-parties-name">
                      <span className="pack-second">
                        <Code of={code} />
                      </span>{' '}
                      <Name of={name} />
                    </span>
                  </th>
                  <td>
                    <Behind at={behindKey.contracts(code)}>{contracts}</Behind>
                    {unread > 0 && (
                      <span className="pack-small">
                        {' '}
                        <Said of={({ t }) => t('paper.unreadOf', { count: unread })} />
                      </span>
                    )}
                  </td>
                  {cells === null ? (
                    <td colSpan={matrixColumns.length + 1}>
                      <WordMark status="no_data" of="contractMatrix.noContract" />
                    </td>
                  ) : (
                    <>
                      {matrixColumns.map((column) => (
                        <td key={column}>
                          <Gaps count={cells[column]} at={behindKey.contractGaps(code, column)} />
                        </td>
                      ))}
                      <td className="pack-strong pack-whole">
                        <Behind at={behindKey.contractGaps(code, 'all')}>
                          {t('paper.of', { count: count.gaps, total: count.applicable })}
                        </Behind>
                        {previousGaps !== null && (
                          <span className="pack-small">
                            {' '}
                            <Said of={({ t }) => t('paper.previousGaps', { count: previousGaps })} />
                          </span>
                        )}
                      </td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  <Head of="contractMatrix.all" />
                </th>
                {matrixColumns.map((column) => (
                  <td key={column}>
                    <Gaps count={all[column]} at={behindKey.contractGaps('all', column)} />
                  </td>
                ))}
                <td>
                  <Behind at={behindKey.contractGaps('all', 'all')}>
                    <Total all={all} />
                  </Behind>
                </td>
              </tr>
            </tfoot>
          </table>
        )
      }
    </PackFigure>
  )
}

function Total({ all }: { all: ThirdPartiesPage['matrix']['data']['all'] }) {
  const { t } = usePackWords()
  const sum = (of: (count: GapCount) => number) => matrixColumns.reduce((total, column) => total + of(all[column]), 0)
  return t('paper.of', { count: sum(({ gaps }) => gaps), total: sum(({ applicable }) => applicable) })
}

function GapKey() {
  return (
    <span className="third-parties-key" aria-hidden>
      {(['within', 'warning', 'breach'] as const).map((status) => (
        <WordMark key={status} status={status} of={`contractMatrix.cell.${status}`} />
      ))}
    </span>
  )
}

function Matters({ figure }: { figure: Figure<readonly ContractMatterRow[]> }) {
  const { t } = usePackWords()
  return (
    <PackFigure figure={figure}>
      {(titleId) =>
        figure.empty !== null ? (
          <NoRows>
            <Head of="paper.none.contracts" />
          </NoRows>
        ) : (
          <table className="pack-table pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col">
                  <Head of="paper.column.matter" />
                </th>
                <th scope="col" style={{ width: 84 }}>
                  <Head of="contractMatrix.gaps" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.map(({ matter, count, contracts }) => (
                <tr key={matter}>
                  <th scope="row">
                    <Head of={`value.pointMatter.${matter}`} />
                    {contracts.length > 0 && (
                      <span className="pack-small pack-line">
                        <Unbroken
                          text={t('paper.contractsNamed', {
                            count: contracts.length,
                            first: contracts.slice(0, 2).join(t('pack.listSeparator')),
                          })}
                        />
                        <Second
                          of={(words) =>
                            words.t('paper.contractsNamed', {
                              count: contracts.length,
                              first: contracts.slice(0, 2).join(words.t('pack.listSeparator')),
                            })
                          }
                        />
                      </span>
                    )}
                  </th>
                  <td>
                    <Gaps count={count} />
                    {count.keyGaps > 0 && (
                      <span className="pack-small pack-line">
                        <Said of={({ t }) => t('paper.keyGaps', { count: count.keyGaps })} />
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

function Attention({ figure }: { figure: ThirdPartiesPage['attention'] }) {
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>
            <Head of="paper.none.contractAttention" />
          </NoRows>
        ) : (
          <table className="pack-table pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" className="pack-code">
                  <Head of="paper.column.code" />
                </th>
                <th scope="col">
                  <Head of="noun.contract.one" />
                </th>
                <th scope="col" style={{ width: 128 }}>
                  <Head of="paper.column.contractTerm" />
                </th>
                <th scope="col" style={{ width: 104 }}>
                  <Head of="paper.column.contractReading" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <AttentionOf key={row.code} row={row} />
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

function AttentionOf({ row }: { row: ContractAttentionRow }) {
  return (
    <tr>
      <td className="pack-code">
        <Code of={row.code} />
      </td>
      <th scope="row">
        <span className="third-parties-name">
          <Name of={row.name} />
        </span>
        <span className="pack-small third-parties-name">
          <Name of={row.vendor} />
        </span>
      </th>
      <td>
        {row.term === null ? (
          <Head of="contractAttention.term.none" />
        ) : (
          <>
            {row.term.on}
            <span className="pack-small pack-line">
              <Head of={`contractAttention.term.${row.term.matter}`} />
            </span>
          </>
        )}
      </td>
      <td>
        <Head of={`contractAttention.reading.${row.reading ?? 'read'}`} />
        {row.lastReadOn !== null && <span className="pack-small pack-line">{row.lastReadOn}</span>}
      </td>
    </tr>
  )
}
