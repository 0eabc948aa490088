/** What an owner sent back, beside what was sent and what the register says now: ticked field by field, taken as one change. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { recordPath } from '#renderer/records/noun-path.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import type { OwnerAnswersPreview } from '#shared/contract/owner-questions.ts'
import {
  type OwnerRow,
  type OwnerRowState,
  ownerRowStates,
  takeableOwnerStates,
} from '#shared/domain/owner-questions/owner-questionnaire.ts'
import { Link } from 'wouter'

interface Props {
  readonly preview: OwnerAnswersPreview
  readonly token: string
  readonly ticks: ReadonlySet<number>
  readonly onTick: (ticks: ReadonlySet<number>) => void
  readonly onBack: () => void
  readonly onTaken: () => Promise<void>
}

interface TakeInput {
  readonly token: string
  readonly digest: string
  readonly rows: number[]
}

const filters = ['to_decide', 'all'] as const
/** What says something that is not in the register as it is. */
const toDecide: readonly OwnerRowState[] = ['confirmed', 'change', 'conflict', 'byHand', 'unreadable', 'gone']

export function OwnerAnswers({ preview, token, ticks, onTick, onBack, onTaken }: Props) {
  const words = useWords()
  const { t } = words
  const tell = useTell()
  const mayChange = useMayChange()
  const [filter, setFilter] = useState<(typeof filters)[number]>('to_decide')
  const take = useChange((client, input: TakeInput) => client.ownerQuestions.take(input))
  const { rows, owner, lost, digest } = preview
  const counts = { to_decide: rows.filter(({ state }) => toDecide.includes(state)).length, all: rows.length }
  const shown = filter === 'all' ? rows : rows.filter(({ state }) => toDecide.includes(state))
  const toggle = (row: number) => {
    const next = new Set(ticks)
    if (!next.delete(row)) next.add(row)
    onTick(next)
  }
  const run = async () => {
    try {
      const taken = await take.mutateAsync({ token, digest, rows: [...ticks] })
      tell.done(t('ownerQuestions.taken', taken))
      await onTaken()
    } catch (error) {
      tell.refused(sayError(words.language, error))
    }
  }
  return (
    <>
      <p>
        <button type="button" className="text-button" onClick={onBack}>
          {t('ownerQuestions.back')}
        </button>
      </p>
      <section className="sheet form-section">
        <h2>{t('ownerQuestions.answersOf', { name: owner?.name ?? preview.filledBy ?? '' })}</h2>
        <p className="hint">
          {t('ownerQuestions.dates', {
            issued: preview.issuedOn,
            filled: preview.filledOn === null ? t('ownerQuestions.notSaid') : preview.filledOn,
            by: preview.filledBy ?? t('ownerQuestions.notSaid'),
          })}
        </p>
        {lost > 0 && <p className="plain-notice">{t('ownerQuestions.lost', { count: lost })}</p>}
        <dl className="owner-counts">
          {ownerRowStates
            .map((state) => ({ state, count: rows.filter((row) => row.state === state).length }))
            .filter(({ count }) => count > 0)
            .map(({ state, count }) => (
              <div key={state}>
                <dt>{t(`ownerQuestions.state.${state}`)}</dt>
                <dd>{count}</dd>
              </div>
            ))}
        </dl>
      </section>
      <section className="sheet form-section">
        <div className="owner-bar">
          <ChoiceGroup
            label={t('ownerQuestions.showRows')}
            values={filters}
            chosen={filter}
            say={(each) => `${t(`ownerQuestions.rows.${each}`)} ${String(counts[each])}`}
            onChoose={setFilter}
          />
          {mayChange && (
            <button type="button" className="button primary" disabled={take.isPending} onClick={() => void run()}>
              {ticks.size === 0
                ? t('ownerQuestions.takeNothing')
                : t('ownerQuestions.takeCount', { count: ticks.size })}
            </button>
          )}
        </div>
        {shown.length === 0 ? (
          <p className="muted">{t('ownerQuestions.nothingToDecide')}</p>
        ) : (
          <div className="table-scroll">
            <table className="plain-table ruled-table">
              <caption className="visually-hidden">{t('ownerQuestions.preview')}</caption>
              <thead>
                <tr>
                  <th scope="col" className="row-tick">
                    <span className="visually-hidden">{t('ownerQuestions.takeHead')}</span>
                  </th>
                  <th scope="col">{t('ownerQuestions.column.item')}</th>
                  <th scope="col">{t('ownerQuestions.sent')}</th>
                  <th scope="col">{t('ownerQuestions.now')}</th>
                  <th scope="col">{t('ownerQuestions.said')}</th>
                  <th scope="col">{t('ownerQuestions.standingHead')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <AnswerRow
                    key={row.row}
                    row={row}
                    ticked={ticks.has(row.row)}
                    onToggle={() => {
                      toggle(row.row)
                    }}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </>
  )
}

function AnswerRow({
  row,
  ticked,
  onToggle,
}: {
  readonly row: OwnerRow
  readonly ticked: boolean
  readonly onToggle: () => void
}) {
  const words = useWords()
  const { t } = words
  const field = words.field(row.noun, row.field)
  /** Said to be right of what stood there, and something else stands there now: there is nothing to write. */
  const isOfThen = row.state === 'conflict' && row.after === '' && !row.clears
  const empty = <span className="muted">{t('ownerQuestions.empty')}</span>
  return (
    <tr>
      <td className="row-tick">
        {takeableOwnerStates.includes(row.state) && !isOfThen && (
          <input
            type="checkbox"
            aria-label={t('ownerQuestions.takeRow', { code: row.code, field })}
            checked={ticked}
            onChange={onToggle}
          />
        )}
      </td>
      <th scope="row">
        {field}
        <span className="owner-record">
          <Link href={recordPath(row.noun, row.id)} className="code">
            {row.code}
          </Link>{' '}
          {row.name}
        </span>
      </th>
      <td>{row.sent === '' ? empty : row.sent}</td>
      <td>{row.now === '' ? empty : row.now}</td>
      <td>
        {row.state === 'confirmed' || isOfThen
          ? t('ownerQuestions.answer.right')
          : row.clears
            ? t('ownerQuestions.emptied')
            : row.after}
        {row.remark !== '' && <p className="owner-remark">{row.remark}</p>}
      </td>
      <td>{t(`ownerQuestions.state.${row.state}`)}</td>
    </tr>
  )
}
