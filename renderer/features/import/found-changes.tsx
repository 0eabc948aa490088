/** What an import would change of records that are there, field by field, and what is no longer in the list: a person decides. */
import { useState } from 'react'
import { ChangedValue } from '#renderer/records/changed-value.tsx'
import { useWords } from '#renderer/records/words.ts'
import { fields } from '#shared/domain/fields.ts'
import type { ImportNoun } from '#shared/domain/import-profile.ts'
import type { FieldChange, RecordFindings } from '#shared/domain/import-report.ts'

const shownAtMost = 200

interface ChangesProps {
  readonly noun: ImportNoun
  readonly found: RecordFindings
  readonly leave: readonly string[]
  readonly onLeave: (leave: readonly string[]) => void
}

export function FoundChanges({ noun, found, leave, onLeave }: ChangesProps) {
  const words = useWords()
  const { t } = words
  if (found.changes.length === 0) return null
  const keyOf = ({ row, field }: FieldChange) => `${String(row)} ${field}`
  const nameOf = (field: string) =>
    fields[noun].some(({ name }) => name === field)
      ? words.field(noun, field)
      : t(field === 'owner' ? 'import.target.ownerOfRecord' : `import.target.${field}`)
  return (
    <section className="sheet form-section">
      <h2>{t('import.changes', { count: found.changes.length })}</h2>
      <p className="hint">{t('import.changesHint')}</p>
      <div className="mapping-rows">
        <table className="settings-table import-changes">
          <thead>
            <tr>
              <th scope="col">{t('import.changeTake')}</th>
              <th scope="col">{t('import.changeRow')}</th>
              <th scope="col">{words.t(`noun.${noun}.one`)}</th>
              <th scope="col">{t('import.field')}</th>
              <th scope="col">{t('import.change')}</th>
            </tr>
          </thead>
          <tbody>
            {found.changes.slice(0, shownAtMost).map((change) => {
              const key = keyOf(change)
              return (
                <tr key={key}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`${change.code} ${nameOf(change.field)}`}
                      checked={!leave.includes(key)}
                      onChange={(event) =>
                        onLeave(event.currentTarget.checked ? leave.filter((each) => each !== key) : [...leave, key])
                      }
                    />
                  </td>
                  <td className="figures">{change.row}</td>
                  <td className="code">{change.code}</td>
                  <td>{nameOf(change.field)}</td>
                  <td>
                    {fields[noun].some(({ name }) => name === change.field) ? (
                      <ChangedValue
                        noun={noun}
                        change={change}
                        isNew={false}
                        before={found.labels}
                        after={found.labels}
                      />
                    ) : (
                      String(change.after)
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {found.changes.length > shownAtMost && (
        <p className="muted">{t('import.more', { count: found.changes.length - shownAtMost })}</p>
      )}
    </section>
  )
}

interface MissingProps {
  readonly codes: readonly string[]
  readonly onWithdraw: (withdraw: { readonly codes: string[]; readonly reason: string } | null) => void
}

/** Records of the earlier import that the list no longer holds: they stay, unless a person withdraws them with a reason. */
export function FoundMissing({ codes, onWithdraw }: MissingProps) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  if (codes.length === 0) return null
  const say = (next: readonly string[], words: string) => {
    setChosen(next)
    setReason(words)
    onWithdraw(next.length === 0 || words.trim() === '' ? null : { codes: [...next], reason: words.trim() })
  }
  return (
    <section className="sheet form-section">
      <h2>{t('import.missingTitle', { count: codes.length })}</h2>
      <p className="hint">{t('import.missingHint')}</p>
      <ul className="import-missing">
        {codes.slice(0, shownAtMost).map((code) => (
          <li key={code}>
            <label className="check-label">
              <input
                type="checkbox"
                checked={chosen.includes(code)}
                onChange={(event) =>
                  say(event.currentTarget.checked ? [...chosen, code] : chosen.filter((each) => each !== code), reason)
                }
              />
              <span className="code">{code}</span>
            </label>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && (
        <label className="field-label">
          {t('import.withdrawReason')}
          <input
            className="input"
            value={reason}
            required
            onChange={(event) => say(chosen, event.currentTarget.value)}
          />
        </label>
      )}
    </section>
  )
}
