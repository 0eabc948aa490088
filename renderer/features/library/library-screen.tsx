/** The starting library: entries are looked through, chosen, and put into the register with the controls that answer them. */
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { useWords } from '#renderer/records/words.ts'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import type { LibraryPicture } from '#shared/contract/library.ts'
import { type LibraryRisk, risksOfKind } from '#shared/domain/library/starting-library.ts'
import { riskCategories } from '#shared/domain/principles.ts'
import { systemKinds } from '#shared/domain/system.ts'
import { searchKey } from '#shared/domain/text.ts'
import { AtlasEntries } from './atlas-entries.tsx'
import { PlaybookEntries } from './playbook-entries.tsx'
import { Codes } from './made.tsx'
import { useTaking } from './taking.tsx'
import './library.css'

type Kind = (typeof systemKinds)[number]
const kinds = ['all', ...systemKinds] as const
const sources = ['ours', 'atlas', 'playbook'] as const

export function LibraryScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { data, error } = useQuery(utils.library.picture.queryOptions())
  const [source, setSource] = useState<(typeof sources)[number]>('ours')
  return (
    <>
      <div className="page-head">
        <IconAlertTriangle size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('library.title')}</h1>
        {source === 'ours' ? (
          <>
            <span className="page-note">{t('library.edition', { day: data?.edition ?? '' })}</span>
            <span className="ours">{t('library.ours')}</span>
          </>
        ) : (
          <span className="page-note">{t(`library.${source}.edition`, { ...data?.[source].source })}</span>
        )}
      </div>
      {tabs}
      <div className="page-body">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        {data !== undefined && (
          <div className="library-source">
            <ChoiceGroup
              label={t('library.source')}
              values={sources}
              chosen={source}
              say={(each) => t(`library.sources.${each}`)}
              onChoose={setSource}
            />
          </div>
        )}
        {data !== undefined && source === 'ours' && <Entries picture={data} />}
        {data !== undefined && source === 'atlas' && <AtlasEntries atlas={data.atlas} />}
        {data !== undefined && source === 'playbook' && <PlaybookEntries playbook={data.playbook} />}
      </div>
    </>
  )
}

function Entries({ picture }: { readonly picture: LibraryPicture }) {
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange()
  const [kind, setKind] = useState<Kind | null>(null)
  const [search, setSearch] = useState('')
  const taking = useTaking()
  const { chosen, choose } = taking
  const wanted = searchKey(search)
  const shown = risksOfKind(picture.risks, kind).filter((entry) => textOf(entry).includes(wanted))
  const shownIds = new Set(shown.map(({ id }) => id))
  return (
    <section className="sheet form-section">
      <p className="hint">{t('library.hint')}</p>
      <div className="library-tools">
        <ChoiceGroup
          label={words.field('system', 'kind')}
          values={kinds}
          chosen={kind ?? 'all'}
          say={(each) => (each === 'all' ? t('library.allKinds') : words.value('systemKind', each))}
          onChoose={(each) => setKind(each === 'all' ? null : each)}
        />
        <input
          type="search"
          className="input"
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <span className="muted">{t('app.shownOf', { found: shown.length, total: picture.risks.length })}</span>
        {taking.button}
      </div>
      {taking.made}
      <div className="table-scroll">
        <table className="plain-table library-table">
          <caption className="visually-hidden">{t('library.title')}</caption>
          <thead>
            <tr>
              {mayChange && (
                <th scope="col">
                  <span className="visually-hidden">{t('library.choose')}</span>
                </th>
              )}
              <th scope="col">{t('app.code')}</th>
              <th scope="col">{words.one('risk')}</th>
              <th scope="col">{t('library.usualControls')}</th>
              <th scope="col">{t('library.taken')}</th>
            </tr>
          </thead>
          {riskCategories.map((category) => {
            const entries = shown.filter((entry) => entry.category === category)
            if (entries.length === 0) return null
            return (
              <tbody key={category}>
                <tr className="library-group">
                  <th scope="rowgroup" colSpan={mayChange ? 5 : 4}>
                    {t(`principle.${category}`)} <span className="muted figures">{entries.length}</span>
                  </th>
                </tr>
                {entries.map((entry) => (
                  <tr key={entry.id}>
                    {mayChange && (
                      <td>
                        <input
                          type="checkbox"
                          aria-label={`${entry.id} ${words.name(entry.name)}`}
                          checked={chosen.has(entry.id)}
                          onChange={(event) => choose([entry.id], event.currentTarget.checked)}
                        />
                      </td>
                    )}
                    <td className="code">{entry.id}</td>
                    <th scope="row">
                      {words.name(entry.name)}
                      <p className="library-words">
                        {t('library.statement', {
                          cause: words.name(entry.cause),
                          event: words.name(entry.event),
                          consequence: words.name(entry.consequence),
                        })}
                      </p>
                    </th>
                    <td>
                      {entry.controls.map((id) => (
                        <div key={id}>{nameOfControl(picture, id, (name) => words.name(name))}</div>
                      ))}
                    </td>
                    <td>
                      {entry.taken.length === 0 ? (
                        <span className="muted">{t('library.notTaken')}</span>
                      ) : (
                        <Codes noun="risk" records={entry.taken} />
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            )
          })}
        </table>
      </div>
      {shown.length === 0 && <p className="muted">{t('app.noMatch', { count: kind === null ? 1 : 2 })}</p>}
      {taking.dialog({
        picture: picture,
        riskIds: picture.risks.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
        hidden: [...chosen].filter((id) => !shownIds.has(id)).length,
      })}
    </section>
  )
}

function textOf({ id, name, cause, event, consequence }: LibraryRisk): string {
  return searchKey(id, ...[name, cause, event, consequence].flatMap(({ ja, en }) => [ja, en]))
}

function nameOfControl(
  { controls }: LibraryPicture,
  id: string,
  say: (name: LibraryPicture['controls'][number]['name']) => string,
): string {
  const control = controls.find((each) => each.id === id)
  return control === undefined ? id : say(control.name)
}
