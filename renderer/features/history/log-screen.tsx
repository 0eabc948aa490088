/** The change log of the whole register, and the check of its chain against every row. */
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { runLongWork, useRunningWork } from '#renderer/api/long-work.ts'
import { problemOf, sayError } from '#renderer/api/problem.ts'
import { useRegister } from '#renderer/api/status.ts'
import { HistoryList } from '#renderer/records/history-list.tsx'
import { useMoment } from '#renderer/records/moment.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { type Noun, nouns } from '#shared/domain/nouns.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { sayFinding } from '#shared/locales/say-problem.ts'

export function LogScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { events } = useRegister()
  const [noun, setNoun] = useState<Noun | null>(null)
  return (
    <>
      <div className="page-head">
        <h1>{t('nav.log')}</h1>
        <span className="page-note">{t('app.eventCount', { count: events })}</span>
      </div>
      {tabs}
      <div className="page-body" data-aside>
        <div className="page-column">
          <section className="sheet form-section history-sheet">
            <div className="chips">
              <label className="field-label" htmlFor="log-noun">
                {t('app.recordsOf')}
              </label>
              <select
                id="log-noun"
                className="input"
                value={noun ?? ''}
                onChange={(event) => setNoun(nouns.find((each) => each === event.currentTarget.value) ?? null)}
              >
                <option value="">{t('app.all')}</option>
                {nouns.map((each) => (
                  <option key={each} value={each}>
                    {t(`noun.${each}.many`)}
                  </option>
                ))}
              </select>
            </div>
            <HistoryList key={noun} recordId={null} noun={noun} limit={50} />
          </section>
        </div>
        <div className="page-aside">
          <VerifySheet />
        </div>
      </div>
    </>
  )
}

function VerifySheet() {
  const words = useWords()
  const momentText = useMoment()
  const { t, language } = words
  const { client } = useApi()
  const queries = useQueryClient()
  const { verified } = useRegister()
  const running = useRunningWork()
  const [findings, setFindings] = useState<readonly Finding[] | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const verify = async () => {
    setRefusal(null)
    setFindings(null)
    try {
      setFindings((await runLongWork('verify', (signal) => client.file.verify(undefined, { signal }))).findings)
    } catch (error) {
      setRefusal(problemOf(error).code === 'CANCELLED' ? t('app.cancelled') : sayError(language, error))
    } finally {
      await queries.invalidateQueries()
    }
  }
  return (
    <section className="sheet form-section">
      <h2>{t('section.verify')}</h2>
      <p>{t('app.verifyExplained')}</p>
      <div className="button-row">
        <button type="button" className="button primary" disabled={running !== null} onClick={() => void verify()}>
          {t('action.verify')}
        </button>
      </div>
      {verified !== null && (
        <p className="muted" role="status">
          {t('app.verifiedAt', { at: momentText(verified.at) })}
        </p>
      )}
      {refusal !== null && <p role="alert">{refusal}</p>}
      {findings !== null &&
        (findings.length === 0 ? (
          <StatusMark status="within" word={t('app.verifyNothing')} />
        ) : (
          <div role="alert">
            <StatusMark status="breach" word={t('app.verifyFound', { count: findings.length })} />
            <ul className="findings">
              {findings.map((finding, index) => (
                <li key={`${finding.code} ${String(index)}`}>{sayFinding(language, finding)}</li>
              ))}
            </ul>
          </div>
        ))}
      <p className="hint">{t('app.verifyLimits')}</p>
    </section>
  )
}
