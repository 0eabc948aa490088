/** ATLAS: techniques by tactic, with the mitigations that answer them as published; chosen one by one or a tactic at a time. */
import { useState } from 'react'
import { useMayChange } from '#renderer/api/status.ts'
import { useWords } from '#renderer/records/words.ts'
import type { LibraryPicture } from '#shared/contract/library.ts'
import { searchKey } from '#shared/domain/text.ts'
import { Codes } from './made.tsx'
import { useTaking } from './taking.tsx'

type Atlas = LibraryPicture['atlas']
type Technique = Atlas['risks'][number]

export function AtlasEntries({ atlas }: { readonly atlas: Atlas }) {
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange()
  const [tactic, setTactic] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const taking = useTaking()
  const { chosen, choose } = taking
  const wanted = searchKey(search)
  const shown = atlas.risks.filter(
    (entry) => (tactic === null || entry.tactics.includes(tactic)) && textOf(entry).includes(wanted),
  )
  const shownIds = new Set(shown.map(({ id }) => id))
  return (
    <section className="sheet form-section">
      <p className="hint">{t('library.atlas.hint')}</p>
      <p className="hint">{t('library.atlas.notice', { ...atlas.source })}</p>
      <div className="library-tools">
        <select
          className="input"
          aria-label={t('library.atlas.tactic')}
          value={tactic ?? ''}
          onChange={(event) => setTactic(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        >
          <option value="">{t('library.atlas.allTactics')}</option>
          {atlas.tactics.map(({ id, name }) => (
            <option key={id} value={id}>
              {words.name(name)} ({id})
            </option>
          ))}
        </select>
        <input
          type="search"
          className="input"
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <span className="muted">{t('app.shownOf', { found: shown.length, total: atlas.risks.length })}</span>
        {taking.button}
      </div>
      {taking.made}
      <div className="table-scroll">
        <table className="plain-table library-table">
          <caption className="visually-hidden">{t('library.sources.atlas')}</caption>
          <thead>
            <tr>
              {mayChange && (
                <th scope="col">
                  <span className="visually-hidden">{t('library.choose')}</span>
                </th>
              )}
              <th scope="col">{t('app.code')}</th>
              <th scope="col">{t('library.atlas.technique')}</th>
              <th scope="col">{t('library.atlas.mitigations')}</th>
              <th scope="col">{t('library.taken')}</th>
            </tr>
          </thead>
          {atlas.tactics.map(({ id, name }) => {
            // A technique of several tactics stands under the first of those that are shown, and so only once.
            const entries = shown.filter(({ tactics }) => (tactic ?? tactics[0]) === id)
            if (entries.length === 0) return null
            const ids = entries.map((entry) => entry.id)
            return (
              <tbody key={id}>
                <tr className="library-group">
                  {mayChange && (
                    <td>
                      <input
                        type="checkbox"
                        aria-label={t('library.atlas.chooseTactic', { tactic: words.name(name) })}
                        checked={ids.every((each) => chosen.has(each))}
                        onChange={(event) => choose(ids, event.currentTarget.checked)}
                      />
                    </td>
                  )}
                  <th scope="rowgroup" colSpan={4}>
                    {words.name(name)} <span className="muted code">{id}</span>{' '}
                    <span className="muted figures">{entries.length}</span>
                  </th>
                </tr>
                {entries.map((entry) => (
                  <Row
                    key={entry.id}
                    atlas={atlas}
                    entry={entry}
                    chosen={mayChange ? chosen.has(entry.id) : null}
                    onChoose={(on) => choose([entry.id], on)}
                  />
                ))}
              </tbody>
            )
          })}
        </table>
      </div>
      {shown.length === 0 && <p className="muted">{t('app.noMatch', { count: tactic === null ? 1 : 2 })}</p>}
      {taking.dialog({
        picture: atlas,
        riskIds: atlas.risks.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
        hidden: [...chosen].filter((id) => !shownIds.has(id)).length,
      })}
    </section>
  )
}

interface RowProps {
  readonly atlas: Atlas
  readonly entry: Technique
  /** Null where nothing may be changed. */
  readonly chosen: boolean | null
  readonly onChoose: (on: boolean) => void
}

function Row({ atlas, entry, chosen, onChoose }: RowProps) {
  const words = useWords()
  const { t, language } = words
  return (
    <tr>
      {chosen !== null && (
        <td>
          <input
            type="checkbox"
            aria-label={`${entry.id} ${words.name(entry.name)}`}
            checked={chosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        </td>
      )}
      <td className="code">{entry.id}</td>
      <th scope="row">
        {words.name(entry.name)}
        {language === 'ja' && (
          <span className="library-published" lang="en">
            {' '}
            {entry.published}
          </span>
        )}
        <p className="library-words" lang="en">
          {entry.event}
        </p>
      </th>
      <td>
        {entry.controls.map((id) => {
          const control = atlas.controls.find((each) => each.id === id)
          return (
            <div key={id}>
              <span className="code">{id}</span> {control === undefined ? '' : words.name(control.name)}
            </div>
          )
        })}
        {entry.controls.length === 0 && <span className="muted">{t('library.atlas.noMitigation')}</span>}
      </td>
      <td>
        {entry.taken.length === 0 ? (
          <span className="muted">{t('library.notTaken')}</span>
        ) : (
          <Codes noun="risk" records={entry.taken} />
        )}
      </td>
    </tr>
  )
}

function textOf({ id, name, event }: Technique): string {
  return searchKey(id, name.ja, name.en, event)
}
