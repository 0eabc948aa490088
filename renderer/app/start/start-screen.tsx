/** The first screen: three equal choices. A register that was refused has its own screen (`failure-screen.tsx`). */
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { problemOf } from '#renderer/api/problem.ts'
import { useLanguage } from '#renderer/api/status.ts'
import type { ProblemData } from '#shared/contract/base.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'
import { LanguageSwitch } from '../language-switch.tsx'
import { NewRegisterDialog } from './new-register-dialog.tsx'
import { useOpening } from './use-opening.ts'

export function StartScreen({ refusal }: { readonly refusal: ProblemData | null }) {
  const { t } = useTranslation()
  const { client } = useApi()
  const choose = useChooseFile()
  const language = useLanguage()
  const [naming, setNaming] = useState(false)
  const opening = useOpening()
  const openFile = () =>
    opening.mutate(async () => {
      const file = await choose('open-register')
      return file === null ? null : client.file.open({ token: file.token })
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
          <button type="button" className="button" disabled={opening.isPending} onClick={openFile}>
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
