/** The first screen: three equal choices, and the registers opened last. A register that was refused has its own screen (`failure-screen.tsx`). */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { bundlePath } from '#renderer/features/director/bundle-director.tsx'
import { useLanguage } from '#renderer/api/status.ts'
import type { ProblemData } from '#shared/contract/base.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'
import { StartHead } from './start-head.tsx'
import { RecentFiles } from './recent-files.tsx'
import { useRegisterOpener } from './register-opener.tsx'

export function StartScreen({ refusal }: { readonly refusal: ProblemData | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const opener = useRegisterOpener()
  const shown = opener.refusal ?? refusal
  return (
    <main className="start">
      <StartHead>
        <Link href={bundlePath} className="button">
          {t('director.openBundle')}
        </Link>
        <Link href="/manual" className="button">
          {t('action.openManual')}
        </Link>
      </StartHead>
      <h1>{t('start.title')}</h1>
      <p className="muted">{t('start.promise')}</p>
      {shown !== null && (
        <div className="plain-notice" role="alert">
          {sayProblem(language, shown)}
        </div>
      )}
      <div className="start-choices">
        <Choice title={t('start.sample')} text={t('start.sampleText')}>
          <button type="button" className="button" disabled={opener.pending} onClick={opener.openSample}>
            {t('action.openSample')}
          </button>
        </Choice>
        <Choice title={t('start.new')} text={t('start.newText')}>
          <button type="button" className="button" disabled={opener.pending} onClick={opener.createNew}>
            {t('action.newRegister')}
          </button>
          <button type="button" className="text-button" disabled={opener.pending} onClick={opener.createFromExport}>
            {t('action.newFromExport')}
          </button>
        </Choice>
        <Choice title={t('start.open')} text={t('start.openText')}>
          <button type="button" className="button" disabled={opener.pending} onClick={opener.openFile}>
            {t('action.openFile')}
          </button>
        </Choice>
      </div>
      {opener.pending && (
        <p role="status" className="muted">
          {t('app.opening')}
        </p>
      )}
      <RecentFiles />
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
