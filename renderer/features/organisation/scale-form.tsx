/** A new version of the scale, in force from a day. A table whose bands fall where a grade rises is not taken. */
import { Modal } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { sayError } from '#renderer/api/problem.ts'
import { useRegister } from '#renderer/api/status.ts'
import { FieldFrame } from '#renderer/records/field-frame.tsx'
import { FieldInput, storedValue } from '#renderer/records/field-input.tsx'
import { nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { hasBandsBetween, isMonotone } from '#shared/domain/scoring.ts'
import { BandTable } from './band-table.tsx'

type Scale = RecordOf<'scale'>
type Words5 = Scale['likelihoodLabels']

export interface ScaleFormProps {
  readonly before: Scale
  readonly labels: Labels
  readonly onClose: () => void
}

const places = [0, 1, 2, 3, 4] as const
const decided = ['from', 'approverPersonId', 'approvedOn'] as const

export function ScaleForm({ before, labels, onClose }: ScaleFormProps) {
  const words = useWords()
  const { language, t } = words
  const { today } = useRegister()
  const [likelihood, setLikelihood] = useState<Words5>(before.likelihoodLabels)
  const [impact, setImpact] = useState<Words5>(before.impactLabels)
  const [ranges, setRanges] = useState<Scale['likelihoodRanges']>(before.likelihoodRanges)
  const [table, setTable] = useState(before.bandTable)
  const [more, setMore] = useState<Readonly<Record<string, unknown>>>({
    from: today,
    approverPersonId: null,
    approvedOn: '',
  })
  const [known, setKnown] = useState(labels)
  const [refusal, setRefusal] = useState<string | null>(null)
  const set = useChange((client, input: Parameters<typeof client.organisation.setScale>[0]) =>
    client.organisation.setScale(input),
  )
  const monotone = isMonotone(table)
  const replaced = (all: Words5, place: number, text: string) =>
    all.map((each, index) => (index === place ? { ...each, [language]: text === '' ? null : text } : each)) as Words5
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const value = (name: (typeof decided)[number]) => storedValue(nounField(words, 'scale', name), more[name])
    try {
      await set.mutateAsync({
        from: String(value('from')),
        to: null,
        likelihoodLabels: likelihood,
        likelihoodRanges: ranges,
        impactLabels: impact,
        dimensionNotes: before.dimensionNotes,
        bandTable: table,
        approverPersonId: value('approverPersonId') as string | null,
        approvedOn: value('approvedOn') as string | null,
      })
      onClose()
    } catch (error) {
      setRefusal(sayError(language, error))
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={t('app.changeScale')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate className="field-form">
        {refusal !== null && (
          <p className="refusal" role="alert">
            {refusal}
          </p>
        )}
        <table className="settings-table scale-inputs">
          <thead>
            <tr>
              <th scope="col">{t('app.grade')}</th>
              <th scope="col">{words.field('assessment', 'likelihood')}</th>
              <th scope="col">{words.field('scale', 'likelihoodRanges')}</th>
              <th scope="col">{words.field('assessment', 'impact')}</th>
            </tr>
          </thead>
          <tbody>
            {places.toReversed().map((place) => {
              const grade = String(place + 1)
              const name = (field: string) => t('app.gradeOf', { grade, field })
              return (
                <tr key={place}>
                  <td className="figures">{grade}</td>
                  <td>
                    <input
                      className="input"
                      aria-label={name(words.field('assessment', 'likelihood'))}
                      value={likelihood[place][language] ?? ''}
                      onChange={(event) => setLikelihood(replaced(likelihood, place, event.currentTarget.value))}
                    />
                  </td>
                  <td>
                    <input
                      className="input"
                      aria-label={name(words.field('scale', 'likelihoodRanges'))}
                      value={ranges[place]}
                      onChange={(event) => {
                        const text = event.currentTarget.value
                        setRanges(
                          ranges.map((each, index) => (index === place ? text : each)) as Scale['likelihoodRanges'],
                        )
                      }}
                    />
                  </td>
                  <td>
                    <input
                      className="input"
                      aria-label={name(words.field('assessment', 'impact'))}
                      value={impact[place][language] ?? ''}
                      onChange={(event) => setImpact(replaced(impact, place, event.currentTarget.value))}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <BandTable table={table} onChange={setTable} />
        {!monotone && (
          <p className="field-problem" role="alert">
            {t('issue.BAND_TABLE_NOT_MONOTONE')}
          </p>
        )}
        {!hasBandsBetween(table) && (
          <p className="field-problem" role="alert">
            {t('issue.BAND_TABLE_LEAPS')}
          </p>
        )}
        <div className="field-grid">
          {decided.map((name) => {
            const field = nounField(words, 'scale', name)
            const id = `scale-${name}`
            return (
              <FieldFrame key={name} id={id} label={field.label} required={name === 'from'} span={4}>
                <FieldInput
                  id={id}
                  field={field}
                  value={more[name]}
                  labels={known}
                  invalid={false}
                  describedBy={undefined}
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
        <p className="hint">{t('app.scaleHint')}</p>
        <div className="button-row form-buttons">
          <button type="button" className="button" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button
            type="submit"
            className="button primary"
            disabled={!monotone || !hasBandsBetween(table) || set.isPending}
          >
            {t('action.decide')}
          </button>
        </div>
      </form>
    </Modal>
  )
}
