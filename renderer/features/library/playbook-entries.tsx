/** The NIST AI RMF Playbook: the actions that it suggests, by subcategory; each is chosen as a control. */
import { useState } from 'react'
import { useMayChange } from '#renderer/api/status.ts'
import { useWords } from '#renderer/records/words.ts'
import type { LibraryPicture, LibraryTaken } from '#shared/contract/library.ts'
import { Codes, Made } from './made.tsx'
import { TakeDialog } from './take-dialog.tsx'

export function PlaybookEntries({ playbook }: { readonly playbook: LibraryPicture['playbook'] }) {
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const [made, setMade] = useState<LibraryTaken | null>(null)
  return (
    <section className="sheet form-section">
      <p className="hint">{t('library.playbook.hint')}</p>
      <p className="hint">{t('library.playbook.notice', { ...playbook.source })}</p>
      {mayChange && (
        <div className="library-tools">
          <button
            type="button"
            className="button primary"
            disabled={chosen.size === 0}
            onClick={() => {
              setMade(null)
              setAsking(true)
            }}
          >
            {t('library.take', { count: chosen.size })}
          </button>
        </div>
      )}
      {made !== null && <Made made={made} />}
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
                      onChange={(event) => {
                        const on = event.currentTarget.checked
                        setChosen((before) => new Set(on ? [...before, id] : [...before].filter((each) => each !== id)))
                      }}
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
      {asking && (
        <TakeDialog
          picture={{ risks: [], controls: playbook.controls }}
          riskIds={[]}
          controlIds={[...chosen]}
          hidden={0}
          onDone={(taken) => {
            setAsking(false)
            setChosen(new Set())
            setMade(taken)
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </section>
  )
}
