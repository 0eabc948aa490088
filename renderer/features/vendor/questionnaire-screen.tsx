/**
 * A questionnaire that came back: choose the file, see row by row what it says against what is on record, tick what is to be
 * taken over, and say who takes it. Nothing is written before that.
 */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { useChange } from '#renderer/api/change.ts'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { recordPath } from '#renderer/records/noun-path.ts'
import { useTell } from '#renderer/records/tell.ts'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import type { QuestionnairePreview, TakeQuestionnaire } from '#shared/contract/questionnaire.ts'
import { type AnswerValue, ReadBackTable, type Ticks } from './read-back-table.tsx'
import { QuestionnaireWarnings, ReadBackFacts } from './read-back-facts.tsx'
import { vendorScreen } from './vendor-screen.tsx'
import './questionnaire.css'

interface Looked {
  readonly token: string
  readonly preview: QuestionnairePreview
}

export function QuestionnaireScreen({ vendorId }: { readonly vendorId: string }) {
  const words = useWords()
  const { t } = words
  const { client, utils } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const mayChange = useMayChange()
  const [looked, setLooked] = useState<Looked | null>(null)
  const [ticks, setTicks] = useState<Ticks>(new Set())
  /** What a person says that an unreadable word means, by the place of its row. */
  const [meant, setMeant] = useState<ReadonlyMap<number, AnswerValue>>(new Map())
  const [refusal, setRefusal] = useState<string | null>(null)
  const [taking, setTaking] = useState(false)
  const { data, error } = useQuery(utils.questionnaire.dueDiligence.queryOptions({ input: { id: vendorId } }))

  const look = async (token: string) => {
    setRefusal(null)
    try {
      const preview = await client.questionnaire.lookInto({ vendorId, token })
      setLooked({ token, preview })
      setTicks(new Set(preview.rows.flatMap(({ suggested }, place) => (suggested ? [place] : []))))
      setMeant(new Map())
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
  const { vendor } = data
  return (
    <>
      <div className="page-head">
        <vendorScreen.icon size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('questionnaire.readBackOf', { name: words.name(vendor.name) })}</h1>
        <span className="page-note">{looked?.preview.fileName}</span>
        <span className="page-actions">
          {mayChange && (
            <>
              <button
                type="button"
                className={looked === null ? 'button primary' : 'button'}
                onClick={() => void pick()}
              >
                {t(looked === null ? 'questionnaire.chooseFile' : 'questionnaire.chooseOther')}
              </button>
              {looked !== null && (
                <button
                  type="button"
                  className="button primary"
                  disabled={ticks.size === 0}
                  onClick={() => setTaking(true)}
                >
                  {t('questionnaire.takeCount', { count: ticks.size })}
                </button>
              )}
            </>
          )}
        </span>
      </div>
      <div className="page-body">
        <p>
          <Link href={recordPath('vendor', vendorId)} className="text-button">
            {t('questionnaire.back', { code: vendor.code })}
          </Link>
        </p>
        {refusal !== null && (
          <p className="refusal" role="alert">
            {refusal}
          </p>
        )}
        {looked === null ? (
          <section className="sheet form-section">
            <p>{t('questionnaire.readBackIntro')}</p>
          </section>
        ) : (
          <>
            <QuestionnaireWarnings preview={looked.preview} />
            <section className="sheet form-section">
              <ReadBackFacts preview={looked.preview} />
            </section>
            <section className="sheet form-section">
              <ReadBackTable
                preview={looked.preview}
                ticks={ticks}
                meant={meant}
                onTick={setTicks}
                onMean={(place, answer) => {
                  const next = new Map(meant)
                  const ticked = new Set(ticks)
                  if (answer === null) {
                    next.delete(place)
                    ticked.delete(place)
                  } else {
                    next.set(place, answer)
                    ticked.add(place)
                  }
                  setMeant(next)
                  setTicks(ticked)
                }}
              />
            </section>
          </>
        )}
      </div>
      {taking && looked !== null && (
        <TakeDialog
          count={ticks.size}
          filledOn={looked.preview.filledOn}
          input={{
            vendorId,
            token: looked.token,
            digest: looked.preview.digest,
            rows: [...ticks].map((place) => ({ place, answer: meant.get(place) ?? null })),
          }}
          onClose={() => setTaking(false)}
          onTaken={(taken) => {
            setTaking(false)
            tell.done(t('questionnaire.taken', { count: taken }))
            void look(looked.token).then(() => setTicks(new Set()))
          }}
        />
      )}
    </>
  )
}

interface TakeProps {
  readonly count: number
  readonly filledOn: string | null
  readonly input: Omit<TakeQuestionnaire, 'takenById' | 'answeredOn'>
  readonly onClose: () => void
  readonly onTaken: (taken: number) => void
}

function TakeDialog({ count, filledOn, input, onClose, onTaken }: TakeProps) {
  const words = useWords()
  const { t } = words
  const { person } = useRegister()
  const take = useChange((client, given: TakeQuestionnaire) => client.questionnaire.take(given))
  return (
    <DialogForm
      name="take-questionnaire"
      title={t('questionnaire.takeCount', { count })}
      labels={person === null ? {} : { [person.id]: { noun: 'person', code: null, name: person.name } }}
      fields={[
        nounField(words, 'vendorAnswer', 'takenById', { required: true, hint: t('questionnaire.takenByHint') }),
        nounField(words, 'vendorAnswer', 'answeredOn', { span: 6, hint: t('questionnaire.answeredOnHint') }),
      ]}
      initial={{ takenById: person?.id ?? null, answeredOn: filledOn }}
      submitLabel={t('questionnaire.takeVerb')}
      onCancel={onClose}
      onSubmit={async (values) => {
        const { taken } = await take.mutateAsync({
          ...input,
          takenById: textOf(values.takenById),
          answeredOn: textOrNull(values.answeredOn),
        })
        onTaken(taken)
      }}
    />
  )
}
