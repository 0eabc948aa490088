/** A hand-over: who moves and from when, what they hold, who follows in each of it, and those that were carried out. */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { useApi } from '#renderer/api/client.tsx'
import { useChange } from '#renderer/api/change.ts'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { FieldFrame } from '#renderer/records/field-frame.tsx'
import { FieldInput, storedValue } from '#renderer/records/field-input.tsx'
import { ReferencePicker } from '#renderer/records/reference-picker.tsx'
import { textOf } from '#renderer/records/typed-text.ts'
import { dayField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Label } from '#shared/contract/base.ts'
import { addDays, isDay } from '#shared/domain/calendar-date.ts'
import type { HandoverLine } from '#shared/domain/handover.ts'
import { HandoverLines, type Target } from './handover-lines.tsx'
import { HandoverPreview } from './handover-preview.tsx'
import { PastHandovers } from './past-handovers.tsx'
import './handover.css'

/** A person whom another screen hands over. */
interface HandoverStart {
  readonly personId: string
  readonly label: Label
}

interface Chosen {
  readonly id: string
  readonly label: Label | null
}

export function HandoverScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange()
  const { today } = useRegister()
  const { utils } = useApi()
  const [, navigate] = useLocation()
  const start = useHistoryState<HandoverStart | null>()
  const [person, setPerson] = useState<Chosen | null>(
    start?.personId === undefined ? null : { id: start.personId, label: start.label },
  )
  const [typedDay, setTypedDay] = useState<unknown>(addDays(today, 1))
  const [everything, setEverything] = useState<Chosen | null>(null)
  const [targets, setTargets] = useState<Readonly<Record<string, Target>>>({})
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [previewing, setPreviewing] = useState(false)
  const field = dayField('effective', t('handover.effective'))
  const effective = textOf(storedValue(field, typedDay))
  const asked = person !== null && isDay(effective)
  const { data, error } = useQuery({
    ...utils.handover.holdings.queryOptions({ input: { personId: person?.id ?? '', day: effective } }),
    enabled: asked,
  })
  const lines = asked ? (data?.lines ?? []) : []
  const targetOf = (line: HandoverLine): Target =>
    targets[line.id] ??
    (everything === null ? { to: 'vacant', label: null } : { to: everything.id, label: everything.label })
  const plan = {
    personId: person?.id ?? '',
    effective,
    reason,
    lines: lines.map((line) => ({
      kind: line.kind,
      id: line.id,
      version: line.version,
      to: line.kind === 'acceptance' ? ('keep' as const) : targetOf(line).to,
    })),
  }
  const carryOut = useChange((client, input: typeof plan) => client.handover.carryOut(input))
  const submit = async () => {
    setRefusal(null)
    try {
      const { handover } = await carryOut.mutateAsync(plan)
      navigate(`/handover/${String(handover.transaction)}`)
    } catch (problem) {
      setRefusal(sayError(words.language, problem))
    }
  }
  const moving = lines.filter((line) => line.kind !== 'acceptance')
  const count = (wanted: (target: Target) => boolean) => moving.filter((line) => wanted(targetOf(line))).length
  return (
    <>
      <div className="page-head">
        <h1>{t('handover.title')}</h1>
      </div>
      {tabs}
      <div className="page-body handover-body">
        {mayChange && (
          <section className="sheet form-section">
            <h2>{t('handover.new')}</h2>
            <div className="field-grid">
              <FieldFrame id="handover-person" label={t('handover.predecessor')} required span={4}>
                <ReferencePicker
                  id="handover-person"
                  nouns={['person']}
                  value={person?.id ?? null}
                  label={person?.label ?? null}
                  onChange={(id, label) => {
                    setPerson(id === null ? null : { id, label })
                    setTargets({})
                  }}
                />
              </FieldFrame>
              <FieldFrame
                id="handover-effective"
                label={t('handover.effective')}
                required
                span={4}
                hint={t('handover.effectiveHint')}
                problem={isDay(effective) ? null : t('issue.BAD_DAY')}
              >
                <FieldInput
                  id="handover-effective"
                  field={field}
                  value={typedDay}
                  labels={{}}
                  onChange={setTypedDay}
                  onBlur={() => undefined}
                  invalid={!isDay(effective)}
                  describedBy={undefined}
                />
              </FieldFrame>
              <FieldFrame
                id="handover-everything"
                label={t('handover.everything')}
                span={4}
                hint={t('handover.everythingHint')}
              >
                <ReferencePicker
                  id="handover-everything"
                  nouns={['person']}
                  value={everything?.id ?? null}
                  label={everything?.label ?? null}
                  onChange={(id, label) => {
                    setEverything(id === null ? null : { id, label })
                    setTargets({})
                  }}
                />
              </FieldFrame>
            </div>
            {error !== null && asked && <p role="alert">{sayError(words.language, error)}</p>}
            {asked && data !== undefined && lines.length === 0 && <p className="muted">{t('handover.holdsNothing')}</p>}
            {lines.length > 0 && (
              <>
                <HandoverLines
                  lines={lines}
                  targetOf={targetOf}
                  onTarget={(line, target) => setTargets({ ...targets, [line.id]: target })}
                />
                <p className="handover-summary" role="status">
                  {t('handover.summary', {
                    moved: count(({ to }) => to !== 'keep' && to !== 'vacant'),
                    vacant: count(({ to }) => to === 'vacant'),
                    kept: count(({ to }) => to === 'keep'),
                  })}
                </p>
                {moving.some((line) => line.kind === 'action' && targetOf(line).to !== 'keep') && (
                  <p className="plain-notice">{t('handover.actionsAtOnce')}</p>
                )}
                <FieldFrame id="handover-reason" label={t('app.reason')} required hint={t('handover.reasonHint')}>
                  <textarea
                    id="handover-reason"
                    className="input"
                    rows={2}
                    value={reason}
                    onChange={(event) => setReason(event.currentTarget.value)}
                  />
                </FieldFrame>
                {refusal !== null && (
                  <p className="refusal" role="alert">
                    {refusal}
                  </p>
                )}
                <div className="button-row form-buttons">
                  <button type="button" className="button" onClick={() => setPreviewing(true)}>
                    {t('handover.preview')}
                  </button>
                  <button
                    type="button"
                    className="button primary"
                    disabled={carryOut.isPending}
                    onClick={() => void submit()}
                  >
                    {t('handover.carryOut')}
                  </button>
                </div>
              </>
            )}
          </section>
        )}
        <PastHandovers />
        {previewing && <HandoverPreview plan={plan} onClose={() => setPreviewing(false)} />}
      </div>
    </>
  )
}
