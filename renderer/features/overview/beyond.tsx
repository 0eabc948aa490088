/** The risks beyond appetite beside the map of all open risks. */
import { Link } from 'wouter'
import { RiskStrip } from '#renderer/records/marks.tsx'
import { useOpenList } from '#renderer/records/open-list.ts'
import { useWords } from '#renderer/records/words.ts'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import type { Movement } from '#shared/domain/metrics/movement.ts'
import type { BeyondRow, Overview } from '#shared/domain/overview.ts'
import { OverviewHeatMap } from './heat-map.tsx'

export function BeyondSheet({ overview }: { readonly overview: Overview }) {
  const { t } = useWords()
  const openList = useOpenList()
  const { rows, outside, open, unassessed } = overview.beyond
  const codes = overview.heatMap.cells.flatMap((cell) => cell.outside)
  return (
    <section className="sheet block beyond">
      <h2>
        {t('overview.beyond')}
        <span className="block-note">
          {t('overview.beyondCount', { open, outside })}
          {unassessed > 0 && ` ${t('overview.unassessed', { count: unassessed })}`}{' '}
          <span className="strip-key" data-print="none">
            {t('app.stripKey')}
          </span>
        </span>
        {outside > 0 && (
          <button
            type="button"
            className="link block-link"
            onClick={() => openList('risk', codes, t('overview.beyond'))}
          >
            {t('overview.beyondOpenAll', { count: outside })}
          </button>
        )}
      </h2>
      <div className="beyond-body">
        <OverviewHeatMap map={overview.heatMap} onOpen={(cellCodes, title) => openList('risk', cellCodes, title)} />
        {rows.length === 0 ? (
          <p className="block-none">{t('overview.beyondNone')}</p>
        ) : (
          <div className="beyond-scroll">
            <table className="beyond-rows">
              <colgroup>
                <col className="beyond-code" />
                <col />
                <col className="beyond-owner" />
                <col className="beyond-strip" />
                <col className="beyond-move" />
              </colgroup>
              <thead>
                <tr>
                  <th scope="col" colSpan={2}>
                    {t('app.codeAndEvent')}
                  </th>
                  <th scope="col">{t('value.assignmentRole.risk_owner')}</th>
                  <th scope="col">{t('app.positionAndLine')}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t('app.movement')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </section>
  )
}

function Row({ row }: { readonly row: BeyondRow }) {
  const words = useWords()
  const { owner } = row
  return (
    <tr>
      <td className="code">{row.code}</td>
      <td className="beyond-name">
        <Link href={`/risk/${row.id}`} className="plain-link">
          {words.name(row.name)}
        </Link>
      </td>
      <td>
        {owner.state === 'held' && owner.person !== null ? (
          words.name(owner.person)
        ) : owner.state === 'vacant' ? (
          <Vacancy word={words.t('app.vacant')} />
        ) : (
          <Unknown word={words.t('app.notRegistered')} />
        )}
      </td>
      <td>
        <RiskStrip position={row} previous={row.movement === 'unchanged' ? null : row.previousResidual} />
      </td>
      <td className="beyond-movement">
        <Moved movement={row.movement} />
      </td>
    </tr>
  )
}

/** ↑ worse, ↓ better, → unchanged; anything else in words. */
const arrows: Readonly<Partial<Record<Movement, string>>> = { worse: '↑', better: '↓', unchanged: '→' }

function Moved({ movement }: { readonly movement: Movement | null }) {
  const { t } = useWords()
  if (movement === null) return <span className="muted">{t('app.noPrevious')}</span>
  const word = t(`movement.${movement}`)
  const arrow = arrows[movement]
  if (arrow === undefined) return <span>{word}</span>
  return (
    <span title={word}>
      <span aria-hidden>{arrow}</span>
      <span className="visually-hidden">{word}</span>
    </span>
  )
}
