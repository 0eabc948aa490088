/**
 * Bringing records of one noun in from a file: choose it, settle its encoding and header row, map its columns, see what will happen,
 * then import. Nothing is written before the last step.
 */
import { IconFileImport } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { cancelRunningWork, runLongWork, useRunningWork } from '#renderer/api/long-work.ts'
import { problemOf, sayError } from '#renderer/api/problem.ts'
import { tellSaving } from '#renderer/api/save-state.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { nounPath } from '#renderer/records/noun-path.ts'
import { useWords, type Words } from '#renderer/records/words.ts'
import type { ImportInput } from '#shared/contract/import.ts'
import { directionSides } from '#shared/domain/direction.ts'
import type { MappingFile } from '#shared/domain/import-mapping.ts'
import { settledMapping } from '#shared/domain/import-record/settled-mapping.ts'
import type { ImportNoun } from '#shared/domain/import-profile.ts'
import type { ImportPreview, ImportReport } from '#shared/domain/import-report.ts'
import type { Target } from '#shared/domain/import-targets.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'
import { ColumnMapping } from './column-mapping.tsx'
import { EncodingChoice } from './encoding-choice.tsx'
import { HeaderRowChoice } from './header-row-choice.tsx'
import { FoundChanges, FoundMissing } from './found-changes.tsx'
import { FoundChoices } from './found-choices.tsx'
import { FoundRepeats } from './found-repeats.tsx'
import { ImportReportView } from './import-report-view.tsx'
import { KeyChoice } from './key-choice.tsx'
import { SavedMappings } from './saved-mappings.tsx'
import { SheetChoice } from './sheet-choice.tsx'
import './import.css'

interface Looked {
  readonly input: ImportInput
  readonly preview: ImportPreview
}

export function ImportScreen({ noun }: { readonly noun: ImportNoun }) {
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
  const lookings = useRef(0)
  const [withdraw, setWithdraw] = useState<NonNullable<ImportInput['withdraw']> | null>(null)
  const refuse = (error: unknown) =>
    setRefusal(problemOf(error).code === 'CANCELLED' ? t('app.cancelled') : sayError(language, error))

  const look = async (input: ImportInput) => {
    setRefusal(null)
    setResult(null)
    lookings.current += 1
    const own = lookings.current
    // A choice shows at once, and the next one is made on top of it; what it leads to shows when it has been worked out.
    setLooked((before) => (before?.input.token === input.token ? { ...before, input } : before))
    try {
      await cancelRunningWork()
      const preview = await runLongWork('inspect', (signal) => client.importing.inspect({ ...input, noun }, { signal }))
      if (lookings.current === own) setLooked({ input, preview })
    } catch (error) {
      // What a later choice has overtaken was cancelled by it.
      if (lookings.current === own) refuse(error)
    }
  }
  const run = async (input: ImportInput, dryRun: boolean) => {
    setRefusal(null)
    setResult(null)
    const whole = { ...input, ...(withdraw === null ? {} : { withdraw }), noun, dryRun }
    const work = () => runLongWork('import', (signal) => client.importing.run(whole, { signal }))
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
  const found = sheet?.report?.found ?? null
  const mapping: MappingFile = looked?.input.mapping ?? { version: 1 }
  return (
    <>
      <div className="page-head">
        <IconFileImport size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{titleOf(words, noun)}</h1>
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
        {result !== null && <Result report={result} noun={noun} />}
        {looked === null && result === null && (
          <section className="sheet form-section">
            <p>{introOf(words, noun)}</p>
          </section>
        )}
        {looked !== null && looked.preview.candidates.length > 0 && (
          <EncodingChoice
            preview={looked.preview}
            onChoose={(encoding) => void look({ token: looked.input.token, encoding })}
          />
        )}
        {looked !== null && (
          <SheetChoice
            preview={looked.preview}
            onChoose={(chosen) => void look({ token: looked.input.token, sheet: chosen })}
          />
        )}
        {looked !== null && looked.preview.problem !== null && (
          <p className="plain-notice" role="alert">
            {sayProblem(language, looked.preview.problem)}
          </p>
        )}
        {looked !== null && sheet !== null && (
          <>
            {looked.preview.format !== 'json' && (
              <HeaderRowChoice
                sheet={sheet}
                encoding={looked.preview.format === 'text' ? looked.preview.encoding : null}
                onChoose={(headerRow) => void look({ ...withoutMapping(looked.input), headerRow })}
              />
            )}
            {noun === 'direction' && (
              <section className="sheet form-section">
                <label className="field-label" htmlFor="import-side">
                  {t('import.sideOfRows')}
                </label>
                <select
                  id="import-side"
                  className="input import-side"
                  value={mapping.defaults?.side ?? 'cyber'}
                  onChange={(event) => {
                    const defaults = { ...mapping.defaults, side: event.currentTarget.value }
                    void look({ ...looked.input, mapping: { ...mapping, defaults } })
                  }}
                >
                  {directionSides.map((each) => (
                    <option key={each} value={each}>
                      {words.value('directionSide', each)}
                    </option>
                  ))}
                </select>
              </section>
            )}
            <ColumnMapping
              noun={noun}
              sheet={sheet}
              onChange={(columns: Readonly<Record<string, Target | null>>) =>
                void look({ ...looked.input, mapping: { ...mapping, columns: { ...columns } } })
              }
            />
            {sheet.keyChoice && (
              <KeyChoice
                sheet={sheet}
                mapping={mapping}
                onMapping={(next) => void look({ ...looked.input, mapping: next })}
              />
            )}
            {sheet.problem !== null && (
              <p className="plain-notice" role="alert">
                <b>{t('import.problem')}</b> {sayProblem(language, sheet.problem)}
              </p>
            )}
            {found !== null && (
              <FoundChoices
                noun={noun}
                found={found}
                mapping={mapping}
                onMapping={(next) => void look({ ...looked.input, mapping: next })}
              />
            )}
            {found !== null && (
              <FoundRepeats
                repeats={found.repeats}
                mapping={mapping}
                onMapping={(next) => void look({ ...looked.input, mapping: next })}
              />
            )}
            <SavedMappings
              noun={noun}
              current={settledMapping({ noun, given: mapping, report: sheet.report, suggested: false })}
              onChoose={(next) => void look({ ...withoutMapping(looked.input), mapping: next })}
            />
            {found !== null && (
              <FoundChanges
                noun={noun}
                found={found}
                leave={looked.input.leave ?? []}
                onLeave={(leave) => void look({ ...looked.input, leave: [...leave] })}
              />
            )}
            {found !== null && <FoundMissing codes={sheet.report?.missing ?? []} onWithdraw={setWithdraw} />}
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

const own: readonly ImportNoun[] = ['system', 'direction']

function titleOf(words: Words, noun: ImportNoun): string {
  if (!own.includes(noun)) return words.t('import.titleRecords', { noun: words.t(`noun.${noun}.many`) })
  return words.t(noun === 'system' ? 'import.title' : 'import.titleDirection')
}

function introOf(words: Words, noun: ImportNoun): string {
  if (!own.includes(noun)) return words.t('import.introRecords', { noun: words.t(`noun.${noun}.many`) })
  return words.t(noun === 'system' ? 'import.intro' : 'import.introDirection')
}

function openWords(words: Words, noun: ImportNoun): string {
  if (!own.includes(noun)) return words.t('import.openRecords', { noun: words.t(`noun.${noun}.many`) })
  return words.t(noun === 'system' ? 'import.openSystems' : 'import.openDirections')
}

function Result({ report, noun }: { readonly report: ImportReport; readonly noun: ImportNoun }) {
  const words = useWords()
  const { t } = words
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
          <Link href={noun === 'direction' ? '/mirror' : nounPath(noun)} className="button primary">
            {openWords(words, noun)}
          </Link>
        </div>
      )}
      <ImportReportView report={report} sheet={null} />
    </section>
  )
}
