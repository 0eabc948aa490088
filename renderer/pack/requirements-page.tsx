/** Measured against what, how far, and what was set aside by whom. */
import { applyingOf, type Coverage, standings } from '#shared/domain/requirements/standing.ts'
import type {
  Capped,
  ExclusionRow,
  Figure,
  PackCoverageRow,
  PrincipleCoverageRow,
  RequirementGapRow,
  RequirementsPage,
} from '#shared/pack-model/pages.ts'
import { FillSample } from '#renderer/charts/chart-fill.tsx'
import { StackedBar } from '#renderer/charts/stacked-bar.tsx'
import { standingFills, standingMarks } from '#renderer/charts/standing-look.ts'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { Behind } from './behind.tsx'
import { Answering, WordMark } from './pack-marks.tsx'
import { NoRows, PackFigure } from './pack-figure.tsx'
import { Head, Name, ShortName, usePackWords, Said } from './pack-words.tsx'

export function RequirementsContent({ page }: { page: RequirementsPage }) {
  return (
    <div className="pack-columns requirements-body">
      <div>
        <Packs figure={page.coverage} />
        <Gaps figure={page.gaps} />
      </div>
      <div>
        <Principles figure={page.principles} />
        <Exclusions figure={page.exclusions} />
      </div>
    </div>
  )
}

function Packs({ figure }: { figure: Figure<Capped<PackCoverageRow>> }) {
  const { language } = usePackWords()
  const first = figure.data.rows.every((row) => row.previous === null)
  const subjects = ['company', 'systems'] as const
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) => (
        <>
          <ul className="requirements-key" aria-hidden>
            {standings.map((each) => (
              <li key={each}>
                <FillSample fill={standingFills[each]} /> <Head of={`requirement.standing.${each}`} />
              </li>
            ))}
          </ul>
          <table className="pack-table pack-barred pack-tight pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col">
                  <Head of="paper.column.pack" />
                </th>
                {subjects.map((subject) => (
                  // So narrow that the name of a guideline and its version find room in one line of a page that is full.
                  <th key={subject} scope="col" style={{ width: 176 }}>
                    <Head of={`requirement.dimension.${subject}`} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.pack.id}>
                  <th scope="row">
                    <span className="pack-clamp pack-clamp-two">
                      <Name of={row.pack.title} />
                      {row.pack.status !== 'ours' && row.pack.status !== 'in_force' && ` ${row.pack.version}`}
                      {row.pack.status === 'ours' && (
                        <span className="pack-small">
                          {' '}
                          <Head of="requirement.ours" />
                        </span>
                      )}
                    </span>
                  </th>
                  {subjects.map((subject) => {
                    const before = row.previous?.[subject] ?? null
                    return (
                      <td key={subject} className="pack-canvas" lang={language}>
                        <Bar counts={row[subject]} width={84} at={behindKey.requirement(row.pack.id, subject)} />
                        {!first && before !== null && applyingOf(before) > 0 && (
                          <span className="pack-small pack-line">
                            <Said
                              of={({ t }) =>
                                t('paper.previousOf', { count: before.evidenced, total: applyingOf(before) })
                              }
                            />
                          </span>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </PackFigure>
  )
}

/** A bar with what is proved of what applies; a word where nothing is asked. */
function Bar({ counts, width, at }: { counts: Coverage; width: number; at: string }) {
  const { t } = usePackWords()
  const total = applyingOf(counts)
  if (total + counts.not_applicable === 0)
    return (
      <span className="pack-small">
        <Head of="requirement.nothingAsked" />
      </span>
    )
  return (
    <span className="requirements-bar">
      <StackedBar
        label={standings
          .filter((each) => counts[each] > 0)
          .map((each) => t('paper.part', { part: t(`requirement.standing.${each}`), count: counts[each] }))
          .join(t('paper.partGap'))}
        segments={standings.map((key) => ({ key, count: counts[key], fill: standingFills[key] }))}
        before={null}
        width={width}
        height={18}
      />{' '}
      <span className="pack-strong">
        <Behind at={at}>{t('paper.of', { count: counts.evidenced, total })}</Behind>
      </span>
    </span>
  )
}

function Principles({ figure }: { figure: Figure<readonly PrincipleCoverageRow[]> }) {
  return (
    <PackFigure figure={figure}>
      {(titleId) => (
        <table className="pack-table pack-barred pack-tight pack-fixed" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">
                <Head of="paper.column.principle" />
              </th>
              <th scope="col" style={{ width: 190 }}>
                <Head of="requirement.dimension.systems" />
              </th>
            </tr>
          </thead>
          <tbody>
            {figure.data.map((row) => (
              <tr key={row.principle}>
                <th scope="row">
                  <Head of={`principle.${row.principle}`} />
                </th>
                <td className="pack-canvas">
                  <Bar counts={row.coverage} width={84} at={behindKey.principle(row.principle)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}

/** The title of an item in the pack's language; a dagger where it was only partly found. */
function ItemTitle({ of }: { of: RequirementGapRow['title'] }) {
  const { language } = usePackWords()
  const title = of[language] ?? of[language === 'ja' ? 'en' : 'ja']
  if (title === null) return null
  return (
    <span lang={of[language] === null ? (language === 'ja' ? 'en' : 'ja') : undefined}>
      {title.text}
      {title.evidence === 'FM' && '†'}
    </span>
  )
}

function Gaps({ figure }: { figure: Figure<Capped<RequirementGapRow>> }) {
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>
            <Head of="paper.none.requirementGaps" />
          </NoRows>
        ) : (
          <table className="pack-table pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" style={{ width: 92 }}>
                  <Head of="paper.column.item" />
                </th>
                <th scope="col">
                  <Head of="paper.column.title" />
                </th>
                <th scope="col" style={{ width: 76 }}>
                  <Head of="paper.column.subject" />
                </th>
                <th scope="col" style={{ width: 104 }}>
                  <Head of="paper.column.state" />
                </th>
                <th scope="col" style={{ width: 92 }}>
                  <Head of="paper.column.executive" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={`${row.id} ${row.system ?? ''}`}>
                  <td className="pack-code">{row.id}</td>
                  <th scope="row">
                    <span className="pack-clamp">
                      <ItemTitle of={row.title} />
                    </span>
                  </th>
                  <td>{row.system ?? <Head of="requirement.dimension.company" />}</td>
                  <td>
                    <WordMark status={standingMarks[row.standing]} of={`requirement.standing.${row.standing}`} />
                  </td>
                  <td>{row.executive === null ? '' : <Answering answerer={row.executive} personOnly />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

function Exclusions({ figure }: { figure: Figure<Capped<ExclusionRow>> }) {
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>
            <Head of="paper.none.requirementExclusions" />
          </NoRows>
        ) : (
          <table className="pack-table pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col">
                  <Head of="paper.column.item" />
                </th>
                <th scope="col" style={{ width: 150 }}>
                  <Head of="paper.column.reason" />
                </th>
                <th scope="col" style={{ width: 108 }}>
                  <Head of="paper.column.approvedBy" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <span className="pack-code">{row.id}</span>
                    <span className="pack-clamp pack-clamp-one">
                      <ItemTitle of={row.title} />
                    </span>
                    <span className="pack-small pack-line">
                      <Said
                        of={({ t }) =>
                          row.systems.length === 0
                            ? t('requirement.dimension.company')
                            : t('paper.systemsNamed', { count: row.systems.length, first: row.systems[0] ?? '' })
                        }
                      />
                    </span>
                  </th>
                  <td>
                    <span className="pack-clamp pack-clamp-two">{row.reason}</span>
                    {row.reasons > 1 && (
                      <span className="pack-small pack-line">
                        <Said of={({ t }) => t('paper.moreReasons', { count: row.reasons - 1 })} />
                      </span>
                    )}
                  </td>
                  <td>
                    {row.approver === null ? '' : <ShortName of={row.approver} />}
                    <span className="pack-small pack-line">{row.on}</span>
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
