/** The rows of a questionnaire that came back: ticked by a person, each with what is on record and what would stand there. */
import { useState } from 'react'
import { useWords } from '#renderer/records/words.ts'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import type { QuestionnairePreview } from '#shared/contract/questionnaire.ts'
import { type AnswerState, takeableStates } from '#shared/domain/third-party/compare-questionnaire.ts'
import { type VendorAnswer, vendorAnswerValues } from '#shared/domain/third-party/vendor.ts'

export type AnswerValue = VendorAnswer['answer']
/** Places of the rows that are ticked. */
export type Ticks = ReadonlySet<number>
type Row = QuestionnairePreview['rows'][number]

interface Props {
  readonly preview: QuestionnairePreview
  readonly ticks: Ticks
  readonly meant: ReadonlyMap<number, AnswerValue>
  readonly onTick: (ticks: Ticks) => void
  readonly onMean: (place: number, answer: AnswerValue | null) => void
}

const filters = ['to_decide', 'all'] as const
/** What says something and is not on record as it is. */
const toDecide: readonly AnswerState[] = ['new', 'changed', 'unreadable', 'duplicate', 'unknown_id']

export function ReadBackTable({ preview, ticks, meant, onTick, onMean }: Props) {
  const { t } = useWords()
  const [filter, setFilter] = useState<(typeof filters)[number]>('to_decide')
  const rows = preview.rows.map((row, place) => ({ row, place }))
  const counts = { to_decide: rows.filter(({ row }) => toDecide.includes(row.state)).length, all: rows.length }
  const shown =
    filter === 'all' ? rows : rows.filter(({ row, place }) => toDecide.includes(row.state) || ticks.has(place))
  const places = (states: readonly AnswerState[]) =>
    rows.flatMap(({ row, place }) => (states.includes(row.state) ? [place] : []))
  /** One answer a question: of two rows with one id, the one that was ticked last. */
  const toggle = (place: number, id: string | null) => {
    const next = new Set(ticks)
    if (!next.delete(place)) {
      for (const other of next) if (preview.rows[other]?.id === id) next.delete(other)
      next.add(place)
    }
    onTick(next)
  }
  return (
    <>
      <div className="questionnaire-bar">
        <ChoiceGroup
          label={t('questionnaire.show')}
          values={filters}
          chosen={filter}
          say={(each) => `${t(`questionnaire.rows.${each}`)} ${String(counts[each])}`}
          onChoose={setFilter}
        />
        <button type="button" className="button" onClick={() => onTick(new Set([...ticks, ...places(['new'])]))}>
          {t('questionnaire.tickNew', { count: places(['new']).length })}
        </button>
        <button type="button" className="button" onClick={() => onTick(new Set([...ticks, ...places(['changed'])]))}>
          {t('questionnaire.tickChanged', { count: places(['changed']).length })}
        </button>
        <button type="button" className="button" disabled={ticks.size === 0} onClick={() => onTick(new Set())}>
          {t('questionnaire.tickNone')}
        </button>
      </div>
      {shown.length === 0 ? (
        <p className="muted">{t('questionnaire.nothingToDecide')}</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table question-table">
            <caption className="visually-hidden">{t('questionnaire.preview')}</caption>
            <thead>
              <tr>
                <td className="read-back-tick">
                  <span className="visually-hidden">{t('questionnaire.take')}</span>
                </td>
                <th scope="col">{t('questionnaire.column.question')}</th>
                <th scope="col">{t('questionnaire.onRecord')}</th>
                <th scope="col">{t('questionnaire.inFile')}</th>
                <th scope="col">{t('questionnaire.stateHead')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ row, place }) => (
                <tr key={place} data-row={place}>
                  <td className="read-back-tick">
                    {takeableStates.includes(row.state) && (
                      <input
                        type="checkbox"
                        aria-label={t('questionnaire.takeRow', { id: row.id ?? '' })}
                        checked={ticks.has(place)}
                        disabled={row.answer === null && !meant.has(place)}
                        onChange={() => toggle(place, row.id)}
                      />
                    )}
                  </td>
                  <Question row={row} />
                  <td>
                    <OnRecord row={row} />
                  </td>
                  <td>
                    <InFile row={row} meant={meant.get(place) ?? null} onMean={(answer) => onMean(place, answer)} />
                  </td>
                  <td>{t(`questionnaire.state.${row.state}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

function Question({ row }: { readonly row: Row }) {
  const words = useWords()
  return (
    <th scope="row">
      {row.asked === null ? row.question : words.name(row.asked)}
      <span className="question-facts muted">
        <span className="code">{row.writtenId ?? row.id}</span>
        {row.subject === 'contract' && <span>{words.t('questionnaire.subject.contract')}</span>}
        <span>{words.t('questionnaire.inRow', { sheet: row.sheet, row: row.row })}</span>
      </span>
    </th>
  )
}

function OnRecord({ row: { id, before } }: { readonly row: Row }) {
  const words = useWords()
  if (id === null) return <span className="muted">{words.t('questionnaire.noSuchQuestion')}</span>
  if (before === null) return <span className="muted">{words.t('questionnaire.open')}</span>
  return (
    <span className="read-back-before">
      {words.value('vendorAnswerValue', before.answer)}
      {before.source === 'company' && ` (${words.value('vendorAnswerSource', 'company')})`}
      {before.text !== null && <p className="question-text">{before.text}</p>}
    </span>
  )
}

/** The answer that a word is read as; where it is none that is known, a person says which is meant. */
function InFile({
  row,
  meant,
  onMean,
}: {
  readonly row: Row
  readonly meant: AnswerValue | null
  readonly onMean: (answer: AnswerValue | null) => void
}) {
  const words = useWords()
  const { t } = words
  const mayBeSaid = row.answer === null && (row.state === 'unreadable' || row.state === 'duplicate')
  return (
    <>
      {row.answer !== null && words.value('vendorAnswerValue', row.answer)}
      {row.answer === null && row.word !== '' && <q>{row.word}</q>}
      {mayBeSaid && (
        <label className="question-facts">
          {t('questionnaire.means')}
          <select
            className="input"
            value={meant ?? ''}
            onChange={(event) => onMean(vendorAnswerValues.find((each) => each === event.currentTarget.value) ?? null)}
          >
            <option value="">{t('questionnaire.nothingSaid')}</option>
            {vendorAnswerValues.map((each) => (
              <option key={each} value={each}>
                {words.value('vendorAnswerValue', each)}
              </option>
            ))}
          </select>
        </label>
      )}
      {row.state !== 'unanswered' && row.after !== null && <p className="question-text">{row.after}</p>}
    </>
  )
}
