/**
 * The screen of failures, a page of its own: it needs nothing of the window that failed, and no register process. What
 * happened, that the register is safe, what to do, and a report to copy.
 */
import './no-eval.ts'
import { useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import './theme/fonts.css'
import './theme/base.css'
import './app/window.css'
import './failure.css'
import { type Language, languageSchema } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { tokenProperties } from './theme/tokens.ts'

const kinds = ['register', 'window', 'main'] as const

interface Failure {
  readonly kind: (typeof kinds)[number]
  readonly language: Language
  readonly report: string
}

function FailurePage({ kind, language, report }: Failure) {
  const words = translate(language)
  const text = useRef<HTMLTextAreaElement>(null)
  const [done, setDone] = useState<'copied' | 'selected' | null>(null)
  const copy = async () => {
    text.current?.select()
    try {
      await navigator.clipboard.writeText(report)
      setDone('copied')
    } catch {
      // The system keeps its clipboard to itself: the person can still copy what is selected.
      setDone('selected')
    }
  }
  return (
    <main className="lone-screen failure-page" role="alert">
      <h1>{words(`failed.${kind}.title`)}</h1>
      <p>{words(`failed.${kind}.text`)}</p>
      <p>{words('failed.safe')}</p>
      <a className="button primary" href="./index.html">
        {words('failed.goOn')}
      </a>
      <label className="field-label" htmlFor="report">
        {words('failed.report')}
      </label>
      <textarea id="report" ref={text} readOnly rows={10} spellCheck={false} value={report} />
      <p className="muted">{words('failed.reportText')}</p>
      <div className="button-row">
        <button type="button" className="button" onClick={() => void copy()}>
          {words('failed.copy')}
        </button>
        <span role="status">{done === null ? '' : words(`failed.${done}`)}</span>
      </div>
    </main>
  )
}

async function draw(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('failure.html has no #root')
  const said: unknown = await (await fetch('./failure.json')).json()
  const { kind, language, report } = said as Failure
  const failure: Failure = {
    kind: kinds.find((each) => each === kind) ?? 'main',
    language: languageSchema.safeParse(language).data ?? 'en',
    report,
  }
  document.documentElement.lang = failure.language
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  for (const [name, value] of Object.entries(tokenProperties(dark ? 'dark' : 'light')))
    document.documentElement.style.setProperty(name, value)
  createRoot(root).render(<FailurePage {...failure} />)
}

void draw()
