/** The direction that was chosen: what it means for AI, and who directed what, with what came of it, side by side. */
import type { ReactNode, RefObject } from 'react'
import { Link } from 'wouter'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import type { Mirror, MirrorCell, MirrorRow } from '#shared/contract/direction.ts'
import type { DirectionSide } from '#shared/domain/direction.ts'
import type { Labels } from '#shared/contract/base.ts'
import { Dagger, numberOf, RecordOne } from './mirror-table.tsx'

interface Props {
  readonly row: MirrorRow
  readonly mirror: Mirror
  readonly heading: RefObject<HTMLHeadingElement | null>
}

export function MirrorDetail({ row, mirror, heading }: Props) {
  const words = useWords()
  const { t, language } = words
  const { labels } = mirror
  const title = row.item.title[language] ?? row.item.title.ja
  const line = (label: string, of: (cell: MirrorCell) => ReactNode) =>
    row.ai.record === null && row.cyber.record === null ? null : (
      <tr>
        <th scope="row">{label}</th>
        <td>{row.ai.record === null ? null : of(row.ai)}</td>
        <td>{row.cyber.record === null ? null : of(row.cyber)}</td>
      </tr>
    )
  return (
    <section className="sheet form-section" aria-labelledby="mirror-chosen">
      <h2 id="mirror-chosen" tabIndex={-1} ref={heading}>
        <span>
          {t('mirror.direction', { number: numberOf(row.id) })} {title?.text}
          <Dagger row={row} />
        </span>
      </h2>
      {row.item.aiReading !== null && (
        <dl className="key-values">
          <div>
            <dt>{t('mirror.aiReading')}</dt>
            <dd>
              {row.item.aiReading[language]} <span className="ours">{t('mirror.mapping')}</span>
            </dd>
          </div>
        </dl>
      )}
      <div className="table-scroll">
        <table className="mirror-sides">
          <thead>
            <tr>
              <td />
              <th scope="col">{words.value('directionSide', 'ai')}</th>
              <th scope="col">{words.value('directionSide', 'cyber')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{words.one('direction')}</th>
              <td>
                <Directed row={row} side="ai" recorded={mirror.recorded.ai} />
              </td>
              <td>
                <Directed row={row} side="cyber" recorded={mirror.recorded.cyber} />
              </td>
            </tr>
            {line(t('mirror.givenBy'), ({ record, given }) =>
              record !== null && given ? <GivenBy record={record} labels={labels} /> : null,
            )}
            {line(words.field('direction', 'givenOn'), ({ record, given }) =>
              given ? <span className="figures">{record?.givenOn}</span> : null,
            )}
            {line(words.field('direction', 'report'), (cell) => (
              <Report cell={cell} />
            ))}
            {line(words.field('direction', 'maturity'), (cell) => (
              <Maturity cell={cell} />
            ))}
            {line(words.field('direction', 'nextReviewOn'), ({ record }) => (
              <span className="figures">{record?.nextReviewOn ?? t('app.notRegistered')}</span>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface DirectedProps {
  readonly row: MirrorRow
  readonly side: DirectionSide
  /** The side has any record at all. */
  readonly recorded: boolean
}

function Directed({ row, side, recorded }: DirectedProps) {
  const words = useWords()
  const { record, given } = row[side]
  const absent = (
    <>
      {recorded ? (
        <StatusMark status="breach" word={words.t('mirror.noInstruction')} />
      ) : (
        <Unknown word={words.t('app.notRegistered')} />
      )}{' '}
      <RecordOne row={row} side={side} />
    </>
  )
  if (record === null) return absent
  const text = words.name(record.instruction)
  return (
    <>
      {!given && <div>{absent}</div>}
      <Link href={`/direction/${record.id}`} className="link">
        <span className="code">{record.code}</span> {words.name(record.name)}
      </Link>
      {text !== '' && <div>{text}</div>}
    </>
  )
}

/** "取締役会（DEC-0011）→ 髙橋 誠": post and person who gave it, where it stands, and to whom. */
function GivenBy({ record, labels }: { readonly record: NonNullable<MirrorCell['record']>; readonly labels: Labels }) {
  const { t } = useWords()
  const named = (...ids: readonly (string | null)[]) =>
    ids.filter((id) => id !== null).map((id) => <RecordLink key={id} id={id} labels={labels} />)
  const [by, to] = [named(record.givenByPostId, record.givenByPersonId), named(record.toPostId, record.toPersonId)]
  return (
    <span className="mirror-given">
      {by.length === 0 ? t('app.notRegistered') : by}
      {record.reference !== null && record.reference !== '' && <span>（{record.reference}）</span>}
      <span aria-label={t('mirror.to')} role="img">
        →
      </span>
      {to.length === 0 ? t('app.notRegistered') : to}
    </span>
  )
}

function Report({ cell: { record, reported, overdue } }: { readonly cell: MirrorCell }) {
  const words = useWords()
  const { t } = words
  if (record === null) return null
  if (reported)
    return (
      <>
        <span className="figures">{record.reportedOn}</span> {words.name(record.report)}
      </>
    )
  if (overdue !== null)
    return <StatusMark status="breach" word={t('mirror.reportOverdue', { day: record.reportDueOn, count: overdue })} />
  return <>{record.reportDueOn === null ? t('mirror.noDue') : t('mirror.awaited', { day: record.reportDueOn })}</>
}

function Maturity({ cell: { maturity, record } }: { readonly cell: MirrorCell }) {
  const words = useWords()
  if (maturity === null || record === null) return null
  if (maturity.kind === 'unconfirmed')
    return <StatusMark status="no_data" word={words.t(`mirror.reason.${maturity.reason}`)} />
  return (
    <>
      <b className="figures">{maturity.level}</b> {words.value('maturity', maturity.maturity)}
      <div>{words.name(record.grounds)}</div>
    </>
  )
}
