/**
 * The owners of AI systems are asked whether the register is right: who was asked when and has not answered, the workbooks to
 * send, and the answers that come back. Nothing that came back is written before a person has ticked it.
 */
import { IconMailQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { useWords } from '#renderer/records/words.ts'
import type { OwnerAnswersPreview } from '#shared/contract/owner-questions.ts'
import { clearStates } from '#shared/domain/owner-questions/owner-questionnaire.ts'
import { ownerStandings } from '#shared/domain/owner-questions/owner-request.ts'
import { OwnerAnswers } from './owner-answers.tsx'
import { OwnersTable } from './owners-table.tsx'
import { WriteToOwnersDialog } from './write-to-owners-dialog.tsx'
import './owner-questions.css'

interface Looked {
  readonly token: string
  readonly preview: OwnerAnswersPreview
}

export function OwnerQuestionsScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { client, utils } = useApi()
  const choose = useChooseFile()
  const mayChange = useMayChange()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const heading = useRef<HTMLHeadingElement>(null)
  const [writing, setWriting] = useState(false)
  const [looked, setLooked] = useState<Looked | null>(null)
  const [ticks, setTicks] = useState<ReadonlySet<number>>(new Set())
  const [refusal, setRefusal] = useState<string | null>(null)
  const { data, error } = useQuery(utils.ownerQuestions.list.queryOptions({ input: {} }))

  const look = async (token: string) => {
    setRefusal(null)
    try {
      const preview = await client.ownerQuestions.lookInto({ token })
      setLooked({ token, preview })
      setTicks(new Set(preview.rows.flatMap(({ row, state }) => (clearStates.includes(state) ? [row] : []))))
    } catch (problem) {
      setLooked(null)
      setRefusal(sayError(words.language, problem))
    }
  }
  const pick = async () => {
    const file = await choose('questionnaire')
    if (file !== null) await look(file.token)
  }
  if (error !== null)
    return (
      <p role="alert" className="page-body">
        {sayError(words.language, error)}
      </p>
    )
  if (data === undefined) return null
  const asked = data.owners.filter(({ systems }) => systems.some(({ id }) => chosen.has(id))).length
  return (
    <>
      <div className="page-head">
        <IconMailQuestion size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1 ref={heading} tabIndex={-1}>
          {t('ownerQuestions.heading')}
        </h1>
        <span className="page-note">
          {looked?.preview.fileName ??
            ownerStandings
              .filter((each) => data.counts[each] > 0)
              .map((each) => `${t(`ownerQuestions.standing.${each}`)} ${String(data.counts[each])}`)
              .join(t('app.listSeparator'))}
        </span>
        <span className="page-actions">
          {mayChange && (
            <button type="button" className="button" onClick={() => void pick()}>
              {t(looked === null ? 'ownerQuestions.readBack' : 'ownerQuestions.readOther')}
            </button>
          )}
          {mayChange && looked === null && (
            <button
              type="button"
              className="button primary"
              disabled={asked === 0}
              onClick={() => {
                setWriting(true)
              }}
            >
              {t('ownerQuestions.write', { count: asked })}
            </button>
          )}
        </span>
      </div>
      {tabs}
      <div className="page-body">
        {refusal !== null && (
          <p className="refusal" role="alert">
            {refusal}
          </p>
        )}
        {looked === null ? (
          <section className="sheet form-section">
            <p>{t('ownerQuestions.intro')}</p>
            {data.unowned > 0 && <p className="plain-notice">{t('ownerQuestions.unowned', { count: data.unowned })}</p>}
            <OwnersTable owners={data.owners} chosen={chosen} mayChoose={mayChange} onChoose={setChosen} />
          </section>
        ) : (
          <OwnerAnswers
            preview={looked.preview}
            token={looked.token}
            ticks={ticks}
            onTick={setTicks}
            onBack={() => {
              setLooked(null)
              // The button that was pressed goes with the answers.
              heading.current?.focus()
            }}
            onTaken={() => look(looked.token).then(() => setTicks(new Set()))}
          />
        )}
      </div>
      {writing && (
        <WriteToOwnersDialog
          owners={asked}
          systemIds={[...chosen]}
          onClose={() => {
            setWriting(false)
          }}
          onWritten={() => {
            setChosen(new Set())
          }}
        />
      )}
    </>
  )
}
