/** Title, day and what is done with the whole queue, over the tabs of its views. */
import { IconCalendar, IconCalendarDown, IconMail } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useRegister } from '#renderer/api/status.ts'
import { DayButton } from '#renderer/records/day-button.tsx'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import { conditionsOf, setWork, useWork } from './work-state.ts'

export const workViews = ['list', 'person', 'unit', 'month', 'calendar', 'letters'] as const
export type WorkView = (typeof workViews)[number]

export function WorkHead({ view, note }: { readonly view: WorkView; readonly note?: ReactNode }) {
  const { t } = useWords()
  const work = useWork()
  const { today } = useRegister()
  const save = useSaveCalendar()
  return (
    <>
      <div className="page-head">
        <h1>{t('nav.workQueue')}</h1>
        {note !== undefined && (
          <span className="page-note" role="status">
            {note}
          </span>
        )}
        <span className="page-actions">
          <DayButton
            icon={IconCalendar}
            label={t('app.asOf')}
            day={work.day ?? today}
            onChange={(day) => setWork({ day, scrolled: 0 })}
          />
          <button type="button" className="button" onClick={() => void save()}>
            <IconCalendarDown size={16} stroke={1.5} aria-hidden />
            {t('workQueue.saveCalendar')}
          </button>
          <Link href="/work-queue/letters" className="button">
            <IconMail size={16} stroke={1.5} aria-hidden />
            {t('workQueue.makeLetters')}
          </Link>
        </span>
      </div>
      <nav className="tabs" aria-label={t('app.tabs')}>
        {workViews.map((each) => (
          <Link
            key={each}
            href={each === 'list' ? '/work-queue' : `/work-queue/${each}`}
            aria-current={each === view ? 'page' : undefined}
          >
            {t(`workQueue.view.${each}`)}
          </Link>
        ))}
      </nav>
    </>
  )
}

/** Writes what the conditions leave as a calendar file into a folder that a person chooses. */
function useSaveCalendar(): () => Promise<void> {
  const { t, language } = useWords()
  const { client } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const work = useWork()
  return async () => {
    const folder = await choose('output-folder')
    if (folder === null) return
    try {
      const saved = await client.workQueue.saveCalendar({ ...conditionsOf(work), folder: folder.token, language })
      tell.done(t('workQueue.calendarSaved', { name: saved.name, count: saved.events }))
    } catch (error) {
      tell.refused(sayError(language, error))
    }
  }
}
