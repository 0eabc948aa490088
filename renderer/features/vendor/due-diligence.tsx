/** What a vendor is asked and what was answered, with who took it over: a sheet of the vendor's page. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { recordPath } from '#renderer/records/noun-path.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { useWords, type Words } from '#renderer/records/words.ts'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unbroken } from '#renderer/ui/unbroken.tsx'
import type { Labels } from '#shared/contract/base.ts'
import type { DueDiligence as Picture, DueDiligenceRow } from '#shared/contract/questionnaire.ts'
import type { AnswerStanding } from '#shared/domain/third-party/asked-questions.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { WriteQuestionnaireDialog } from './write-questionnaire-dialog.tsx'
import './questionnaire.css'

const filters = ['all', 'open', 'to_look_at'] as const
type Filter = (typeof filters)[number]

export function DueDiligence({ vendorId }: { readonly vendorId: string }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const mayChange = useMayChange()
  const [filter, setFilter] = useState<Filter>('all')
  const [asked, setAsked] = useState<DueDiligenceRow | null>(null)
  const [writing, setWriting] = useState(false)
  const { data, error } = useQuery(utils.questionnaire.dueDiligence.queryOptions({ input: { id: vendorId } }))
  if (error !== null)
    return (
      <section className="sheet form-section">
        <p role="alert">{sayError(words.language, error)}</p>
      </section>
    )
  if (data === undefined) return null
  const answerable = mayChange && data.vendor.withdrawn === null
  const counts: Readonly<Record<Filter, number>> = { ...data.counts, all: data.rows.length }
  const shown = data.rows.filter(({ standing }) => filter === 'all' || standing === filter)
  const table = { labels: data.labels, onAnswer: answerable ? setAsked : null }
  return (
    <section className="sheet form-section">
      <h2>
        {t('questionnaire.dueDiligence')} <span className="muted">{sumOf(words, data)}</span>
        <span className="ours">{t('questionnaire.ours', { version: data.version })}</span>
      </h2>
      <p className="hint">{t('questionnaire.oursHint')}</p>
      <div className="questionnaire-bar">
        <ChoiceGroup
          label={t('questionnaire.show')}
          values={filters}
          chosen={filter}
          say={(each) => `${t(`questionnaire.filter.${each}`)} ${String(counts[each])}`}
          onChoose={setFilter}
        />
        {answerable && (
          <>
            <button type="button" className="button" onClick={() => setWriting(true)}>
              {t('questionnaire.write')}
            </button>
            <Link href={`${recordPath('vendor', vendorId)}/questionnaire`} className="button">
              {t('questionnaire.readBack')}
            </Link>
          </>
        )}
      </div>
      {shown.length === 0 ? (
        <p className="muted">{t(`questionnaire.none.${filter}`)}</p>
      ) : (
        <QuestionTable caption={t('questionnaire.dueDiligence')} rows={shown} {...table} />
      )}
      {data.ofContracts.length > 0 && (
        <>
          <h3>{t('questionnaire.ofContracts')}</h3>
          <p className="hint">{t('questionnaire.ofContractsHint')}</p>
          <QuestionTable caption={t('questionnaire.ofContracts')} rows={data.ofContracts} {...table} />
        </>
      )}
      {data.past.length > 0 && (
        <>
          <h3>{t('questionnaire.past')}</h3>
          <QuestionTable caption={t('questionnaire.past')} rows={data.past} labels={data.labels} onAnswer={null} />
        </>
      )}
      {asked !== null && (
        <AnswerDialog vendorId={vendorId} row={asked} labels={data.labels} onClose={() => setAsked(null)} />
      )}
      {writing && (
        <WriteQuestionnaireDialog vendor={data.vendor} contracts={data.contracts} onClose={() => setWriting(false)} />
      )}
    </section>
  )
}

/** 24 of 28 answered, 3 to look at. */
function sumOf({ t }: Words, { counts, rows }: Picture): string {
  const answered = t('questionnaire.answered', { count: rows.length - counts.open, of: rows.length })
  return counts.to_look_at === 0
    ? answered
    : `${answered}${t('app.listSeparator')}${t('questionnaire.toLookAt', { count: counts.to_look_at })}`
}

interface TableProps {
  readonly caption: string
  readonly rows: readonly DueDiligenceRow[]
  readonly labels: Labels
  readonly onAnswer: ((row: DueDiligenceRow) => void) | null
}

function QuestionTable({ caption, rows, labels, onAnswer }: TableProps) {
  const words = useWords()
  const { t } = words
  const subjects = [...new Set(rows.map(({ subject }) => subject))]
  return (
    <div className="table-scroll">
      <table className="plain-table question-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('questionnaire.column.question')}</th>
            <th scope="col">{t('questionnaire.column.answer')}</th>
            <th scope="col">{words.field('vendorAnswer', 'takenById')}</th>
            {onAnswer !== null && (
              <td>
                <span className="visually-hidden">{t('questionnaire.answerVerb')}</span>
              </td>
            )}
          </tr>
        </thead>
        {subjects.map((subject) => (
          <tbody key={subject}>
            <tr>
              <th scope="rowgroup" colSpan={onAnswer === null ? 3 : 4} className="question-subject">
                {t(`questionnaire.subject.${subject}`)}
              </th>
            </tr>
            {rows
              .filter((row) => row.subject === subject)
              .map((row) => (
                <QuestionRow key={row.id} row={row} labels={labels} onAnswer={onAnswer} />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function QuestionRow({
  row,
  labels,
  onAnswer,
}: Omit<TableProps, 'caption' | 'rows'> & { readonly row: DueDiligenceRow }) {
  const words = useWords()
  const { t } = words
  const { answer } = row
  const verb = t(answer === null ? 'questionnaire.answerVerb' : 'questionnaire.change')
  return (
    <tr data-question={row.id}>
      <th scope="row">
        {words.name(row.question) || row.id}
        <span className="question-facts muted">
          <span className="code">{row.id}</span>
          {row.weight === 'key' && <span>{words.value('weight', 'key')}</span>}
          {row.points.length > 0 && (
            <span>
              {t('questionnaire.lightOn')} <Unbroken text={row.points.join(' ')} />
            </span>
          )}
        </span>
        {row.ours !== null && (
          <span className="question-facts muted">
            {t('questionnaire.reworded', { question: words.name(row.ours) })}
          </span>
        )}
      </th>
      <td>
        <AnswerValue row={row} />
        {answer?.text != null && <p className="question-text">{answer.text}</p>}
        {answer !== null && answer.evidenceIds.length > 0 && (
          <ul className="question-evidence">
            {answer.evidenceIds.map((id) => (
              <li key={id}>
                <RecordLink id={id} labels={labels} />
              </li>
            ))}
          </ul>
        )}
      </td>
      <td>
        {answer !== null && (
          <>
            <span className="question-source">{words.value('vendorAnswerSource', answer.source)}</span>{' '}
            {answer.answeredOn !== null && <span className="figures">{answer.answeredOn}</span>}
            <span className="question-facts muted">
              {answer.takenById !== null && <RecordLink id={answer.takenById} labels={labels} />}
              <span className="figures">{answer.takenOn}</span>
            </span>
          </>
        )}
      </td>
      {onAnswer !== null && (
        <td className="question-verb">
          <button type="button" className="text-button" aria-label={`${verb} ${row.id}`} onClick={() => onAnswer(row)}>
            {verb}
          </button>
        </td>
      )}
    </tr>
  )
}

const marks: Readonly<Record<AnswerStanding, Parameters<typeof StatusMark>[0]['status']>> = {
  favourable: 'within',
  to_look_at: 'warning',
  not_applicable: 'na',
  open: 'no_data',
}

function AnswerValue({ row: { answer, standing } }: { readonly row: DueDiligenceRow }) {
  const words = useWords()
  const word = answer === null ? words.t('questionnaire.open') : words.value('vendorAnswerValue', answer.answer)
  return <StatusMark status={marks[standing]} word={word} />
}
