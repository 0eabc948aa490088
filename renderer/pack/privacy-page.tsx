/** From systems to current impact assessments, who still needs one, and what is prepared for and not in force. */
import { StepBar } from '#renderer/charts/step-bar.tsx'
import { LegalForce } from '#renderer/ui/legal-force.tsx'
import type { MissingAssessmentRow, PrivacyPage, StatisticsReadinessRow } from '#shared/pack-model/pages.ts'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { Behind, Code } from './behind.tsx'
import { NoRows, PackFigure } from './pack-figure.tsx'
import { PackFigures } from './pack-figures.tsx'
import { Answering, WordMark } from './pack-marks.tsx'
import { Head, Name, Second, usePackWords, Said } from './pack-words.tsx'
import './privacy-page.css'

export function PrivacyContent({ page }: { page: PrivacyPage }) {
  return (
    <div className="pack-columns privacy-page-body">
      <div>
        <Funnel figure={page.funnel} />
        <Missing figure={page.missing} />
      </div>
      <div>
        <PackFigures figure={page.figures} />
        <Readiness figure={page.readiness} />
      </div>
    </div>
  )
}

function Funnel({ figure }: { figure: PrivacyPage['funnel'] }) {
  const { t } = usePackWords()
  const { counts, previous } = figure.data
  const most = Math.max(0, ...[...counts, ...(previous ?? [])].map(({ count }) => count))
  const total = counts[0]?.count ?? 0
  return (
    <PackFigure figure={figure}>
      {(titleId) =>
        figure.empty !== null ? (
          <NoRows>
            <Head of="privacyFigure.funnel.none" />
          </NoRows>
        ) : (
          <table className="pack-table pack-barred pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" style={{ width: 190 }}>
                  <Head of="privacyFigure.funnel.column" />
                </th>
                <th scope="col">
                  <Head of="privacyFigure.funnel.count" />
                </th>
                {previous !== null && (
                  <th scope="col" className="pack-number" style={{ width: 64 }}>
                    <Head of="paper.column.previous" />
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {counts.map(({ step, count, unknown }) => {
                const then = previous?.find((each) => each.step === step)?.count ?? null
                const name = t(`privacyFigure.funnel.step.${step}`)
                return (
                  <tr key={step}>
                    <th scope="row">
                      <Head of={`privacyFigure.funnel.step.${step}`} />
                    </th>
                    <td className="pack-canvas">
                      <span className="privacy-page-step">
                        <StepBar
                          label={t('privacyFigure.funnel.bar', { step: name, count, total })}
                          count={count}
                          unknown={unknown}
                          before={then}
                          most={most}
                          width={170}
                          height={22}
                        />
                        <span>
                          <b>
                            <Behind at={behindKey.funnel(step)}>{count}</Behind>
                          </b>
                          {unknown > 0 && (
                            <span className="pack-small pack-line">
                              <Said of={({ t }) => t(`privacyFigure.funnel.unknown.${step}`, { count: unknown })} />
                            </span>
                          )}
                        </span>
                      </span>
                    </td>
                    {previous !== null && <td className="pack-number">{then}</td>}
                  </tr>
                )
              })}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

const gapMarks = { expired: 'breach', reopened: 'breach', in_progress: 'warning', not_screened: 'no_data' } as const

function Missing({ figure }: { figure: PrivacyPage['missing'] }) {
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>
            <Head of="paper.none.missingAssessments" />
          </NoRows>
        ) : (
          <table className="pack-table pack-tight pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col">
                  <Head of="noun.system.one" />
                </th>
                <th scope="col" style={{ width: 206 }}>
                  <Head of="pack.privacy.stateNext" />
                </th>
                <th scope="col" style={{ width: 100 }}>
                  <Head of="paper.column.executive" />
                </th>
                <th scope="col" style={{ width: 78 }}>
                  <Head of="field.dpia.wantedOn" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <MissingOf key={row.code} row={row} />
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

function MissingOf({ row }: { row: MissingAssessmentRow }) {
  const { t } = usePackWords()
  return (
    <tr>
      <th scope="row">
        <span className="pack-clamp pack-clamp-two">
          <span className="pack-second">
            <Code of={row.code} />
          </span>{' '}
          <Name of={row.name} />
        </span>
        {row.unknown && (
          <span className="pack-small pack-line">
            <Head of="pack.privacy.unknownData" />
          </span>
        )}
      </th>
      <td>
        <WordMark status={gapMarks[row.gap]} of={`privacyFigure.gap.${row.gap}`} />
        {row.dpia !== null && (
          <span className="pack-small pack-line">
            {t('pack.privacy.nextStep', {
              dpia: row.dpia,
              step: t(row.next === null ? 'privacyFigure.missing.redo' : `privacy.verb.${row.next}`),
            })}
          </span>
        )}
      </td>
      <td>
        <Answering answerer={{ ...row.executive, deputy: null, since: null }} personOnly />
      </td>
      <td>{row.wantedOn}</td>
    </tr>
  )
}

function Readiness({ figure }: { figure: PrivacyPage['readiness'] }) {
  const { t } = usePackWords()
  const { rows, more, inForce } = figure.data
  const force = `privacyFigure.readiness.${inForce ? 'inForce' : 'notInForce'}`
  const label = (
    <span>
      <LegalForce force={inForce ? 'in_force' : 'not_in_force'} word={t(force)} />{' '}
      <Second of={(words) => words.t(force)} />
    </span>
  )
  return (
    <PackFigure figure={figure} more={more} signs={label}>
      {(titleId) =>
        rows.length === 0 ? (
          <NoRows>
            <Head of="privacyFigure.readiness.none" />
          </NoRows>
        ) : (
          <table className="pack-table pack-tight pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col">
                  <Head of="noun.dataUse.one" />
                </th>
                {(['dpia', 'deidentified', 'purpose'] as const).map((name) => (
                  <th key={name} scope="col" style={{ width: 68 }}>
                    <Head of={`pack.privacy.${name}`} />
                  </th>
                ))}
                <th scope="col" style={{ width: 72 }}>
                  <Head of="pack.privacy.conditions" />
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <ReadinessOf key={row.code} row={row} />
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

function ReadinessOf({ row }: { row: StatisticsReadinessRow }) {
  const { t } = usePackWords()
  return (
    <tr>
      <th scope="row">
        <span className="pack-clamp pack-clamp-two">
          <span className="pack-second">
            <Code of={row.code} />
          </span>{' '}
          <Name of={row.name} />
        </span>
        <span className="pack-small pack-line">{row.system}</span>
      </th>
      {[row.dpia, row.deidentified, row.purposeRecorded].map((there, index) => (
        <td key={index}>
          <WordMark
            status={there ? 'within' : 'warning'}
            of={`privacyFigure.readiness.${there ? 'there' : 'missing'}`}
          />
        </td>
      ))}
      <td>
        {t('paper.of', { count: row.settled, total: row.conditions })}
        {row.gaps > 0 && (
          <span className="pack-small pack-line">
            <Said of={({ t }) => t('pack.privacy.gaps', { count: row.gaps })} />
          </span>
        )}
      </td>
    </tr>
  )
}
