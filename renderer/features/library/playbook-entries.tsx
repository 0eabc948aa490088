/** The NIST AI RMF Playbook: the actions that it suggests, by subcategory; each is chosen as a control. */
import { useMayChange } from '#renderer/api/status.ts'
import { useWords } from '#renderer/records/words.ts'
import type { LibraryPicture } from '#shared/contract/library.ts'
import { Codes } from './made.tsx'
import { useTaking } from './taking.tsx'

export function PlaybookEntries({ playbook }: { readonly playbook: LibraryPicture['playbook'] }) {
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange()
  const taking = useTaking()
  const { chosen, choose } = taking
  return (
    <section className="sheet form-section">
      <p className="hint">{t('library.playbook.hint')}</p>
      <p className="hint">{t('library.playbook.notice', { ...playbook.source })}</p>
      {mayChange && <div className="library-tools">{taking.button}</div>}
      {taking.made}
      <div className="table-scroll">
        <table className="plain-table library-table">
          <caption className="visually-hidden">{t('library.sources.playbook')}</caption>
          <thead>
            <tr>
              {mayChange && (
                <th scope="col">
                  <span className="visually-hidden">{t('library.choose')}</span>
                </th>
              )}
              <th scope="col">{t('app.code')}</th>
              <th scope="col">{t('library.playbook.actions')}</th>
              <th scope="col">{t('library.taken')}</th>
            </tr>
          </thead>
          <tbody>
            {playbook.controls.map(({ id, name, actions, taken }) => (
              <tr key={id}>
                {mayChange && (
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`${id} ${words.name(name)}`}
                      checked={chosen.has(id)}
                      onChange={(event) => choose([id], event.currentTarget.checked)}
                    />
                  </td>
                )}
                <td className="code library-id">{id}</td>
                <th scope="row">
                  {words.name(name)}
                  <ul className="library-words" lang="en">
                    {actions.map(({ text, parts }) => (
                      <li key={text}>
                        {text}
                        {parts.length > 0 && (
                          <ul>
                            {parts.map((part) => (
                              <li key={part}>{part}</li>
                            ))}
                          </ul>
                        )}
                      </li>
                    ))}
                  </ul>
                </th>
                <td>
                  {taken.length === 0 ? (
                    <span className="muted">{t('library.notTaken')}</span>
                  ) : (
                    <Codes noun="control" records={taken} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {taking.dialog({
        picture: { risks: [], controls: playbook.controls },
        riskIds: [],
        controlIds: [...chosen],
        hidden: 0,
      })}
    </section>
  )
}
