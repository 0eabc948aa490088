/** Who owns the worst ten, and is treatment working? */
import type { Capped, CategoryRow, Figure, RiskRow, TopRisksPage } from '#shared/pack-model/pages.ts'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { Behind, Code, LinkedText } from './behind.tsx'
import { AcceptanceWord, Answering, BandMark, LevelSteps, LimitBands, OutsideMark, RiskStrip } from './pack-marks.tsx'
import { StripKey } from './mark-keys.tsx'
import { OverPacks } from './over-packs-words.tsx'
import { NoRows, PackFigure } from './pack-figure.tsx'
import { Head, Name, usePackWords } from './pack-words.tsx'

export function TopRisksContent({ page, first }: { page: TopRisksPage; first: boolean }) {
  return (
    <>
      <WorstTen figure={page.risks} first={first} />
      <Categories figure={page.categories} />
    </>
  )
}

function WorstTen({ figure, first }: { figure: Figure<Capped<RiskRow>>; first: boolean }) {
  return (
    <PackFigure
      figure={figure}
      more={figure.data.more}
      signs={figure.data.rows.length > 0 && <StripKey first={first} />}
    >
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>
            <Head of="paper.none.risks" />
          </NoRows>
        ) : (
          <table className="pack-table pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" style={{ width: 22 }}>
                  <span className="pack-hidden">
                    <Head of="paper.column.rank" />
                  </span>
                </th>
                <th scope="col" style={{ width: 76 }}>
                  <Head of="paper.column.codeAndSystems" />
                </th>
                <th scope="col">
                  <Head of="paper.column.risk" />
                </th>
                <th scope="col" style={{ width: 146 }}>
                  <Head of="paper.column.riskOwner" />
                </th>
                <th scope="col" style={{ width: 170 }}>
                  <Head of="paper.column.steps" />
                </th>
                <th scope="col" style={{ width: 82 }}>
                  <Head of="paper.column.evidenced" />
                </th>
                <th scope="col" style={{ width: 114 }}>
                  <Head of="paper.column.appetiteOfCategory" />
                </th>
                <th scope="col" style={{ width: 142 }}>
                  <Head of="paper.column.movement" />
                </th>
                <th scope="col" style={{ width: 128 }}>
                  <Head of="paper.column.acceptance" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.code}>
                  <td className="pack-strong">{row.rank}</td>
                  <td>
                    <span className="pack-second">
                      <Code of={row.code} />
                    </span>
                    <span className="pack-small pack-line">
                      <SystemCodes codes={row.systems} />
                    </span>
                  </td>
                  <th scope="row">
                    <span className="pack-clamp pack-clamp-two">
                      <Name of={row.name} />
                    </span>
                  </th>
                  <td className="pack-answerer">
                    <Answering answerer={row.owner} />
                  </td>
                  <td>
                    <RiskStrip row={row} width={132} />
                    <LevelSteps row={row} />
                  </td>
                  <td>
                    <BandMark level={row.evidenced} strong={row.evidenceGap > 0} />
                  </td>
                  <td>
                    <OutsideMark outside={row.outside} />
                    <span className="pack-small pack-line">
                      <Head of={`value.riskCategory.${row.category}`} />
                    </span>
                  </td>
                  <td>
                    <OverPacks movement={row.movement} over={row.over} />
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

/** The first code, and how many more there are. */
function SystemCodes({ codes }: { codes: readonly string[] }) {
  const { t } = usePackWords()
  const [first] = codes
  if (first === undefined) return t('paper.noSystem')
  const text = codes.length === 1 ? first : t('paper.firstAndMore', { first, count: codes.length - 1 })
  return <LinkedText text={text} plain />
}

/** Three tables side by side, so that all eleven categories stay on the page. */
function Categories({ figure }: { figure: Figure<readonly CategoryRow[]> }) {
  const third = Math.ceil(figure.data.length / 3)
  const parts = [0, 1, 2].map((part) => figure.data.slice(part * third, (part + 1) * third))
  return (
    <PackFigure figure={figure} meaningAbove>
      {(titleId) =>
        figure.data.length === 0 ? (
          <NoRows>
            <Head of="paper.none.risks" />
          </NoRows>
        ) : (
          <div className="pack-columns pack-thirds">
            {parts.map(
              (rows, index) =>
                rows.length > 0 && <CategoryTable key={index} rows={rows} all={figure.data} titleId={titleId} />,
            )}
          </div>
        )
      }
    </PackFigure>
  )
}

interface CategoryTableProps {
  rows: readonly CategoryRow[]
  all: readonly CategoryRow[]
  titleId: string
}

function CategoryTable({ rows, all, titleId }: CategoryTableProps) {
  const { t } = usePackWords()
  const allProvisional = all.every((row) => row.limits.provisional)
  const unassessed = all.some((row) => row.unassessed > 0)
  const compared = all.some((row) => row.previousOutside !== null)
  return (
    <table className="pack-table pack-close pack-tight" aria-labelledby={titleId}>
      <thead>
        <tr>
          <th scope="col">
            <Head of="paper.column.category" />
          </th>
          <th scope="col">
            <Head of="paper.column.appetiteAndTolerance" />
            {allProvisional && (
              <span className="pack-line pack-small">
                <Head of="status.provisional" />
              </span>
            )}
          </th>
          {unassessed && (
            <th scope="col" className="pack-number">
              <Head of="paper.unassessed" />
            </th>
          )}
          <th scope="col" className="pack-number">
            <Head of="paper.column.outsideShort" />
          </th>
          {compared && (
            <th scope="col" className="pack-number">
              <Head of="paper.column.previous" />
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.category}>
            <th scope="row">
              <Head of={`value.riskCategory.${row.category}`} />
            </th>
            <td className="pack-whole">
              <LimitBands limits={row.limits} />
              {row.limits.provisional && !allProvisional && (
                <span className="pack-small pack-line">
                  <Head of="status.provisional" />
                </span>
              )}
            </td>
            {unassessed && (
              <td className="pack-number">
                <Behind at={behindKey.category(row.category, 'unassessed')}>{row.unassessed}</Behind>
              </td>
            )}
            <td className="pack-number">
              <Behind at={behindKey.category(row.category, row.outside > 0 ? 'outside' : 'all')}>
                {t('paper.of', { count: row.outside, total: row.total })}
              </Behind>
            </td>
            {compared && <td className="pack-number">{row.previousOutside ?? t('paper.notComparable')}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
