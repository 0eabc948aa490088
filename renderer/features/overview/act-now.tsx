/** What to do now, heaviest first, each line with one verb that leads to where it is done. */
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useMayChange } from '#renderer/api/status.ts'
import { useOpenList } from '#renderer/records/open-list.ts'
import { useSay } from '#renderer/records/say.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { ActNow } from '#shared/domain/act-now.ts'
import { recordPath } from '#renderer/records/noun-path.ts'

/** The rest is one step away, so that the risks beneath are seen at once. */
const shownAtFirst = 5

export interface ActNowProps {
  readonly rows: readonly ActNow[]
  /** How many systems are looked at: none in a register that has only begun. */
  readonly systems: number
}

export function ActNowSheet({ rows, systems }: ActNowProps) {
  const { t } = useWords()
  const say = useSay()
  const [, navigate] = useLocation()
  const openList = useOpenList()
  const [all, setAll] = useState(false)
  const open = ({ target, what }: ActNow) => {
    if (target.id !== null) navigate(recordPath(target.noun, target.id))
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
      {rows.length === 0 && systems === 0 ? (
        <Begin />
      ) : rows.length === 0 ? (
        <p className="block-none">{t('overview.actNowNone')}</p>
      ) : (
        <ul className="lines">
          {(all ? rows : rows.slice(0, shownAtFirst)).map((row) => (
            <li key={`${row.kind} ${row.target.code ?? ''}`} data-print="row">
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

/** In place of a list that would be empty for want of anything to look at: what is missing, why, and the one next step. */
function Begin() {
  const { t } = useWords()
  const mayChange = useMayChange()
  return (
    <div className="block-begin">
      <p>{t('overview.noSystems')}</p>
      <p className="muted">{t('overview.noSystemsWhy')}</p>
      {mayChange && (
        <Link href="/import" className="button">
          {t('action.importSystems')}
        </Link>
      )}
    </div>
  )
}
