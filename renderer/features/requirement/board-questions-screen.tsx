/** The board's questions: answered or open, on what grounds, who owes an answer by when, and what the figures say today. */
import { IconListCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { useOpenList } from '#renderer/records/open-list.ts'
import { useSay } from '#renderer/records/say.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { BoardQuestions } from '#shared/contract/requirement.ts'
import type { KriResult } from '#shared/domain/metrics/kri-result.ts'
import { valueStatement } from '#shared/domain/metrics/kri-tile.ts'
import { codesByNoun } from '#shared/domain/nouns.ts'
import { questionMarks } from '#renderer/charts/standing-look.ts'
import { AnswerDialog } from './answer-dialogs.tsx'
import { NoPacks } from './no-packs.tsx'
import { RequirementTabs } from './requirement-tabs.tsx'
import { itemText } from './requirement-words.tsx'
import { StandingValue } from './standing-value.tsx'
import { TableFileButton } from './table-file-button.tsx'
import './requirement.css'

type Question = BoardQuestions['questions'][number]

export function BoardQuestionsScreen() {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const mayChange = useMayChange()
  const [asked, setAsked] = useState<Question | null>(null)
  const { data, error } = useQuery(utils.requirement.questions.queryOptions())
  const answered = data?.questions.filter(({ state }) => state === 'answered').length ?? 0
  return (
    <>
      <div className="page-head">
        <IconListCheck size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('requirement.questions')}</h1>
        {data !== undefined && data.pack !== null && (
          <span className="page-note">
            {t('requirement.questionsAnswered', { count: answered, total: data.questions.length })}
          </span>
        )}
        <span className="page-actions">
          <TableFileButton table="questions" />
        </span>
      </div>
      <RequirementTabs current="questions" />
      <div className="page-body">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        {data?.pack === null && <NoPacks />}
        {data !== undefined && data.pack !== null && (
          <section className="sheet form-section">
            <p className="hint">{t('requirement.questionsHint')}</p>
            <div className="table-scroll">
              <table className="plain-table requirement-table">
                <caption className="visually-hidden">{t('requirement.questions')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('requirement.question')}</th>
                    <th scope="col">{t('requirement.questionStateHead')}</th>
                    <th scope="col">{t('requirement.questionGrounds')}</th>
                    <th scope="col">{t('requirement.questionFigures')}</th>
                    <th scope="col">{t('requirement.questionOwner')}</th>
                    {mayChange && (
                      <th scope="col">
                        <span className="visually-hidden">{t('requirement.answer')}</span>
                      </th>
                    )}
                  </tr>
                </thead>
                <tbody>
                  {data.questions.map((question) => (
                    <QuestionRow
                      key={question.item.id}
                      question={question}
                      labels={data.labels}
                      {...(mayChange ? { onAnswer: setAsked } : {})}
                    />
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        )}
        {asked !== null && data !== undefined && data.pack !== null && (
          <AnswerDialog
            asked={[
              {
                place: {
                  packId: data.pack.packId,
                  packVersion: data.pack.packVersion,
                  itemId: asked.item.id,
                  systemId: null,
                },
                item: asked.item,
                answer: asked.answer,
              },
            ]}
            labels={data.labels}
            onClose={() => setAsked(null)}
          />
        )}
      </div>
    </>
  )
}

interface RowProps {
  readonly question: Question
  readonly labels: BoardQuestions['labels']
  readonly onAnswer?: (question: Question) => void
}

function QuestionRow({ question, labels, onAnswer }: RowProps) {
  const words = useWords()
  const { t } = words
  const { item, standing, state, answer, controls, figures } = question
  const references = [...item.references, ...item.further]
  return (
    <tr>
      <th scope="row">
        <span className="code">{item.id}</span>{' '}
        {item.theme !== null && <span className="muted">{words.name(item.theme)}</span>}
        <div>{item.title[words.language]?.text}</div>
        {references.length > 0 && <div className="muted">{references.join(t('app.listSeparator'))}</div>}
      </th>
      <td>
        <StatusMark status={questionMarks[state]} word={t(`requirement.questionState.${state}`)} />
        <div>
          <StandingValue standing={standing} />
        </div>
      </td>
      <td>
        {answer?.notApplicable?.reason ?? answer?.note}
        {answer !== null && <div className="muted">{answer.on}</div>}
        {controls.map(({ id }) => (
          <div key={id}>
            <RecordLink id={id} labels={labels} />
          </div>
        ))}
      </td>
      <td>
        {figures.map((figure) => (
          <QuestionFigure key={figure.id} figure={figure} />
        ))}
      </td>
      <td>
        {answer?.ownerId != null && <RecordLink id={answer.ownerId} labels={labels} />}
        <div className="figures">{answer?.dueOn}</div>
      </td>
      {onAnswer !== undefined && (
        <td>
          <button
            type="button"
            className="text-button"
            aria-label={`${t('requirement.answer')} ${itemText(words, item)}`}
            onClick={() => onAnswer(question)}
          >
            {t('requirement.answer')}
          </button>
        </td>
      )}
    </tr>
  )
}

/** What a figure says today; its records one click away. */
function QuestionFigure({ figure }: { readonly figure: KriResult }) {
  const { t } = useWords()
  const say = useSay()
  const openList = useOpenList()
  const value = valueStatement(figure)
  const [behind] = codesByNoun(figure.contributing)
  const title = t(`kri.${figure.id}.title`)
  const said = value === null ? t(`status.${figure.status}`) : say(value)
  return (
    <div className="question-figure">
      <span className="code">{figure.id}</span>{' '}
      {behind === undefined ? (
        title
      ) : (
        <button type="button" className="text-button" onClick={() => openList(behind[0], behind[1], title)}>
          {title}
        </button>
      )}{' '}
      <b className="figures">{said}</b>{' '}
      {value !== null && <StatusMark status={figure.status} word={t(`status.${figure.status}`)} />}
    </div>
  )
}
