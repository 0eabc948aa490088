/**
 * Bringing AI systems in from a file: choose it, settle its encoding and header row, map its columns, see what will happen,
 * then import. Nothing is written before the last step.
 */
import { IconFileImport } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { runLongWork, useRunningWork } from '#renderer/api/long-work.ts'
import { problemOf, sayError } from '#renderer/api/problem.ts'
import { tellSaving } from '#renderer/api/save-state.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { useWords } from '#renderer/records/words.ts'
import type { ImportInput } from '#shared/contract/import.ts'
import type { ImportPreview, ImportReport } from '#shared/domain/import-report.ts'
import type { Target } from '#shared/domain/import-targets.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'
import { ColumnMapping } from './column-mapping.tsx'
import { EncodingChoice } from './encoding-choice.tsx'
import { HeaderRowChoice } from './header-row-choice.tsx'
import { ImportReportView } from './import-report-view.tsx'
import './import.css'

interface Looked {
  readonly input: ImportInput
  readonly preview: ImportPreview
}

export function ImportScreen() {
  const words = useWords()
  const { t, language } = words
  const { client } = useApi()
  const queries = useQueryClient()
  const choose = useChooseFile()
  const mayChange = useMayChange()
  const running = useRunningWork()
  const [looked, setLooked] = useState<Looked | null>(null)
  const [result, setResult] = useState<ImportReport | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const refuse = (error: unknown) =>
    setRefusal(problemOf(error).code === 'CANCELLED' ? t('app.cancelled') : sayError(language, error))

  const look = async (input: ImportInput) => {
    setRefusal(null)
    setResult(null)
    try {
      const preview = await runLongWork('inspect', (signal) => client.importing.inspect(input, { signal }))
      setLooked({ input, preview })
    } catch (error) {
      refuse(error)
    }
  }
  const run = async (input: ImportInput, dryRun: boolean) => {
    setRefusal(null)
    setResult(null)
    const work = () => runLongWork('import', (signal) => client.importing.run({ ...input, dryRun }, { signal }))
    try {
      const report = await (dryRun ? work() : tellSaving(work))
      setResult(report)
      if (!dryRun) {
        setLooked(null)
        await queries.invalidateQueries()
      }
    } catch (error) {
      refuse(error)
    }
  }
  const pick = async () => {
    const file = await choose('import-source')
    if (file === null) return
    setLooked(null)
    await look({ token: file.token })
  }
  const sheet = looked?.preview.sheet ?? null
  return (
    <>
      <div className="page-head">
        <IconFileImport size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('import.title')}</h1>
        <span className="page-note">{looked?.preview.fileName}</span>
        <span className="page-actions">
          {mayChange && (
            <button
              type="button"
              className={looked === null ? 'button primary' : 'button'}
              disabled={running !== null}
              onClick={() => void pick()}
            >
              {t(looked === null ? 'import.choose' : 'import.chooseOther')}
            </button>
          )}
          {looked !== null && sheet?.report != null && (
            <>
              <button
                type="button"
                className="button"
                disabled={running !== null}
                onClick={() => void run(looked.input, true)}
              >
                {t('import.dryRun')}
              </button>
              <button
                type="button"
                className="button primary"
                disabled={running !== null}
                onClick={() => void run(looked.input, false)}
              >
                {t('import.run', { count: sheet.report.added + sheet.report.updated + sheet.report.unchanged })}
              </button>
            </>
          )}
        </span>
      </div>
      <div className="page-body">
        {running !== null && (
          <p role="status" className="plain-notice">
            {running.total > 0
              ? t('import.working', {
                  stage: t(`import.stage.${running.stage}`, { defaultValue: t(`app.work.${running.name}`) }),
                  done: running.done,
                  total: running.total,
                })
              : t(`app.work.${running.name}`)}{' '}
            <button type="button" className="text-button" onClick={running.cancel}>
              {t('action.cancel')}
            </button>
          </p>
        )}
        {refusal !== null && (
          <p className="refusal" role="alert">
            {refusal}
          </p>
        )}
        {result !== null && <Result report={result} />}
        {looked === null && result === null && (
          <section className="sheet form-section">
            <p>{t('import.intro')}</p>
          </section>
        )}
        {looked !== null && looked.preview.candidates.length > 0 && (
          <EncodingChoice
            preview={looked.preview}
            onChoose={(encoding) => void look({ token: looked.input.token, encoding })}
          />
        )}
        {looked !== null && sheet !== null && (
          <>
            <HeaderRowChoice
              sheet={sheet}
              encoding={looked.preview.encoding}
              onChoose={(headerRow) => void look({ ...withoutMapping(looked.input), headerRow })}
            />
            <ColumnMapping
              sheet={sheet}
              onChange={(columns: Readonly<Record<string, Target | null>>) =>
                void look({ ...looked.input, mapping: { version: 1, columns: { ...columns } } })
              }
            />
            {sheet.problem !== null && (
              <p className="plain-notice" role="alert">
                <b>{t('import.problem')}</b> {sayProblem(language, sheet.problem)}
              </p>
            )}
            {sheet.report !== null && <ImportReportView report={sheet.report} sheet={sheet} />}
          </>
        )}
      </div>
    </>
  )
}

/** Another header row means other columns: what was mapped before no longer fits. */
function withoutMapping({ mapping: _mapping, ...input }: ImportInput): ImportInput {
  return input
}

function Result({ report }: { readonly report: ImportReport }) {
  const { t } = useWords()
  return (
    <section className="sheet form-section" role="status">
      <p>
        <b>{t('import.done', { ...report })}</b>{' '}
        {report.rejected.length > 0 && t('import.doneLeftOut', { count: report.rejected.length })}
      </p>
      {report.dryRun ? (
        <p className="hint">{t('import.dryDone')}</p>
      ) : (
        <div className="button-row">
          <Link href="/system" className="button primary">
            {t('import.openSystems')}
          </Link>
        </div>
      )}
      <ImportReportView report={report} sheet={null} />
    </section>
  )
}
