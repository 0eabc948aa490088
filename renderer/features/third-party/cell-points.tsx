/** The points behind one cell of the matrix: what each came to, its clause, who has it in hand, and what was made of it. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { recordPath } from '#renderer/records/noun-path.ts'
import { PointStateMark } from '#renderer/records/point-words.tsx'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { CellInput } from '#shared/contract/third-party-figures.ts'

export function CellPoints({ cell }: { readonly cell: CellInput }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { data, error } = useQuery(utils.thirdParty.cell.queryOptions({ input: cell }))
  if (error !== null) return <p role="alert">{sayError(words.language, error)}</p>
  if (data === undefined) return null
  const { labels } = data
  return (
    <table className="plain-table cell-points">
      <thead>
        <tr>
          <th scope="col">{t('contractMatrix.point')}</th>
          <th scope="col">{words.one('contract')}</th>
          <th scope="col">{words.field('pointAnswer', 'finding')}</th>
          <th scope="col">{words.field('pointAnswer', 'clause')}</th>
          <th scope="col">{words.field('pointAnswer', 'ownerId')}</th>
          <th scope="col">{words.field('pointAnswer', 'dueOn')}</th>
          <th scope="col">{t('contractMatrix.madeOfIt')}</th>
        </tr>
      </thead>
      <tbody>
        {data.points.map(({ contractId, readingId, point }) => (
          <tr key={`${contractId} ${point.id}`}>
            <th scope="row">
              <span className="code">{point.id}</span> {words.name(point.question)}
              {point.weight === 'key' && <span className="hint"> {t('contractMatrix.key')}</span>}
              {!point.ours && <span className="hint"> {t('contractSheet.own')}</span>}
            </th>
            <td>
              <Link
                href={
                  readingId === null ? recordPath('contract', contractId) : recordPath('contractReading', readingId)
                }
                className="link"
              >
                {labels[contractId]?.code}
              </Link>
            </td>
            <td>
              <PointStateMark state={point.state} />
            </td>
            <td>{point.answer?.clause ?? <span className="muted">{t('contractSheet.nothingWritten')}</span>}</td>
            <td>
              {point.answer?.ownerId == null ? (
                <span className="muted">{t('contractMatrix.nobody')}</span>
              ) : (
                words.label(labels, point.answer.ownerId)
              )}
            </td>
            <td>{point.answer?.dueOn ?? <span className="muted">{t('contractSheet.noDue')}</span>}</td>
            <td>
              {point.answer === null || point.answer.riskIds.length + point.answer.actionIds.length === 0 ? (
                <span className="muted">{t('contractMatrix.nothingMade')}</span>
              ) : (
                [...point.answer.riskIds, ...point.answer.actionIds].map((id) => (
                  <span key={id} className="cell-point-link">
                    <RecordLink id={id} labels={labels} />
                  </span>
                ))
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
