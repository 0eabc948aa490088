/** Whose name is due to be taken out of the register, what keeps it, and what was decided: rules, legal holds, redactions. */
import { IconUserMinus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { useChange } from '#renderer/api/change.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { useMoment } from '#renderer/records/moment.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { retentionStandings, type RetainedPerson } from '#shared/domain/retention/retention-on.ts'
import { HoldSheet } from './hold-sheet.tsx'
import { PeopleTable } from './people-table.tsx'
import { RedactDialog } from './redact-dialog.tsx'
import { RedactionSheet } from './redaction-sheet.tsx'
import { RuleSheet } from './rule-sheet.tsx'
import './retention.css'

/** `asking`: those of whom something is to be done or decided. */
const views = ['asking', 'everybody', ...retentionStandings] as const
type View = (typeof views)[number]
const standingsOf = (view: View): readonly string[] =>
  view === 'everybody' ? [] : view === 'asking' ? ['back', 'due', 'held'] : [view]

/** What the page of a person gives with the way here. */
export interface RetentionStart {
  readonly redact: RetainedPerson
}

export function RetentionScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const mayChange = useMayChange()
  const [view, setView] = useState<View>('asking')
  const start = useHistoryState<RetentionStart | null>()
  const [redacting, setRedacting] = useState<RetainedPerson | null>(start?.redact ?? null)
  const [, navigate] = useLocation()
  // Taken once: going back and forth must not open it again, with a name that may be gone.
  useEffect(() => {
    if (start !== null) navigate('/retention', { replace: true, state: null })
  }, [start, navigate])
  const { data, error } = useQuery({
    ...utils.retention.picture.queryOptions({ input: { standings: [...standingsOf(view)] } }),
    placeholderData: (before) => before,
  })
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {sayError(words.language, error)}
      </p>
    )
  if (data === undefined) return null
  const asked = standingsOf(view)
  const count = (each: View) =>
    retentionStandings
      .filter((standing) => standingsOf(each).length === 0 || standingsOf(each).includes(standing))
      .reduce((sum, standing) => sum + data.counts[standing], 0)
  const offered = views.filter((each) => each === view || each === 'asking' || each === 'everybody' || count(each) > 0)
  const total = count(view)
  return (
    <>
      <div className="page-head">
        <IconUserMinus size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('retention.title')}</h1>
        <span className="page-note">{t('retention.note', { day: data.day })}</span>
      </div>
      {tabs}
      <div className="page-body" data-aside>
        <div className="page-column">
          {data.cleaningDueSince !== null && <CleaningNotice since={data.cleaningDueSince} />}
          <section className="sheet form-section" aria-labelledby="retention-people">
            <h2 id="retention-people">{t('retention.people')}</h2>
            <div className="retention-bar">
              <ChoiceGroup
                labelledBy="retention-people"
                values={offered}
                chosen={view}
                say={(each) => t('retention.viewCount', { view: t(`retention.view.${each}`), count: count(each) })}
                onChoose={setView}
              />
            </div>
            {data.rules.length === 0 && <p className="hint">{t('retention.noRuleYet')}</p>}
            {data.people.length === 0 ? (
              <p className="muted">{t(asked.length === 0 ? 'retention.nobody' : 'retention.nobodyHere')}</p>
            ) : (
              <PeopleTable picture={data} mayChange={mayChange} onRedact={setRedacting} />
            )}
            {total > data.people.length && (
              <p className="hint">{t('retention.more', { count: total - data.people.length })}</p>
            )}
            <p className="hint">{t('retention.explained')}</p>
          </section>
          <RedactionSheet picture={data} mayChange={mayChange} />
        </div>
        <div className="page-aside">
          <HoldSheet picture={data} mayChange={mayChange} />
          <RuleSheet picture={data} mayChange={mayChange} />
        </div>
      </div>
      {redacting !== null && <RedactDialog key={redacting.id} person={redacting} onClose={() => setRedacting(null)} />}
    </>
  )
}

/** The names are out of the register, and unused parts of the file may still hold their bytes. */
function CleaningNotice({ since }: { readonly since: string }) {
  const { t, language } = useWords()
  const moment = useMoment()
  const tell = useTell()
  const mayChange = useMayChange()
  const clean = useChange((client) => client.retention.clean())
  return (
    <div className="plain-notice" role="status">
      <p>{t('retention.cleaningDue', { at: moment(since) })}</p>
      {mayChange && (
        <button
          type="button"
          className="button"
          disabled={clean.isPending}
          onClick={() =>
            clean.mutate(undefined, {
              onSuccess: () => tell.done(t('retention.cleaned')),
              onError: (error) => tell.refused(sayError(language, error)),
            })
          }
        >
          {t('retention.clean')}
        </button>
      )}
    </div>
  )
}
