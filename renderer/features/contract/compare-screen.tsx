/** Two readings of one contract side by side: what a renegotiation has changed, or the whole. */
import { IconColumns2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { FieldValue } from '#renderer/records/field-value.tsx'
import { recordPath } from '#renderer/records/noun-path.ts'
import { PointGroupName, PointStateMark } from '#renderer/records/point-words.tsx'
import { valueOf } from '#renderer/records/value-of.ts'
import { useWords } from '#renderer/records/words.ts'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import type { PictureOfPoint, ReadingPicture } from '#shared/contract/contract-readings.ts'
import { fields } from '#shared/domain/fields.ts'
import { changedTerms, comparePoints, readingTerms } from '#shared/domain/third-party/compare-readings.ts'
import { groupPoints } from '#shared/domain/third-party/point-groups.ts'
import './reading.css'

export function CompareScreen({ id }: { readonly id: string }) {
  const words = useWords()
  const { utils } = useApi()
  const { data: after, error } = useQuery(utils.contractReading.picture.queryOptions({ input: { id } }))
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {sayError(words.language, error)}
      </p>
    )
  return after === undefined ? null : <Compare after={after} />
}

function Compare({ after }: { readonly after: ReadingPicture }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { reading, contract } = after
  const { data: of } = useQuery(utils.contractReading.ofContract.queryOptions({ input: { id: contract.id } }))
  const others = (of?.readings ?? []).map((each) => each.reading).filter((each) => each.id !== reading.id)
  const [chosen, setChosen] = useState<string | null>(null)
  const otherId = chosen ?? reading.previousId ?? others[0]?.id ?? null
  return (
    <>
      <div className="page-head">
        <IconColumns2 size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>
          <span className="page-code">{reading.code}</span>{' '}
          {t('reading.compareTitle', { name: words.name(contract.name) })}
        </h1>
        <span className="page-actions">
          {others.length > 0 && (
            <label className="reading-other">
              {t('reading.compareWith')}{' '}
              <select
                className="input"
                value={otherId ?? ''}
                onChange={(event) => setChosen(event.currentTarget.value)}
              >
                {others.map((each) => (
                  <option key={each.id} value={each.id}>
                    {[each.code, each.edition, each.startedOn].filter((part) => part !== null).join(' ')}
                  </option>
                ))}
              </select>
            </label>
          )}
          <Link href={recordPath('contractReading', reading.id)} className="button">
            {t('reading.backToReading')}
          </Link>
        </span>
      </div>
      <div className="page-body">
        {otherId === null ? (
          of !== undefined && <p className="empty">{t('reading.nothingToCompare')}</p>
        ) : (
          <SideBySide after={after} otherId={otherId} />
        )}
      </div>
    </>
  )
}

const amounts = ['changed', 'all'] as const

function SideBySide({ after, otherId }: { readonly after: ReadingPicture; readonly otherId: string }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const [amount, setAmount] = useState<(typeof amounts)[number]>('changed')
  const { data: before, error } = useQuery(utils.contractReading.picture.queryOptions({ input: { id: otherId } }))
  if (error !== null) return <p role="alert">{sayError(words.language, error)}</p>
  if (before === undefined) return null
  // The one that was begun first is the one before, whichever was asked for.
  const [one, other] = before.reading.startedOn > after.reading.startedOn ? [after, before] : [before, after]
  const all = comparePoints(one.points, other.points)
  const shown = amount === 'all' ? all : all.filter(({ differences }) => differences.length > 0)
  const terms = changedTerms(one.reading, other.reading)
  const count = (gap: (typeof all)[number]['gap']) => all.filter((row) => row.gap === gap).length
  const groups = groupPoints(
    shown.flatMap((row) => {
      const point = row.after ?? row.before
      return point === null ? [] : [{ element: point.element, head: point.head, sectors: point.sectors, point, row }]
    }),
  )
  return (
    <section className="sheet form-section">
      <div className="reading-compare-head">
        <span className="figures" role="status">
          {t('reading.compareCounts', {
            changed: all.filter(({ differences }) => differences.length > 0).length,
            of: all.length,
            closed: count('closed'),
            opened: count('opened'),
          })}
        </span>
        <ChoiceGroup
          label={t('reading.amount')}
          values={amounts}
          chosen={amount}
          say={(each) => t(`reading.show.${each}`)}
          onChoose={setAmount}
        />
      </div>
      <div className="table-scroll">
        <table className="reading-compare">
          <caption className="visually-hidden">{t('reading.compare')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('reading.point')}</th>
              {[one, other].map((each, index) => (
                <th scope="col" key={each.reading.id}>
                  {t(index === 0 ? 'reading.before' : 'reading.after')}{' '}
                  <Link href={recordPath('contractReading', each.reading.id)} className="link">
                    {each.reading.code}
                  </Link>{' '}
                  <span className="muted">{each.reading.edition ?? each.reading.startedOn}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="reading-group">
              <th scope="rowgroup" colSpan={3}>
                {t('reading.terms')}
              </th>
            </tr>
            {readingTerms
              .filter((term) => amount === 'all' || terms.includes(term))
              .map((term) => {
                const field = fields.contractReading.find(({ name }) => name === term)
                return field === undefined ? null : (
                  <tr key={term} data-changed={terms.includes(term) || undefined}>
                    <th scope="row">{words.field('contractReading', term)}</th>
                    {[one, other].map((each) => (
                      <td key={each.reading.id}>
                        <FieldValue field={field} value={valueOf(each.reading, term)} labels={each.labels} />
                      </td>
                    ))}
                  </tr>
                )
              })}
            {amount === 'changed' && terms.length === 0 && (
              <tr>
                <td colSpan={3} className="muted">
                  {t('reading.noTermChanged')}
                </td>
              </tr>
            )}
            {groups.map((group) => (
              <Fragment key={`${group.element} ${group.head} ${group.sector ?? ''}`}>
                <tr className="reading-group">
                  <th scope="rowgroup" colSpan={3}>
                    <PointGroupName group={group} />
                  </th>
                </tr>
                {group.points.map(({ point, row }) => (
                  <tr key={row.base} data-changed={row.differences.length > 0 || undefined} data-gap={row.gap}>
                    <th scope="row">
                      <span className="code">{point.id}</span> {words.name(point.question)}
                      {(row.gap === 'closed' || row.gap === 'opened') && (
                        <b className="reading-gap-change">{t(`reading.gap.${row.gap}`)}</b>
                      )}
                    </th>
                    <td>
                      <Side point={row.before} />
                    </td>
                    <td>
                      <Side point={row.after} />
                    </td>
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {amount === 'changed' && shown.length === 0 && <p>{t('reading.noPointChanged')}</p>}
    </section>
  )
}

const told = ['clause', 'quotation', 'reason', 'agreedText'] as const

function Side({ point }: { readonly point: PictureOfPoint | null }) {
  const words = useWords()
  if (point === null) return <span className="muted">{words.t('reading.pointNotThere')}</span>
  if (!point.applies) return <span className="muted">{words.t(`reading.notAsked.${point.reason}`)}</span>
  const { answer } = point
  return (
    <>
      <PointStateMark state={point.state} />
      {answer !== null && (
        <dl className="key-values">
          {told
            .filter((name) => answer[name] !== null)
            .map((name) => (
              <div key={name}>
                <dt>{words.field('pointAnswer', name)}</dt>
                <dd className="long-text">{answer[name]}</dd>
              </div>
            ))}
        </dl>
      )}
    </>
  )
}
