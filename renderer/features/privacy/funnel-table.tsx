/** The steps from all systems to current assessments: a bar each, its count, what is not known of it, and the last pack's. */
import { StepBar } from '#renderer/charts/step-bar.tsx'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { PrivacyOverview } from '#shared/contract/privacy-figures.ts'
import type { FunnelCounts } from '#shared/domain/privacy/funnel-counts.ts'

const bar = { width: 360, height: 26 }

interface Props {
  readonly funnel: FunnelCounts
  readonly previous: PrivacyOverview['previous']
}

export function FunnelTable({ funnel, previous }: Props) {
  const { t } = useWords()
  const before = previous?.funnel ?? null
  const most = Math.max(...[...funnel, ...(before ?? [])].map(({ count }) => count))
  const total = funnel[0]?.count ?? 0
  return (
    <div className="table-scroll">
      <table className="plain-table privacy-funnel">
        <caption className="visually-hidden">{t('privacyFigure.funnel.heading')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('privacyFigure.funnel.column')}</th>
            <th scope="col" aria-hidden />
            <th scope="col">{t('privacyFigure.funnel.count')}</th>
            {before !== null && previous !== null && (
              <th scope="col">{t('privacyFigure.funnel.previousOf', { code: previous.code })}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {funnel.map(({ step, count, unknown }) => {
            const then = before?.find((each) => each.step === step)?.count ?? null
            const name = t(`privacyFigure.funnel.step.${step}`)
            return (
              <tr key={step}>
                <th scope="row">{name}</th>
                <td>
                  <StepBar
                    label={t('privacyFigure.funnel.bar', { step: name, count, total })}
                    count={count}
                    unknown={unknown}
                    before={then}
                    most={most}
                    {...bar}
                  />
                </td>
                <td className="figures">
                  <b>{count}</b>
                  {unknown > 0 && (
                    <div>
                      <StatusMark
                        status="no_data"
                        word={t(`privacyFigure.funnel.unknown.${step}`, { count: unknown })}
                      />
                    </div>
                  )}
                </td>
                {before !== null && <td className="figures">{then}</td>}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
