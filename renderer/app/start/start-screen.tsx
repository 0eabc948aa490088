/** The first screen: three equal choices. What was refused stands above them, with what can be done. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { problemOf } from '#renderer/api/problem.ts'
import { forgetSaving } from '#renderer/api/save-state.ts'
import { useLanguage } from '#renderer/api/status.ts'
import { forgetLists } from '#renderer/records/list-state.ts'
import type { ProblemData } from '#shared/contract/base.ts'
import type { Status } from '#shared/contract/file.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'
import { LanguageSwitch } from '../language-switch.tsx'
import { NewRegisterDialog } from './new-register-dialog.tsx'

export function StartScreen({ refusal }: { readonly refusal: ProblemData | null }) {
  const { t } = useTranslation()
  const { client, utils } = useApi()
  const queries = useQueryClient()
  const choose = useChooseFile()
  const language = useLanguage()
  const [, navigate] = useLocation()
  const [naming, setNaming] = useState(false)
  const [held, setHeld] = useState<string | null>(null)
  const opening = useMutation({
    mutationFn: (open: () => Promise<Status | null>) => open(),
    onSuccess: (status) => {
      if (status === null) return
      forgetLists()
      forgetSaving()
      navigate('/')
      queries.removeQueries({ predicate: (query) => query.queryHash !== JSON.stringify(utils.file.status.queryKey()) })
      queries.setQueryData(utils.file.status.queryKey(), status)
    },
  })
  const openFile = (readOnly: boolean) =>
    opening.mutate(async () => {
      const file = await choose('open-register')
      if (file === null) return null
      setHeld(null)
      try {
        return await client.file.open({ token: file.token, readOnly })
      } catch (error) {
        // Somebody else edits it: it can be read all the same, once the person says so.
        if (problemOf(error).code === 'HELD_BY_ANOTHER') setHeld(file.name)
        throw error
      }
    })
  const shown = opening.error === null ? refusal : problemOf(opening.error)
  return (
    <main className="start">
      <div className="start-head">
        <div className="frame-brand">
          <i aria-hidden />
          {t('app.name')}
        </div>
        <LanguageSwitch />
      </div>
      <h1>{t('start.title')}</h1>
      <p className="muted">{t('start.promise')}</p>
      {shown !== null && (
        <div className="plain-notice" role="alert">
          {sayProblem(language, shown)}
          {held !== null && (
            <div className="button-row">
              <button type="button" className="button" onClick={() => openFile(true)}>
                {t('action.openReadOnly')}
              </button>
            </div>
          )}
        </div>
      )}
      <div className="start-choices">
        <Choice title={t('start.sample')} text={t('start.sampleText')}>
          <button
            type="button"
            className="button"
            disabled={opening.isPending}
            onClick={() => opening.mutate(() => client.file.openSample({ language }))}
          >
            {t('action.openSample')}
          </button>
        </Choice>
        <Choice title={t('start.new')} text={t('start.newText')}>
          <button type="button" className="button" disabled={opening.isPending} onClick={() => setNaming(true)}>
            {t('action.newRegister')}
          </button>
        </Choice>
        <Choice title={t('start.open')} text={t('start.openText')}>
          <button type="button" className="button" disabled={opening.isPending} onClick={() => openFile(false)}>
            {t('action.openFile')}
          </button>
        </Choice>
      </div>
      {opening.isPending && (
        <p role="status" className="muted">
          {t('app.opening')}
        </p>
      )}
      {naming && (
        <NewRegisterDialog
          onClose={() => setNaming(false)}
          onCreate={(name, own) => {
            setNaming(false)
            opening.mutate(async () => {
              const file = await choose('new-register', t('start.fileName'))
              return file === null ? null : client.file.create({ token: file.token, language: own, name })
            })
          }}
        />
      )}
    </main>
  )
}

function Choice({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}) {
  return (
    <section className="sheet start-choice">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  )
}
