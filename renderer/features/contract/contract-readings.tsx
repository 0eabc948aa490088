/** The readings of a contract on its page: newest first, with how far each is, and a new one. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { useMayChange } from '#renderer/api/status.ts'
import { recordPath } from '#renderer/records/noun-path.ts'
import { useWords } from '#renderer/records/words.ts'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { StartDialog } from './reading-verbs.tsx'
import './reading.css'

export function ContractReadings({ contractId }: { readonly contractId: string }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const mayChange = useMayChange()
  const [, navigate] = useLocation()
  const [isStarting, setStarting] = useState(false)
  const { data } = useQuery(utils.contractReading.ofContract.queryOptions({ input: { id: contractId } }))
  if (data === undefined) return null
  return (
    <section className="sheet form-section">
      <h2>
        {words.many('contractReading')} <span className="muted">{data.readings.length}</span>
      </h2>
      {data.readings.length === 0 ? (
        <p>
          <Unknown word={t('reading.unread')} /> {t('reading.unreadMeans', { asked: data.asked })}
        </p>
      ) : (
        <ul className="contract-readings">
          {data.readings.map(({ reading, asked, answered, gaps, keyGaps, complete }, index) => (
            <li key={reading.id}>
              <Link href={recordPath('contractReading', reading.id)} className="related-link">
                <span className="code">{reading.code}</span>
                <span className="related-name">{reading.edition ?? reading.startedOn}</span>
              </Link>
              <span>
                {complete
                  ? t('reading.completedOn', { day: reading.completedOn })
                  : t('reading.startedOn', { day: reading.startedOn })}
              </span>
              <span className="figures">{t('reading.progress', { answered, asked, gaps, keyGaps })}</span>
              {reading.readerId !== null && <span className="muted">{words.label(data.labels, reading.readerId)}</span>}
              {index === 0 && data.readings.length > 1 && (
                <Link href={`${recordPath('contractReading', reading.id)}/compare`} className="link">
                  {t('reading.compare')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <div className="button-row">
          <button type="button" className="button" onClick={() => setStarting(true)}>
            {t('reading.verb.start')}
          </button>
        </div>
      )}
      {isStarting && (
        <StartDialog
          contractId={contractId}
          hasPrevious={data.readings.length > 0}
          onClose={() => setStarting(false)}
          onStarted={(id) => navigate(recordPath('contractReading', id))}
        />
      )}
    </section>
  )
}
