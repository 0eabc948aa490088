/** Hand-overs that were carried out, the coming ones first to be seen: each leads to its sheet. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useRegister } from '#renderer/api/status.ts'
import { useWords } from '#renderer/records/words.ts'

export function PastHandovers() {
  const words = useWords()
  const { t } = words
  const { today } = useRegister()
  const { utils } = useApi()
  const { data, error } = useQuery(utils.handover.list.queryOptions())
  if (error !== null) return <p role="alert">{sayError(words.language, error)}</p>
  if (data === undefined) return null
  return (
    <section className="sheet form-section related">
      <h2>
        {t('handover.past')} <span className="muted">{data.handovers.length}</span>
      </h2>
      {data.handovers.length === 0 ? (
        <p className="muted">{t('handover.none')}</p>
      ) : (
        <ul>
          {data.handovers.map((each) => (
            <li key={each.transaction}>
              <Link href={`/handover/${String(each.transaction)}`} className="related-link">
                <span className="figures">{each.effective}</span>
                <span className="related-name">
                  {words.label(data.labels, each.personId)} →{' '}
                  {each.successorIds.length === 0
                    ? t('handoverSheet.nobody')
                    : each.successorIds.map((id) => words.label(data.labels, id)).join(t('app.listSeparator'))}
                </span>
              </Link>
              {each.effective > today && <b>{t('handover.coming')}</b>}
              <span className="related-end muted">{t('handover.moved', { count: each.moved })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
