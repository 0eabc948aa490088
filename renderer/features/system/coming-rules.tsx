/** The coming rules for data of people under 16 and face features, item by item: what can be prepared, and is not law yet. */
import { useWords } from '#renderer/records/words.ts'
import { LegalForce } from '#renderer/ui/legal-force.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { UsePicture } from '#shared/domain/privacy/system-privacy.ts'

const marks = { met: 'within', gap: 'warning', not_applicable: 'na' } as const

export function ComingRules({ uses }: { readonly uses: readonly UsePicture[] }) {
  const words = useWords()
  const { t } = words
  const preparing = uses.filter(({ coming }) => coming.length > 0)
  if (preparing.length === 0) return null
  return (
    <div className="related">
      <h3>
        {t('privacy.group.coming')}{' '}
        <LegalForce force="not_in_force" word={t('requirement.status.promulgated_not_in_force')} />
      </h3>
      <p className="hint">{t('privacy.groupHint.coming')}</p>
      <table className="settings-table">
        <tbody>
          {preparing.flatMap(({ use, coming }) =>
            coming.map(({ item, finding, grounds }) => (
              <tr key={`${use.id} ${item.id}`}>
                <td className="code">{use.code}</td>
                <th scope="row">
                  {words.name(item.question)}
                  <div className="muted">{item.source}</div>
                  {grounds !== null && <div>{grounds}</div>}
                </th>
                <td>
                  {finding === null ? (
                    <StatusMark status="no_data" word={t('privacy.unanswered')} />
                  ) : (
                    <StatusMark status={marks[finding]} word={words.value('checkFinding', finding)} />
                  )}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}
