/** Everything that is due, overdue, stale, vacant or unanswered, of all nouns, heaviest first. */
import { sayError } from '#renderer/api/problem.ts'
import { useDeferredText } from '#renderer/records/deferred-text.ts'
import { useWords } from '#renderer/records/words.ts'
import { WorkChips } from './work-chips.tsx'
import { WorkHead } from './work-head.tsx'
import { blankWork, conditionCount, conditionsOf, setWork, useWork } from './work-state.ts'
import { WorkTable } from './work-table.tsx'
import { useWorkWindow } from './work-window.ts'
import './work-queue.css'

export function WorkScreen() {
  const { t, language } = useWords()
  const work = useWork()
  const rows = useWorkWindow(conditionsOf(work, useDeferredText(work.search)))
  const { first, error } = rows
  const conditions = conditionCount(work)
  return (
    <>
      <WorkHead
        view="list"
        note={first === undefined ? undefined : t('app.shownOf', { found: first.found, total: first.total })}
      />
      <WorkChips counts={first} />
      <div className="split">
        {error !== null ? (
          <p className="empty" role="alert">
            {sayError(language, error)}
          </p>
        ) : first?.found === 0 ? (
          <div className="empty">
            <p>{conditions > 0 ? t('app.noMatch', { count: conditions }) : t('workQueue.nothing')}</p>
            {conditions === 0 && <p className="muted">{t('workQueue.nothingWhy')}</p>}
            {conditions > 0 && (
              <button type="button" className="button" onClick={() => setWork({ ...blankWork, day: work.day })}>
                {t('action.clearConditions')}
              </button>
            )}
          </div>
        ) : (
          first !== undefined && <WorkTable window={rows} found={first.found} />
        )}
      </div>
    </>
  )
}
