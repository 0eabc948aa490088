/**
 * Merging another register: choose its file, see what it is, say which records are the same, decide what differs, then merge.
 * Nothing is written before the last step; leaving the screen lets the other register go.
 */
import { IconGitMerge } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { runLongWork, useRunningWork } from '#renderer/api/long-work.ts'
import { problemOf, sayError } from '#renderer/api/problem.ts'
import { tellSaving } from '#renderer/api/save-state.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { ReferencePicker } from '#renderer/records/reference-picker.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { Label } from '#shared/contract/base.ts'
import type { MergeOutcome, MergePicture } from '#shared/contract/merge.ts'
import { type MergeAnswers, noAnswers } from '#shared/domain/merge/merge-plan.ts'
import { ConflictList } from './conflict-list.tsx'
import { MadeMergeReport } from './made-merge-report.tsx'
import { MadeMerges } from './made-merges.tsx'
import { MatchList } from './match-list.tsx'
import { OtherRegisterSheet } from './other-register-sheet.tsx'
import './merge.css'

interface Looked {
  readonly token: string
  readonly answers: MergeAnswers
  readonly picture: MergePicture
}

interface MergeScreenProps {
  /** The merge whose report is shown. */
  readonly id: string | undefined
  readonly tabs: ReactNode
}

export function MergeScreen({ id, tabs }: MergeScreenProps) {
  const { t, language } = useWords()
  const { client } = useApi()
  const queries = useQueryClient()
  const choose = useChooseFile()
  const mayChange = useMayChange()
  const running = useRunningWork()
  const [looked, setLooked] = useState<Looked | null>(null)
  const [unit, setUnit] = useState<{ readonly id: string; readonly label: Label | null } | null>(null)
  const [outcome, setOutcome] = useState<MergeOutcome | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const refuse = (error: unknown) =>
    setRefusal(problemOf(error).code === 'CANCELLED' ? t('app.cancelled') : sayError(language, error))
  useEffect(
    () => () => {
      void client.merging.close().catch(() => undefined)
    },
    [client],
  )

  const look = async (token: string, answers: MergeAnswers) => {
    setRefusal(null)
    try {
      const picture = await runLongWork('inspect', (signal) => client.merging.look({ token, answers }, { signal }))
      setLooked({ token, answers, picture })
    } catch (error) {
      refuse(error)
    }
  }
  const pick = async () => {
    const file = await choose('merge-register')
    if (file === null) return
    setLooked(null)
    setOutcome(null)
    setUnit(null)
    await look(file.token, noAnswers)
  }
  const run = async ({ token, answers, picture }: Looked) => {
    setRefusal(null)
    const input = { token, answers, headHash: picture.headHash, entityUnitId: unit?.id ?? null }
    try {
      setOutcome(await tellSaving(() => runLongWork('merge', (signal) => client.merging.run(input, { signal }))))
      setLooked(null)
      await queries.invalidateQueries()
    } catch (error) {
      refuse(error)
    }
  }
  const answer = (patch: Partial<MergeAnswers>) => {
    if (looked !== null) void look(looked.token, { ...looked.answers, ...patch })
  }
  const picture = looked?.picture ?? null
  const isBusy = running !== null
  return (
    <>
      <div className="page-head">
        <IconGitMerge size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('merge.title')}</h1>
        <span className="page-note">{picture?.fileName}</span>
        <span className="page-actions">
          {mayChange && (
            <button
              type="button"
              className={looked === null ? 'button primary' : 'button'}
              disabled={isBusy}
              onClick={() => void pick()}
            >
              {t(looked === null ? 'merge.choose' : 'merge.chooseOther')}
            </button>
          )}
          {looked !== null && (
            <button
              type="button"
              className="button primary"
              disabled={isBusy || looked.picture.counts.undecided > 0}
              onClick={() => void run(looked)}
            >
              {t('merge.run')}
            </button>
          )}
        </span>
      </div>
      {tabs}
      <div className="page-body">
        {running !== null && (
          <p role="status" className="plain-notice">
            {t(`merge.stage.${running.stage}`, { defaultValue: t(`app.work.${running.name}`) })}{' '}
            {running.total > 0 && t('merge.doneOf', { done: running.done, total: running.total })}{' '}
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
        {outcome !== null && (
          <section className="sheet form-section" role="status">
            <h2>{t('merge.done')}</h2>
            <p>{t('merge.doneCounts', { ...outcome.counts })}</p>
            <p className="hint">{t('merge.copyAt', { file: outcome.copy })}</p>
          </section>
        )}
        {looked === null && (
          <>
            <section className="sheet form-section">
              <p>{t('merge.intro')}</p>
              <p className="hint">{t('merge.noUndo')}</p>
            </section>
            <MadeMerges current={id} />
            {id !== undefined && <MadeMergeReport key={id} id={id} />}
          </>
        )}
        {looked !== null && picture !== null && (
          <>
            <OtherRegisterSheet picture={picture}>
              <label className="field-label" htmlFor="merge-unit">
                {t('merge.entity')}
              </label>
              <ReferencePicker
                id="merge-unit"
                nouns={['unit']}
                value={unit?.id ?? null}
                label={unit?.label ?? null}
                onChange={(id, label) => setUnit(id === null ? null : { id, label })}
              />
            </OtherRegisterSheet>
            <MatchList
              picture={picture}
              isBusy={isBusy}
              onAnswer={(matches) => answer({ matches: { ...looked.answers.matches, ...matches } })}
            />
            <ConflictList
              picture={picture}
              isBusy={isBusy}
              onChoose={(choices) => answer({ choices: { ...looked.answers.choices, ...choices } })}
            />
          </>
        )}
      </div>
    </>
  )
}
