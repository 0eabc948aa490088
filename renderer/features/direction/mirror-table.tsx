/** The ten directions as a table: cybersecurity fills to the left, AI to the right, number and title stand between. */
import { Link } from 'wouter'
import { useMayChange } from '#renderer/api/status.ts'
import type { Preset } from '#renderer/records/create-screen.tsx'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { Mirror, MirrorCell, MirrorRow } from '#shared/contract/direction.ts'
import { type DirectionItem, directionItems, type DirectionSide } from '#shared/domain/direction.ts'
import { wideGap } from './gaps.ts'
import { MaturityScale } from './maturity-scale.tsx'

export function MirrorTable({ mirror, chosen }: { readonly mirror: Mirror; readonly chosen: DirectionItem }) {
  const words = useWords()
  const { t } = words
  const [cyber, ai] = [words.value('directionSide', 'cyber'), words.value('directionSide', 'ai')]
  return (
    <div className="sheet">
      <div className="table-scroll">
        <table className="mirror-table">
          <caption className="visually-hidden">{t('mirror.note')}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{cyber} </span>
                {t('mirror.instructionAndReport')}
              </th>
              <th scope="col" data-end="true">
                {cyber} {t('mirror.maturityLeft')}
              </th>
              <th scope="col" data-middle="true">
                {t('mirror.directions')}
              </th>
              <th scope="col">
                {ai} {t('mirror.maturityRight')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{ai} </span>
                {t('mirror.instructionAndReport')}
              </th>
            </tr>
          </thead>
          <tbody>
            {mirror.rows.map((row) => (
              <tr key={row.id} data-item={row.id} data-chosen={row.id === chosen}>
                <td>
                  <Said row={row} side="cyber" mirror={mirror} />
                </td>
                <td>
                  <MaturityScale cell={row.cyber} side="cyber" />
                </td>
                <th scope="row">
                  <Link
                    href={`/mirror/${row.id}`}
                    className="mirror-title"
                    aria-current={row.id === chosen ? 'true' : undefined}
                  >
                    <span className="mirror-number figures">{numberOf(row.id)}</span>
                    <span>
                      {words.value('directionItem', row.id)}
                      <Dagger row={row} />
                    </span>
                  </Link>
                </th>
                <td>
                  <MaturityScale cell={row.ai} side="ai" />
                </td>
                <td>
                  <Said row={row} side="ai" mirror={mirror} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

export function numberOf(id: DirectionItem): number {
  return directionItems.indexOf(id) + 1
}

/** A title that was only partly found in a source. */
export function Dagger({ row }: { readonly row: MirrorRow }) {
  const { t, language } = useWords()
  if (row.item.title[language]?.evidence !== 'FM') return null
  return (
    <abbr className="mirror-dagger" title={t('requirement.dagger')}>
      †
    </abbr>
  )
}

interface SaidProps {
  readonly row: MirrorRow
  readonly side: DirectionSide
  readonly mirror: Mirror
}

/** What was directed and reported, and what is wrong with it. A mark leads to the direction's details below. */
function Said({ row, side, mirror }: SaidProps) {
  const words = useWords()
  const { t } = words
  const cell = row[side]
  const { record, maturity, given, overdue } = cell
  // Where nobody has directed anything, that is what is wrong, not how far it is behind.
  const wide = given ? wideGap(row.gap, side) : null
  const toDetail = `/mirror/${row.id}`
  if (record === null)
    return mirror.recorded[side] ? (
      <span className="mirror-said">
        <Link href={toDetail} className="mirror-mark">
          <StatusMark status="breach" word={t('mirror.noInstruction')} />
        </Link>
        <RecordOne row={row} side={side} />
      </span>
    ) : (
      <span className="mirror-said">
        <RecordOne row={row} side={side} />
      </span>
    )
  return (
    <span className="mirror-said">
      {given ? (
        <span className="mirror-line">
          <span className="figures muted">{record.givenOn}</span> {words.name(record.name)}
        </span>
      ) : (
        <>
          <Link href={toDetail} className="mirror-mark">
            <StatusMark status="breach" word={t('mirror.noInstruction')} />
          </Link>
          <RecordOne row={row} side={side} />
        </>
      )}
      <Reported cell={cell} />
      {overdue !== null && (
        <Link href={toDetail} className="mirror-mark">
          <StatusMark status="breach" word={t('mirror.overdueShort', { count: overdue })} />
        </Link>
      )}
      {wide !== null && (
        <Link href={toDetail} className="mirror-mark">
          <StatusMark status="warning" word={t('mirror.gap', { count: wide })} />
        </Link>
      )}
      {maturity?.kind === 'unconfirmed' && (
        <>
          <StatusMark status="no_data" word={t(`mirror.reason.${maturity.reason}`)} />
          {maturity.reason !== 'later' && (
            <Link href={`/direction/${record.id}`} className="link" data-print="none">
              {t(`mirror.mend.${maturity.reason}`)}
            </Link>
          )}
        </>
      )}
    </span>
  )
}

function Reported({ cell: { record, given, reported, overdue, maturity } }: { readonly cell: MirrorCell }) {
  const words = useWords()
  if (record === null || !given) return null
  if (reported)
    return (
      <span className="mirror-line muted">
        {words.t('mirror.reportedOn', { day: record.reportedOn })} {words.name(record.report)}
      </span>
    )
  // One that cannot be relied on is what somebody has to see first.
  return record.reportDueOn !== null && overdue === null && maturity?.kind === 'counted' ? (
    <span className="mirror-line muted">{words.t('mirror.awaited', { day: record.reportDueOn })}</span>
  ) : null
}

export function RecordOne({ row, side }: { readonly row: MirrorRow; readonly side: DirectionSide }) {
  const { t } = useWords()
  const words = useWords()
  const preset: Preset = { values: { side, item: row.id }, labels: {} }
  if (!useMayChange()) return null
  return (
    <Link
      href="/direction/new"
      state={preset}
      className="link"
      data-print="none"
      aria-label={t('mirror.recordFor', {
        side: words.value('directionSide', side),
        item: words.value('directionItem', row.id),
      })}
    >
      {t('mirror.record')}
    </Link>
  )
}
