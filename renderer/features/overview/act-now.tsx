/** What to do now, heaviest first, each line with one verb that leads to where it is done. */
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useOpenList } from '#renderer/records/open-list.ts'
import { useSay } from '#renderer/records/say.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { ActNow } from '#shared/domain/act-now.ts'

/** The rest is one step away, so that the risks beneath are seen at once. */
const shownAtFirst = 5

export function ActNowSheet({ rows }: { readonly rows: readonly ActNow[] }) {
  const { t } = useWords()
  const say = useSay()
  const [, navigate] = useLocation()
  const openList = useOpenList()
  const [all, setAll] = useState(false)
  const open = ({ target, what }: ActNow) => {
    if (target.id !== null) navigate(`/${target.noun}/${target.id}`)
    else openList(target.noun, target.codes, say(what))
  }
  return (
    <section className="sheet block">
      <h2>
        {t('overview.actNow')}{' '}
        <span className="block-note">{rows.length > 0 && t('overview.actNowCount', { count: rows.length })}</span>
        {!all && rows.length > shownAtFirst && (
          <button type="button" className="text-button block-link" onClick={() => setAll(true)}>
            {t('app.showMore', { count: rows.length - shownAtFirst })}
          </button>
        )}
      </h2>
      {rows.length === 0 ? (
        <p className="block-none">{t('overview.actNowNone')}</p>
      ) : (
        <ul className="lines">
          {(all ? rows : rows.slice(0, shownAtFirst)).map((row) => (
            <li key={`${row.kind} ${row.target.code ?? ''}`}>
              <StatusMark status={row.severity} word={t(`status.${row.severity}`)} />
              <span className="line-text">{say(row.what)}</span>
              <button type="button" className="link" onClick={() => open(row)}>
                {say(row.verb)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
