/** What the organisation has decided for the whole register: itself, its scale, its appetite, the limits of its figures. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { FormProblemsProvider, ProblemSummary } from '#renderer/records/form-problems.tsx'
import { useWords } from '#renderer/records/words.ts'
import { AppetiteSheet } from './appetite-sheet.tsx'
import { OrganisationSheet } from './organisation-sheet.tsx'
import { ScaleSheet } from './scale-sheet.tsx'
import { ThresholdSheet } from './threshold-sheet.tsx'
import './organisation.css'

/** @param display the choices of this window, which belong to the person and not to the register */
export function SettingsScreen({ display }: { readonly display: ReactNode }) {
  const words = useWords()
  const { utils } = useApi()
  const { data: settings, error } = useQuery(utils.organisation.settings.queryOptions())
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {sayError(words.language, error)}
      </p>
    )
  if (settings === undefined) return null
  return (
    <FormProblemsProvider>
      <div className="page-head">
        <h1>{words.t('nav.settings')}</h1>
        <span className="page-note">{words.t('app.settingsNote')}</span>
      </div>
      <div className="page-body">
        <div className="page-column">
          <ProblemSummary />
          <OrganisationSheet organisation={settings.organisation} />
          <AppetiteSheet settings={settings} />
          <ThresholdSheet settings={settings} />
          <ScaleSheet settings={settings} />
          {display}
        </div>
      </div>
    </FormProblemsProvider>
  )
}
