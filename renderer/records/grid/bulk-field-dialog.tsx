/**
 * One field of many records: which one, and the value that all of them get. Of a text in two languages each is set by itself;
 * one that is left empty stays as it is in every record.
 */
import { Modal } from '@mantine/core'
import { type SyntheticEvent, useState } from 'react'
import { FieldFrame } from '#renderer/records/field-frame.tsx'
import { isEmpty } from '#renderer/records/field-value.tsx'
import { FieldInput, storedValue } from '#renderer/records/field-input.tsx'
import { useIssueWords } from '#renderer/records/issue-words.ts'
import { issueOfValue } from '#renderer/records/refusal-words.ts'
import { useWords } from '#renderer/records/words.ts'
import { firstField } from '#renderer/ui/first-field.ts'
import type { Labels } from '#shared/contract/base.ts'
import { fields } from '#shared/domain/fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { type Bilingual, noText } from '#shared/domain/text.ts'
import { emptied, storedIn } from './cell-use.ts'

export type Patch = Readonly<Record<string, unknown>>

export interface BulkFieldDialogProps {
  readonly noun: CodedNoun
  readonly count: number
  readonly onClose: () => void
  /** True where it was done. A function says what changes in each record. */
  readonly onSet: (patch: Patch | ((record: object) => Patch)) => Promise<boolean>
}

export function BulkFieldDialog({ noun, count, onClose, onSet }: BulkFieldDialogProps) {
  const words = useWords()
  const issueWords = useIssueWords()
  const offered = fields[noun].filter(
    ({ name, kind, byVerb }) =>
      byVerb !== true && kind !== 'structure' && kind !== 'instant' && kind !== 'repeated' && name !== 'reading',
  )
  const [name, setName] = useState((offered.find(({ kind }) => kind !== 'bilingual') ?? offered[0])?.name ?? '')
  const [typed, setTyped] = useState<unknown>(undefined)
  const [labels, setLabels] = useState<Labels>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const field = offered.find((each) => each.name === name)
  if (field === undefined) return null
  const value = typed === undefined ? emptied(field, null, words.language) : typed
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const wanted = storedValue(field, value)
    const issue = field.kind === 'bilingual' && isEmpty(wanted) ? 'REQUIRED' : issueOfValue(noun, field, wanted)
    if (issue !== null) {
      setProblem(issueWords(issue))
      return
    }
    setBusy(true)
    const done = await onSet(
      field.kind === 'bilingual'
        ? (record) => ({ [field.name]: withLanguages(storedIn(record, field), wanted as Bilingual) })
        : { [field.name]: wanted },
    )
    setBusy(false)
    if (done) onClose()
  }
  const id = 'bulk-value'
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.t('bulk.setFieldOf', { count })}
      size={560}
      closeButtonProps={{ 'aria-label': words.t('action.close') }}
    >
      <form noValidate className="field-form" onSubmit={(event) => void submit(event)} ref={firstField}>
        <div className="field-grid">
          <FieldFrame id="bulk-field" label={words.t('bulk.field')} span={5}>
            <select
              id="bulk-field"
              className="input"
              value={name}
              onChange={(event) => {
                setName(event.currentTarget.value)
                setTyped(undefined)
                setProblem(null)
              }}
            >
              {offered.map((each) => (
                <option key={each.name} value={each.name}>
                  {words.field(noun, each.name)}
                </option>
              ))}
            </select>
          </FieldFrame>
          <FieldFrame
            id={id}
            label={words.t('bulk.value')}
            problem={problem}
            hint={field.kind === 'bilingual' ? words.t('bulk.eachLanguage') : undefined}
            span={field.kind === 'bilingual' ? 12 : 7}
          >
            <FieldInput
              key={name}
              id={id}
              field={field}
              value={value}
              labels={labels}
              invalid={problem !== null}
              describedBy={problem === null ? undefined : `${id}-problem`}
              onBlur={() => undefined}
              onChange={(next, _whole, label) => {
                setTyped(next)
                setProblem(null)
                if (label != null && typeof next === 'string') setLabels({ ...labels, [next]: label })
              }}
            />
          </FieldFrame>
        </div>
        <div className="button-row form-buttons">
          <button type="button" className="button" onClick={onClose}>
            {words.t('action.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={busy}>
            {words.t('bulk.change', { count })}
          </button>
        </div>
      </form>
    </Modal>
  )
}

/** A text in two languages with those that were typed; the one that was left empty stays. */
function withLanguages(stored: unknown, { ja, en }: Bilingual): Bilingual {
  const before = (stored ?? noText) as Bilingual
  return { ja: isBlank(ja) ? before.ja : ja, en: isBlank(en) ? before.en : en }
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === ''
}
