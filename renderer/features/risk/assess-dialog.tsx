/** One judgement of one stage: likelihood and six kinds of impact, who judged, when, and why. */
import { Modal } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { fieldProblemsOf, sayError } from '#renderer/api/problem.ts'
import { useRegister } from '#renderer/api/status.ts'
import { FieldFrame } from '#renderer/records/field-frame.tsx'
import { FieldInput, storedValue } from '#renderer/records/field-input.tsx'
import { useIssueWords } from '#renderer/records/issue-words.ts'
import { textOf } from '#renderer/records/typed-text.ts'
import { nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { firstField } from '#renderer/ui/first-field.ts'
import { GradeInput } from '#renderer/ui/grade-input.tsx'
import type { Labels } from '#shared/contract/base.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { Stage } from '#shared/domain/risk.ts'
import { impactDimensions, type ImpactDimension } from '#shared/domain/scoring.ts'

export interface AssessDialogProps {
  readonly risk: RecordOf<'risk'>
  readonly stage: Stage
  /** The judgement in force: the new one begins from its grades. */
  readonly before: RecordOf<'assessment'> | null
  readonly labels: Labels
  readonly onClose: () => void
}

type Grades = Record<ImpactDimension, number | null>
const noGrades: Grades = {
  rights: null,
  legal: null,
  financial: null,
  operations: null,
  reputation: null,
  strategic: null,
}
const detailFields = ['assessorId', 'on', 'confidence', 'rationale'] as const

export function AssessDialog({ risk, stage, before, labels, onClose }: AssessDialogProps) {
  const words = useWords()
  const issueWords = useIssueWords()
  const { today, person } = useRegister()
  const [likelihood, setLikelihood] = useState<number | null>(before?.likelihood ?? null)
  const [impacts, setImpacts] = useState<Grades>({ ...noGrades, ...before?.impacts })
  const [more, setMore] = useState<Readonly<Record<string, unknown>>>({
    assessorId: person?.id ?? null,
    on: today,
    confidence: before?.confidence ?? null,
    rationale: '',
  })
  const [known, setKnown] = useState<Labels>(
    person === null ? labels : { ...labels, [person.id]: { noun: 'person', code: null, name: person.name } },
  )
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const assess = useChange((client, input: Parameters<typeof client.risk.assess>[0]) => client.risk.assess(input))
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setRefusal(null)
    const stored = Object.fromEntries(
      detailFields.map((name) => [name, storedValue(nounField(words, 'assessment', name), more[name])]),
    )
    const missing = {
      ...(likelihood === null ? { likelihood: words.t('issue.REQUIRED') } : {}),
      ...(textOf(stored.rationale).trim() === '' ? { rationale: words.t('issue.REASON_REQUIRED') } : {}),
    }
    setProblems(missing)
    if (likelihood === null || 'rationale' in missing) return
    try {
      await assess.mutateAsync({
        riskId: risk.id,
        stage,
        likelihood,
        impacts,
        ...(stored as Pick<RecordOf<'assessment'>, (typeof detailFields)[number]>),
      })
      onClose()
    } catch (error) {
      const found = fieldProblemsOf(error)
      setProblems(Object.fromEntries(found.map(({ field, issue }) => [field, issueWords(issue)])))
      if (found.length === 0) setRefusal(sayError(words.language, error))
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={words.t('app.assessStage', { code: risk.code, stage: words.value('stage', stage) })}
      closeButtonProps={{ 'aria-label': words.t('action.close') }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate className="field-form" ref={firstField}>
        {refusal !== null && (
          <p className="refusal" role="alert">
            {refusal}
          </p>
        )}
        <div className="grades">
          <GradeInput
            name="likelihood"
            label={words.field('assessment', 'likelihood')}
            value={likelihood}
            onChange={setLikelihood}
            problem={problems.likelihood}
          />
          {impactDimensions.map((dimension) => (
            <GradeInput
              key={dimension}
              name={dimension}
              label={words.t(`impactDimension.${dimension}`)}
              value={impacts[dimension]}
              onChange={(grade) => setImpacts({ ...impacts, [dimension]: grade })}
              clearLabel={words.t('app.notRated')}
              problem={dimension === 'rights' ? problems.impacts : undefined}
            />
          ))}
        </div>
        <div className="field-grid">
          {detailFields.map((name) => {
            const field = nounField(words, 'assessment', name)
            const id = `assess-${name}`
            return (
              <FieldFrame
                key={name}
                id={id}
                label={field.label}
                required={field.required === true || name === 'rationale'}
                problem={problems[name]}
                span={name === 'rationale' ? 12 : 4}
              >
                <FieldInput
                  id={id}
                  field={field}
                  value={more[name]}
                  labels={known}
                  invalid={problems[name] !== undefined}
                  describedBy={problems[name] === undefined ? undefined : `${id}-problem`}
                  onBlur={() => undefined}
                  onChange={(value, _whole, label) => {
                    if (label != null && typeof value === 'string') setKnown({ ...known, [value]: label })
                    setMore({ ...more, [name]: value })
                  }}
                />
              </FieldFrame>
            )
          })}
        </div>
        <div className="button-row form-buttons">
          <button type="button" className="button" onClick={onClose}>
            {words.t('action.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={assess.isPending}>
            {words.t('action.recordAssessment')}
          </button>
        </div>
      </form>
    </Modal>
  )
}
