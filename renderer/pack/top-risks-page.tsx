/** Who owns the worst ten, and is treatment working? */
import type { Capped, CategoryRow, Figure, RiskRow, TopRisksPage } from '#shared/pack-model/pages.ts'
import { AcceptanceWord, Answering, BandMark, LevelSteps, MovementWord, OutsideMark, RiskStrip } from './pack-marks.tsx'
import { NoRows, PackFigure } from './pack-figure.tsx'
import { Name, usePackWords } from './pack-words.tsx'

export function TopRisksContent({ page }: { page: TopRisksPage }) {
  return (
    <>
      <WorstTen figure={page.risks} />
      <Categories figure={page.categories} />
    </>
  )
}

function WorstTen({ figure }: { figure: Figure<Capped<RiskRow>> }) {
  const { t } = usePackWords()
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>{t('paper.none.risks')}</NoRows>
        ) : (
          <table className="pack-table" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" style={{ width: 22 }}>
                  <span className="pack-hidden">{t('paper.column.rank')}</span>
                </th>
                <th scope="col" className="pack-code">
                  {t('paper.column.code')}
                </th>
                <th scope="col">{t('paper.column.risk')}</th>
                <th scope="col" style={{ width: 84 }}>
                  {t('paper.column.systems')}
                </th>
                <th scope="col" style={{ width: 120 }}>
                  {t('paper.column.riskOwner')}
                </th>
                <th scope="col" style={{ width: 104 }}>
                  {t('paper.column.level')}
                </th>
                <th scope="col" style={{ width: 132 }}>
                  {t('paper.column.steps')}
                </th>
                <th scope="col" style={{ width: 58 }}>
                  {t('paper.column.evidenced')}
                </th>
                <th scope="col" style={{ width: 72 }}>
                  {t('paper.column.appetite')}
                </th>
                <th scope="col" style={{ width: 62 }}>
                  {t('paper.column.movement')}
                </th>
                <th scope="col" style={{ width: 92 }}>
                  {t('paper.column.acceptance')}
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.code}>
                  <td className="pack-strong">{row.rank}</td>
                  <td className="pack-code">{row.code}</td>
                  <th scope="row">
                    <span className="pack-clamp">
                      <Name of={row.name} />
                    </span>
                    <span className="pack-small">{t(`principle.${row.category}`)}</span>
                  </th>
                  <td className="pack-small">
                    <SystemCodes codes={row.systems} />
                  </td>
                  <td>
                    <Answering answerer={row.owner} />
                  </td>
                  <td>
                    <RiskStrip row={row} width={98} />
                  </td>
                  <td>
                    <LevelSteps row={row} />
                  </td>
                  <td>
                    <BandMark level={row.evidenced} strong={row.evidenceGap > 0} />
                  </td>
                  <td>
                    <OutsideMark outside={row.outside} packs={row.packsOutside} />
                  </td>
                  <td>
                    <MovementWord movement={row.movement} />
                  </td>
                  <td className="pack-small">
                    <AcceptanceWord acceptance={row.acceptance} />
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

/** At most three codes; how many more there are is said. */
function SystemCodes({ codes }: { codes: readonly string[] }) {
  const { t } = usePackWords()
  if (codes.length === 0) return t('paper.wholeCompany')
  const shown = codes.length > 3 ? codes.slice(0, 2) : codes
  return (
    <>
      {shown.map((code) => (
        <span key={code} className="pack-line">
          {code}
        </span>
      ))}
      {shown.length < codes.length && t('paper.andMore', { count: codes.length - shown.length })}
    </>
  )
}

/** Two tables side by side, so that all eleven categories stay on the page. */
function Categories({ figure }: { figure: Figure<readonly CategoryRow[]> }) {
  const { t } = usePackWords()
  const half = Math.ceil(figure.data.length / 2)
  const halves = [figure.data.slice(0, half), figure.data.slice(half)].filter((rows) => rows.length > 0)
  return (
    <PackFigure figure={figure}>
      {(titleId) =>
        figure.data.length === 0 ? (
          <NoRows>{t('paper.none.risks')}</NoRows>
        ) : (
          <div className="pack-columns pack-halves">
            {halves.map((rows, index) => (
              <CategoryTable key={index} rows={rows} titleId={titleId} />
            ))}
          </div>
        )
      }
    </PackFigure>
  )
}

function CategoryTable({ rows, titleId }: { rows: readonly CategoryRow[]; titleId: string }) {
  const { t } = usePackWords()
  return (
    <table className="pack-table pack-close" aria-labelledby={titleId}>
      <thead>
        <tr>
          <th scope="col">{t('paper.column.category')}</th>
          <th scope="col" style={{ width: 118 }}>
            {t('paper.column.appetiteAndTolerance')}
          </th>
          <th scope="col" className="pack-number" style={{ width: 64 }}>
            {t('paper.column.unassessed')}
          </th>
          <th scope="col" className="pack-number" style={{ width: 84 }}>
            {t('paper.column.outside')}
          </th>
          <th scope="col" className="pack-number" style={{ width: 60 }}>
            {t('paper.column.previous')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.category}>
            <th scope="row">{t(`principle.${row.category}`)}</th>
            <td>
              {t('paper.limits', {
                appetite: t(`band.${row.limits.appetite}`),
                tolerance: t(`band.${row.limits.tolerance}`),
              })}
              {row.limits.provisional && <span className="pack-small"> {t('status.provisional')}</span>}
            </td>
            <td className="pack-number">{row.unassessed}</td>
            <td className="pack-number">{t('paper.of', { count: row.outside, total: row.total })}</td>
            <td className="pack-number">{row.previousOutside ?? t('paper.notComparable')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
