/** The immediate priorities under Japan's rules, and how each jurisdiction bears on the systems, none made from another. */
import { euTierIds, euTiers } from '#shared/domain/jurisdiction/jurisdiction-profile.ts'
import type { ReadinessState } from '#shared/domain/readiness/readiness-item.ts'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import type { JurisdictionRow, ReadinessPage } from '#shared/pack-model/pages.ts'
import { Behind } from './behind.tsx'
import { WordMark } from './pack-marks.tsx'
import { PackFigure } from './pack-figure.tsx'
import { Head, ShortName, usePackWords, Said, Second } from './pack-words.tsx'
import './readiness-page.css'

export function ReadinessContent({ page }: { readonly page: ReadinessPage }) {
  return (
    <>
      <Priorities figure={page.priorities} />
      <div className="pack-columns readiness-page-lower">
        <Jurisdictions figure={page.jurisdictions} />
        <Mistakes />
      </div>
    </>
  )
}

const marks = {
  done: 'within',
  overdue: 'breach',
  open: 'warning',
  none: 'na',
  no_data: 'no_data',
} as const satisfies {
  readonly [S in ReadinessState]: string
}

function Priorities({ figure }: { readonly figure: ReadinessPage['priorities'] }) {
  const { t } = usePackWords()
  const share = (met: number | null, of: number | null) =>
    met === null || of === null ? t('status.no_data') : `${String(met)} / ${String(of)}`
  return (
    <PackFigure figure={figure}>
      {(titleId) => (
        <table className="pack-table pack-fixed" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">
                <Head of="readiness.priority" />
              </th>
              <th scope="col" className="pack-number" style={{ width: 84 }}>
                <Head of="readiness.count" />
              </th>
              <th scope="col" className="pack-number" style={{ width: 84 }}>
                <Head of="paper.column.previous" />
              </th>
              <th scope="col" style={{ width: 110 }}>
                <Head of="readiness.state" />
              </th>
              <th scope="col" style={{ width: 190 }}>
                <Head of="field.readinessItem.ownerPostId" />
              </th>
              <th scope="col" style={{ width: 84 }}>
                <Head of="field.readinessItem.dueOn" />
              </th>
            </tr>
          </thead>
          <tbody>
            {figure.data.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Head of={`value.readinessId.${row.id}`} />
                  <span className="pack-small pack-line">
                    <Said
                      of={({ t }) =>
                        Object.entries(row.parts)
                          .filter(([, count]) => count > 0)
                          .map(([part, count]) => t(`readiness.part.${row.id}.${part}`, { count }))
                          .join(t('app.listSeparator'))
                      }
                    />
                  </span>
                </th>
                <td className="pack-number">
                  <Behind at={behindKey.readiness(row.id, row.met === row.of ? 'all' : 'open')}>
                    {share(row.met, row.of)}
                  </Behind>
                </td>
                <td className="pack-number">
                  {row.previous === null ? <Head of="status.no_data" /> : share(row.previous.met, row.previous.of)}
                </td>
                <td>
                  <WordMark status={marks[row.state]} of={`value.readinessState.${row.state}`} />
                </td>
                <td>
                  {row.post === null ? (
                    <Head of="app.notRegistered" />
                  ) : (
                    <>
                      <ShortName of={row.post} />
                      <span className="pack-small pack-line">
                        {row.person === null ? <Head of="readiness.vacant" /> : <ShortName of={row.person} />}
                      </span>
                    </>
                  )}
                </td>
                <td>{row.dueOn ?? <Head of="app.notRegistered" />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}

const answers = ['yes', 'no', 'unknown'] as const

function countOf({ within, out, unknown }: JurisdictionRow, answer: (typeof answers)[number]): number {
  return { yes: within, no: out, unknown }[answer]
}

function Jurisdictions({ figure }: { readonly figure: ReadinessPage['jurisdictions'] }) {
  const { language } = usePackWords()
  const regions = new Intl.DisplayNames([language], { type: 'region' })
  const inEnglish = new Intl.DisplayNames(['en'], { type: 'region' })
  return (
    <PackFigure figure={figure}>
      {(titleId) => (
        <table className="pack-table pack-fixed pack-tight" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col" style={{ width: 120 }}>
                <Head of="field.jurisdictionProfile.jurisdiction" />
              </th>
              {answers.map((answer) => (
                <th key={answer} scope="col" className="pack-number" style={{ width: 84 }}>
                  <Head of={`value.scopeAnswer.${answer}`} />
                </th>
              ))}
              <th scope="col">
                <Head of="field.jurisdictionProfile.euTiers" />
              </th>
            </tr>
          </thead>
          <tbody>
            {figure.data.map((row) => (
              <tr key={row.jurisdiction}>
                <th scope="row">
                  {regions.of(row.jurisdiction)}
                  <Second of={() => inEnglish.of(row.jurisdiction) ?? ''} />
                </th>
                {answers.map((answer) => (
                  <td key={answer} className="pack-number">
                    <Behind at={behindKey.jurisdiction(row.jurisdiction, answer)}>
                      {`${String(countOf(row, answer))} / ${String(row.systems)}`}
                    </Behind>
                  </td>
                ))}
                <td>
                  <Said
                    of={({ t }) =>
                      row.tiers === null
                        ? t('paper.jurisdictionNoTier')
                        : euTiers
                            .filter((tier) => (row.tiers?.[tier] ?? 0) > 0)
                            .map(
                              (tier) => `${euTierIds[tier]} ${t(`value.euTier.${tier}`)} ${String(row.tiers?.[tier])}`,
                            )
                            .join(t('app.listSeparator'))
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}

/** Wherever jurisdictions stand beside each other. */
function Mistakes() {
  return (
    <div className="readiness-page-mistakes">
      <b>
        <Head of="jurisdiction.warning.title" />
      </b>
      <p>
        <Head of="jurisdiction.warning.euClass" />
      </p>
      <p>
        <Head of="jurisdiction.warning.noPenalty" />
      </p>
    </div>
  )
}
