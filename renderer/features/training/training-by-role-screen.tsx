/** Training by role on a chosen day: of each training who has to have done it, who has, and who is missing. */
import { IconCalendar, IconSchool } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { DayButton } from '#renderer/records/day-button.tsx'
import { useWords } from '#renderer/records/words.ts'
import { CompletionsDialog } from './completions-dialog.tsx'
import { TrainingGroups } from './training-groups.tsx'
import { tallyOf } from './training-words.ts'

export function TrainingByRoleScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const mayChange = useMayChange()
  const [day, setDay] = useState<string | null>(null)
  const [recording, setRecording] = useState<string | null>(null)
  const { data, error } = useQuery({
    ...utils.training.picture.queryOptions({ input: { day, trainingId: null } }),
    placeholderData: (before) => before,
  })
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {sayError(words.language, error)}
      </p>
    )
  if (data === undefined) return null
  const { required, done } = tallyOf(data.trainings.flatMap(({ people }) => people))
  return (
    <>
      <div className="page-head">
        <IconSchool size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('training.byRole')}</h1>
        {required > 0 && <span className="page-note">{t('training.sum', { done, required })}</span>}
        <span className="page-actions">
          <DayButton icon={IconCalendar} label={t('app.asOf')} day={data.day} onChange={setDay} />
        </span>
      </div>
      {tabs}
      <div className="page-body">
        {data.trainings.length === 0 && (
          <section className="sheet form-section">
            <p>{t('training.none')}</p>
            <Link href="/training/new" className="button">
              {t('action.addNoun', { noun: words.inSentence('training') })}
            </Link>
          </section>
        )}
        {data.trainings.map((training) => (
          <section key={training.id} className="sheet form-section">
            <h2 className="training-head">
              <Link href={`/training/${training.id}`} className="link">
                <span className="code">{training.code}</span> {words.label(data.labels, training.id)}
              </Link>
              {mayChange && (
                <button type="button" className="button" onClick={() => setRecording(training.id)}>
                  {t('training.record')}
                </button>
              )}
            </h2>
            <TrainingGroups
              groups={training.groups}
              people={training.people}
              labels={data.labels}
              caption={words.label(data.labels, training.id)}
            />
            {recording === training.id && (
              <CompletionsDialog
                trainingId={training.id}
                code={training.code}
                people={training.people}
                labels={data.labels}
                onClose={() => setRecording(null)}
              />
            )}
          </section>
        ))}
      </div>
    </>
  )
}
