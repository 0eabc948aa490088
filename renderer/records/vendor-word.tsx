/** What the vendor said of a point, and answers that throw light on it, beside the point. No finding follows from it. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import type { DueDiligenceRow } from '#shared/contract/questionnaire.ts'
import { recordPath } from './noun-path.ts'
import { useWords } from './words.ts'

export function VendorWord({ vendorId, point }: { readonly vendorId: string; readonly point: string }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { data } = useQuery(utils.questionnaire.dueDiligence.queryOptions({ input: { id: vendorId } }))
  if (data === undefined) return null
  const said = data.ofContracts.filter(({ id }) => id === point)
  const about = data.rows.filter(({ points, answer }) => answer !== null && points.includes(point))
  if (said.length + about.length === 0) return null
  return (
    <section className="related">
      <h3>{t('questionnaire.vendorSays')}</h3>
      <p className="hint">
        {t('questionnaire.ofContractsHint')}{' '}
        <Link href={recordPath('vendor', vendorId)} className="link">
          <span className="code">{data.vendor.code}</span> {words.name(data.vendor.name)}
        </Link>
      </p>
      <ul>
        {[...said, ...about].map((row) => (
          <Said key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function Said({ row: { id, question, answer } }: { readonly row: DueDiligenceRow }) {
  const words = useWords()
  if (answer === null) return null
  return (
    <li>
      <span title={words.name(question)}>
        <span className="code">{id}</span> {words.value('vendorAnswerValue', answer.answer)}
      </span>{' '}
      <span className="muted">
        {words.value('vendorAnswerSource', answer.source)} {answer.answeredOn ?? answer.takenOn}
      </span>
      {answer.text !== null && <p>{answer.text}</p>}
    </li>
  )
}
