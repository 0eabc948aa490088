/**
 * Records that people have done a training: chosen from those of whom it is required, or pasted as a list, each with a day of
 * its own where the list has one. One change, taken back by one undo.
 */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useApi } from '#renderer/api/client.tsx'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { dayField, nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { FoundPerson } from '#shared/contract/oversight.ts'
import type { RequiredPerson } from '#shared/domain/metrics/training-figures.ts'
import { searchKey } from '#shared/domain/text.ts'
import './training.css'

interface Props {
  readonly trainingId: string
  readonly code: string
  readonly people: readonly RequiredPerson[]
  readonly labels: Labels
  readonly onClose: () => void
}

export function CompletionsDialog({ trainingId, code, people, labels: known, onClose }: Props) {
  const words = useWords()
  const { t } = words
  const { client } = useApi()
  const { today } = useRegister()
  const [labels, setLabels] = useState(known)
  /** The chosen people, with the day of the list where it has one. */
  const [chosen, setChosen] = useState<ReadonlyMap<string, string | null>>(new Map())
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<readonly FoundPerson[]>([])
  const [nobody, setNobody] = useState(false)
  const record = useChange((api, input: Parameters<typeof api.training.recordCompletions>[0]) =>
    api.training.recordCompletions(input),
  )
  const take = async () => {
    const read = await client.training.readPeople({ text: typed })
    setLabels({ ...labels, ...read.labels })
    const found = read.found.flatMap(({ personId, on }) => (personId === null ? [] : [[personId, on] as const]))
    setChosen(new Map([...chosen, ...found]))
    setWrong(read.found.filter(({ problem }) => problem !== null))
    setTyped(read.found.flatMap(({ line, problem }) => (problem === null ? [] : [line])).join('\n'))
  }
  const others = [...chosen.keys()].filter((id) => !people.some(({ personId }) => personId === id))
  return (
    <DialogForm
      name="completions"
      title={t('training.recordOf', { code })}
      fields={[
        dayField('on', words.field('trainingCompletion', 'on'), { span: 6 }),
        nounField(words, 'trainingCompletion', 'validUntil', { span: 6, hint: t('training.validHint') }),
        nounField(words, 'trainingCompletion', 'reference'),
      ]}
      initial={{ on: today, validUntil: null, reference: '' }}
      submitLabel={t('training.recordCount', { count: chosen.size })}
      onCancel={onClose}
      onSubmit={async (values) => {
        setNobody(chosen.size === 0)
        if (chosen.size === 0) return
        await record.mutateAsync({
          trainingId,
          people: [...chosen].map(([personId, on]) => ({ personId, on: on ?? textOf(values.on) })),
          validUntil: textOrNull(values.validUntil),
          reference: textOrNull(values.reference),
        })
        onClose()
      }}
    >
      <PeopleChoice
        people={[
          ...people,
          ...others.map((personId) => ({ personId, state: 'missing' as const, on: null, validUntil: null })),
        ]}
        labels={labels}
        chosen={chosen}
        onChange={setChosen}
      />
      <label className="field-label" htmlFor="completions-list">
        {t('training.paste')}
      </label>
      <textarea
        id="completions-list"
        className="input training-list"
        rows={3}
        value={typed}
        placeholder={t('training.pasteExample')}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className="button-row">
        <button type="button" className="button" disabled={typed.trim() === ''} onClick={() => void take()}>
          {t('training.read')}
        </button>
      </div>
      {wrong.length > 0 && (
        <ul className="training-people" role="alert">
          {wrong.map(({ line, problem }) => (
            <li key={line}>
              <span className="field-problem">
                {line}: {t(`training.problem.${problem ?? 'nobody'}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {nobody && (
        <p className="refusal" role="alert">
          {t('training.nobodyChosen')}
        </p>
      )}
    </DialogForm>
  )
}

function PeopleChoice({
  people,
  labels,
  chosen,
  onChange,
}: {
  readonly people: readonly RequiredPerson[]
  readonly labels: Labels
  readonly chosen: ReadonlyMap<string, string | null>
  readonly onChange: (chosen: ReadonlyMap<string, string | null>) => void
}) {
  const words = useWords()
  const { t } = words
  const [sought, setSought] = useState('')
  const [all, setAll] = useState(false)
  const key = searchKey(sought)
  const shown = people
    .filter(({ personId, state }) => all || state !== 'done' || chosen.has(personId))
    .filter(({ personId }) => searchKey(words.label(labels, personId), labels[personId]?.code ?? '').includes(key))
  const toggle = (personId: string) => {
    const next = new Map(chosen)
    if (!next.delete(personId)) next.set(personId, null)
    onChange(next)
  }
  return (
    <fieldset className="training-choice">
      <legend className="field-label">
        {t('training.whoDid')}{' '}
        <span className="muted">{t('training.chosen', { count: chosen.size, of: people.length })}</span>
      </legend>
      <div className="training-filter">
        <input
          className="input"
          aria-label={t('training.seek')}
          placeholder={t('training.seek')}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        <label>
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />{' '}
          {t('training.showDone')}
        </label>
        <button
          type="button"
          className="text-button"
          onClick={() =>
            onChange(
              new Map([...chosen, ...shown.map(({ personId }) => [personId, chosen.get(personId) ?? null] as const)]),
            )
          }
        >
          {t('training.chooseShown', { count: shown.length })}
        </button>
      </div>
      <ul className="training-people training-choices">
        {shown.map(({ personId, state, validUntil }) => (
          <li key={personId}>
            <label>
              <input type="checkbox" checked={chosen.has(personId)} onChange={() => toggle(personId)} />{' '}
              {words.label(labels, personId)}
            </label>
            <span className="muted">
              {chosen.get(personId) ??
                (state === 'expired' ? t('training.ranOut', { day: validUntil ?? '' }) : t(`training.state.${state}`))}
            </span>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
