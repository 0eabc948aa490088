/** Whether an impact assessment is needed of a system, and how those that there are stand. */
import { Link } from 'wouter'
import { DpiaStateMark } from '#renderer/records/dpia-state-mark.tsx'
import { recordPath } from '#renderer/records/noun-path.ts'
import { useWords } from '#renderer/records/words.ts'
import type { SystemPrivacy } from '#shared/domain/privacy/system-privacy.ts'

export function SystemAssessments({ need, dpias }: Pick<SystemPrivacy, 'need' | 'dpias'>) {
  const words = useWords()
  const { t } = words
  if (need === null && dpias.length === 0) return null
  return (
    <div className="related">
      <h3>
        {words.many('dpia')} {need !== null && <span className="hint">{t(`privacy.need.${need}`)}</span>}
      </h3>
      <ul>
        {dpias.map((dpia) => (
          <li key={dpia.id}>
            <Link href={recordPath('dpia', dpia.id)} className="related-link">
              <span className="code">{dpia.code}</span>
              <span className="related-name">{words.name(dpia.name)}</span>
            </Link>
            <span className="related-end">
              <DpiaStateMark state={dpia.state} />{' '}
              <span className="hint">
                {[
                  dpia.state === 'reopened' ? t('privacy.changes', { count: dpia.changes }) : null,
                  dpia.validUntil === null ? null : t('privacy.validUntil', { day: dpia.validUntil }),
                  dpia.startBy === null ? null : t('privacy.startByShort', { day: dpia.startBy }),
                ]
                  .filter((each) => each !== null)
                  .join(t('app.listSeparator'))}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
