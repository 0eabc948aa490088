/** What the rules of data quality find of one record; nothing is drawn where they find nothing. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { Unbroken } from '#renderer/ui/unbroken.tsx'
import { useSay } from './say.ts'
import { useWords } from './words.ts'

export function RecordFindings({ id }: { readonly id: string }) {
  const { t } = useWords()
  const say = useSay()
  const { utils } = useApi()
  const { data = [] } = useQuery(utils.quality.ofRecord.queryOptions({ input: { id } }))
  if (data.length === 0) return null
  return (
    <section className="sheet form-section record-findings" aria-label={t('quality.ofRecord')}>
      <h2>
        {t('quality.ofRecord')} <span className="block-note">{data.length}</span>
      </h2>
      <ul>
        {data.map(({ rule, name, severity, facts }) => (
          <li key={rule}>
            <Link href={`/quality/${rule}`} className="link code" title={t(`quality.rule.${name}`)}>
              {rule}
            </Link>{' '}
            <span className="muted">{t(`quality.severity.${severity}`)}</span>{' '}
            <Unbroken text={say({ key: `quality.finding.${name}`, facts })} />
          </li>
        ))}
      </ul>
    </section>
  )
}
