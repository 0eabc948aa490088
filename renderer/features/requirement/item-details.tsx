/** What opens under an item: what it asks in our words, what it stands beside, the controls that answer it, and the answer. */
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useChange } from '#renderer/api/change.ts'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { ReferencePicker } from '#renderer/records/reference-picker.tsx'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { ItemStanding, RequirementPackDetail } from '#shared/contract/requirement.ts'
import type { AnsweringControl } from '#shared/domain/requirements/answering.ts'
import type { RequirementItem } from '#shared/domain/requirements/requirement-pack.ts'
import { itemText } from './requirement-words.tsx'

export interface DetailsProps {
  readonly item: RequirementItem
  readonly controls: readonly AnsweringControl[]
  readonly answer: ItemStanding['answer']
  readonly referred?: RequirementPackDetail['referred']
  readonly labels: Labels
}

export function ItemDetails({ item, controls, answer, referred, labels }: DetailsProps) {
  const words = useWords()
  const { t, language } = words
  const text = item.text?.[language] ?? item.text?.[language === 'ja' ? 'en' : 'ja']
  return (
    <div className="requirement-details">
      <dl className="key-values wide">
        {item.summary !== null && (
          <div>
            <dt>{t('requirement.summary')}</dt>
            <dd>
              {item.summary[language]}
              {item.summary.evidence === 'M' && <span className="muted"> {t('requirement.notCompared')}</span>}
            </dd>
          </div>
        )}
        {text != null && (
          <div>
            <dt>{t('requirement.text')}</dt>
            <dd className="requirement-text">{text}</dd>
          </div>
        )}
        {item.question !== null && (
          <div>
            <dt>{t('requirement.question')}</dt>
            <dd>{item.question[language]}</dd>
          </div>
        )}
        {item.aiReading !== null && (
          <div>
            <dt>{t('requirement.aiReading')}</dt>
            <dd>{item.aiReading[language]}</dd>
          </div>
        )}
        {item.locator !== null && (
          <div>
            <dt>{t('requirement.locator')}</dt>
            <dd>{item.locator[language]}</dd>
          </div>
        )}
        {item.references.length + item.further.length > 0 && (
          <div>
            <dt>{t('requirement.references')}</dt>
            <dd>
              <ul className="requirement-references">
                {item.references.map((id) => {
                  const other = referred?.[id]
                  return (
                    <li key={id}>
                      <span className="code">{id}</span> {other === undefined ? null : itemText(words, other)}
                    </li>
                  )
                })}
                {item.further.map((each) => (
                  <li key={each}>
                    <span className="code">{each}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {answer !== null && <AnswerGiven answer={answer} labels={labels} />}
      </dl>
      <ItemControls item={item} controls={controls} />
    </div>
  )
}

function AnswerGiven({
  answer,
  labels,
}: {
  readonly answer: NonNullable<DetailsProps['answer']>
  readonly labels: Labels
}) {
  const words = useWords()
  const { t } = words
  const by = words.label(labels, answer.answererId)
  return (
    <div>
      <dt>{t('requirement.answer')}</dt>
      <dd>
        {answer.notApplicable === null ? (
          <>
            {answer.state !== null && words.value('answerState', answer.state)}
            {answer.note !== null && ` ${answer.note}`}
          </>
        ) : (
          t('requirement.doesNotApply', {
            reason: answer.notApplicable.reason,
            approver: words.label(labels, answer.notApplicable.approverPersonId),
          })
        )}
        <span className="muted">
          {' '}
          {answer.on} {by}
          {answer.carriedFrom !== null && ` ${t('requirement.carriedFrom', { version: answer.carriedFrom })}`}
        </span>
      </dd>
    </div>
  )
}

function ItemControls({ item, controls }: Pick<DetailsProps, 'item' | 'controls'>) {
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange()
  const tell = useTell()
  const [adding, setAdding] = useState(0)
  const link = useChange((client, { controlId, answers }: { controlId: string; answers: boolean }) =>
    client.requirement.linkControls({ links: [{ itemId: item.id, controlId }], answers }),
  )
  const change = (controlId: string, answers: boolean) =>
    link.mutate(
      { controlId, answers },
      { onError: (error) => tell.refused(sayError(words.language, error)), onSuccess: () => setAdding(adding + 1) },
    )
  return (
    <section className="requirement-controls">
      <h4>{t('requirement.controls')}</h4>
      {controls.length === 0 ? (
        <p className="muted">{t('requirement.noControl')}</p>
      ) : (
        <ul>
          {controls.map((control) => (
            <li key={control.id}>
              <Link href={`/control/${control.id}`} className="link">
                <span className="code">{control.code}</span> {words.name(control.name)}
              </Link>
              <span>{words.value('controlStatus', control.status)}</span>
              <span className="muted">{t('requirement.evidence', { count: control.evidence })}</span>
              {control.systemIds.length > 0 && (
                <span className="muted">{t('requirement.forSystems', { count: control.systemIds.length })}</span>
              )}
              {mayChange && (
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t('requirement.unlink', { code: control.code })}
                  onClick={() => change(control.id, false)}
                >
                  <IconX size={14} stroke={1.5} aria-hidden />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <div className="requirement-link">
          <label htmlFor={`control-for-${item.id}`}>{t('requirement.addControl')}</label>
          <ReferencePicker
            key={adding}
            id={`control-for-${item.id}`}
            nouns={['control']}
            value={null}
            label={null}
            adding
            onChange={(id) => {
              if (id !== null) change(id, true)
            }}
          />
        </div>
      )}
    </section>
  )
}
