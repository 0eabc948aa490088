/**
 * The checks of one use: by the law in force, of what is coming, and the conditions of the exception for statistics. What is not
 * in force says so at its head: one can prepare for it and cannot rely on it.
 */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { textOf } from '#renderer/records/typed-text.ts'
import { nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { checkGroups, checksAsked, type DataCheckItem } from '#shared/domain/privacy/check-catalogue.ts'
import type { CheckFinding, DataCheck } from '#shared/domain/privacy/data-use.ts'

const marks = { met: 'within', gap: 'warning', not_applicable: 'na' } as const

export function DataUseChecks({ detail }: DetailProps<'dataUse'>) {
  const { t } = useWords()
  const [answering, setAnswering] = useState<DataCheckItem | null>(null)
  const asked = checksAsked(detail.record)
  const found = new Map((detail.related.dataCheck ?? []).map((check) => [check.checkId as string, check]))
  return (
    <>
      {checkGroups
        .map((group) => ({ group, items: asked.filter((item) => item.group === group) }))
        .filter(({ items }) => items.length > 0)
        .map(({ group, items }) => (
          <section key={group} className="sheet form-section">
            <h2>
              {t(`privacy.group.${group}`)} <span className="hint">{t(`privacy.groupHint.${group}`)}</span>
            </h2>
            <table className="settings-table">
              <tbody>
                {items.map((item) => (
                  <CheckRow
                    key={item.id}
                    item={item}
                    check={found.get(item.id) ?? null}
                    onAnswer={() => setAnswering(item)}
                  />
                ))}
              </tbody>
            </table>
          </section>
        ))}
      {answering !== null && (
        <AnswerDialog
          detail={detail}
          item={answering}
          check={found.get(answering.id) ?? null}
          onClose={() => setAnswering(null)}
        />
      )}
    </>
  )
}

interface RowProps {
  readonly item: DataCheckItem
  readonly check: DataCheck | null
  readonly onAnswer: () => void
}

function CheckRow({ item, check, onAnswer }: RowProps) {
  const words = useWords()
  return (
    <tr>
      <td className="code">{item.id}</td>
      <th scope="row">
        {words.name(item.question)}
        <div className="muted">
          {item.source}
          {item.heading !== null && <span lang="ja"> {item.heading}</span>}
          {item.evidence === 'M' ? ` · ${words.t('privacy.toConfirm')}` : ''}
        </div>
        {check?.grounds != null && <div>{check.grounds}</div>}
      </th>
      <td>
        {check === null ? (
          <StatusMark status="no_data" word={words.t('privacy.unanswered')} />
        ) : (
          <StatusMark status={marks[check.finding]} word={words.value('checkFinding', check.finding)} />
        )}
      </td>
      <td>
        <button
          type="button"
          className="button"
          aria-label={words.t('privacy.title.answer', { code: item.id })}
          onClick={onAnswer}
        >
          {words.t('privacy.answer')}
        </button>
      </td>
    </tr>
  )
}

function AnswerDialog({
  detail: { record, labels },
  item,
  check,
  onClose,
}: DetailProps<'dataUse'> & {
  readonly item: DataCheckItem
  readonly check: DataCheck | null
  readonly onClose: () => void
}) {
  const words = useWords()
  const { today, person } = useRegister()
  const answer = useChange(
    (client, input: { finding: CheckFinding; grounds: string | null; evidenceIds: string[]; actionIds: string[] }) =>
      client.dataUse.answer({
        useId: record.id,
        checkId: item.id,
        personId: person?.id ?? null,
        on: today,
        ...input,
      }),
  )
  return (
    <DialogForm
      name="data-check-answer"
      title={words.t('privacy.title.answer', { code: item.id })}
      fields={[
        nounField(words, 'dataCheck', 'finding', { required: true, span: 6 } as object),
        nounField(words, 'dataCheck', 'grounds'),
        nounField(words, 'dataCheck', 'evidenceIds'),
        nounField(words, 'dataCheck', 'actionIds'),
      ]}
      initial={{
        finding: check?.finding ?? null,
        grounds: check?.grounds ?? '',
        evidenceIds: check?.evidenceIds ?? [],
        actionIds: check?.actionIds ?? [],
      }}
      labels={labels}
      submitLabel={words.t('privacy.answer')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await answer.mutateAsync({
          finding: textOf(values.finding) as CheckFinding,
          grounds: textOf(values.grounds) === '' ? null : textOf(values.grounds),
          evidenceIds: [...(values.evidenceIds as readonly string[])],
          actionIds: [...(values.actionIds as readonly string[])],
        })
        onClose()
      }}
    >
      <p className="hint">{words.name(item.question)}</p>
      {item.keep !== null && <p className="hint">{words.t('privacy.keep', { what: words.name(item.keep) })}</p>}
    </DialogForm>
  )
}
