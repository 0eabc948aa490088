/** On the day on which a rule begins, and a week long: what is otherwise from then on. */
import { useWords } from '#renderer/records/words.ts'
import { forceOfStatus, LegalForce } from '#renderer/ui/legal-force.tsx'
import type { RuleBeginning } from '#shared/domain/horizon/beginnings.ts'
import type { RuleStatus } from '#shared/domain/horizon/horizon-pack.ts'

export function RuleBeginnings({ beginnings }: { readonly beginnings: readonly RuleBeginning[] }) {
  const { t, language } = useWords()
  if (beginnings.length === 0) return null
  return (
    <section className="plain-notice" aria-label={t('horizon.begins.title')}>
      <b>{t('horizon.begins.title')}</b>
      <ul>
        {beginnings.map(({ instrumentId, label, issuer, day, before, after, starts }) => (
          <li key={`${instrumentId} ${day}`}>
            <span className="figures">{day}</span> <b>{label[language]}</b>{' '}
            {before !== null && before !== after && (
              <>
                <Force status={before} country={issuer[language]} /> →{' '}
              </>
            )}
            {after !== null && <Force status={after} country={issuer[language]} />}{' '}
            {starts.map((each) => each[language]).join(t('app.listSeparator'))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Force({ status, country }: { readonly status: RuleStatus; readonly country: string }) {
  const { t } = useWords()
  const word = t(`requirement.status.${status}`)
  return status === 'foreign_law' ? (
    <LegalForce force="foreign" country={country} word={word} />
  ) : (
    <LegalForce force={forceOfStatus[status]} word={word} />
  )
}
