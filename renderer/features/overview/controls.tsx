/** The controls by domain, what is claimed without evidence, and what moved since the last pack. */
import { Link } from 'wouter'
import { type Fill, FillSample } from '#renderer/charts/chart-fill.tsx'
import { StackedBar } from '#renderer/charts/stacked-bar.tsx'
import { useOpenFiltered, useOpenList } from '#renderer/records/open-list.ts'
import { useWords } from '#renderer/records/words.ts'
import type { ControlStatus } from '#shared/domain/control.ts'
import type { Overview } from '#shared/domain/overview.ts'

const fills = {
  effective: 'first',
  untested: 'second',
  ineffective: 'dotted',
  partial: 'third',
  not_started: 'blank',
  unknown: 'hatched',
} as const satisfies Partial<Record<ControlStatus, Fill>>
const statuses = Object.keys(fills) as (keyof typeof fills)[]
const moves = ['new', 'gone', 'worse', 'better', 'unchanged'] as const

export function ControlsSheet({ overview }: { readonly overview: Overview }) {
  const words = useWords()
  const { t } = words
  const openList = useOpenList()
  const openFiltered = useOpenFiltered()
  const { domains, implemented, total, claimedWithoutEvidence } = overview.controls
  const { movement } = overview
  return (
    <section className="sheet block">
      <h2>
        {t('overview.controls')}{' '}
        <span className="block-note">{t('overview.controlsCount', { implemented, total })}</span>
        <Link href="/control" className="link block-link">
          {t('noun.control.many')}
        </Link>
      </h2>
      <div className="controls-body">
        <table className="control-domains">
          <tbody>
            {domains.map((domain) => (
              <tr key={domain.domain}>
                <th scope="row">
                  <button
                    type="button"
                    className="plain-link"
                    onClick={() => openFiltered('control', { domain: [domain.domain] })}
                  >
                    {words.value('controlDomain', domain.domain)}
                  </button>
                </th>
                <td>
                  <StackedBar
                    label={statuses
                      .map((status) => `${t(`value.controlStatus.${status}`)} ${String(domain.counts[status])}`)
                      .join(t('app.listSeparator'))}
                    segments={statuses.map((status) => ({
                      key: status,
                      count: domain.counts[status],
                      fill: fills[status],
                    }))}
                    before={null}
                    width={170}
                    height={18}
                  />
                </td>
                <td className="figures">{domain.total}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <ul className="fill-key">
          {statuses.map((status) => (
            <li key={status}>
              <FillSample fill={fills[status]} /> {t(`value.controlStatus.${status}`)}
            </li>
          ))}
        </ul>
        <div className="controls-part">
          <b>{t('overview.claimed')}</b> {t('overview.claimedCount', { count: claimedWithoutEvidence.length })}{' '}
          {claimedWithoutEvidence.length > 0 && (
            <button
              type="button"
              className="text-button"
              onClick={() => openList('control', claimedWithoutEvidence, t('overview.claimed'))}
            >
              {t('action.open')}
            </button>
          )}
        </div>
        <div className="controls-part">
          <b>{t('overview.movement')}</b>
          {movement === null ? (
            <p className="muted">{t('overview.first')}</p>
          ) : (
            <dl className="movement">
              {moves.map((move) => (
                <div key={move}>
                  <dt>{t(`movement.${move}`)}</dt>
                  <dd>
                    {movement[move].length > 0 && move !== 'gone' ? (
                      <button
                        type="button"
                        className="plain-link"
                        onClick={() => openList('risk', movement[move], t(`movement.${move}`))}
                      >
                        {movement[move].length}
                      </button>
                    ) : (
                      movement[move].length
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      </div>
    </section>
  )
}
